#include "ui/today/todaymodel.h"

#include "clinic/schedule/attendance.h"
#include "ui/kit/rowdelegate.h"
#include "ui/shell/patientwords.h"

#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr TodayGroup groups[] = {TodayGroup::InConsultation, TodayGroup::Waiting, TodayGroup::ToFinish,
                                 TodayGroup::Booked,         TodayGroup::Done,    TodayGroup::NoShow};
/// Who waits longer is marked.
constexpr int longWait = 20;

using State = TodayTick::State;

} // namespace

TodayModel::TodayModel(const QTimeZone &zone, QObject *parent) : QAbstractTableModel(parent), m_zone(zone)
{
}

QString TodayModel::nameOf(TodayGroup group)
{
    switch (group) {
    case TodayGroup::InConsultation:
        return tr("In consultation");
    case TodayGroup::Waiting:
        return tr("Waiting");
    case TodayGroup::ToFinish:
        return tr("To finish");
    case TodayGroup::Booked:
        return tr("Expected");
    case TodayGroup::Done:
        return tr("Done");
    case TodayGroup::NoShow:
        break;
    }
    return tr("Did not come");
}

void TodayModel::setBoard(const TodayBoard &board, const QHash<ResourceId, QString> &names, const QSet<Uuid> &flash)
{
    beginResetModel();
    m_board = board;
    m_names = names;
    m_flash = flash;
    layOut();
    endResetModel();
}

void TodayModel::endFlash()
{
    m_flash.clear();
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {FlashRole});
}

void TodayModel::setNow(Instant now)
{
    m_now = now;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TodayModel::setFilter(const TodayFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    layOut();
    endResetModel();
}

void TodayModel::fold(TodayGroup group, bool folded)
{
    beginResetModel();
    if (folded)
        m_folded.insert(group);
    else
        m_folded.remove(group);
    layOut();
    endResetModel();
}

bool TodayModel::isShown(const TodayRow &row) const
{
    return !m_filter.with || row.with() == m_filter.with;
}

void TodayModel::layOut()
{
    m_lines.clear();
    for (const TodayGroup group : groups) {
        if (m_filter.group && *m_filter.group != group)
            continue;
        QList<Line> lines;
        for (qsizetype i = 0; i < m_board.rows.size(); ++i) {
            const TodayRow &row = m_board.rows[i];
            if (row.group == group && isShown(row) && (!m_filter.treatment || row.treatment.state == State::Running))
                lines << Line{group, i};
        }
        if (lines.isEmpty())
            continue;
        m_lines << Line{group, -1};
        if (!m_folded.contains(group) || m_filter.group)
            m_lines << lines;
    }
}

QString TodayModel::nameOf(const std::optional<ResourceId> &resource) const
{
    return resource ? m_names.value(*resource) : QString();
}

const TodayRow *TodayModel::rowAt(int line) const
{
    return line >= 0 && line < m_lines.size() && m_lines[line].row >= 0 ? &m_board.rows[m_lines[line].row] : nullptr;
}

std::optional<TodayGroup> TodayModel::groupAt(int line) const
{
    return line >= 0 && line < m_lines.size() ? std::optional(m_lines[line].group) : std::nullopt;
}

int TodayModel::lineOf(const Uuid &key) const
{
    for (int line = 0; line < m_lines.size(); ++line) {
        if (const TodayRow *row = rowAt(line); row && row->key() == key)
            return line;
    }
    return -1;
}

int TodayModel::count(TodayGroup group) const
{
    return static_cast<int>(std::count_if(m_board.rows.cbegin(), m_board.rows.cend(),
                                          [&](const TodayRow &row) { return row.group == group && isShown(row); }));
}

int TodayModel::inTreatment() const
{
    return static_cast<int>(std::count_if(m_board.rows.cbegin(), m_board.rows.cend(), [&](const TodayRow &row) {
        return row.treatment.state == State::Running && isShown(row);
    }));
}

int TodayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TodayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

int TodayModel::minutesSince(Instant at) const
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(m_now - at).count());
}

QString TodayModel::clockText(Instant at) const
{
    return timeText(at, m_zone);
}

QString TodayModel::summary(TodayGroup group) const
{
    if (group == TodayGroup::Waiting) {
        int minutes = 0;
        for (const TodayRow &row : m_board.rows)
            minutes += row.group == group && isShown(row) ? minutesSince(row.ticket->arrived) : 0;
        return tr("%n min on average", "waiting", minutes / qMax(1, count(group)));
    }
    if (group == TodayGroup::Booked) {
        for (const TodayRow &row : m_board.rows) {
            if (row.group == group && isShown(row) && row.appointment() && row.appointment()->period.from >= m_now)
                return tr("next %1").arg(clockText(row.appointment()->period.from));
        }
    }
    if (m_folded.contains(group) && !m_filter.group)
        return group == TodayGroup::Done ? tr("[5] opens") : tr("[6] opens");
    return {};
}

QVariant TodayModel::groupData(TodayGroup group, int role) const
{
    if (role == GroupRole)
        return int(group);
    if (role == CountRole)
        return count(group);
    if (role == SummaryRole)
        return summary(group);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1: %2", "group and count").arg(nameOf(group)).arg(count(group));
    return {};
}

QString TodayModel::waitText(const TodayRow &row) const
{
    if (row.group == TodayGroup::Waiting)
        return tr("%n min", nullptr, qMax(0, minutesSince(row.ticket->arrived)));
    const Appointment *one = row.appointment();
    if (row.group != TodayGroup::Booked || !one)
        return {};
    const int late = minutesSince(one->period.from);
    if (late > schedule::grace.count())
        return tr("%n min late", nullptr, late);
    return late >= 0 ? tr("now") : tr("in %n min", nullptr, -late);
}

QString TodayModel::tickText(const TodayTick &tick, const std::optional<Instant> &since) const
{
    switch (tick.state) {
    case State::None:
        return QStringLiteral("–");
    case State::Due:
        return since ? QStringLiteral("◐ ") + tr("%n min", nullptr, qMax(0, minutesSince(*since)))
                     : QStringLiteral("○");
    case State::Running:
        return QStringLiteral("◐ ") + tr("%n min", nullptr, qMax(0, minutesSince(since.value_or(*tick.since))));
    case State::Done:
        break;
    }
    return tick.since ? QStringLiteral("✓ ") + clockText(*tick.since) : QStringLiteral("✓");
}

QString TodayModel::noteText(const TodayRow &row) const
{
    QStringList words;
    if (row.ticket && row.group == TodayGroup::Waiting) {
        if (row.ticket->priority == TicketPriority::Urgent)
            words << tr("urgent");
        if (row.ticket->priority == TicketPriority::Priority)
            words << tr("priority");
        if (row.ticket->skips > 0)
            words << tr("called %n time(s), not there", nullptr, row.ticket->skips);
    }
    if (row.ticket && row.ticket->stage == TicketStage::Left)
        words << tr("left unseen");
    const Appointment *one = row.appointment();
    if (row.group == TodayGroup::Booked && one && one->confirmed)
        words << tr("confirmed");
    const QString note = row.ticket && !row.ticket->note.isEmpty() ? row.ticket->note : one ? one->note : QString();
    if (!note.isEmpty())
        words << note;
    return words.join(tr("; "));
}

QString TodayModel::text(const TodayRow &row, int column) const
{
    const Appointment *one = row.appointment();
    switch (column) {
    case Number:
        return row.ticket && row.ticket->number ? QStringLiteral("%1").arg(*row.ticket->number, 2, 10, QLatin1Char('0'))
                                                : QString();
    case Time:
        return one ? clockText(one->period.from) : row.ticket ? tr("walk-in") : QString();
    case Name:
        return row.who.isEmpty() ? tr("not shown to you") : row.who;
    case With: {
        const QString service = one ? one->serviceName : row.ticket ? row.ticket->serviceName : QString();
        const QString name = nameOf(row.with());
        return name.isEmpty()      ? service
               : service.isEmpty() ? name
                                   : tr("%1·%2", "practitioner, service").arg(name, service);
    }
    case Wait:
        return waitText(row);
    case Visit:
        return tickText(row.visit, row.group == TodayGroup::InConsultation ? row.ticket->begun : std::nullopt);
    case Treatment:
        return tickText(row.treatment, {});
    default:
        break;
    }
    return noteText(row);
}

std::optional<int> TodayModel::tone(const TodayRow &row, int column) const
{
    if (column != Wait)
        return std::nullopt;
    if (row.group == TodayGroup::Waiting && minutesSince(row.ticket->arrived) > longWait)
        return int(Tone::Apricot);
    const Appointment *one = row.appointment();
    if (row.group == TodayGroup::Booked && one && minutesSince(one->period.from) > schedule::grace.count())
        return int(Tone::Cinnabar);
    return std::nullopt;
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines[index.row()];
    if (line.row < 0)
        return index.column() == 0 ? groupData(line.group, role) : QVariant();
    const TodayRow &row = m_board.rows[line.row];
    const int column = index.column();
    const bool running = column == Visit ? row.group == TodayGroup::InConsultation || row.visit.state == State::Running
                                         : column == Treatment && row.treatment.state == State::Running;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == With || column == Note ? QVariant(text(row, column)) : QVariant();
    case FlashRole:
        return m_flash.contains(row.key());
    case RowToneRole:
        if (const auto chip = tone(row, column))
            return *chip;
        return {};
    case RowIconRole:
        return tone(row, column) ? QVariant(QStringLiteral("clock")) : QVariant();
    case RowSongRole:
        return column == Name && !row.who.isEmpty();
    case RowDetailRole:
        return column == Name && row.patient ? QVariant(sexAndAge(row.sex, row.birthDate, civilDay(m_now, m_zone)))
                                             : QVariant();
    case RowBoldRole:
        return column == Number || running;
    case RowColorRole:
        if (running)
            return int(Token::MalachiteText);
        if (column == Note && row.ticket && row.ticket->priority == TicketPriority::Urgent)
            return int(Token::CinnabarText);
        if (column == With || column == Note || column == Visit || column == Treatment || row.who.isEmpty())
            return int(Token::Text2);
        return {};
    default:
        return {};
    }
}

QVariant TodayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Time:
        return tr("Booked", "time of the appointment");
    case Name:
        return tr("Patient");
    case With:
        return tr("With, for");
    case Wait:
        return tr("Wait");
    case Visit:
        return tr("Visit");
    case Treatment:
        return tr("Treatment");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags TodayModel::flags(const QModelIndex &index) const
{
    return rowAt(index.row()) ? QAbstractTableModel::flags(index) : Qt::ItemIsEnabled;
}

} // namespace xinglin::ui
