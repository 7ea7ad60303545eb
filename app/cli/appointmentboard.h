#pragma once

#include "app/cli/command.h"
#include "clinic/schedule/freetimes.h"

namespace xinglin::cli {

/// Something that can be booked, as it is offered to choose from.
struct Named
{
    QString id;
    QString name;
};

/// Why there is no appointment.
struct Refusal
{
    /// For scripts: "unknown", "ambiguous", "not_offered", "taken", "closed", "patient_busy", "past", "not_booked" or
    /// "conflict".
    QString code;
    QList<Blocker> blockers;
    QList<FreeTime> alternatives;
    QList<Named> candidates; ///< Of a name that fits nothing or several.
};

/// One that was booked, with the patient's number as far as the reader may see it.
struct ShownAppointment
{
    Appointment appointment;
    QString number;
};

/// Who and what can be booked, read once: names to ids and back.
class Board
{
public:
    static Result<Board> read(const store::Snapshot &view);

    /// In use, by id or whole name, whatever its case, width and spaces. NotFound and Conflict leave the candidates in
    /// @p refusal: a part of a name is no name, so that a script never books what is only called similarly.
    Result<HealthcareService> service(const QString &typed, Refusal &refusal) const;
    /// A practitioner whom the service needs. Conflict ("not_offered") where it needs others.
    Result<ResourceId> practitioner(const QString &typed, const HealthcareService &service, Refusal &refusal) const;
    /// A practitioner, also one out of use.
    Result<ResourceId> practitioner(const QString &typed, Refusal &refusal) const;

    QString nameOf(ResourceId id) const;
    QString practitionerAmong(const QList<ResourceId> &resources) const;
    /// The room among them, else where the practitioner usually is.
    QString roomAmong(const QList<ResourceId> &resources) const;
    const QTimeZone &zone() const { return m_zone; }

    QJsonObject toJson(const FreeTime &time) const;
    QJsonObject toJson(const ShownAppointment &shown) const;
    QJsonObject toJson(const Refusal &refusal, const Error &error) const;
    /// "2026-03-12 10:30–10:50  沈致远, 诊室一"
    QString inWords(const FreeTime &time) const;

    /// Prints one that was booked, moved or cancelled.
    void show(Output &output, const ShownAppointment &shown) const;
    /// Says why not, and with JSON prints it, where the exit is that of a refusal.
    Exit refuse(const Call &call, const Error &error, const Refusal &refusal) const;

private:
    explicit Board(const QTimeZone &zone) : m_zone(zone) {}
    const Resource *find(ResourceId id) const;
    QJsonArray namesOf(const QList<ResourceId> &resources) const;

    QTimeZone m_zone;
    QList<Resource> m_resources;
    QList<HealthcareService> m_services;
};

/// The patient's number beside the appointment.
ShownAppointment shownWith(const store::Snapshot &view, const Appointment &appointment);
/// In the language of the program.
QString inWords(AppointmentStatus status);
/// The day and both times by the clinic's clock: "2026-03-12 10:30–10:50".
QString inWords(const Period &period, const QTimeZone &zone);

/// A day as an option says it; nothing where it was not given. Invalid with the sentence for the person.
Result<std::optional<QDate>> dayOption(const Arguments &arguments, const QString &name);

} // namespace xinglin::cli
