#include "ui/patient/contactspage.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/contactdialog.h"
#include "ui/patient/contactmodel.h"
#include "ui/patient/shiftedheader.h"
#include "ui/shell/reasondialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>

namespace xinglin::ui {

namespace {
constexpr int atOnce = 50;
} // namespace

ContactsPage::ContactsPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("contacts"), parent)
    , m_clinic(clinic)
    , m_mayRecord(who.may(access::Permission::RecordContacts))
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_model(new ContactModel(this))
{
    m_strip->setObjectName(QStringLiteral("contactsStrip"));
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(pageMargin, 8, pageMargin, 8);
    buttons->addStretch(1);
    if (m_mayRecord) {
        m_retract = new Button(tr("Entered in error"));
        m_retract->setObjectName(QStringLiteral("retractContact"));
        m_retract->setKeyCap(QStringLiteral("Del"));
        connect(m_retract, &Button::clicked, this, &ContactsPage::retract);
        auto *log = new Button(tr("Log a contact"), ButtonKind::Primary);
        log->setObjectName(QStringLiteral("logContact"));
        log->setKeys(QKeySequence(Qt::ALT | Qt::Key_L));
        connect(log, &Button::clicked, this, &ContactsPage::log);
        buttons->addWidget(m_retract);
        buttons->addWidget(log);
    }
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(new QWidget); // until there is an answer
    m_stack->addWidget(new EmptyState(QStringLiteral("call-start"), tr("No contacts yet"),
                                      tr("Calls, messages and visits to the desk stand here.")));
    m_stack->addWidget(buildTable());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(results, 1);
    column->addWidget(foot);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        m_stale =
            m_stale || changes.touches("communication") || changes.touches("enquiry") || changes.touches("patient");
        refresh();
    });
}

QWidget *ContactsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("contactTable"));
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new ShiftedHeader(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(pageMargin, 14);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{ContactModel::When, 152}, {ContactModel::How, 184}, {ContactModel::By, 152}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    header->setSectionResizeMode(ContactModel::About, QHeaderView::Stretch);
    connect(m_model, &ContactModel::moreWanted, this, &ContactsPage::loadMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ContactsPage::showCurrent);
    return m_table;
}

void ContactsPage::openPatient(PatientId id)
{
    if (m_patient != id) {
        m_name.clear();
        m_model->setContacts({}, false, {}, {});
        m_stack->setCurrentIndex(0);
    }
    m_patient = id;
    m_stale = true;
    emit patientChanged();
    refresh();
}

void ContactsPage::refresh()
{
    // A list nobody looks at is not read: each reading is a look that is noted.
    if (m_stale && m_patient && isVisible() && !isResting())
        load();
}

void ContactsPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    struct Read
    {
        QString name;
        QList<Contact> contacts;
    };
    const auto read = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<Read> {
        const auto patient = patient::findPlain(view, id);
        if (!patient)
            return patient.error();
        auto contacts = contact::ofPatient(view, id, {}, atOnce);
        if (!contacts)
            return contacts.error();
        return Read{patient->name, *std::move(contacts)};
    });
    onDone(read, this, [this, question](const Result<Read> &found) {
        if (question != m_question)
            return;
        if (!found) {
            m_model->setContacts({}, false, {}, {});
            m_stack->setCurrentIndex(0);
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        }
        m_strip->clear();
        m_name = found->name;
        const int row = qMax(0, m_table->currentIndex().row());
        m_model->setContacts(found->contacts, found->contacts.size() == atOnce, today(m_clinic),
                             m_clinic.store().options().zone);
        m_stack->setCurrentIndex(found->contacts.isEmpty() ? 1 : 2);
        if (!found->contacts.isEmpty())
            m_table->selectRow(qMin(row, m_model->rowCount() - 1));
        if (!QApplication::activeModalWidget())
            m_table->setFocus();
        showCurrent();
        emit headingChanged();
    });
}

void ContactsPage::loadMore()
{
    if (m_model->rows().isEmpty())
        return;
    const Contact after = m_model->rows().constLast();
    const auto read = m_clinic.read(
        [id = *m_patient, after](const store::Snapshot &view) { return contact::ofPatient(view, id, after, atOnce); });
    onDone(read, this, [this, question = m_question](const Result<QList<Contact>> &found) {
        if (question == m_question && found)
            m_model->append(*found, found->size() == atOnce);
    });
}

void ContactsPage::showCurrent()
{
    if (m_retract)
        m_retract->setVisible(m_model->rowAt(m_table->currentIndex().row()));
}

void ContactsPage::log()
{
    if (!m_patient)
        return;
    ContactDraft with;
    with.patient = m_patient;
    with.direction = ContactDirection::In;
    (new ContactDialog(m_clinic, with, m_name, window()))->open();
}

void ContactsPage::retract()
{
    const Contact *contact = m_model->rowAt(m_table->currentIndex().row());
    if (!contact || !m_mayRecord)
        return;
    ReasonQuestion asked;
    asked.name = QStringLiteral("retractContactDialog");
    asked.lineName = QStringLiteral("retractContactReason");
    asked.question = tr("Was this entered in error?");
    asked.sentence = tr("It leaves the list; the history of the record keeps it with the reason.");
    asked.verb = tr("Take out");
    asked.place = {draftkind::reason, contact->id.uuid()};
    asked.about = {{FormContent::patient, m_patient->toString()}};
    askReason(m_clinic, this, asked, [this, id = contact->id](const QString &why) {
        const auto done = m_clinic.write("contact.retract",
                                         [id, why](store::Transaction &tx) { return contact::retract(tx, id, why); });
        onDone(done, this, [this](const Result<Done> &result) {
            if (!result)
                m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        });
    });
}

QString ContactsPage::title() const
{
    return tr("Contacts");
}

QList<KeyHint> ContactsPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("↑ ↓"), tr("choose")}};
    if (m_mayRecord)
        hints << KeyHint{QStringLiteral("Alt L"), tr("log a contact")}
              << KeyHint{QStringLiteral("Del"), tr("entered in error")};
    return hints << KeyHint{QStringLiteral("Esc"), tr("chart")};
}

void ContactsPage::activate()
{
    m_stale = true;
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ContactsPage::rest(bool resting)
{
    Page::rest(resting);
    m_stale = true;
    refresh();
}

void ContactsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        retract();
    else if (event->key() == Qt::Key_Escape && m_patient)
        emit chartWanted(*m_patient);
    else
        Page::keyPressEvent(event);
}

} // namespace xinglin::ui
