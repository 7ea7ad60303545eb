#include "base/text/mask.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QSet>

#include <limits>

namespace xinglin::patient {

namespace {

/// More candidates than this are not sorted: the list of the latest seen is walked instead.
constexpr qsizetype Many = 2000;

/// Restricted patients are found by nobody but who may see them, those of an open import by nobody.
const QByteArray seen = " WHERE " + isSeen("p") + " AND " + inClosedBatch("p");

/// Collects rows, each patient once, until there are enough.
class Hits
{
public:
    Hits(const store::Snapshot &view, int limit)
        : m_limit(limit), m_plain(access::allows(view, access::Permission::SearchPatients))
    {
    }
    bool enough() const { return m_found.size() >= m_limit; }
    int room() const { return m_limit - static_cast<int>(m_found.size()); }
    void take(store::Query &rows)
    {
        while (!enough() && rows.next()) {
            const qint64 n = rows.get<qint64>(9);
            if (m_seen.contains(n))
                continue;
            m_seen.insert(n);
            m_found << hitFrom(rows, m_plain);
        }
    }
    qsizetype seen() const { return m_seen.size(); }
    QList<PatientHit> found() && { return std::move(m_found); }

private:
    int m_limit;
    bool m_plain; ///< Names are read in full.
    QList<PatientHit> m_found;
    QSet<qint64> m_seen;
};

/// Keys as long as this may be cut, so that a longer text is not asked of the rank row.
constexpr qsizetype LongestWalk = 50;

/// A range of keys as a condition on the rank row, for walking the latest seen; @ stands for the text.
struct Walk
{
    const char *condition;
    QString text;
};

/// Nullopt where a kind of key has no column there, or the column does not say quite the same.
std::optional<Walk> walkFor(const SearchRange &range)
{
    QString text = range.from.mid(1);
    if (text.isEmpty() || text.size() > LongestWalk)
        return std::nullopt;
    const bool whole = range.to == range.from + QChar(1);
    switch (range.from.at(0).unicode()) {
    case u'N':
        return Walk{whole ? "r.name_key = @" : "substr(r.name_key, 1, length(@)) = @", text};
    case u'n':
        // In words of letters only their first one begins a key.
        if (whole || text.at(0).unicode() < 0x80)
            return std::nullopt;
        return Walk{"instr(substr(r.name_key, 2), @) > 0", text};
    case u'I':
        return Walk{whole ? "instr(r.initials_key || ' ', ' ' || @ || ' ') > 0" : "instr(r.initials_key, ' ' || @) > 0",
                    text};
    case u'Q':
        return Walk{whole ? "instr(r.pinyin_key || ' ', ' ' || @ || ' ') > 0" : "instr(r.pinyin_key, ' ' || @) > 0",
                    text};
    case u'q':
        return Walk{whole ? "instr(r.given_key || ' ', ' ' || @ || ' ') > 0" : "instr(r.given_key, ' ' || @) > 0",
                    text};
    case u'D':
        if (text.size() < 3)
            return std::nullopt;
        return Walk{whole ? "instr(r.phone_key || ' ', @ || ' ') > 0" : "instr(r.phone_key, @) > 0", text};
    case u'T':
        std::reverse(text.begin(), text.end());
        return Walk{"instr(r.phone_key || ' ', @ || ' ') > 0", text};
    case u'c':
        return Walk{whole ? "instr(r.number_key || ' ', ' ' || @ || ' ') > 0" : "instr(r.number_key, ' ' || @) > 0",
                    text};
    default:
        return std::nullopt;
    }
}

/// Asks the conditions of the latest seen, one after the other, until there are enough.
void walkLatest(const store::Snapshot &view, const QList<Walk> &walks, Hits &hits)
{
    QByteArrayList conditions;
    for (qsizetype i = 0; i < walks.size(); ++i)
        conditions << QByteArray(walks[i].condition).replace('@', '?' + QByteArray::number(i + 2));
    const QByteArray sql = QByteArray("SELECT") + HitColumns + seen + " AND (" + conditions.join(" OR ") +
                           ")"
                           " ORDER BY r.last_visit DESC, r.pid LIMIT ?1";
    store::Query rows = view.sql(sql.constData());
    rows.bind(hits.room() + static_cast<int>(hits.seen()));
    for (qsizetype i = 0; i < walks.size(); ++i)
        rows.bindAt(static_cast<int>(i) + 2, walks[i].text);
    hits.take(rows);
}

/// The patients whose keys lie in the ranges; stops where there are more than @p most.
QSet<qint64> matching(const store::Snapshot &view, const QList<SearchRange> &ranges, qsizetype most)
{
    QSet<qint64> found;
    store::Query keys = view.sql("SELECT pid FROM search_key WHERE k >= ?1 AND k < ?2");
    for (const SearchRange &range : ranges) {
        keys.bind(range.from, range.to);
        while (found.size() <= most && keys.next())
            found.insert(keys.get<qint64>(0));
    }
    return found;
}

/// A tier as a whole: the latest seen of all its ranges first.
void searchTier(const store::Snapshot &view, const QList<SearchRange> &tier, Hits &hits)
{
    QList<Walk> walks;
    for (const SearchRange &range : tier) {
        if (auto walk = walkFor(range))
            walks << *std::move(walk);
    }
    const bool walkable = walks.size() == tier.size();
    const QSet<qint64> candidates = matching(view, tier, walkable ? Many : std::numeric_limits<qsizetype>::max());
    if (walkable && candidates.size() > Many) {
        walkLatest(view, walks, hits);
        return;
    }
    static const QByteArray sql = QByteArray("SELECT") + HitColumns + seen + " AND r.pid = ?1";
    store::Query row = view.sql(sql.constData());
    const auto take = [&](qint64 n) {
        row.bind(n);
        hits.take(row);
        return !hits.enough();
    };
    if (candidates.size() > Many) {
        store::Query latest = view.sql("SELECT r.pid FROM patient_rank r ORDER BY r.last_visit DESC, r.pid LIMIT -1");
        while (latest.next()) {
            const qint64 n = latest.get<qint64>(0);
            if (candidates.contains(n) && !take(n))
                return;
        }
        return;
    }
    QList<QPair<qint64, qint64>> ranked;
    // The rows themselves lie too far apart to be read for nothing but their rank.
    store::Query rank = view.sql("SELECT last_visit FROM patient_rank INDEXED BY patient_latest WHERE pid = ?1");
    for (const qint64 n : candidates) {
        if (rank.bind(n).next())
            ranked.append({-rank.get<qint64>(0), n});
    }
    std::sort(ranked.begin(), ranked.end());
    for (const auto &[visit, n] : std::as_const(ranked)) {
        if (!take(n))
            return;
    }
}

} // namespace

PatientHit hitFrom(const store::Query &row, bool plain)
{
    PatientHit hit{row.get<PatientId>(0),
                   row.get<QString>(1),
                   row.get<QString>(2),
                   row.get<QString>(3),
                   sexFrom(row.get<QString>(4)).value_or(Sex::Unknown),
                   row.get<std::optional<PartialDate>>(5),
                   maskPhone(row.get<QString>(6)),
                   {},
                   row.get<int>(8)};
    if (const qint64 day = row.get<qint64>(7); day > 0)
        hit.lastVisit = QDate(1970, 1, 1).addDays(day);
    if (!plain) {
        hit.name = maskName(hit.name);
        hit.pinyin.clear();
        if (hit.birthDate)
            hit.birthDate = PartialDate::fromText(QString::number(hit.birthDate->year()));
    }
    return hit;
}

QList<PatientHit> hitsOf(const store::Snapshot &view, const QList<qint64> &numbers)
{
    const bool plain = access::allows(view, access::Permission::SearchPatients);
    static const QByteArray sql = QByteArray("SELECT") + HitColumns + seen + " AND r.pid = ?1";
    store::Query row = view.sql(sql.constData());
    QList<PatientHit> found;
    for (const qint64 n : numbers) {
        if (row.bind(n).next())
            found << hitFrom(row, plain);
    }
    return found;
}

Result<QList<PatientHit>> search(const store::Snapshot &view, const QString &typed, int limit)
{
    if (auto refused = requireSearch(view))
        return *refused;
    const SearchQuery query = classify(typed);
    Hits hits(view, limit);
    if (query.kind == SearchQuery::Class::Empty) {
        if (!typed.trimmed().isEmpty())
            return std::move(hits).found();
        static const QByteArray sql =
            QByteArray("SELECT") + HitColumns + seen + " ORDER BY r.last_visit DESC, r.pid LIMIT ?1";
        store::Query rows = view.sql(sql.constData());
        rows.bind(limit);
        hits.take(rows);
        return std::move(hits).found();
    }
    for (const QList<SearchRange> *tier : {&query.exact, &query.prefix, &query.inner}) {
        if (!tier->isEmpty() && !hits.enough())
            searchTier(view, *tier, hits);
    }
    return std::move(hits).found();
}

void noteSearch(const store::Snapshot &view, const QString &typed, qsizetype hits)
{
    view.audit({"patient.search", "patient", {}, {}, "ok", QStringLiteral("%1 → %2").arg(typed).arg(hits)});
}

Result<QList<PatientHit>> household(const store::Snapshot &view, const QString &phone, std::optional<PatientId> but)
{
    if (auto refused = requireSearch(view))
        return *refused;
    Hits hits(view, 20);
    if (phone.isEmpty())
        return std::move(hits).found();
    static const QByteArray first = QByteArray("SELECT") + HitColumns + seen +
                                    " AND p.phone = ?1 AND p.id IS NOT ?2 ORDER BY r.last_visit DESC LIMIT 20";
    static const QByteArray others =
        QByteArray("SELECT") + HitColumns + " JOIN patient_phone t ON t.patient_id = p.id" + seen +
        " AND t.phone = ?1 AND t.ended = 0 AND p.id IS NOT ?2 AND " + inClosedBatch("t") + " LIMIT 20";
    for (const QByteArray *sql : {&first, &others}) {
        store::Query rows = view.sql(sql->constData());
        rows.bind(phone, but);
        hits.take(rows);
    }
    return std::move(hits).found();
}

} // namespace xinglin::patient
