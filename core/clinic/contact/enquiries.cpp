#include "access/rights.h"
#include "base/text/mask.h"
#include "base/text/phone.h"
#include "base/text/searchkeys.h"
#include "clinic/contact/enquiryrows.h"
#include "clinic/patient/patientrows.h"

#include <QCoreApplication>

#include <limits>

namespace xinglin::enquiry {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::enquiry)
};

using access::Permission;
using patient::orNull;

QString toText(EnquiryStatus status)
{
    switch (status) {
    case EnquiryStatus::Open:
        return QStringLiteral("open");
    case EnquiryStatus::Registered:
        return QStringLiteral("registered");
    case EnquiryStatus::Closed:
        return QStringLiteral("closed");
    }
    Q_UNREACHABLE();
}

EnquiryStatus statusFrom(const QString &text)
{
    return text == u"registered" ? EnquiryStatus::Registered
           : text == u"closed"   ? EnquiryStatus::Closed
                                 : EnquiryStatus::Open;
}

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

/// What reading one begins with; see enquiryFrom().
const QByteArray &selected()
{
    static const QByteArray sql =
        QByteArray("SELECT e.id, e.name, e.phone, e.wish, e.source, e.campaign, e.referred_by_id, e.status, e.reason,"
                   " e.patient_id, e.recorded_ms, u.name, (SELECT max(c.sent_ms) FROM communication c WHERE"
                   " c.enquiry_id = e.id AND c.status = 'completed'), e.n FROM ") +
        Rows + " LEFT JOIN user u ON u.id = e.recorded_by_id WHERE " + isSeen();
    return sql;
}

/// Hides what of a row the reader may not see: masks, and a restricted referrer.
Enquiry enquiryFrom(const store::Snapshot &view, const store::Query &row)
{
    Enquiry one;
    one.id = row.get<EnquiryId>(0);
    one.content = {row.get<QString>(1), row.get<QString>(2), row.get<QString>(3),
                   row.get<QString>(4), row.get<QString>(5), {}};
    if (!access::allows(view, Permission::SearchPatients)) {
        one.content.name = maskName(one.content.name);
        one.content.phone = one.content.phone.isEmpty() ? QString() : maskPhone(one.content.phone);
    }
    if (const auto referrer = row.get<std::optional<PatientId>>(6)) {
        if (const auto kept = patient::canonical(view, *referrer))
            one.content.referredBy = *kept;
    }
    one.status = statusFrom(row.get<QString>(7));
    one.reason = row.get<QString>(8);
    if (const auto became = row.get<std::optional<PatientId>>(9)) {
        if (const auto kept = patient::canonical(view, *became))
            one.patient = *kept;
    }
    one.recorded = row.get<Instant>(10);
    one.recordedBy = row.get<QString>(11);
    one.lastContact = row.get<std::optional<Instant>>(12);
    one.n = row.get<qint64>(13);
    return one;
}

QList<Enquiry> allOf(const store::Snapshot &view, store::Query &rows)
{
    QList<Enquiry> found;
    while (rows.next())
        found << enquiryFrom(view, rows);
    return found;
}

/// The newest change of the row; the log's own tables say only when.
qint64 revisionOf(const store::Snapshot &view, EnquiryId id)
{
    store::Query row = view.connection().internal(
        "SELECT max(t.record) FROM touch t WHERE t.t = ?2 AND t.r = (SELECT n FROM enquiry WHERE id = ?1)");
    row.bind(id, view.registry().table("enquiry")->wire).next();
    return row.get<qint64>(0);
}

std::optional<Enquiry> read(const store::Snapshot &view, EnquiryId id)
{
    static const QByteArray sql = selected() + " AND e.id = ?1";
    access::footing(view); // who asks is what row_open() answers by
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    return enquiryFrom(view, row);
}

/// One that can still be decided on.
Result<Enquiry> openOne(const store::Snapshot &view, EnquiryId id)
{
    const auto one = read(view, id);
    if (!one)
        return missing(id);
    if (one->status == EnquiryStatus::Registered)
        return Error{Code::Conflict, Tr::tr("They are a patient already."), {}, {}};
    if (one->status == EnquiryStatus::Closed)
        return Error{Code::Conflict, Tr::tr("This enquiry is closed. Open it again first."), {}, {}};
    return *one;
}

/// The draft as it is stored, or what is wrong with it.
Result<EnquiryDraft> cleaned(const store::Snapshot &view, const EnquiryDraft &draft)
{
    if (const auto found = problems(draft); !found.isEmpty())
        return found.constFirst();
    const auto phone = parsePhone(draft.phone);
    EnquiryDraft clean{draft.name.trimmed(),   phone ? phone->text : QString(), draft.wish.trimmed(),
                       draft.source.trimmed(), draft.campaign.trimmed(),        {}};
    if (draft.referredBy) {
        const auto referrer = patient::canonical(view, *draft.referredBy);
        if (!referrer)
            return Error{Code::NotFound, referrer.error().message, QStringLiteral("referredBy"), {}};
        clean.referredBy = *referrer;
    }
    return clean;
}

void note(store::Transaction &tx, EnquiryId id, const std::optional<PatientId> &patient = {})
{
    tx.audit({tx.act(), "enquiry", id.uuid(), patient ? std::optional(patient->uuid()) : std::nullopt, "ok", {}});
}

/// Becomes nobody else's: the one statement keeps status and patient together.
void setPatient(store::Transaction &tx, EnquiryId id, PatientId patient)
{
    tx.sql("UPDATE enquiry SET (status, reason, patient_id) = ('registered', NULL, ?2) WHERE id = ?1")
        .bind(id, patient)
        .run();
    note(tx, id, patient);
}

/// Whether one of the keys lies in what was looked for.
bool fits(const SearchQuery &query, const Enquiry &one)
{
    const QStringList keys = searchKeys(
        {one.content.name, one.content.phone.isEmpty() ? QStringList() : QStringList{one.content.phone}, {}, {}, {}});
    for (const QList<SearchRange> *tier : {&query.exact, &query.prefix, &query.inner}) {
        for (const SearchRange &range : *tier) {
            if (std::any_of(keys.cbegin(), keys.cend(),
                            [&](const QString &key) { return key >= range.from && key < range.to; }))
                return true;
        }
    }
    return false;
}

QList<Enquiry> page(const store::Snapshot &view, EnquiryStatus status, const std::optional<Enquiry> &after, int limit)
{
    static const QByteArray sql = selected() + " AND e.status = ?1 AND (e.recorded_ms, e.n) < (?2, ?3)"
                                               " ORDER BY e.recorded_ms DESC, e.n DESC LIMIT ?4";
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    access::footing(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(toText(status), after ? toMs(after->recorded) : last, after ? after->n : last, limit);
    return allOf(view, rows);
}

} // namespace

QByteArray isSeen()
{
    return "(e.status <> 'registered' OR " + patient::ofSeen("e") +
           " AND EXISTS (SELECT 1 FROM patient bp WHERE bp.id = e.patient_id AND " + patient::inClosedBatch("bp") +
           "))";
}

Error missing(EnquiryId id)
{
    return {Code::NotFound, Tr::tr("There is no such enquiry."), {}, id.toString()};
}

QList<Error> problems(const EnquiryDraft &draft)
{
    QList<Error> found;
    if (draft.name.trimmed().isEmpty())
        found << wrong("name", Tr::tr("The name is needed."));
    else if (draft.name.trimmed().size() > mostName)
        found << wrong("name", Tr::tr("A name has at most %1 characters.").arg(mostName));
    if (!draft.phone.trimmed().isEmpty()) {
        if (const auto phone = parsePhone(draft.phone); !phone)
            found << wrong("phone", phone.error().message);
    }
    if (draft.wish.trimmed().size() > mostWish)
        found << wrong("wish", Tr::tr("The wish is too long; at most %1 characters.").arg(mostWish));
    return found;
}

PatientDraft patientDraft(const EnquiryDraft &draft)
{
    PatientDraft person;
    person.name = draft.name;
    person.phone = draft.phone;
    person.source = draft.source;
    person.campaign = draft.campaign;
    person.referredBy = draft.referredBy;
    return person;
}

Result<Enquiry> record(store::Transaction &tx, const EnquiryDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    const auto clean = cleaned(tx, draft);
    if (!clean)
        return clean.error();
    const auto id = tx.create<EnquiryId>();
    tx.sql("INSERT INTO enquiry(id, name, phone, wish, source, campaign, referred_by_id, recorded_ms, recorded_by_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(id, clean->name, orNull(clean->phone), orNull(clean->wish), orNull(clean->source),
              orNull(clean->campaign), clean->referredBy, tx.now(), tx.actor().user)
        .run();
    note(tx, id);
    return *read(tx, id);
}

Result<Enquiry> edit(store::Transaction &tx, EnquiryId id, const EnquiryDraft &draft, std::optional<qint64> expected)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    const auto known = read(tx, id);
    if (!known)
        return missing(id);
    if (known->status == EnquiryStatus::Registered)
        return Error{
            Code::Conflict, Tr::tr("They are a patient already; change what is known of the patient."), {}, {}};
    if (expected && *expected != revisionOf(tx, id))
        return Error{Code::Stale, Tr::tr("Somebody changed this enquiry since you opened it."), {}, {}};
    const auto clean = cleaned(tx, draft);
    if (!clean)
        return clean.error();
    tx.sql("UPDATE enquiry SET name = ?2, phone = ?3, wish = ?4, source = ?5, campaign = ?6 WHERE id = ?1")
        .bind(id, clean->name, orNull(clean->phone), orNull(clean->wish), orNull(clean->source),
              orNull(clean->campaign))
        .run();
    // One who is hidden from the actor, or stands there under a record that was merged, was not meant to be changed.
    if (clean->referredBy != known->content.referredBy)
        tx.sql("UPDATE enquiry SET referred_by_id = ?2 WHERE id = ?1").bind(id, clean->referredBy).run();
    note(tx, id);
    return *read(tx, id);
}

Result<Done> close(store::Transaction &tx, EnquiryId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    if (const auto one = openOne(tx, id); !one)
        return one.error();
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why."));
    tx.sql("UPDATE enquiry SET status = 'closed', reason = ?2 WHERE id = ?1").bind(id, reason.trimmed()).run();
    tx.setReason(reason.trimmed());
    note(tx, id);
    return Done{};
}

Result<Done> reopen(store::Transaction &tx, EnquiryId id)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    const auto one = read(tx, id);
    if (!one)
        return missing(id);
    if (one->status == EnquiryStatus::Registered)
        return Error{Code::Conflict, Tr::tr("They are a patient already."), {}, {}};
    if (one->status == EnquiryStatus::Open)
        return Error{Code::Conflict, Tr::tr("This enquiry is open."), {}, {}};
    tx.sql("UPDATE enquiry SET status = 'open', reason = NULL WHERE id = ?1").bind(id).run();
    note(tx, id);
    return Done{};
}

Result<Patient> become(store::Transaction &tx, EnquiryId id, const PatientDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    if (const auto one = openOne(tx, id); !one)
        return one.error();
    auto registered = patient::register_(tx, draft);
    if (registered)
        setPatient(tx, id, registered->id);
    return registered;
}

Result<Done> link(store::Transaction &tx, EnquiryId id, PatientId patient)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    if (const auto one = openOne(tx, id); !one)
        return one.error();
    const auto kept = patient::canonical(tx, patient);
    if (!kept)
        return kept.error();
    setPatient(tx, id, *kept);
    return Done{};
}

Result<Enquiry> find(const store::Snapshot &view, EnquiryId id)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    auto one = read(view, id);
    if (!one)
        return missing(id);
    one->revision = revisionOf(view, id);
    return *one;
}

Result<QList<Enquiry>> list(const store::Snapshot &view, EnquiryStatus status, const std::optional<Enquiry> &after,
                            int limit)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    auto found = page(view, status, after, limit);
    view.audit({"enquiry.list", "enquiry", {}, {}, "ok", {}});
    return found;
}

Result<QList<Enquiry>> search(const store::Snapshot &view, EnquiryStatus status, const QString &typed, int limit)
{
    constexpr int AtOnce = 200;
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    const SearchQuery query = classify(typed);
    QList<Enquiry> found;
    std::optional<Enquiry> after;
    for (bool more = query.kind != SearchQuery::Class::Empty; more && found.size() < limit;) {
        const auto some = page(view, status, after, AtOnce);
        for (const Enquiry &one : some) {
            if (found.size() < limit && fits(query, one))
                found << one;
        }
        more = some.size() == AtOnce;
        if (more)
            after = some.constLast();
    }
    view.audit({"enquiry.search", "enquiry", {}, {}, "ok", QStringLiteral("%1 → %2").arg(typed).arg(found.size())});
    return found;
}

Result<QList<Enquiry>> withPhone(const store::Snapshot &view, const QString &typed)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    const auto phone = parsePhone(typed);
    if (!phone)
        return QList<Enquiry>();
    // +: by the telephone, not through all that are open.
    static const QByteArray sql =
        selected() + " AND e.phone = ?1 AND +e.status = 'open' ORDER BY e.recorded_ms DESC, e.n DESC LIMIT 20";
    access::footing(view);
    store::Query rows = view.sql(sql.constData());
    rows.bind(phone->text);
    return allOf(view, rows);
}

Result<QList<Enquiry>> ofPatient(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf all(selected() + " AND ", "e", " ORDER BY e.recorded_ms DESC, e.n DESC");
    store::Query rows = all.ask(view, *kept);
    return allOf(view, rows);
}

Result<int> countOpen(const store::Snapshot &view, int most)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    store::Query open = view.sql("SELECT 1 FROM enquiry WHERE status = 'open' LIMIT ?1");
    open.bind(most);
    int found = 0;
    while (open.next())
        ++found;
    return found;
}

} // namespace xinglin::enquiry
