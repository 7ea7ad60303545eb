#pragma once

#include "clinic/schedule/freetimes.h"

namespace xinglin {

using WaitlistEntryId = Id<struct WaitlistEntryTag>;
using WaitlistOfferId = Id<struct WaitlistOfferTag>;

enum class WaitlistStatus { Waiting, Booked, Withdrawn, EnteredInError };
enum class OfferOutcome { Accepted, Declined, Unreached, GivenUp };

/// Somebody who would come if a time became free, as it is entered.
struct WaitlistDraft
{
    std::optional<PatientId> patient; ///< Or somebody who asked.
    std::optional<EnquiryId> enquiry;
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    std::optional<ResourceId> with; ///< Nothing: anybody.
    QDate first;                    ///< Both included.
    QDate last;
    QList<int> weekdays; ///< 1 Monday … 7 Sunday; empty: any.
    int fromMinute = 0;  ///< Of the civil day.
    int toMinute = 1440;
    bool urgent = false;
    QString note;
    bool operator==(const WaitlistDraft &) const = default;
};

struct WaitlistEntry
{
    WaitlistEntryId id{Uuid(Uuid::Bytes{})};
    WaitlistDraft content; ///< Patient: the record that stays. Neither patient nor enquiry: hidden from the reader.
    QString who;           ///< As far as the reader may see it.
    QString phone;         ///< The same.
    QString serviceName;
    WaitlistStatus status = WaitlistStatus::Waiting;
    Instant since;
    std::optional<AppointmentId> appointment; ///< What they got.
    bool operator==(const WaitlistEntry &) const = default;
};

/// A free time that is being offered to one of them.
struct WaitlistOffer
{
    WaitlistOfferId id{Uuid(Uuid::Bytes{})};
    WaitlistEntryId entry{Uuid(Uuid::Bytes{})};
    ResourceId resource{Uuid(Uuid::Bytes{})};
    Period period;
    Instant until; ///< Nobody else is offered it before.
    std::optional<access::UserId> by;
    bool operator==(const WaitlistOffer &) const = default;
};

/// Somebody whom a free time would suit.
struct WaitlistMatch
{
    WaitlistEntry entry;
    FreeTime time;    ///< As their service needs it; begins where the free time does.
    int declined = 0; ///< How often they were offered one and declined.
    bool operator==(const WaitlistMatch &) const = default;
};

QDebug operator<<(QDebug, const WaitlistDraft &) = delete;
QDebug operator<<(QDebug, const WaitlistEntry &) = delete;
QDebug operator<<(QDebug, const WaitlistMatch &) = delete;

} // namespace xinglin

namespace xinglin::schedule {

constexpr qint64 longestWait = 366; ///< days
/// So long nobody else is offered what one is being called about.
constexpr std::chrono::minutes offerLasts{10};

/// Invalid: neither or both of patient and enquiry ("patient"), days that are none, over or too many ("days"), clock
/// times that are none ("minutes"), a weekday that is none ("weekdays"), somebody the service does not need ("with"),
/// too long a note ("note"). Conflict ("patient"): waits for the same already.
Result<WaitlistEntry> addToWaitlist(store::Transaction &tx, const WaitlistDraft &draft);
/// Refuses what addToWaitlist() refuses; for whom it is stays.
Result<WaitlistEntry> editWaitlist(store::Transaction &tx, WaitlistEntryId id, const WaitlistDraft &draft);
Result<Done> withdrawFromWaitlist(store::Transaction &tx, WaitlistEntryId id);

Result<WaitlistEntry> waitlistEntry(const store::Snapshot &view, WaitlistEntryId id);
/// Those who wait and whose days are not over: urgent ones first, then by how long they have waited.
Result<QList<WaitlistEntry>> waitlist(const store::Snapshot &view);
/// Whom a time of @p resource that became free would suit, in the order of waitlist(), but those who declined least
/// come first among equals; without those who are being offered something now, and without anybody while the time is
/// being offered.
Result<QList<WaitlistMatch>> matches(const store::Snapshot &view, ResourceId resource, const Period &period);

/// Keeps a free time for one of them while they are called. Conflict: it is being offered to somebody else, or they are
/// being offered another ("entry"); it is not free any more ("start").
Result<WaitlistOffer> offer(store::Transaction &tx, WaitlistEntryId id, const FreeTime &time);
/// How that ended; Accepted books it: see bookFromWaitlist().
Result<Done> answer(store::Transaction &tx, WaitlistOfferId id, OfferOutcome outcome);
/// Books a time for one of them and takes them off the list, whether or not it was offered before. Refuses as book(),
/// and (Conflict, "entry") what is being offered to somebody else.
Result<Appointment> bookFromWaitlist(store::Transaction &tx, WaitlistEntryId id, const FreeTime &time);
/// What is being offered now.
Result<QList<WaitlistOffer>> offers(const store::Snapshot &view);

} // namespace xinglin::schedule
