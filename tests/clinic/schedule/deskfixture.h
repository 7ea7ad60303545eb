#pragma once

#include "clinic/patient/patients.h"
#include "clinic/schedule/appointments.h"
#include "clinic/schedule/rosters.h"
#include "support/testclinic.h"

#include <QTest>

namespace xinglin::test {

/// A clinic with two practitioners, two moxa beds, two services and three patients; all work from Monday to Sunday,
/// 9:00–12:00 and 14:00–17:30, from 9 March 2026 on. Its today is Thursday, 12 March.
class DeskFixture
{
protected:
    static inline const QDate monday{2026, 3, 16};

    template <class F>
    auto write(const QByteArray &act, F f)
    {
        return m_clinic->write(m_clinic->receptionist(), act, f);
    }
    template <class F>
    auto read(F f)
    {
        return m_clinic->read(m_clinic->receptionist(), f);
    }

    void setUp()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_shen = add(ResourceKind::Practitioner, QStringLiteral("沈明堂"));
        m_gu = add(ResourceKind::Practitioner, QStringLiteral("顾青禾"));
        m_beds = add(ResourceKind::Bed, QStringLiteral("艾灸床"), 2);
        WorkingWeek week;
        week.fill({{540, 720}, {840, 1050}});
        for (const ResourceId id : {m_shen, m_gu, m_beds})
            QVERIFY(write("roster.week", [&](store::Transaction &tx) {
                        return schedule::setWeek(tx, id, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
                    }).ok());
        HealthcareServiceDraft visit;
        visit.name = QStringLiteral("复诊");
        visit.needs = {{{m_shen, m_gu}, 1}};
        m_visit = serve(visit);
        HealthcareServiceDraft moxa;
        moxa.name = QStringLiteral("艾灸");
        moxa.duration = std::chrono::minutes(40);
        moxa.after = std::chrono::minutes(10);
        moxa.needs = {{{m_beds}, 1}};
        m_moxa = serve(moxa);
        m_chen = m_clinic->patient(QStringLiteral("陈淑芬")).id;
        m_wang = m_clinic->patient(QStringLiteral("王建国"), QStringLiteral("13900139000")).id;
        m_li = m_clinic->patient(QStringLiteral("李明"), QStringLiteral("13700137000")).id;
    }
    void tearDown() { m_clinic.reset(); }

    Instant at(int minute, int after = 0) const
    {
        return freebusy::instantOf(monday.addDays(after), minute, m_clinic->around().zone);
    }
    ResourceId add(ResourceKind kind, const QString &name, int capacity = 1)
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.capacity = capacity;
        return m_clinic
            ->write(m_clinic->owner(), "resource.add",
                    [&](store::Transaction &tx) { return schedule::addResource(tx, draft); })
            ->id;
    }
    HealthcareServiceId serve(const HealthcareServiceDraft &draft)
    {
        return m_clinic
            ->write(m_clinic->owner(), "service.add",
                    [&](store::Transaction &tx) { return schedule::addService(tx, draft); })
            ->id;
    }
    AppointmentDraft wish(PatientId patient, HealthcareServiceId service, int minute,
                          const QList<ResourceId> &resources = {}) const
    {
        AppointmentDraft draft;
        draft.patient = patient;
        draft.service = service;
        draft.start = at(minute);
        draft.resources = resources;
        return draft;
    }
    Result<Appointment> book(const AppointmentDraft &draft)
    {
        return write("appointment.book", [&](store::Transaction &tx) { return schedule::book(tx, draft); });
    }
    Result<Appointment> book(PatientId patient, HealthcareServiceId service, int minute,
                             const QList<ResourceId> &resources = {})
    {
        return book(wish(patient, service, minute, resources));
    }
    QList<Appointment> day()
    {
        const auto found = read([&](const store::Snapshot &view) {
            return schedule::between(view, {at(0), at(0, 1)});
        });
        return found ? *found : QList<Appointment>();
    }

    std::unique_ptr<TestClinic> m_clinic;
    ResourceId m_shen{Uuid(Uuid::Bytes{})};
    ResourceId m_gu{Uuid(Uuid::Bytes{})};
    ResourceId m_beds{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_visit{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_moxa{Uuid(Uuid::Bytes{})};
    PatientId m_chen{Uuid(Uuid::Bytes{})};
    PatientId m_wang{Uuid(Uuid::Bytes{})};
    PatientId m_li{Uuid(Uuid::Bytes{})};
};

} // namespace xinglin::test
