#pragma once

#include "base/mass.h"
#include "clinic/record/visit.h"

namespace xinglin {

using PrescriptionId = Id<struct PrescriptionTag>;

/// How the medicine is taken. Limits are compared within their own route only.
enum class Route { Decoction, Granule, Pill, Powder, External };
QString toText(Route route);
std::optional<Route> routeFrom(const QString &text);

/// A herb of a prescription.
struct PrescriptionLine
{
    QString herb;             ///< Id in the catalogue; empty: a name that is not known, which is never checked.
    QString name;             ///< As written and printed: 炒白术
    Mass dose;                ///< Per packet; none while it has not been written.
    QString preparation;      ///< 先煎, 后下 …; stands at the herb's upper right.
    bool signedAgain = false; ///< 双签: a severe finding on it was overridden.
    bool operator==(const PrescriptionLine &) const = default;
};

/// Why a finding was signed all the same.
struct FindingOverride
{
    QString rule;
    QString herbs; ///< Names as written, joined by 、; with the rule it names the finding.
    QString reason;
    bool operator==(const FindingOverride &) const = default;
};

/// A herbal prescription as it is being written.
struct PrescriptionDraft
{
    QString name;    ///< 归脾汤加减
    QString formula; ///< Id of the classic formula it started from; may be empty.
    Route route = Route::Decoction;
    int packets = 7;       ///< 剂数
    int packetsPerDay = 1; ///< 每日剂数
    int timesPerDay = 2;   ///< 分服次数
    QString instructions;
    QList<PrescriptionLine> lines;
    QList<FindingOverride> overrides;
    bool operator==(const PrescriptionDraft &) const = default;

    /// Days the packets last, rounded up.
    int days() const { return (packets + packetsPerDay - 1) / packetsPerDay; }
    Mass packetMass() const
    {
        Mass sum;
        for (const PrescriptionLine &line : lines)
            sum += line.dose;
        return sum;
    }
};

/// What is handed out as it comes: 中成药, 配方颗粒.
enum class MedicineForm { Patent, Granule };
QString toText(MedicineForm form);
std::optional<MedicineForm> medicineFormFrom(const QString &text);

struct MedicineOrder
{
    MedicineForm form = MedicineForm::Patent;
    QString name; ///< 归脾丸
    QString dose; ///< At each time, as written: 8丸
    int timesPerDay = 3;
    int days = 7;
    QString quantity;     ///< To be dispensed, as written: 2盒; may be empty.
    QString instructions; ///< 饭后温水送服; may be empty.
    bool operator==(const MedicineOrder &) const = default;
};

/// What the check found when a prescription was written.
struct StoredFinding
{
    QString rule;
    QString severity;    ///< severe, warning, note
    QString herbs;       ///< Names as written, joined by 、
    QString reason = {}; ///< Why it was signed all the same; may be empty.
    bool operator==(const StoredFinding &) const = default;
};

/// A stored prescription with what was found when it was saved.
struct Prescription
{
    PrescriptionId id{Uuid(Uuid::Bytes{})};
    QString number; ///< 20260312-A0013
    PrescriptionDraft content;
    int checked = 0;    ///< Lines the check knew.
    QString checkRules; ///< Version of the rule data.
    int severe = 0;
    int warnings = 0;
    int notes = 0;
    QList<StoredFinding> findings; ///< What these three count, as they were found.
    bool operator==(const Prescription &) const = default;
};

} // namespace xinglin
