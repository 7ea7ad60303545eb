#include "ui/patient/unfinishedpage.h"

#include "clinic/draftcontent.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/shell/patientwords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

void UnfinishedModel::setItems(const QList<unfinished::Item> &items, const store::StoreOptions &options)
{
    beginResetModel();
    m_items = items;
    m_zone = options.zone;
    m_today = civilDay(options.clock->now(), options.zone);
    endResetModel();
}

const unfinished::Item *UnfinishedModel::itemAt(int row) const
{
    return row >= 0 && row < m_items.size() ? &m_items[row] : nullptr;
}

int UnfinishedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int UnfinishedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UnfinishedModel::when(Instant at) const
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMs(at), m_zone);
    return tr("%1 %2", "day and time").arg(relativeDay(then.date(), m_today), then.toString(QStringLiteral("HH:mm")));
}

QString UnfinishedModel::formWords(const QString &kind)
{
    static const QHash<QString, const char *> words = {
        {draftkind::clinic, QT_TR_NOOP("Clinic")},
        {draftkind::newPerson, QT_TR_NOOP("New person")},
        {draftkind::person, QT_TR_NOOP("Change of a person")},
        {draftkind::roles, QT_TR_NOOP("Roles")},
        {draftkind::verdict, QT_TR_NOOP("Verdict on an emergency access")},
        {draftkind::prices, QT_TR_NOOP("Prices")},
        {draftkind::papers, QT_TR_NOOP("Papers")},
        {draftkind::tag, QT_TR_NOOP("Tag")},
        {draftkind::phrase, QT_TR_NOOP("Phrase")},
        {draftkind::noteTemplate, QT_TR_NOOP("Template of a note")},
        {draftkind::formula, QT_TR_NOOP("Own formula")},
        {draftkind::pointGroup, QT_TR_NOOP("Group of points")},
        {draftkind::problem, QT_TR_NOOP("Problem")},
        {draftkind::family, QT_TR_NOOP("Family history")},
        {draftkind::relative, QT_TR_NOOP("Relative")},
        {draftkind::session, QT_TR_NOOP("Session of a treatment")},
        {draftkind::sickNote, QT_TR_NOOP("Sick note")},
        {draftkind::enquiry, QT_TR_NOOP("Enquiry")},
        {draftkind::contact, QT_TR_NOOP("Contact")},
        {draftkind::reason, QT_TR_NOOP("Reason or remark")}};
    return words.contains(kind) ? tr(words.value(kind)) : QString();
}

QString UnfinishedModel::text(const unfinished::Item &item, int column) const
{
    using Kind = unfinished::Item::What;
    switch (column) {
    case Name:
        if (item.place.kind == draftkind::enquiry || (item.place.kind == draftkind::contact && !item.patient))
            return tr("Enquiries");
        if (item.what == Kind::Form && !item.patient)
            return tr("Settings");
        return item.name.isEmpty() ? tr("Without a name") : item.name;
    case What:
        switch (item.what) {
        case Kind::NewVisit:
            return tr("New visit, not saved");
        case Kind::Visit:
            return item.typed ? tr("Visit, not saved") : tr("Visit, not signed");
        case Kind::Amendment:
            return tr("Amendment, not signed");
        case Kind::Registration:
            return tr("Registration");
        case Kind::Patient:
            return tr("Change of details");
        case Kind::Care:
            return tr("Allergies and medicines");
        case Kind::Constitution:
            return tr("Constitution questionnaire");
        case Kind::Form:
            return formWords(item.place.kind);
        case Kind::Check:
            return tr("Prescription to check");
        case Kind::Unreadable:
            return tr("Cannot be read here");
        }
        Q_UNREACHABLE();
    case Words:
        return item.words;
    case When:
        return when(item.at);
    default:
        return {};
    }
}

QVariant UnfinishedModel::data(const QModelIndex &index, int role) const
{
    const unfinished::Item *item = itemAt(index.row());
    if (!item || !checkIndex(index))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*item, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*item, index.column()));
    case RowSongRole:
        return index.column() == Name && !item->name.isEmpty();
    case RowDisabledRole:
        return item->what == unfinished::Item::What::Unreadable;
    default:
        return {};
    }
}

QVariant UnfinishedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Name");
    case What:
        return tr("What");
    case Words:
        return tr("About");
    case When:
        return tr("Since");
    default:
        return {};
    }
}

UnfinishedPage::UnfinishedPage(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *parent)
    : Page(QStringLiteral("unfinished"), parent)
    , m_clinic(clinic)
    , m_keys(std::move(keys))
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_model(new UnfinishedModel(this))
    , m_empty(new EmptyState(
          QStringLiteral("checkmark"), tr("Nothing is unfinished"),
          tr("What you type and do not save is found here, as are visits not signed yet and prescriptions to check.")))
    , m_timer(new QTimer(this))
{
    m_table->setObjectName(QStringLiteral("unfinishedTable"));
    m_table->setAccessibleName(tr("Unfinished"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table)->setPadding(pageMargin, 14);
    const Theme &theme = Theme::of(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    header->resizeSection(UnfinishedModel::Name, theme.scaled(176));
    header->resizeSection(UnfinishedModel::What, theme.scaled(208));
    header->resizeSection(UnfinishedModel::When, theme.scaled(168));
    header->setSectionResizeMode(UnfinishedModel::Words, QHeaderView::Stretch);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { open(index.row()); });
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(results, 1);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table : {"visit_revision", "patient", "attestation", "setting"}) {
            if (changes.touches(table))
                return reload();
        }
    });
    // Drafts change without a word: they are nobody else's business.
    m_timer->setInterval(lookMs);
    m_timer->start();
    connect(m_timer, &QTimer::timeout, this, &UnfinishedPage::reload);
    reload();
}

void UnfinishedPage::reload()
{
    const store::Actor actor = m_clinic.actor();
    if (isResting() || !m_keys || !actor.user)
        return;
    const auto secret = m_keys->secretOf(access::UserId(*actor.user));
    if (!secret)
        return; // locked
    const auto asked =
        m_clinic.read([secret](const store::Snapshot &view) { return unfinished::list(view, secret.get()); });
    onDone(asked, this, [this, question = ++m_question](const Result<QList<unfinished::Item>> &items) {
        if (question != m_question || isResting())
            return;
        if (!items)
            return m_strip->say(MessageStrip::Kind::Stop, items.error().message);
        m_strip->clear();
        show(*items);
    });
}

void UnfinishedPage::show(const QList<unfinished::Item> &items)
{
    const int row = m_table->currentIndex().row();
    const bool focused = isVisible() && (m_table->hasFocus() || m_stack->currentIndex() == 0);
    m_model->setItems(items, m_clinic.store().options());
    m_stack->setCurrentIndex(items.isEmpty() ? 0 : 1);
    if (!items.isEmpty())
        m_table->setCurrentIndex(m_model->index(qBound(0, row, int(items.size()) - 1), 0));
    if (focused && !items.isEmpty())
        m_table->setFocus();
    if (m_count == items.size())
        return;
    m_count = static_cast<int>(items.size());
    emit headingChanged();
    emit countChanged(m_count);
}

void UnfinishedPage::open(int row)
{
    const unfinished::Item *item = m_model->itemAt(row);
    if (!item)
        return;
    if (item->what == unfinished::Item::What::Unreadable)
        return m_strip->say(MessageStrip::Kind::Caution,
                            tr("This cannot be read with your present key or by this Xinglin. It is kept as it is."));
    emit chosen(unfinished::Item(*item));
}

QString UnfinishedPage::title() const
{
    return tr("Unfinished");
}

QString UnfinishedPage::context() const
{
    return m_count > 0 ? tr("%n to finish", "number of things", m_count) : QString();
}

QList<KeyHint> UnfinishedPage::keyHints() const
{
    return {
        {QStringLiteral("↑ ↓"), tr("choose")}, {QStringLiteral("⏎"), tr("go on")}, {QStringLiteral("Esc"), tr("back")}};
}

void UnfinishedPage::activate()
{
    // The form that was just left hands its draft to the writer.
    onDone(m_clinic.written(), this, [this](const Result<Done> &) { reload(); });
    m_table->setFocus(Qt::OtherFocusReason);
}

void UnfinishedPage::rest(bool resting)
{
    Page::rest(resting);
    reload();
}

void UnfinishedPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(m_table->currentIndex().row());
    else if (event->key() == Qt::Key_Escape)
        emit left();
    else
        Page::keyPressEvent(event);
}

} // namespace xinglin::ui
