#include "clinic/patient/duplicates.h"

#include "base/text/phone.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/linkkeys.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::duplicates {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::duplicates)
};

using access::Permission;
using linkage::Level;

/// Neither of the two was said to be somebody else than the other; ?1 and ?2 are their ids, the lesser first.
constexpr char SaidSql[] = "SELECT o.opinion FROM duplicate_opinion o WHERE o.one_id = min(?1, ?2) AND"
                           " o.other_id = max(?1, ?2) AND o.status = 'active' ORDER BY o.n DESC LIMIT 1";

bool saidDifferent(const store::Snapshot &view, PatientId one, PatientId other)
{
    store::Query said = view.sql(SaidSql);
    return said.bind(one, other).next() && said.get<QString>(0) == u"different";
}

QList<linkage::Reason::Kind> reasonsFrom(const QString &text)
{
    using Kind = linkage::Reason::Kind;
    QList<Kind> kinds;
    for (const QString &code : text.split(u' ', Qt::SkipEmptyParts)) {
        for (int kind = 0; kind <= static_cast<int>(Kind::PerhapsTwins); ++kind) {
            if (linkage::toText(Kind(kind)) == code)
                kinds << Kind(kind);
        }
    }
    return kinds;
}

/// Both of a pair, where the reader may see them and they are records of their own.
std::optional<Pair> pairOf(const store::Snapshot &view, qint64 a, qint64 b)
{
    const auto hits = patient::hitsOf(view, {a, b});
    if (hits.size() != 2)
        return std::nullopt;
    Pair pair;
    pair.one = hits[0];
    pair.other = hits[1];
    return pair;
}

QHash<Uuid, QString> peopleOf(const store::Snapshot &view)
{
    QHash<Uuid, QString> names;
    if (const auto users = access::users(view)) {
        for (const access::User &user : *users)
            names.insert(user.id.uuid(), user.name);
    }
    return names;
}

/// Pairs that somebody asks to be merged, the oldest wish first.
QList<Pair> askedFor(const store::Snapshot &view, int limit)
{
    const QHash<Uuid, QString> people = peopleOf(view);
    store::Query rows =
        view.sql("SELECT a.n, b.n, o.recorded_ms, o.recorded_by_id, c.score, c.level, c.reasons"
                 " FROM duplicate_opinion o CROSS JOIN patient a ON a.id = o.one_id CROSS JOIN patient b"
                 " ON b.id = o.other_id LEFT JOIN duplicate_candidate c ON c.a = min(a.n, b.n) AND c.b = max(a.n, b.n)"
                 " WHERE o.opinion = 'same' AND o.status = 'active' AND a.merged_into_id IS NULL"
                 " AND b.merged_into_id IS NULL ORDER BY o.recorded_ms");
    QList<Pair> found;
    while (found.size() < limit && rows.next()) {
        auto pair = pairOf(view, rows.get<qint64>(0), rows.get<qint64>(1));
        if (!pair)
            continue;
        pair->asked = rows.get<Instant>(2);
        pair->asker = rows.isNull(3) ? QString() : people.value(rows.get<Uuid>(3));
        pair->score = rows.get<std::optional<double>>(4).value_or(0);
        pair->level = rows.get<QString>(5) == u"certain" ? Level::Certain
                      : rows.isNull(5)                   ? Level::None
                                                         : Level::Likely;
        pair->reasons = reasonsFrom(rows.get<QString>(6));
        found << *std::move(pair);
    }
    return found;
}

/// Hands over the likeliest pairs that nobody said anything of, until @p take returns false.
template <class Take>
void eachCandidate(const store::Snapshot &view, Take take)
{
    store::Query rows = view.sql(
        "SELECT c.a, c.b, c.score, c.level, c.reasons FROM duplicate_candidate c ORDER BY c.score DESC, c.a, c.b"
        " LIMIT -1");
    while (rows.next()) {
        auto pair = pairOf(view, rows.get<qint64>(0), rows.get<qint64>(1));
        if (!pair)
            continue;
        store::Query said = view.sql(SaidSql);
        if (said.bind(pair->one.id, pair->other.id).next())
            continue; // "different" is settled, "same" stands above
        pair->score = rows.get<double>(2);
        pair->level = rows.get<QString>(3) == u"certain" ? Level::Certain : Level::Likely;
        pair->reasons = reasonsFrom(rows.get<QString>(4));
        if (!take(*pair))
            return;
    }
}

} // namespace

linkage::Person personOf(const PatientDraft &draft)
{
    linkage::Person person;
    person.name = draft.name.trimmed();
    if (draft.sex == Sex::Male || draft.sex == Sex::Female)
        person.male = draft.sex == Sex::Male;
    person.birth = PartialDate::fromText(draft.birthDate);
    person.birthLunar = draft.birthLunar;
    const auto add = [&](const QString &typed) {
        if (const auto phone = parsePhone(typed))
            person.phones << phoneDigits(phone->text);
    };
    add(draft.phone);
    for (const PatientPhone &phone : draft.otherPhones)
        add(phone.phone);
    person.documentNumber = normaliseDocumentNumber(draft.documentNumber);
    person.address = draft.address.trimmed();
    return person;
}

Result<QList<Candidate>> alike(const store::Snapshot &view, const PatientDraft &draft, std::optional<PatientId> but,
                               int limit)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const linkage::Subject subject = linkage::prepare(personOf(draft));
    // Past the gate: whether an ID number or an address is the same is told, never what it is.
    QList<Candidate> found;
    for (const Alike &one : alikeTo(view, subject, linkage::blockingKeys(subject))) {
        if (found.size() >= limit)
            break;
        for (const PatientHit &hit : patient::hitsOf(view, {one.n})) {
            if (hit.id != but && !(but && saidDifferent(view, *but, hit.id)))
                found << Candidate{hit, one.match};
        }
    }
    return found;
}

Result<Page> review(const store::Snapshot &view, int limit)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    Page page;
    page.pairs = askedFor(view, limit + 1);
    eachCandidate(view, [&](const Pair &pair) {
        page.pairs << pair;
        return page.pairs.size() <= limit;
    });
    page.more = page.pairs.size() > limit;
    while (page.pairs.size() > limit)
        page.pairs.removeLast();
    view.audit({"duplicates.open", {}, {}, {}, "ok", QString::number(page.pairs.size())});
    return page;
}

Result<int> count(const store::Snapshot &view, int most)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    int found = static_cast<int>(askedFor(view, most).size());
    if (found < most)
        eachCandidate(view, [&](const Pair &) { return ++found < most; });
    return found;
}

Result<Done> say(store::Transaction &tx, PatientId one, PatientId other, Opinion opinion, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    const auto first = patient::canonical(tx, one);
    if (!first)
        return first.error();
    const auto second = patient::canonical(tx, other);
    if (!second)
        return second.error();
    if (*first == *second)
        return Error{Code::Conflict, Tr::tr("This is one and the same record."), {}, {}};
    const bool inOrder = first->uuid().toBytes() < second->uuid().toBytes();
    const PatientId low = inOrder ? *first : *second;
    const PatientId high = inOrder ? *second : *first;
    tx.sql(
          "UPDATE duplicate_opinion SET status = 'withdrawn' WHERE one_id = ?1 AND other_id = ?2 AND status = 'active'")
        .bind(low, high)
        .run();
    tx.sql("INSERT INTO duplicate_opinion(id, one_id, other_id, opinion, reason, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(tx.newUuid(), low, high, opinion == Opinion::Same ? "same" : "different", patient::orNull(reason),
              tx.now(), tx.actor().user)
        .run();
    for (const PatientId &id : {low, high})
        tx.audit(
            {tx.act(), "patient", id.uuid(), id.uuid(), "ok", opinion == Opinion::Same ? u"same"_qs : u"different"_qs});
    return Done{};
}

} // namespace xinglin::duplicates
