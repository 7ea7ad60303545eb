#pragma once

#include "clinic/patient/patient.h"

/// Break-glass: one person past the ordinary rules for one patient, for half an hour and a reason; then an owner looks
/// at it. It opens care (pregnancy, medicines) to reception, and to practitioners what the row rules would hide:
/// restricted patients, and foreign notes where records are not shared. Reception never reads narrative.
namespace xinglin {

using GlassId = Id<struct GlassTag>;

enum class GlassVerdict { Justified, NotJustified };

/// One time the glass was broken.
struct Glass
{
    GlassId id{Uuid(Uuid::Bytes{})};
    UserId user{Uuid(Uuid::Bytes{})};
    QString userName;
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString patientNumber;
    QString patientName; ///< Masked for those who see names masked.
    QString reasonCode;
    QString reason; ///< In the person's words.
    Instant opened;
    Instant until;
    std::optional<Instant> ended; ///< Given back before its time.
    std::optional<Instant> reviewed;
    QString reviewer;
    std::optional<GlassVerdict> verdict;
    QString review;
    bool overdue = false;      ///< Not reviewed within 72 hours.
    bool reviewedSelf = false; ///< By the one who broke it: there was no other owner.
    bool operator==(const Glass &) const = default;
};
QDebug operator<<(QDebug, const Glass &) = delete;

} // namespace xinglin

namespace xinglin::patient {

inline constexpr std::chrono::minutes GlassTime{30};
inline constexpr std::chrono::hours GlassReviewTime{72};

/// The reasons that are offered: "emergency", "cover", "request", "other".
const QStringList &glassReasons();
/// The reason in the language of the program.
QString glassReasonText(const QString &code);

/// Whom the glass could be broken for: found by their exact number, old number or document number, restricted or not.
/// Enough to know whether it is the right one. Leaves the audit row "glass.find".
struct GlassCandidate
{
    PatientId id{Uuid(Uuid::Bytes{})};
    QString number;
    QString name; ///< Masked.
    Sex sex = Sex::Unknown;
    std::optional<int> birthYear;
    bool restricted = false;
};
Result<GlassCandidate> findForGlass(const store::Snapshot &view, const QString &reference);

/// Opens for 30 minutes. The person's own password is asked by the screen beforehand (access::identify). Refuses an
/// unknown code and an empty reason. Its audit row "glass.break" stands in the same commit.
Result<Glass> breakGlass(store::Transaction &tx, PatientId id, const QString &reasonCode, const QString &reason);
/// Gives it back before its time; one's own only.
Result<Done> endGlass(store::Transaction &tx, GlassId id);
/// One's own that are open now, the one that ends first before the others.
Result<QList<Glass>> openGlass(const store::Snapshot &view);
/// Whole minutes left, rounded up.
int minutesLeft(const Glass &glass, Instant now);

/// Those nobody has reviewed yet, the oldest first; for owners and auditors.
Result<QList<Glass>> glassInbox(const store::Snapshot &view);
/// Reviewed ones, the newest first.
Result<QList<Glass>> glassReviewed(const store::Snapshot &view, int limit = 100);
/// An owner says whether it was justified: not the one who broke it, unless there is no other owner.
Result<Done> review(store::Transaction &tx, GlassId id, GlassVerdict verdict, const QString &text);

} // namespace xinglin::patient
