#include "clinic/contact/communication.h"
#include "clinic/contact/enquiryrows.h"
#include "clinic/patient/patientrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <limits>

namespace xinglin::contact {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::contact)
};

using access::Permission;

/// Clocks of two PCs differ a little.
constexpr std::chrono::minutes ahead{5};

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

Error missing(CommunicationId id)
{
    return {Code::NotFound, Tr::tr("There is no such contact."), {}, id.toString()};
}

constexpr char Columns[] =
    "SELECT c.id, c.patient_id, c.enquiry_id, c.direction, c.medium, c.text, c.reached, c.sent_ms, u.name, c.n ";

Contact contactFrom(const store::Query &row)
{
    Contact one;
    one.id = row.get<CommunicationId>(0);
    one.content = {row.get<std::optional<PatientId>>(1),
                   row.get<std::optional<EnquiryId>>(2),
                   row.get<QString>(3) == u"in" ? ContactDirection::In : ContactDirection::Out,
                   mediumFrom(row.get<QString>(4)).value_or(ContactMedium::Phone),
                   row.get<QString>(5),
                   row.get<std::optional<bool>>(6),
                   row.get<Instant>(7)};
    one.recordedBy = row.get<QString>(8);
    one.n = row.get<qint64>(9);
    return one;
}

/// Binds where a page begins as ?2 and ?3 and its length as ?4.
void bindPage(store::Query &rows, const std::optional<Contact> &after, int limit)
{
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    rows.bindAt(2, after && after->content.sent ? toMs(*after->content.sent) : last);
    rows.bindAt(3, after ? after->n : last);
    rows.bindAt(4, limit);
}

void take(store::Query &rows, QList<Contact> &into)
{
    while (rows.next())
        into << contactFrom(rows);
}

bool isNewer(const Contact &one, const Contact &other)
{
    return std::pair(*one.content.sent, one.n) > std::pair(*other.content.sent, other.n);
}

/// Where bindPage() binds.
constexpr char Page[] =
    " AND c.status = 'completed' AND (c.sent_ms, c.n) < (?2, ?3) ORDER BY c.sent_ms DESC, c.n DESC LIMIT ?4";

} // namespace

QString toText(ContactDirection direction)
{
    return direction == ContactDirection::In ? QStringLiteral("in") : QStringLiteral("out");
}

QString toText(ContactMedium medium)
{
    switch (medium) {
    case ContactMedium::Phone:
        return QStringLiteral("phone");
    case ContactMedium::Message:
        return QStringLiteral("message");
    case ContactMedium::Desk:
        return QStringLiteral("desk");
    }
    Q_UNREACHABLE();
}

std::optional<ContactMedium> mediumFrom(const QString &text)
{
    for (const ContactMedium medium : {ContactMedium::Phone, ContactMedium::Message, ContactMedium::Desk}) {
        if (text == toText(medium))
            return medium;
    }
    return std::nullopt;
}

QString nameOf(ContactMedium medium)
{
    switch (medium) {
    case ContactMedium::Phone:
        return Tr::tr("call", "a telephone call");
    case ContactMedium::Message:
        return Tr::tr("message", "written to or by a patient");
    case ContactMedium::Desk:
        return Tr::tr("at the desk", "said in person");
    }
    Q_UNREACHABLE();
}

Result<Contact> log(store::Transaction &tx, const ContactDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    if (draft.patient.has_value() == draft.enquiry.has_value())
        return wrong("patient", Tr::tr("Say with whom."));
    ContactDraft content = draft;
    content.text = draft.text.trimmed();
    if (content.text.isEmpty())
        return wrong("text", Tr::tr("Say what it was about."));
    if (content.text.size() > mostText)
        return wrong("text", Tr::tr("This is too long; at most %1 characters.").arg(mostText));
    content.sent = draft.sent.value_or(tx.now());
    if (*content.sent > tx.now() + ahead)
        return wrong("sent", Tr::tr("This time lies ahead."));
    if (content.direction == ContactDirection::In || content.medium == ContactMedium::Desk)
        content.reached.reset();
    if (content.enquiry) {
        const auto asked = enquiry::find(tx, *content.enquiry);
        if (!asked)
            return asked.error();
        if (asked->patient) { // who asked is a patient by now
            content.patient = asked->patient;
            content.enquiry.reset();
        }
    } else {
        const auto kept = patient::canonical(tx, *content.patient);
        if (!kept)
            return kept.error();
        content.patient = *kept;
    }
    const auto id = tx.create<CommunicationId>();
    tx.sql("INSERT INTO communication(id, patient_id, enquiry_id, direction, medium, text, reached, sent_ms,"
           " recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(id, content.patient, content.enquiry, toText(content.direction), toText(content.medium), content.text,
              content.reached, *content.sent, tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(),
              "communication",
              id.uuid(),
              content.patient ? std::optional(content.patient->uuid()) : std::nullopt,
              "ok",
              {}});
    static const QByteArray sql = QByteArray(Columns) + "FROM communication c"
                                                        " LEFT JOIN user u ON u.id = c.recorded_by_id WHERE c.id = ?1";
    store::Query row = tx.sql(sql.constData());
    row.bind(id).next();
    return contactFrom(row);
}

Result<Done> retract(store::Transaction &tx, CommunicationId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::RecordContacts))
        return *refused;
    store::Query row = tx.sql("SELECT c.patient_id, c.enquiry_id FROM communication c WHERE c.id = ?1"
                              " AND c.status = 'completed'");
    if (!row.bind(id).next())
        return missing(id);
    auto patient = row.get<std::optional<PatientId>>(0);
    if (const auto asked = row.get<std::optional<EnquiryId>>(1)) {
        const auto whose = enquiry::find(tx, *asked);
        if (!whose)
            return missing(id);
        patient = whose->patient;
    } else if (const auto kept = patient::canonical(tx, *patient); kept) {
        patient = *kept;
    } else {
        return missing(id); // the same words for one of a patient who is not to be seen
    }
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why."));
    tx.sql("UPDATE communication SET status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "communication", id.uuid(), patient ? std::optional(patient->uuid()) : std::nullopt, "ok", {}});
    return Done{};
}

Result<QList<Contact>> ofPatient(const store::Snapshot &view, PatientId patient, const std::optional<Contact> &after,
                                 int limit)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf own(
        QByteArray(Columns) + "FROM communication c LEFT JOIN user u ON u.id = c.recorded_by_id WHERE ", "c", Page);
    // CROSS: by what they asked, which is one row or two.
    static const patient::RowsOf asked(QByteArray(Columns) + "FROM " + enquiry::Rows +
                                           " CROSS JOIN communication c ON c.enquiry_id = e.id"
                                           " LEFT JOIN user u ON u.id = c.recorded_by_id WHERE ",
                                       "e", Page);
    QList<Contact> found;
    for (const patient::RowsOf *part : {&own, &asked}) {
        store::Query rows = part->ask(view, *kept);
        bindPage(rows, after, limit);
        take(rows, found);
    }
    std::sort(found.begin(), found.end(), isNewer);
    if (found.size() > limit)
        found.resize(limit);
    view.audit({"contact.open", "patient", kept->uuid(), kept->uuid(), "ok", {}});
    return found;
}

Result<QList<Contact>> ofEnquiry(const store::Snapshot &view, EnquiryId enquiry, const std::optional<Contact> &after,
                                 int limit)
{
    if (auto refused = access::require(view, Permission::ReadContacts))
        return *refused;
    const auto asked = enquiry::find(view, enquiry);
    if (!asked)
        return asked.error();
    static const QByteArray sql = QByteArray(Columns) +
                                  "FROM communication c LEFT JOIN user u ON u.id = c.recorded_by_id"
                                  " WHERE c.enquiry_id = ?1" +
                                  Page;
    store::Query rows = view.sql(sql.constData());
    rows.bindAt(1, enquiry);
    bindPage(rows, after, limit);
    QList<Contact> found;
    take(rows, found);
    const std::optional<Uuid> whose = asked->patient ? std::optional(asked->patient->uuid()) : std::nullopt;
    view.audit({"contact.open", "enquiry", enquiry.uuid(), whose, "ok", {}});
    return found;
}

} // namespace xinglin::contact
