#include "clinic/patient/importmatch.h"

#include "base/text/searchkeys.h"
#include "clinic/patient/linkkeys.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::batch {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::batch)
};

using access::Permission;

/// A record by its number in the store, where its batch is closed or is @p batch. Past the gate, as all comparing is.
std::optional<Match> foundAs(store::Connection &connection, qint64 n, std::optional<BatchId> batch)
{
    static const QByteArray sql = "SELECT p.id, p.batch_id FROM patient p WHERE p.n = ?1 AND p.merged_into_id IS NULL"
                                  " AND (p.batch_id = ?2 OR " +
                                  patient::inClosedBatch("p") + ")";
    store::Query row = connection.internal(sql.constData());
    if (!row.bind(n, batch).next())
        return std::nullopt;
    Match match;
    match.patient = row.get<PatientId>(0);
    match.ofBatch = batch && row.get<std::optional<BatchId>>(1) == batch;
    return match;
}

/// Who is called so in the other program, and is called the same.
std::optional<Match> byOldNumber(store::Connection &connection, const PatientDraft &person,
                                 std::optional<BatchId> batch)
{
    if (person.oldNumber.isEmpty())
        return std::nullopt;
    store::Query rows = connection.internal("SELECT p.n, p.name FROM patient p WHERE p.old_number = ?1");
    rows.bind(person.oldNumber);
    const QString name = normaliseName(person.name);
    while (rows.next()) {
        if (normaliseName(rows.get<QString>(1)) != name)
            continue;
        if (auto match = foundAs(connection, rows.get<qint64>(0), batch)) {
            match->level = linkage::Level::Certain;
            match->byNumber = true;
            return match;
        }
    }
    return std::nullopt;
}

std::optional<Match> likeliest(const store::Snapshot &view, const linkage::Subject &subject,
                               std::optional<BatchId> batch)
{
    store::Connection &connection = view.connection();
    // Who was taken back, or stands in another open import, is nobody.
    const auto isThere = [&](qint64 n) { return foundAs(connection, n, batch).has_value(); };
    const auto alike = duplicates::alikeTo(view, subject, linkage::blockingKeys(subject), isThere);
    const auto same = std::find_if(alike.cbegin(), alike.cend(),
                                   [](const duplicates::Alike &one) { return isSamePerson(one.match); });
    if (same == alike.cend())
        return std::nullopt;
    auto best = foundAs(connection, same->n, batch);
    best->level = same->match.level;
    return best;
}

Error unknown(const char *why)
{
    return {Code::NotFound, Tr::tr("Nobody like this is known here."), {}, QLatin1String(why)};
}

} // namespace

bool isSamePerson(const linkage::Match &match)
{
    using Kind = linkage::Reason::Kind;
    return match.level >= linkage::Level::Likely && (!match.has(Kind::OtherName) || match.has(Kind::SameDocument));
}

Result<std::optional<Match>> known(const store::Snapshot &view, const PatientDraft &person,
                                   const linkage::Subject &subject, std::optional<BatchId> batch)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    if (auto match = byOldNumber(view.connection(), person, batch))
        return match;
    return likeliest(view, subject, batch);
}

Result<PatientId> whose(const store::Snapshot &view, const PatientDraft &person, const linkage::Subject &subject)
{
    if (auto refused = access::require(view, Permission::RunBatch))
        return *refused;
    QSet<PatientId> found;
    const auto take = [&](const char *sql, const QString &value) {
        store::Query rows = view.connection().internal(sql);
        rows.bind(value);
        while (rows.next()) {
            if (const auto kept = patient::canonical(view, rows.get<PatientId>(0)))
                found.insert(*kept);
        }
    };
    if (!person.oldNumber.isEmpty()) {
        take("SELECT id FROM patient WHERE old_number = ?1", person.oldNumber);
        if (found.isEmpty())
            take("SELECT id FROM patient WHERE number = ?1", patient::wholeNumber(view, person.oldNumber));
    }
    if (found.isEmpty() && !person.documentNumber.isEmpty())
        take("SELECT id FROM patient WHERE document_number = ?1", person.documentNumber);
    if (found.size() > 1)
        return Error{
            Code::Conflict, Tr::tr("Several people are called so here."), {}, QStringLiteral("patient.several")};
    if (found.size() == 1)
        return *found.cbegin();
    if (person.name.isEmpty())
        return unknown("patient.unknown");
    const auto match = likeliest(view, subject, {});
    if (!match)
        return unknown("patient.unknown");
    return patient::canonical(view, match->patient);
}

} // namespace xinglin::batch
