#include "access/settings.h"
#include "clinic/patient/glass.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/visits.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

/// Breaking the glass: what it opens, for how long, and that somebody has to look at it.
class TestGlass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_clinic.reset(); }

    void break_incomplete_isRefused_data();
    void break_incomplete_isRefused();
    void break_receptionist_getsCareAndNoNarrative();
    void break_practitioner_getsRestrictedPatient();
    void break_practitioner_getsForeignNarrative();
    void break_once_opensNobodyElse();
    void break_afterHalfAnHour_isShut();
    void break_inTheSameView_countsAtOnce();
    void break_alias_opensTheRecordThatStays();
    void break_leavesItsAuditRowInTheSameCommit();
    void break_byOthers_isRefused_data();
    void break_byOthers_isRefused();
    void end_own_isShutAtOnce();
    void end_foreign_isRefused();
    void findForGlass_restricted_saysJustEnough();
    void findForGlass_part_findsNobody();
    void minutesLeft_areRoundedUp();
    void inbox_unreviewed_growsOverdue();
    void inbox_auditor_seesMaskedNames();
    void review_justified_leavesTheInbox();
    void review_twice_isRefused();
    void review_notJustified_needsWords();
    void review_own_onlyWhereThereIsNoOtherOwner();

private:
    store::Actor as(Role role) const { return m_clinic->actor(role); }
    template <class F>
    auto read(const store::Actor &actor, F f)
    {
        return m_clinic->read(actor, f);
    }
    Result<Glass> break_(const store::Actor &actor, PatientId id, const QString &reason = u"急诊"_qs,
                         const QString &code = u"emergency"_qs)
    {
        return m_clinic->write(actor, "glass.break",
                               [&](store::Transaction &tx) { return patient::breakGlass(tx, id, code, reason); });
    }
    Result<Done> review(const store::Actor &actor, GlassId id, GlassVerdict verdict = GlassVerdict::Justified,
                        const QString &text = {})
    {
        return m_clinic->write(actor, "glass.review",
                               [&](store::Transaction &tx) { return patient::review(tx, id, verdict, text); });
    }
    QList<Glass> inbox(Role role = Role::Owner)
    {
        return *read(as(role), [](const store::Snapshot &view) { return patient::glassInbox(view); });
    }
    void restrict_(PatientId id)
    {
        QVERIFY(m_clinic
                    ->write(as(Role::Owner), "patient.restrict",
                            [&](store::Transaction &tx) { return patient::setRestricted(tx, id, true, u"封存"_qs); })
                    .ok());
    }
    bool meets(const store::Actor &actor, PatientId id)
    {
        return read(actor, [&](const store::Snapshot &view) { return patient::find(view, id).ok(); });
    }
    /// Roles as the second of their kind.
    store::Actor another(access::Roles roles)
    {
        access::User user;
        user.id = access::UserId::create(m_clinic->clock, m_clinic->random);
        user.login = u"another"_qs;
        user.name = u"程又新"_qs;
        user.roles = roles;
        const auto added = m_clinic->write(as(Role::Owner), "people.add", [&](store::Transaction &tx) {
            return access::addUser(tx, user, QByteArray(32, 'k'));
        });
        return {added->id.uuid(), as(Role::Owner).device};
    }
    RevisionId visit(PatientId id)
    {
        VisitDraft draft;
        draft.patient = id;
        draft.note.complaint = u"咳"_qs;
        const auto signed_ = m_clinic->write(as(Role::Practitioner), "visit.sign",
                                             [&](store::Transaction &tx) { return record::sign(tx, draft); });
        m_visit = signed_->visit;
        return signed_->id;
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_patient;
    std::optional<VisitId> m_visit;
};

void TestGlass::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_patient = m_clinic->patient(u"陈淑芬"_qs).id;
    QVERIFY(
        m_clinic
            ->write(as(Role::Practitioner), "care.record",
                    [&](store::Transaction &tx) { return patient::recordMedicine(tx, *m_patient, u"华法林"_qs, {}); })
            .ok());
}

void TestGlass::break_incomplete_isRefused_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("field");
    QTest::newRow("no code") << QString() << u"急诊"_qs << u"reasonCode"_qs;
    QTest::newRow("unknown code") << u"curiosity"_qs << u"急诊"_qs << u"reasonCode"_qs;
    QTest::newRow("no words") << u"other"_qs << u"  "_qs << u"reason"_qs;
}

void TestGlass::break_incomplete_isRefused()
{
    QFETCH(QString, code);
    QFETCH(QString, reason);
    QFETCH(QString, field);
    const auto broken = break_(as(Role::Receptionist), *m_patient, reason, code);
    QCOMPARE(broken.error().code, Code::Invalid);
    QCOMPARE(broken.error().field, field);
    QVERIFY(inbox().isEmpty());
    for (const QString &offered : patient::glassReasons())
        QVERIFY(!patient::glassReasonText(offered).isEmpty());
}

void TestGlass::break_receptionist_getsCareAndNoNarrative()
{
    visit(*m_patient);
    const auto ask = [&] {
        return *read(as(Role::Receptionist),
                     [&](const store::Snapshot &view) { return patient::open(view, *m_patient); });
    };
    QVERIFY(!ask().medicines);
    const auto broken = break_(as(Role::Receptionist), *m_patient);
    QVERIFY(broken.ok());
    QCOMPARE(broken->until - broken->opened, std::chrono::milliseconds(std::chrono::minutes(30)));
    const PatientStrip strip = ask();
    QCOMPARE(strip.medicines, QStringList{u"华法林"_qs});
    QVERIFY(!strip.patient.note);
    QVERIFY(read(as(Role::Receptionist),
                 [&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient).ok(); }));
    const auto narrative =
        read(as(Role::Receptionist), [&](const store::Snapshot &view) { return record::current(view, *m_visit); });
    QCOMPARE(narrative.error().code, Code::NoPermission);
    // Writing is not looking.
    const auto written = m_clinic->write(as(Role::Receptionist), "care.record", [&](store::Transaction &tx) {
        return patient::recordMedicine(tx, *m_patient, u"x"_qs, {});
    });
    QCOMPARE(written.error().code, Code::NoPermission);
}

void TestGlass::break_practitioner_getsRestrictedPatient()
{
    visit(*m_patient);
    restrict_(*m_patient);
    QVERIFY(!meets(as(Role::Practitioner), *m_patient));
    QVERIFY(break_(as(Role::Practitioner), *m_patient).ok());
    QVERIFY(meets(as(Role::Practitioner), *m_patient));
    QVERIFY(!meets(as(Role::Receptionist), *m_patient));
    const auto view = m_clinic->store().snapshot(as(Role::Practitioner));
    QVERIFY(record::current(*view, *m_visit).ok());
    QCOMPARE(patient::search(*view, u"陈淑芬"_qs)->size(), 1);
    QCOMPARE(record::visitsOf(*view, *m_patient)->size(), 1);
}

void TestGlass::break_practitioner_getsForeignNarrative()
{
    QVERIFY(
        m_clinic
            ->write(as(Role::Owner), "setting.change",
                    [](store::Transaction &tx) { return settings::setValue(tx, settings::RecordsSharing, u"own"_qs); })
            .ok());
    visit(*m_patient);
    const store::Actor other = another(Role::Practitioner);
    const auto may = [&] {
        return read(other, [&](const store::Snapshot &view) { return record::current(view, *m_visit).ok(); });
    };
    QVERIFY(!may());
    QVERIFY(break_(other, *m_patient).ok());
    QVERIFY(may());
    m_clinic->clock.advance(std::chrono::minutes(30));
    QVERIFY(!may());
}

void TestGlass::break_once_opensNobodyElse()
{
    const PatientId other = m_clinic->patient(u"王芳"_qs, u"13800138001"_qs).id;
    restrict_(*m_patient);
    restrict_(other);
    QVERIFY(break_(as(Role::Receptionist), *m_patient).ok());
    QVERIFY(meets(as(Role::Receptionist), *m_patient));
    QVERIFY(!meets(as(Role::Receptionist), other));
    QVERIFY(!meets(as(Role::Practitioner), *m_patient));
    const auto strip = read(as(Role::Owner), [&](const store::Snapshot &view) { return patient::open(view, other); });
    QVERIFY(strip.ok());
    // In one view too: what was opened for one patient is not open for the next.
    const PatientId third = m_clinic->patient(u"李明"_qs, u"13800138003"_qs).id;
    const auto view = m_clinic->store().snapshot(as(Role::Receptionist));
    QVERIFY(patient::open(*view, *m_patient)->medicines.has_value());
    QVERIFY(!patient::open(*view, third)->medicines.has_value());
}

void TestGlass::break_afterHalfAnHour_isShut()
{
    restrict_(*m_patient);
    QVERIFY(break_(as(Role::Practitioner), *m_patient).ok());
    m_clinic->clock.advance(std::chrono::minutes(30) - std::chrono::milliseconds(1));
    QVERIFY(meets(as(Role::Practitioner), *m_patient));
    const auto view = m_clinic->store().snapshot(as(Role::Practitioner));
    QVERIFY(patient::find(*view, *m_patient).ok());
    m_clinic->clock.advance(std::chrono::milliseconds(1));
    QVERIFY2(!patient::find(*view, *m_patient).ok(), "a view that was open before is no way round");
    QVERIFY(!meets(as(Role::Practitioner), *m_patient));
    QVERIFY(
        read(as(Role::Practitioner), [](const store::Snapshot &now) { return patient::openGlass(now)->isEmpty(); }));
}

void TestGlass::break_inTheSameView_countsAtOnce()
{
    restrict_(*m_patient);
    const auto tx = m_clinic->store().begin(as(Role::Practitioner), "glass.break");
    QVERIFY(!patient::find(*tx, *m_patient).ok());
    QVERIFY(patient::breakGlass(*tx, *m_patient, u"cover"_qs, u"代诊"_qs).ok());
    QVERIFY(patient::find(*tx, *m_patient).ok());
}

void TestGlass::break_alias_opensTheRecordThatStays()
{
    const PatientId alias = m_clinic->patient(u"陈素芬"_qs, u"13800138002"_qs).id;
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.merge");
        tx->connection().internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(alias, *m_patient).run();
        tx->commit();
    }
    restrict_(*m_patient);
    const auto broken = break_(as(Role::Practitioner), alias);
    QCOMPARE(broken->patient, *m_patient);
    QVERIFY(meets(as(Role::Practitioner), alias));
    QVERIFY(meets(as(Role::Practitioner), *m_patient));
}

void TestGlass::break_leavesItsAuditRowInTheSameCommit()
{
    const auto count = [&](const char *sql) {
        const auto view = m_clinic->store().snapshot(as(Role::Owner));
        store::Query row = view->connection().internal(sql);
        row.next();
        return row.get<qint64>(0);
    };
    const char *audited = "SELECT count(*) FROM audit WHERE action = 'glass.break' AND patient_id IS NOT NULL"
                          " AND record <> x'' /* whole table */";
    QCOMPARE(count(audited), 0);
    {
        const auto tx = m_clinic->store().begin(as(Role::Practitioner), "glass.break");
        QVERIFY(patient::breakGlass(*tx, *m_patient, u"other"_qs, u"x"_qs).ok());
    } // given up: neither row stays
    QCOMPARE(count(audited), 0);
    QVERIFY(inbox().isEmpty());
    QVERIFY(break_(as(Role::Practitioner), *m_patient).ok());
    QCOMPARE(count(audited), 1);
    QCOMPARE(inbox().size(), 1);
}

void TestGlass::break_byOthers_isRefused_data()
{
    QTest::addColumn<QString>("role");
    for (const char letter : QByteArray("DOAU"))
        QTest::newRow(QByteArray(1, letter).constData()) << QString(QLatin1Char(letter));
}

void TestGlass::break_byOthers_isRefused()
{
    QFETCH(QString, role);
    const store::Actor actor = as(*access::roleFrom(role.at(0)));
    QCOMPARE(break_(actor, *m_patient).error().code, Code::NoPermission);
}

void TestGlass::end_own_isShutAtOnce()
{
    restrict_(*m_patient);
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    const auto done = m_clinic->write(as(Role::Practitioner), "glass.end",
                                      [&](store::Transaction &tx) { return patient::endGlass(tx, broken->id); });
    QVERIFY(done.ok());
    QVERIFY(!meets(as(Role::Practitioner), *m_patient));
    QCOMPARE(inbox().size(), 1); // to be looked at all the same
    QVERIFY(inbox().constFirst().ended.has_value());
}

void TestGlass::end_foreign_isRefused()
{
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    const auto done = m_clinic->write(as(Role::Receptionist), "glass.end",
                                      [&](store::Transaction &tx) { return patient::endGlass(tx, broken->id); });
    QCOMPARE(done.error().code, Code::NotFound);
}

void TestGlass::findForGlass_restricted_saysJustEnough()
{
    const QString number =
        read(as(Role::Owner), [&](const store::Snapshot &view) { return patient::find(view, *m_patient); })->number;
    restrict_(*m_patient);
    const auto view = m_clinic->store().snapshot(as(Role::Practitioner));
    const auto found = patient::findForGlass(*view, number);
    QVERIFY(found.ok());
    QCOMPARE(found->id, *m_patient);
    QCOMPARE(found->name, u"陈*芬"_qs);
    QVERIFY(found->restricted);
    QCOMPARE(view->audited().size(), 1);
    QCOMPARE(view->audited().constFirst().action, QByteArray("glass.find"));
    QCOMPARE(view->audited().constFirst().patient, std::optional(m_patient->uuid()));
}

void TestGlass::findForGlass_part_findsNobody()
{
    const auto view = m_clinic->store().snapshot(as(Role::Practitioner));
    for (const QString &reference : {u"陈淑芬"_qs, u"A"_qs, u""_qs, u"13800138000"_qs})
        QCOMPARE(patient::findForGlass(*view, reference).error().code, Code::NotFound);
}

void TestGlass::minutesLeft_areRoundedUp()
{
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    const auto left = [&] { return patient::minutesLeft(*broken, m_clinic->clock.now()); };
    QCOMPARE(left(), 30);
    m_clinic->clock.advance(std::chrono::seconds(1));
    QCOMPARE(left(), 30);
    m_clinic->clock.advance(std::chrono::minutes(29));
    QCOMPARE(left(), 1);
    m_clinic->clock.advance(std::chrono::minutes(5));
    QCOMPARE(left(), 0);
}

void TestGlass::inbox_unreviewed_growsOverdue()
{
    QVERIFY(break_(as(Role::Practitioner), *m_patient, u"代诊"_qs, u"cover"_qs).ok());
    m_clinic->clock.advance(std::chrono::hours(1));
    QVERIFY(break_(as(Role::Receptionist), *m_patient).ok());
    m_clinic->clock.advance(std::chrono::hours(71) + std::chrono::milliseconds(1));
    const QList<Glass> waiting = inbox();
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting[0].reason, u"代诊"_qs);
    QCOMPARE(waiting[0].reasonCode, u"cover"_qs);
    QCOMPARE(waiting[0].userName, u"沈怀仁"_qs);
    QCOMPARE(waiting[0].patientName, u"陈淑芬"_qs);
    QVERIFY(waiting[0].overdue);
    QVERIFY(!waiting[1].overdue);
    for (const Role role : {Role::Receptionist, Role::Practitioner, Role::Dispenser, Role::Administrator})
        QCOMPARE(read(as(role), [](const store::Snapshot &view) { return patient::glassInbox(view); }).error().code,
                 Code::NoPermission);
}

void TestGlass::inbox_auditor_seesMaskedNames()
{
    restrict_(*m_patient);
    QVERIFY(break_(as(Role::Practitioner), *m_patient).ok());
    QCOMPARE(inbox(Role::Auditor).constFirst().patientName, u"陈*芬"_qs);
}

void TestGlass::review_justified_leavesTheInbox()
{
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    QVERIFY(review(as(Role::Owner), broken->id, GlassVerdict::Justified, u"属实"_qs).ok());
    QVERIFY(inbox().isEmpty());
    const auto reviewed =
        read(as(Role::Auditor), [](const store::Snapshot &view) { return patient::glassReviewed(view); });
    QCOMPARE(reviewed->size(), 1);
    QCOMPARE(reviewed->first().verdict, std::optional(GlassVerdict::Justified));
    QCOMPARE(reviewed->first().review, u"属实"_qs);
    QCOMPARE(reviewed->first().reviewer, u"方砚秋"_qs);
    QVERIFY(!reviewed->first().reviewedSelf);
    QVERIFY(!reviewed->first().overdue);
}

void TestGlass::review_twice_isRefused()
{
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    QVERIFY(review(as(Role::Owner), broken->id).ok());
    QCOMPARE(review(as(Role::Owner), broken->id, GlassVerdict::NotJustified, u"x"_qs).error().code, Code::Conflict);
    QCOMPARE(review(as(Role::Auditor), broken->id).error().code, Code::NoPermission);
}

void TestGlass::review_notJustified_needsWords()
{
    const auto broken = break_(as(Role::Practitioner), *m_patient);
    QCOMPARE(review(as(Role::Owner), broken->id, GlassVerdict::NotJustified).error().field, u"text"_qs);
    QVERIFY(review(as(Role::Owner), broken->id, GlassVerdict::NotJustified, u"好奇"_qs).ok());
}

void TestGlass::review_own_onlyWhereThereIsNoOtherOwner()
{
    // An owner who also treats.
    QVERIFY(m_clinic
                ->write(as(Role::Owner), "people.grant",
                        [&](store::Transaction &tx) {
                            return access::grant(tx, access::UserId(*as(Role::Owner).user), Role::Practitioner);
                        })
                .ok());
    const auto first = break_(as(Role::Owner), *m_patient);
    QVERIFY(review(as(Role::Owner), first->id).ok());
    const auto reviewed =
        read(as(Role::Owner), [](const store::Snapshot &view) { return patient::glassReviewed(view); });
    QVERIFY(reviewed->first().reviewedSelf);
    const auto second = break_(as(Role::Owner), *m_patient);
    const store::Actor other = another(Role::Owner);
    QCOMPARE(review(as(Role::Owner), second->id).error().code, Code::NoPermission);
    QVERIFY(review(other, second->id).ok());
}

QTEST_GUILESS_MAIN(TestGlass)
#include "tst_glass.moc"
