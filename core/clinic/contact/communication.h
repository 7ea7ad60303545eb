#pragma once

#include "clinic/contact/enquiry.h"

namespace xinglin {

using CommunicationId = Id<struct CommunicationTag>;

/// Who began: they called, wrote or came, or the clinic did.
enum class ContactDirection { In, Out };
enum class ContactMedium { Phone, Message, Desk };

/// What was said with somebody outside of visits, as it is entered; of a patient or of an enquiry.
struct ContactDraft
{
    std::optional<PatientId> patient;
    std::optional<EnquiryId> enquiry;
    ContactDirection direction = ContactDirection::Out;
    ContactMedium medium = ContactMedium::Phone;
    QString text;
    std::optional<bool> reached; ///< Of a call or message that went out: whether somebody answered.
    std::optional<Instant> sent; ///< Nothing: now.
    bool operator==(const ContactDraft &) const = default;
};

/// One that was logged (FHIR Communication).
struct Contact
{
    CommunicationId id{Uuid(Uuid::Bytes{})};
    ContactDraft content; ///< With its time.
    QString recordedBy;   ///< Name of who logged it.
    qint64 n = 0;         ///< For the next page.
    bool operator==(const Contact &) const = default;
};

QDebug operator<<(QDebug, const ContactDraft &) = delete;
QDebug operator<<(QDebug, const Contact &) = delete;

} // namespace xinglin

/// The log of contacts: calls, messages and visits to the desk. Never deleted. It is no part of the notes: who may read
/// contacts reads those of every patient whom they may see.
namespace xinglin::contact {

constexpr qsizetype mostText = 2000;

QString toText(ContactDirection direction); ///< "in", "out": as stored.
QString toText(ContactMedium medium);       ///< "phone", "message", "desk"
std::optional<ContactMedium> mediumFrom(const QString &text);
/// In the language of the program: "call", "message", "at the desk".
QString nameOf(ContactMedium medium);

/// Logs one. Of an enquiry that became a patient it is the patient's. Invalid: no or too long a text ("text"), a time
/// that lies ahead ("sent"), neither or both of patient and enquiry.
Result<Contact> log(store::Transaction &tx, const ContactDraft &draft);
/// Takes one out that was wrong; needs a reason. It is then nowhere but in the history.
Result<Done> retract(store::Transaction &tx, CommunicationId id, const QString &reason);

/// Those of a patient, of records merged into theirs and of what they asked before they became one; the newest first,
/// those after @p after where one is named, at most @p limit. Leaves the audit row "contact.open".
Result<QList<Contact>> ofPatient(const store::Snapshot &view, PatientId patient,
                                 const std::optional<Contact> &after = {}, int limit = 50);
/// Those of an enquiry alone, in the same manner.
Result<QList<Contact>> ofEnquiry(const store::Snapshot &view, EnquiryId enquiry,
                                 const std::optional<Contact> &after = {}, int limit = 50);

} // namespace xinglin::contact
