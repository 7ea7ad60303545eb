#pragma once

#include "clinic/schedule/attendance.h"
#include "clinic/schedule/queue.h"
#include "clinic/schedule/today.h"
#include "support/testclinic.h"

namespace xinglin::test {

/// A front desk at ten in the morning: two practitioners, one of them the test clinic's own, two services, and some who
/// are booked or wait.
class FrontDesk
{
public:
    explicit FrontDesk(TestClinic &clinic) : m_clinic(&clinic)
    {
        room = add(ResourceKind::Room, QStringLiteral("一诊室"));
        shen = add(ResourceKind::Practitioner, QStringLiteral("沈明堂"), clinic.practitioner().user);
        gu = add(ResourceKind::Practitioner, QStringLiteral("顾青禾"));
        visit = serve(QStringLiteral("复诊"), {shen, gu});
        needles = serve(QStringLiteral("针灸"), {gu});
    }

    PatientId person(const char *name, const char *phone = "13800138000") const
    {
        PatientDraft draft;
        draft.name = QString::fromUtf8(name);
        draft.phone = QLatin1String(phone);
        draft.sex = Sex::Female;
        draft.birthDate = QStringLiteral("1979-08-21");
        return sure(m_clinic->write(m_clinic->receptionist(), "patient.register",
                                    [&](store::Transaction &tx) { return patient::register_(tx, draft); }))
            .id;
    }
    /// So many minutes from now.
    AppointmentId book(PatientId patient, int after, std::optional<ResourceId> with = {}) const
    {
        AppointmentDraft draft;
        draft.patient = patient;
        draft.service = visit;
        draft.start = m_clinic->clock.now() + std::chrono::minutes(after);
        draft.resources = {with.value_or(shen)};
        draft.outOfHours = true;
        draft.overbook = true;
        return sure(m_clinic->write(m_clinic->receptionist(), "appointment.book",
                                    [&](store::Transaction &tx) { return schedule::book(tx, draft); }))
            .id;
    }
    TicketId queueUp(PatientId patient, std::optional<ResourceId> with = {}) const
    {
        return sure(
                   m_clinic->write(m_clinic->receptionist(), "queue.walkin",
                                   [&](store::Transaction &tx) {
                                       return schedule::walkIn(tx, {patient, visit, with, TicketPriority::Routine, {}});
                                   }))
            .id;
    }
    TicketId checkIn(AppointmentId id) const
    {
        return sure(m_clinic->write(m_clinic->receptionist(), "queue.checkin",
                                    [&](store::Transaction &tx) { return schedule::checkIn(tx, id); }))
            .id;
    }
    void call(TicketId id) const
    {
        sure(m_clinic->write(m_clinic->receptionist(), "queue.call",
                             [&](store::Transaction &tx) { return queue::call(tx, id); }));
    }

    ResourceId room{Uuid(Uuid::Bytes{})};
    ResourceId shen{Uuid(Uuid::Bytes{})}; ///< Signs in as "practitioner".
    ResourceId gu{Uuid(Uuid::Bytes{})};
    HealthcareServiceId visit{Uuid(Uuid::Bytes{})};
    HealthcareServiceId needles{Uuid(Uuid::Bytes{})};

private:
    template <class T>
    static T sure(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().field));
        return *std::move(result);
    }
    ResourceId add(ResourceKind kind, const QString &name, const std::optional<Uuid> &user = {}) const
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        if (user)
            draft.user = access::UserId(*user);
        return sure(m_clinic->write(m_clinic->owner(), "resource.add",
                                    [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }))
            .id;
    }
    HealthcareServiceId serve(const QString &name, const QList<ResourceId> &by) const
    {
        HealthcareServiceDraft draft;
        draft.name = name;
        draft.needs = {{by, 1}};
        return sure(m_clinic->write(m_clinic->owner(), "service.add",
                                    [&](store::Transaction &tx) { return schedule::addService(tx, draft); }))
            .id;
    }

    TestClinic *m_clinic;
};

} // namespace xinglin::test
