#include "base/text/mask.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patients.h"

#include <QSet>

namespace xinglin::patient {

namespace {

/// More candidates than this are not sorted: the list of the latest seen is walked instead.
constexpr int Many = 2000;

constexpr char HitColumns[] =
    " p.id, r.number, r.name, r.pinyin, p.sex, p.birth_date, r.phone, r.last_visit, r.visits, r.pid"
    " FROM patient_rank r JOIN patient p ON p.n = r.pid";

PatientHit hitFrom(const store::Query &row)
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
    return hit;
}

/// Collects rows, each patient once, until there are enough.
class Hits
{
public:
    explicit Hits(int limit) : m_limit(limit) {}
    bool enough() const { return m_found.size() >= m_limit; }
    int room() const { return m_limit - static_cast<int>(m_found.size()); }
    void take(store::Query &rows)
    {
        while (!enough() && rows.next()) {
            const qint64 n = rows.get<qint64>(9);
            if (m_seen.contains(n))
                continue;
            m_seen.insert(n);
            m_found << hitFrom(rows);
        }
    }
    qsizetype seen() const { return m_seen.size(); }
    QList<PatientHit> found() && { return std::move(m_found); }

private:
    int m_limit;
    QList<PatientHit> m_found;
    QSet<qint64> m_seen;
};

/// True for "every key that begins so"; an exact key is a range too.
bool isPrefix(const SearchRange &range)
{
    return range.to == next(range.from);
}

/// The same condition as a range of keys, asked of the rank row: for walking the latest seen. Null where a kind of key
/// has no column there.
const char *walkFor(QChar kind)
{
    switch (kind.unicode()) {
    case u'N':
        return "substr(r.name_key, 1, length(?1)) = ?1";
    case u'n':
        return "instr(substr(r.name_key, 2), ?1) > 0";
    case u'I':
        return "instr(r.initials_key, ' ' || ?1) > 0";
    case u'Q':
        return "instr(r.pinyin_key, ' ' || ?1) > 0";
    case u'q':
        return "instr(r.given_key, ' ' || ?1) > 0";
    case u'D':
        return "instr(r.phone_key, ?1) > 0";
    default:
        return nullptr;
    }
}

void walkLatest(const store::Snapshot &view, const SearchRange &range, const char *condition, Hits &hits)
{
    const QByteArray sql =
        QByteArray("SELECT") + HitColumns + " WHERE " + condition + " ORDER BY r.last_visit DESC, r.pid LIMIT ?2";
    store::Query rows = view.sql(sql.constData());
    rows.bind(range.from.mid(1), hits.room() + static_cast<int>(hits.seen()));
    hits.take(rows);
}

void searchRange(const store::Snapshot &view, const SearchRange &range, Hits &hits)
{
    QList<qint64> candidates;
    {
        store::Query keys = view.sql("SELECT pid FROM search_key WHERE k >= ?1 AND k < ?2 LIMIT ?3");
        keys.bind(range.from, range.to, Many + 1);
        while (keys.next())
            candidates << keys.get<qint64>(0);
    }
    if (candidates.isEmpty())
        return;
    if (candidates.size() > Many) {
        if (const char *condition = walkFor(range.from.at(0)); condition != nullptr && isPrefix(range)) {
            walkLatest(view, range, condition, hits);
            return;
        }
        candidates.resize(Many);
    }
    // Sorted in memory: the latest seen first.
    QList<QPair<qint64, qint64>> ranked;
    store::Query rank = view.sql("SELECT last_visit FROM patient_rank WHERE pid = ?1");
    QSet<qint64> once;
    for (const qint64 n : std::as_const(candidates)) {
        if (once.contains(n))
            continue;
        once.insert(n);
        if (rank.bind(n).next())
            ranked.append({-rank.get<qint64>(0), n});
    }
    std::sort(ranked.begin(), ranked.end());
    static const QByteArray sql = QByteArray("SELECT") + HitColumns + " WHERE r.pid = ?1";
    store::Query row = view.sql(sql.constData());
    for (const auto &[visit, n] : std::as_const(ranked)) {
        if (hits.enough())
            return;
        row.bind(n);
        hits.take(row);
    }
}

} // namespace

Result<QList<PatientHit>> search(const store::Snapshot &view, const QString &typed, int limit)
{
    if (auto refused = access::require(view, access::Permission::SearchPatients))
        return *refused;
    const SearchQuery query = classify(typed);
    Hits hits(limit);
    if (query.kind == SearchQuery::Class::Empty) {
        if (!typed.trimmed().isEmpty())
            return std::move(hits).found();
        static const QByteArray sql = QByteArray("SELECT") + HitColumns + " ORDER BY r.last_visit DESC, r.pid LIMIT ?1";
        store::Query rows = view.sql(sql.constData());
        rows.bind(limit);
        hits.take(rows);
        return std::move(hits).found();
    }
    for (const QList<SearchRange> *tier : {&query.exact, &query.prefix, &query.inner}) {
        for (const SearchRange &range : *tier) {
            if (!hits.enough())
                searchRange(view, range, hits);
        }
        if (hits.enough())
            break;
    }
    return std::move(hits).found();
}

void noteSearch(const store::Snapshot &view, const QString &typed, qsizetype hits)
{
    view.audit({"patient.search", "patient", {}, {}, "ok", QStringLiteral("%1 → %2").arg(typed).arg(hits)});
}

Result<QList<PatientHit>> household(const store::Snapshot &view, const QString &phone, std::optional<PatientId> but)
{
    if (auto refused = access::require(view, access::Permission::SearchPatients))
        return *refused;
    Hits hits(20);
    if (phone.isEmpty())
        return std::move(hits).found();
    static const QByteArray first = QByteArray("SELECT") + HitColumns +
                                    " WHERE p.phone = ?1 AND p.id IS NOT ?2 ORDER BY r.last_visit DESC LIMIT 20";
    static const QByteArray others =
        QByteArray("SELECT") + HitColumns +
        " JOIN patient_phone t ON t.patient_id = p.id WHERE t.phone = ?1 AND t.ended = 0 AND p.id IS NOT ?2 LIMIT 20";
    for (const QByteArray *sql : {&first, &others}) {
        store::Query rows = view.sql(sql->constData());
        rows.bind(phone, but);
        hits.take(rows);
    }
    return std::move(hits).found();
}

} // namespace xinglin::patient
