#include "ui/patient/patientmodel.h"

#include "base/text/searchkeys.h"
#include "ui/kit/rowdelegate.h"
#include "ui/shell/patientwords.h"

#include <QLocale>

namespace xinglin::ui {

namespace {

QList<int> runFrom(int start, qsizetype length)
{
    QList<int> run;
    for (int i = 0; i < length; ++i)
        run << start + i;
    return run;
}

/// Marks within one reading that begins at @p offset.
QList<int> readingMarks(QStringView reading, QStringView typed, int offset)
{
    QList<int> initials;
    QList<int> letters;
    QString joined;
    QString firsts;
    bool atStart = true;
    for (int i = 0; i < reading.size(); ++i) {
        if (reading[i] == u' ') {
            atStart = true;
            continue;
        }
        if (atStart) {
            initials << offset + i;
            firsts += reading[i];
        }
        letters << offset + i;
        joined += reading[i];
        atStart = false;
    }
    if (firsts.startsWith(typed))
        return initials.first(typed.size());
    const qsizetype at = joined.indexOf(typed);
    return at < 0 ? QList<int>() : letters.mid(at, typed.size());
}

Tone toneOf(segments::Stage stage)
{
    switch (stage) {
    case segments::Stage::Enquiry:
    case segments::Stage::Booked:
        return Tone::Azurite;
    case segments::Stage::FirstVisit:
        return Tone::Apricot;
    case segments::Stage::Active:
        return Tone::Malachite;
    case segments::Stage::Dormant:
        return Tone::Gamboge;
    case segments::Stage::Lost:
        return Tone::Slate;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<int> pinyinMarks(const QString &pinyin, const QString &typed)
{
    QString letters;
    for (const QChar c : typed.toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    if (letters.isEmpty())
        return {};
    int offset = 0;
    const QString between = QStringLiteral(" | ");
    for (const QString &reading : pinyin.split(between)) {
        const QList<int> marks = readingMarks(reading, letters, offset);
        if (!marks.isEmpty())
            return marks;
        offset += static_cast<int>(reading.size() + between.size());
    }
    return {};
}

QList<int> textMarks(const QString &text, const QString &typed)
{
    const QString wanted = typed.trimmed();
    const qsizetype at = wanted.isEmpty() ? -1 : text.indexOf(wanted, 0, Qt::CaseInsensitive);
    return at < 0 ? QList<int>() : runFrom(static_cast<int>(at), wanted.size());
}

void PatientModel::setHits(const QList<PatientHit> &hits, const QString &typed, QDate today)
{
    beginResetModel();
    m_hits = hits;
    m_typed = typed;
    m_today = today;
    endResetModel();
}

void PatientModel::append(const QList<PatientHit> &hits)
{
    if (hits.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(hits.size()) - 1);
    m_hits << hits;
    endInsertRows();
}

void PatientModel::addStages(const QList<PatientId> &asked, const segment::Stages &stages)
{
    m_stages.thresholds = stages.thresholds;
    for (const PatientId &id : asked)
        m_stages.of.remove(id.uuid());
    m_stages.of.insert(stages.of);
    if (!m_hits.isEmpty())
        emit dataChanged(index(0, Stage), index(rowCount() - 1, Stage));
}

const PatientHit *PatientModel::hitAt(int row) const
{
    return row >= 0 && row < m_hits.size() ? &m_hits[row] : nullptr;
}

int PatientModel::rowOf(PatientId id) const
{
    for (int row = 0; row < m_hits.size(); ++row) {
        if (m_hits[row].id == id)
            return row;
    }
    return -1;
}

int PatientModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

int PatientModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PatientModel::text(const PatientHit &hit, int column) const
{
    switch (column) {
    case Name:
        return hit.name;
    case Pinyin:
        return hit.pinyin;
    case SexAge:
        return sexAndAge(hit.sex, hit.birthDate, m_today);
    case Phone:
        return hit.phone;
    case Number:
        return hit.number;
    case LastVisit:
        return hit.lastVisit ? relativeDay(*hit.lastVisit, m_today) : QStringLiteral("–");
    case Visits:
        return QLocale().toString(hit.visits);
    case Stage: {
        const auto stage = m_stages.of.constFind(hit.id.uuid());
        return stage == m_stages.of.constEnd() ? QString() : segments::nameOf(*stage);
    }
    default:
        return {};
    }
}

QVariant PatientModel::data(const QModelIndex &index, int role) const
{
    const PatientHit *hit = hitAt(index.row());
    if (!hit || !checkIndex(index))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*hit, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*hit, index.column()));
    case Qt::ToolTipRole:
        if (index.column() == LastVisit && hit->lastVisit)
            return longDateText(*hit->lastVisit);
        if (index.column() == Stage && m_stages.of.contains(hit->id.uuid()))
            return segments::ruleOf(m_stages.of.value(hit->id.uuid()), m_stages.thresholds);
        return {};
    case RowToneRole:
        if (index.column() == Stage && m_stages.of.contains(hit->id.uuid()))
            return int(toneOf(m_stages.of.value(hit->id.uuid())));
        return {};
    case Qt::TextAlignmentRole:
        return int(index.column() == Visits ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case RowSongRole:
        return index.column() == Name;
    case RowColorRole:
        return index.column() == Number || index.column() == Pinyin ? int(Token::Text2) : QVariant();
    case RowMarksRole: {
        QList<int> marks;
        if (index.column() == Pinyin && classify(m_typed).kind == SearchQuery::Class::Letters)
            marks = pinyinMarks(hit->pinyin, m_typed);
        else if (index.column() == Name || index.column() == Number || index.column() == Phone)
            marks = textMarks(text(*hit, index.column()), m_typed);
        return marks.isEmpty() ? QVariant() : QVariantList(marks.begin(), marks.end());
    }
    default:
        return {};
    }
}

QVariant PatientModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Visits ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Pinyin:
        return tr("Pinyin");
    case SexAge:
        return tr("Sex, age");
    case Phone:
        return tr("Phone");
    case Number:
        return tr("Number");
    case LastVisit:
        return tr("Last visit");
    case Visits:
        return tr("Visits");
    case Stage:
        return tr("Stage");
    default:
        return {};
    }
}

} // namespace xinglin::ui
