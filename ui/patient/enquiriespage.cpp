#include "ui/patient/enquiriespage.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/segment.h"
#include "ui/patient/contactdialog.h"
#include "ui/patient/enquirydialog.h"
#include "ui/patient/enquirymodel.h"
#include "ui/patient/searchfield.h"
#include "ui/patient/shiftedheader.h"
#include "ui/shell/reasondialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int waitMs = 250;
constexpr int atOnce = 50;
constexpr EnquiryStatus statuses[] = {EnquiryStatus::Open, EnquiryStatus::Registered, EnquiryStatus::Closed};

} // namespace

EnquiriesPage::EnquiriesPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("enquiries"), parent)
    , m_clinic(clinic)
    , m_mayRecord(who.may(access::Permission::RecordContacts))
    , m_mayRegister(m_mayRecord && who.may(access::Permission::RegisterPatient))
    , m_field(new SearchField)
    , m_status(new Segment(tr("Which enquiries")))
    , m_table(new QTableView)
    , m_model(new EnquiryModel(this))
    , m_empty(new EmptyState(QStringLiteral("call-start"), QString(), QString()))
    , m_strip(new MessageStrip)
    , m_wait(new QTimer(this))
    , m_foot(buildFoot())
{
    m_strip->setObjectName(QStringLiteral("enquiriesStrip"));
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitMs);
    connect(m_wait, &QTimer::timeout, this, &EnquiriesPage::load);
    if (m_mayRecord) {
        Button *first = m_empty->addAction(tr("Record an enquiry"), true);
        first->setObjectName(QStringLiteral("firstEnquiry"));
        first->setKeyCap(QStringLiteral("Ctrl N"));
        connect(first, &Button::clicked, this, &EnquiriesPage::add);
    }
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(new QWidget); // until there is an answer
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildTable());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_strip);
    column->addWidget(results, 1);
    column->addWidget(m_foot);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        m_stale = m_stale || changes.touches("enquiry") || changes.touches("communication");
        refresh();
    });
    showCurrent();
}

EnquiriesPage::~EnquiriesPage()
{
    m_running.cancel();
}

QWidget *EnquiriesPage::buildHead()
{
    auto *head = new Pane(Token::Surface);
    m_field->setObjectName(QStringLiteral("enquirySearch"));
    m_field->setAccessibleName(tr("Find an enquiry"));
    m_field->setPlaceholderText(tr("Name, pinyin or phone"));
    m_status->setObjectName(QStringLiteral("enquiryStatus"));
    m_status->setCells({tr("Open", "enquiries"), tr("Became patients", "enquiries"), tr("Closed", "enquiries")});
    auto *first = new QHBoxLayout;
    first->addWidget(m_field, 1);
    if (m_mayRecord) {
        auto *add = new Button(tr("New enquiry"), ButtonKind::Primary);
        add->setObjectName(QStringLiteral("newEnquiry"));
        add->setControlSize(ButtonSize::Large);
        add->setIcon(icon(u"list-add", Token::OnInk));
        add->setKeys(QKeySequence(Qt::CTRL | Qt::Key_N));
        connect(add, &Button::clicked, this, &EnquiriesPage::add);
        first->addWidget(add);
    }
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(8);
    column->addLayout(first);
    column->addWidget(m_status, 0, Qt::AlignLeft);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_goWhenFound = false;
        m_wait->start();
    });
    connect(m_field, &SearchField::walked, this, &EnquiriesPage::walk);
    connect(m_field, &SearchField::confirmed, this, &EnquiriesPage::go);
    connect(m_status, &Segment::chosen, this, &EnquiriesPage::turn);
    auto *next = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_S), this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, [this] {
        m_status->setCurrent((m_status->current() + 1) % int(std::size(statuses)));
        turn();
    });
    return head;
}

QWidget *EnquiriesPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("enquiryTable"));
    m_table->setAccessibleName(tr("Enquiries"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new ShiftedHeader(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFocusProxy(m_field); // typing goes on while one walks through the rows
    dressRows(m_table)->setPadding(pageMargin, 14);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{EnquiryModel::Name, 168},
                                          {EnquiryModel::Phone, 136},
                                          {EnquiryModel::Asked, 136},
                                          {EnquiryModel::LastContact, 136}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    header->setSectionResizeMode(EnquiryModel::Wish, QHeaderView::Stretch);
    connect(m_table, &QTableView::doubleClicked, this, &EnquiriesPage::go);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EnquiriesPage::showCurrent);
    connect(m_model, &EnquiryModel::moreWanted, this, &EnquiriesPage::loadMore);
    return m_table;
}

QWidget *EnquiriesPage::buildFoot()
{
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(pageMargin, 8, pageMargin, 8);
    buttons->addStretch(1);
    const auto add = [&](const char *name, ButtonKind kind, auto act) {
        auto *button = new Button(QString(), kind);
        button->setObjectName(QLatin1String(name));
        buttons->addWidget(button);
        connect(button, &Button::clicked, this, act);
        return button;
    };
    if (m_mayRecord) {
        m_close = add("closeEnquiry", ButtonKind::Plain, &EnquiriesPage::closeOrReopen);
        m_edit = add("editEnquiry", ButtonKind::Plain, &EnquiriesPage::edit);
        m_edit->setText(tr("Edit"));
        m_edit->setKeys(QKeySequence(Qt::CTRL | Qt::Key_E));
        m_log = add("logContact", ButtonKind::Plain, &EnquiriesPage::log);
        m_log->setText(tr("Log a contact"));
        m_log->setKeys(QKeySequence(Qt::ALT | Qt::Key_L));
    }
    m_go = add("goEnquiry", ButtonKind::Primary, &EnquiriesPage::go);
    return foot;
}

EnquiryStatus EnquiriesPage::status() const
{
    return statuses[m_status->current()];
}

void EnquiriesPage::refresh()
{
    // A list nobody looks at is not read: each reading is a look that is noted.
    if (m_stale && isVisible() && !isResting())
        load();
}

void EnquiriesPage::turn()
{
    m_shown.reset();
    m_goWhenFound = false;
    m_model->setEnquiries({}, false, today(m_clinic), m_clinic.store().options().zone);
    showCurrent();
    load();
}

void EnquiriesPage::load()
{
    m_stale = false;
    m_wait->stop();
    const quint64 question = ++m_question;
    const QString typed = m_field->text();
    const bool all = typed.trimmed().isEmpty();
    m_running.cancel();
    m_running = m_clinic.read([typed, all, status = status()](const store::Snapshot &view) {
        return all ? enquiry::list(view, status, {}, atOnce) : enquiry::search(view, status, typed, atOnce);
    });
    onDone(m_running, this, [this, question, typed, all, status = status()](const Result<QList<Enquiry>> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_strip->clear();
        m_shown = {status, typed};
        show(*found, all && found->size() == atOnce);
        if (std::exchange(m_goWhenFound, false))
            go();
    });
}

void EnquiriesPage::loadMore()
{
    if (m_model->rows().isEmpty())
        return;
    const Enquiry after = m_model->rows().constLast();
    const auto read = m_clinic.read(
        [after, status = status()](const store::Snapshot &view) { return enquiry::list(view, status, after, atOnce); });
    onDone(read, this, [this, question = m_question](const Result<QList<Enquiry>> &found) {
        if (question == m_question && found)
            m_model->append(*found, found->size() == atOnce);
    });
}

void EnquiriesPage::show(const QList<Enquiry> &enquiries, bool more)
{
    const Enquiry *before = current();
    const auto kept = m_wanted ? std::exchange(m_wanted, std::nullopt)
                      : before ? std::optional(before->id)
                               : std::nullopt;
    const int row = qMax(0, m_table->currentIndex().row());
    m_model->setEnquiries(enquiries, more, today(m_clinic), m_clinic.store().options().zone);
    const bool typing = m_field->hasFocus();
    m_stack->setCurrentIndex(enquiries.isEmpty() ? 1 : 2);
    if (typing)
        m_field->setFocus(); // a hidden table would take its proxy's focus along
    if (enquiries.isEmpty()) {
        const bool searched = !m_field->text().trimmed().isEmpty();
        m_empty->setWords(searched                            ? tr("Nobody found")
                          : status() == EnquiryStatus::Open   ? tr("No open enquiries")
                          : status() == EnquiryStatus::Closed ? tr("No closed enquiries")
                                                              : tr("Nobody has become a patient yet"),
                          searched ? tr("Try a phone's last digits, or turn to the others with [Alt S].")
                                   : tr("Who asks on the telephone is written down here, and registered without typing "
                                        "anything again."));
    } else {
        int at = qMin(row, static_cast<int>(enquiries.size()) - 1); // the next one where it is gone
        for (int i = 0; kept && i < enquiries.size(); ++i) {
            if (enquiries[i].id == *kept)
                at = i;
        }
        m_table->selectRow(at);
    }
    showCurrent();
    emit headingChanged();
}

const Enquiry *EnquiriesPage::current() const
{
    return m_model->rowAt(m_table->currentIndex().row());
}

void EnquiriesPage::showCurrent()
{
    const Enquiry *enquiry = current();
    const EnquiryStatus now = enquiry ? enquiry->status : status();
    const bool registered = now == EnquiryStatus::Registered;
    m_foot->setVisible(enquiry);
    m_go->setVisible(registered || (m_mayRegister && now == EnquiryStatus::Open));
    m_go->setText(registered ? tr("Open chart") : tr("Register as patient"));
    m_go->setKeyCap(QStringLiteral("⏎"));
    if (!m_mayRecord)
        return;
    m_edit->setVisible(!registered);
    m_log->setVisible(now == EnquiryStatus::Open);
    m_close->setVisible(!registered);
    m_close->setText(now == EnquiryStatus::Closed ? tr("Open again") : tr("Close …"));
    m_close->setKeys(QKeySequence(Qt::ALT | Qt::Key_X)); // a new text takes the keys away
}

void EnquiriesPage::walk(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
}

void EnquiriesPage::go()
{
    // Enter comes faster than the answer: what it is meant for is the newest question's first row.
    if (m_shown != std::pair(status(), m_field->text())) {
        m_goWhenFound = true;
        return;
    }
    const Enquiry *enquiry = current();
    if (!enquiry)
        return;
    if (enquiry->patient)
        emit chartWanted(*enquiry->patient);
    else if (m_mayRegister && enquiry->status == EnquiryStatus::Open)
        emit registrationWanted(*enquiry);
}

void EnquiriesPage::add()
{
    if (!m_mayRecord)
        return;
    auto *dialog = new EnquiryDialog(m_clinic, {}, m_field->text(), window());
    connect(dialog, &EnquiryDialog::stored, this, [this](const Enquiry &made) {
        m_wanted = made.id;
        m_status->setCurrent(0);
        m_field->clear();
        turn();
    });
    dialog->open();
}

void EnquiriesPage::edit()
{
    const Enquiry *enquiry = current();
    if (!enquiry)
        return;
    const auto found =
        m_clinic.read([id = enquiry->id](const store::Snapshot &view) { return enquiry::find(view, id); });
    onDone(found, this, [this](const Result<Enquiry> &known) {
        if (!known)
            return m_strip->say(MessageStrip::Kind::Stop, known.error().message);
        (new EnquiryDialog(m_clinic, *known, {}, window()))->open();
    });
}

void EnquiriesPage::log()
{
    const Enquiry *enquiry = current();
    if (!enquiry || enquiry->patient)
        return;
    ContactDraft with;
    with.enquiry = enquiry->id;
    (new ContactDialog(m_clinic, with, enquiry->content.name, window()))->open();
}

template <class F>
void EnquiriesPage::write(const QByteArray &act, F f)
{
    onDone(m_clinic.write(act, std::move(f)), this, [this](const Result<Done> &done) {
        if (!done)
            m_strip->say(MessageStrip::Kind::Stop, done.error().message);
    });
}

void EnquiriesPage::closeOrReopen()
{
    const Enquiry *enquiry = current();
    if (!enquiry)
        return;
    const EnquiryId id = enquiry->id;
    if (enquiry->status == EnquiryStatus::Closed)
        return write("enquiry.reopen", [id](store::Transaction &tx) { return enquiry::reopen(tx, id); });
    ReasonQuestion asked;
    asked.name = QStringLiteral("closeEnquiryDialog");
    asked.lineName = QStringLiteral("closeEnquiryReason");
    asked.question = tr("Close the enquiry of %1?").arg(enquiry->content.name);
    asked.sentence = tr("It leaves the list of open ones; it can be opened again.");
    asked.verb = tr("Close");
    asked.example = tr("Lives too far away");
    asked.place = {draftkind::reason, id.uuid()};
    askReason(m_clinic, this, asked, [this, id](const QString &why) {
        write("enquiry.close", [id, why](store::Transaction &tx) { return enquiry::close(tx, id, why); });
    });
}

QString EnquiriesPage::title() const
{
    return tr("Enquiries");
}

QString EnquiriesPage::context() const
{
    const int rows = m_model->rowCount();
    return rows == 0 || m_model->canFetchMore({}) ? QString() : tr("%n people", nullptr, rows);
}

QList<KeyHint> EnquiriesPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}};
    if (m_mayRecord)
        hints << KeyHint{QStringLiteral("Ctrl N"), tr("new enquiry")};
    hints << KeyHint{QStringLiteral("Alt S"), tr("open, patients, closed")}
          << KeyHint{QStringLiteral("Esc"), tr("back")};
    return hints;
}

void EnquiriesPage::activate()
{
    m_stale = true;
    refresh();
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void EnquiriesPage::rest(bool resting)
{
    Page::rest(resting);
    if (resting) {
        ++m_question;
        m_wait->stop();
    }
    m_stale = true;
    refresh();
}

void EnquiriesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return Page::keyPressEvent(event);
    if (!m_field->text().isEmpty())
        return m_field->clear();
    emit left();
}

} // namespace xinglin::ui
