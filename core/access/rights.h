#pragma once

#include "access/permission.h"

#include <initializer_list>

namespace xinglin::access {

/// What somebody may do: a set of permissions.
class Rights
{
public:
    constexpr Rights() = default;
    constexpr Rights(std::initializer_list<Permission> permissions)
    {
        for (const Permission permission : permissions)
            m_bits |= bit(permission);
    }
    /// From codes with one space between, as a role keeps them; unknown ones (of a newer Xinglin) are left out.
    static Rights fromCodes(const QString &codes);

    constexpr bool has(Permission permission) const { return (m_bits & bit(permission)) != 0; }
    constexpr bool hasAll(const Rights &others) const { return (others.m_bits & ~m_bits) == 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr Rights &operator|=(const Rights &others)
    {
        m_bits |= others.m_bits;
        return *this;
    }
    constexpr Rights &operator&=(const Rights &others)
    {
        m_bits &= others.m_bits;
        return *this;
    }
    /// Takes the others away.
    constexpr Rights &operator-=(const Rights &others)
    {
        m_bits &= ~others.m_bits;
        return *this;
    }
    friend constexpr Rights operator|(Rights one, const Rights &other) { return one |= other; }
    friend constexpr Rights operator&(Rights one, const Rights &other) { return one &= other; }
    friend constexpr Rights operator-(Rights one, const Rights &other) { return one -= other; }
    bool operator==(const Rights &) const = default;

    /// In the order of the table.
    QList<Permission> list() const;
    /// Codes with one space between, in the order of the table.
    QString codes() const;

private:
    static constexpr quint64 bit(Permission permission) { return quint64(1) << static_cast<int>(permission); }
    quint64 m_bits = 0;
};

/// "RP": the roles' letters in the order they are offered.
QString lettersOf(Roles roles);
/// Unknown letters are left out.
Roles rolesFrom(const QString &letters);

/// What shipped roles allow together; for looking at the clinic as somebody else would see it.
Rights rightsOf(Roles roles);
/// What the actor may do at this moment: shipped roles and the clinic's own ones that were granted, less what this PC
/// shows to nobody (a front desk shows no narrative). Worked out once per view, so that asking again costs nothing.
Rights rightsOf(const store::Snapshot &view);

/// Reads complaint, examinations, diagnosis, plan or notes (P4).
bool isNarrative(Permission permission);
/// Changes something.
bool isWriting(Permission permission);

/// What a view knows of its actor.
struct Footing
{
    struct Glass
    {
        Uuid patient;
        qint64 untilMs;
    };
    Roles roles;
    Rights rights;
    Rights everywhere;               ///< Those that do not come from treating one's own patients.
    bool frontDesk = false;          ///< This PC never shows narrative.
    bool ownPatientsOnly = false;    ///< Narrative and prescriptions of one's own patients only.
    QList<Glass> glass;              ///< Patients for whom the actor broke the glass.
    std::optional<qint64> changesMs; ///< When a grant ends and all this has to be asked anew.
    QList<store::OpenGroups> groups; ///< By permission.

    bool isGlassOpen(const Uuid &patient, qint64 nowMs) const;
};
/// For `access` and the door to patients' rows.
const Footing &footing(const store::Snapshot &view);
/// Asks anew after grants, settings or glass were changed in the view's own transaction.
void forgetFooting(const store::Snapshot &view);

} // namespace xinglin::access
