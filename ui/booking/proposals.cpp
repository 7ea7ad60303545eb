#include "ui/booking/proposals.h"

#include "base/text/mask.h"
#include "ui/booking/bookingwords.h"
#include "ui/booking/dialogwords.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int rowsShown = 9;
constexpr int heightBeside = 520; ///< px at 100 %: what a dialog needs besides the rows.

bool isElsewhere(const Proposal &one)
{
    return !one.why.isEmpty() || one.options.isEmpty();
}

/// As many rows as are shown without scrolling, and as the window has room for.
int listHeight(const QWidget *widget)
{
    const Theme &theme = Theme::of(widget);
    const int row = theme.size(Size::RowDense);
    const int room = widget->window()->parentWidget() ? widget->window()->parentWidget()->window()->height() : 768;
    const int rows = std::clamp((room - theme.scaled(heightBeside)) / row, 4, rowsShown);
    return theme.size(Size::TableHead) + rows * row + 2;
}

} // namespace

std::optional<FreeTime> Proposal::time() const
{
    return chosen >= 0 && chosen < options.size() ? std::optional(options[chosen]) : std::nullopt;
}

Proposal proposalOf(const SeriesDay &day, int without)
{
    Proposal made;
    made.wished = day.wished;
    made.why = day.why;
    if (day.time)
        made.options << *day.time;
    made.options << day.others;
    made.chosen = day.time ? 0 : without;
    return made;
}

Proposal proposalOf(const Displaced &displaced)
{
    Proposal made = proposalOf(displaced.day, Proposal::AsItIs);
    made.appointment = displaced.appointment;
    made.phone = displaced.phone;
    return made;
}

AppointmentDraft draftAt(const FreeTime &time)
{
    AppointmentDraft draft;
    draft.start = time.period.from;
    draft.duration = std::chrono::duration_cast<std::chrono::minutes>(time.period.to - time.period.from);
    draft.resources = time.resources;
    draft.overbook = time.overbooked;
    return draft;
}

void ProposalModel::setProposals(const QList<Proposal> &proposals, const QList<Resource> &known, const QTimeZone &zone)
{
    beginResetModel();
    m_rows = proposals;
    m_known = known;
    m_zone = zone;
    endResetModel();
}

void ProposalModel::choose(int row, int chosen)
{
    m_rows[row].chosen = chosen;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QString ProposalModel::words(const FreeTime &time) const
{
    return tr("%1, %2", "time, with whom").arg(whenWordsOf(time.period.from, m_zone), namesOf(time.resources, m_known));
}

int ProposalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProposalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProposalModel::others(const Proposal &one) const
{
    QStringList words;
    for (qsizetype i = 1; i < one.options.size(); ++i)
        words << QStringLiteral("%1 %2").arg(i).arg(whenWordsOf(one.options[i].period.from, m_zone));
    return words.join(QStringLiteral("  "));
}

QString ProposalModel::text(int row, int column) const
{
    const Proposal &one = m_rows[row];
    const auto time = one.time();
    switch (column) {
    case Who:
        return one.appointment ? one.appointment->who : QString::number(row + 1);
    case When:
        return whenWordsOf(time ? time->period.from : one.wished, m_zone);
    case With:
        if (one.chosen == Proposal::LeftOut)
            return one.appointment ? tr("cancelled") : tr("left out");
        if (!time)
            return tr("stays as it is");
        return namesOf(time->resources, m_known);
    case Why:
        if (!isElsewhere(one))
            return {};
        return one.options.isEmpty() ? tr("%1 Nothing else is free.").arg(one.why) : one.why;
    default:
        return {};
    }
}

QVariant ProposalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Proposal &one = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == Why ? text(index.row(), column) : QString();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2 %3")
            .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(index.row(), column),
                 column == Why ? others(one) : QString());
    case RowSongRole:
        return column == Who && one.appointment;
    case RowDetailRole:
        if (column == Who)
            return maskPhone(one.phone); // whole where they are called
        return column == Why && isElsewhere(one) ? others(one) : QString();
    case RowBoldRole:
        return column == When && one.time() && one.time()->period.from != one.wished;
    case RowStruckRole:
        return column == When && one.chosen == Proposal::LeftOut;
    case RowToneRole:
        // Those that are not as wished are seen at once.
        return column == With && !one.time()
                   ? QVariant(int(one.chosen == Proposal::LeftOut ? Tone::Neutral : Tone::Cinnabar))
                   : QVariant();
    case RowIconRole:
        if (column == With && !one.time())
            return one.chosen == Proposal::LeftOut ? QStringLiteral("dialog-cancel") : QStringLiteral("dialog-warning");
        return column == Why && isElsewhere(one) ? QStringLiteral("dialog-warning") : QString();
    default:
        return {};
    }
}

QVariant ProposalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Who:
        return m_rows.isEmpty() || !m_rows.constFirst().appointment ? tr("No.") : tr("Who");
    case When:
        return tr("Day and time");
    case With:
        return tr("With");
    case Why:
        return tr("Why not as wished, and what else is free");
    default:
        return {};
    }
}

ProposalList::ProposalList(int ways, QWidget *parent)
    : QWidget(parent)
    , m_ways(ways)
    , m_model(new ProposalModel(this))
    , m_view(new QTableView)
    , m_why(new Label({}, TypeStyle::Small, Token::CinnabarText))
    , m_others(new KeySentence(QString()))
{
    m_view->setObjectName(QStringLiteral("proposals"));
    m_view->setAccessibleName(tr("Proposed times"));
    m_view->setModel(m_model);
    dressRows(m_view, Size::RowDense);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *head = m_view->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(ProposalModel::Why, QHeaderView::Stretch);
    m_why->setObjectName(QStringLiteral("proposalWhy"));
    m_why->setMayElide(true);
    m_others->setObjectName(QStringLiteral("proposalOthers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_view);
    column->addWidget(m_why);
    column->addWidget(m_others);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProposalList::showCurrent);
    showCurrent();
}

void ProposalList::setProposals(const QList<Proposal> &proposals, const QList<Resource> &known, const QTimeZone &zone,
                                bool changed)
{
    const QList<Proposal> before = m_model->proposals();
    QList<Proposal> rows = proposals;
    int at = -1;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto same = std::find_if(before.cbegin(), before.cend(), [&](const Proposal &one) {
            return one.wished == rows[i].wished && one.appointment.has_value() == rows[i].appointment.has_value() &&
                   (!one.appointment || one.appointment->id == rows[i].appointment->id);
        });
        const auto was = same == before.cend() ? std::nullopt : same->time();
        if (was && rows[i].options.contains(*was))
            rows[i].chosen = static_cast<int>(rows[i].options.indexOf(*was));
        else if (same != before.cend() && !was)
            rows[i].chosen = same->chosen;
        const bool another = changed && same != before.cend() && rows[i].time() != was;
        if (at < 0 && (changed ? another : isElsewhere(rows[i])))
            at = static_cast<int>(i);
    }
    const Theme &theme = Theme::of(this);
    const bool people = !rows.isEmpty() && rows.constFirst().appointment;
    QHeaderView *head = m_view->horizontalHeader();
    head->resizeSection(ProposalModel::Who, theme.scaled(people ? 190 : 60));
    head->resizeSection(ProposalModel::When, theme.scaled(150));
    head->resizeSection(ProposalModel::With, theme.scaled(140));
    m_view->setFixedHeight(listHeight(this));
    m_model->setProposals(rows, known, zone);
    if (!rows.isEmpty())
        m_view->selectRow(std::max(at, 0));
    showCurrent();
}

void ProposalList::choose(int chosen)
{
    const int row = m_view->currentIndex().row();
    if (row < 0 || chosen >= proposals()[row].options.size())
        return;
    m_model->choose(row, chosen);
    emit chosenChanged();
    // On to the next that is not as it was wished; the last stays.
    for (int next = row + 1; chosen != 0 && next < proposals().size(); ++next) {
        if (isElsewhere(proposals()[next])) {
            m_view->selectRow(next);
            break;
        }
    }
    showCurrent();
}

bool ProposalList::pressed(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_3) {
        choose(key - Qt::Key_0);
        return true;
    }
    if (key == Qt::Key_Delete && (m_ways & MayLeaveOut)) {
        choose(Proposal::LeftOut);
        return true;
    }
    if (key == Qt::Key_Space && (m_ways & MayStay)) {
        choose(Proposal::AsItIs);
        return true;
    }
    return false;
}

bool ProposalList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && pressed(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ProposalList::showCurrent()
{
    const int row = m_view->currentIndex().row();
    QStringList words;
    m_why->setText(row < 0 ? QString() : m_model->index(row, ProposalModel::Why).data().toString());
    if (row >= 0) {
        const Proposal &one = proposals()[row];
        const int first = one.chosen == 0 ? 1 : 0;
        for (int i = first; i < one.options.size(); ++i) {
            QString time = m_model->words(one.options[i]);
            words << QStringLiteral("[%1] %2").arg(i).arg(time.replace(u'[', u'(').replace(u']', u')'));
        }
        if (m_ways & MayLeaveOut)
            words << (one.appointment ? tr("[Del] cancels it") : tr("[Del] leaves it out"));
        if (m_ways & MayStay)
            words << tr("[Space] leaves it as it is");
    }
    m_others->setText(words.join(QStringLiteral("   ")));
    // Two lines are kept, so that nothing moves from line to line.
    m_others->setFixedHeight(2 * (Theme::of(this).size(Size::KeyCap) + 6));
}

} // namespace xinglin::ui
