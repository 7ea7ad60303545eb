#include "ui/settings/auditmodel.h"

#include "ui/kit/rowdelegate.h"

#include <QDateTime>
#include <QRegularExpression>

namespace xinglin::ui {

namespace {

/// Times stand in the log as milliseconds; they are shown as the clinic's clock had them. What was typed stays.
QString detailOf(const auditlog::Line &line, const QTimeZone &zone)
{
    static const QList<QByteArray> timed{"patient.open", "visit.open", "audit.export"};
    if (!timed.contains(line.action))
        return line.detail;
    static const QRegularExpression stamp(QStringLiteral("(^as of|, from|, until) (\\d{1,15})(?=,|$)"));
    QString shown;
    qsizetype at = 0;
    for (auto places = stamp.globalMatch(line.detail); places.hasNext();) {
        const QRegularExpressionMatch found = places.next();
        const QString time = QDateTime::fromMSecsSinceEpoch(found.captured(2).toLongLong(), zone)
                                 .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        const QString said = found.captured(1) == u"as of"    ? AuditModel::tr("as of %1", "day and time")
                             : found.captured(1) == u", from" ? AuditModel::tr(", from %1", "day and time")
                                                              : AuditModel::tr(", until %1", "day and time");
        shown += line.detail.mid(at, found.capturedStart() - at) + said.arg(time);
        at = found.capturedEnd();
    }
    return shown + line.detail.mid(at);
}

} // namespace

void AuditModel::start(const QTimeZone &zone)
{
    beginResetModel();
    m_lines.clear();
    m_labels.clear();
    m_next.reset();
    m_waiting = false;
    m_zone = zone;
    endResetModel();
}

void AuditModel::add(const auditlog::Page &page, const QHash<Uuid, patient::Label> &labels)
{
    m_labels.insert(labels);
    m_next = page.next;
    m_waiting = false;
    if (page.lines.isEmpty())
        return;
    const int from = rowCount();
    beginInsertRows({}, from, from + static_cast<int>(page.lines.size()) - 1);
    m_lines << page.lines;
    endInsertRows();
}

const auditlog::Line *AuditModel::lineAt(int row) const
{
    return row >= 0 && row < m_lines.size() ? &m_lines[row] : nullptr;
}

std::optional<qint64> AuditModel::takeNext()
{
    m_waiting = m_next.has_value();
    return std::exchange(m_next, std::nullopt);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::text(const auditlog::Line &line, int column) const
{
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(toMs(line.at), m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Person:
        return line.user ? line.person : tr("The program");
    case What:
        return auditlog::wordsFor(line.action);
    case Patient: {
        if (!line.patient)
            return {};
        const auto label = m_labels.constFind(*line.patient);
        return label == m_labels.constEnd() ? tr("not shown to you") : label->name + u' ' + label->number;
    }
    case Outcome:
        return auditlog::wordsForOutcome(line.outcome);
    case Detail:
        return detailOf(line, m_zone);
    default:
        return {};
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const auditlog::Line *line = lineAt(index.row());
    if (!line || !checkIndex(index))
        return {};
    const int column = index.column();
    const bool went = line->outcome == "ok";
    switch (role) {
    case Qt::DisplayRole:
        return text(*line, column);
    case Qt::ToolTipRole:
        return column == What ? text(*line, What) + u'\n' + QString::fromLatin1(line->action) : text(*line, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*line, column));
    case RowToneRole:
        return column == Outcome && !went ? int(Tone::Cinnabar) : QVariant();
    case RowIconRole:
        return column == Outcome && !went ? QStringLiteral("dialog-cancel") : QString();
    case RowBoldRole:
        return column == What;
    case RowColorRole:
        if (column == Time || column == Detail || column == Outcome)
            return int(Token::Text2);
        return column == Patient && line->patient && !m_labels.contains(*line->patient) ? int(Token::Text3)
                                                                                        : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Person:
        return tr("Who");
    case What:
        return tr("What");
    case Patient:
        return tr("Whose record");
    case Outcome:
        return tr("Outcome");
    case Detail:
        return tr("Detail");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value();
}

void AuditModel::fetchMore(const QModelIndex &)
{
    if (m_next)
        emit moreWanted();
}

} // namespace xinglin::ui
