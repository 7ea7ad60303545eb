#include "access/roles.h"
#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/asof.h"
#include "clinic/prescription/consultation.h"
#include "clinic/treatment/sessions.h"
#include "clinic/treatment/treatmentwords.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using points::Side;
using treatment::SessionEnd;
using treatment::SessionStart;

namespace {

const Catalog &catalog()
{
    static const std::shared_ptr<const Catalog> loaded = [] {
        auto read = Catalog::load();
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *read;
    }();
    return *loaded;
}

TreatmentDraft needlesAt(const QStringList &ids, int sessions = 1)
{
    TreatmentDraft draft;
    draft.name = u"针刺"_qs;
    draft.technique = Technique::Even;
    draft.minutes = 25;
    draft.sessions = sessions;
    for (const QString &id : ids)
        draft.points << treatment::pointOf(catalog(), draft, *catalog().points.find(id));
    return draft;
}

TreatmentDraft moxa(int sessions = 10)
{
    TreatmentDraft draft;
    draft.kind = TherapyKind::Moxibustion;
    draft.service = u"svc_moxa_stick"_qs;
    draft.name = u"艾条灸"_qs;
    draft.minutes = 30;
    draft.sessions = sessions;
    draft.perWeek = 3;
    draft.instructions = u"腰骶"_qs;
    draft.parameters = {{u"cones"_qs, 5, u"{cone}"_qs}};
    draft.points = {treatment::pointOf(catalog(), draft, *catalog().points.find(u"cv4"_qs))};
    return draft;
}

consultation::Draft draftFor(PatientId patient, const QList<TreatmentDraft> &treatments)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = u"失眠一月"_qs;
    draft.visit.note.diagnoses = {{DiagnosisKind::Disease, {}, {}, u"不寐病"_qs}};
    draft.treatments = treatments;
    return draft;
}

consultation::Draft following(const consultation::Stored &stored)
{
    consultation::Draft draft;
    draft.visit.patient = stored.revision.patient;
    draft.visit.visit = stored.revision.visit;
    draft.visit.basedOn = stored.revision.id;
    draft.visit.note = stored.revision.note;
    draft.visit.reason = u"改穴"_qs;
    for (const Treatment &one : stored.treatments)
        draft.treatments << one.content;
    return draft;
}

} // namespace

/// Treatments: ordered with a visit, given in sessions, needles counted in and out.
class TestTreatment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clinic = std::make_unique<TestClinic>();
        woman = clinic->patient(u"陈淑芬"_qs);
    }
    void cleanup() { clinic.reset(); }

    void pointOf_takesPointsAsTheyUsuallyAre();
    void sign_everything_readsBackTheSame();
    void sign_otherNumberOfNeedles_isKept();
    void save_wrongNumbers_areRefused_data();
    void save_wrongNumbers_areRefused();
    void sign_needleIntoAFontanelle_isRefused();
    void sign_pregnantWoman_keepsWhatWasFound();
    void write_withoutTheRight_neverDropsAnothers();
    void visits_sayWhatWasOrdered();

    void begin_unsignedOrder_isRefused();
    void begin_allGiven_isRefused();
    void begin_whileOneRuns_isRefused();
    void begin_amendedOrder_isStale();
    void end_needlesDiffer_needsAReason();
    void end_twice_isRefused();
    void end_brokenOff_doesNotCount();
    void retract_needsAReasonAndCountsNoMore();
    void countdown_overAmendments_losesNothing();
    void amend_droppingARunningOrder_stillHasItsNeedlesCounted();
    void amend_withACourseOfAnotherVisit_beginsItsOwn();
    void orders_ofMergedPatients_standTogether();
    void orders_ofAnOpenImport_areHidden();
    void orders_withoutAnyRight_areRefused();
    void lastPoints_areThoseOfTheLatestSignedVisit();
    void sheet_ofASignedVisit_holdsOrdersAndSessions();
    void history_saysOrdersAndSessionsInWords();
    void asOf_beforeTheAmendment_isAsItWas();

private:
    Result<consultation::Stored> trySign(const consultation::Draft &draft)
    {
        return clinic->write(clinic->practitioner(), "consultation.sign",
                             [&](store::Transaction &tx) { return consultation::sign(tx, catalog(), draft); });
    }
    consultation::Stored sign(const consultation::Draft &draft)
    {
        auto stored = trySign(draft);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().message));
        return *std::move(stored);
    }
    consultation::Stored sign(const QList<TreatmentDraft> &treatments) { return sign(draftFor(woman.id, treatments)); }
    Result<TreatmentSession> begin(TreatmentId id, int needles = 0)
    {
        return clinic->write(clinic->receptionist(), "treatment.begin", [&](store::Transaction &tx) {
            return treatment::beginSession(tx, id, {needles, {}});
        });
    }
    Result<TreatmentSession> end(TreatmentSessionId id, const SessionEnd &how)
    {
        return clinic->write(clinic->receptionist(), "treatment.end",
                             [&](store::Transaction &tx) { return treatment::endSession(tx, id, how); });
    }
    void give(TreatmentId id, int needles = 0)
    {
        const auto begun = begin(id, needles);
        QVERIFY2(begun.ok(), begun.ok() ? "" : qPrintable(begun.error().message));
        QVERIFY(end(begun->id, {needles, {}, {}, false}).ok());
        clinic->clock.advance(std::chrono::hours(24));
    }
    QList<treatment::Order> orders(PatientId id)
    {
        const auto found = clinic->read(clinic->receptionist(),
                                        [id](const store::Snapshot &view) { return treatment::ordersOf(view, id); });
        return found ? *found : QList<treatment::Order>();
    }
    QList<treatment::Order> orders() { return orders(woman.id); }
    qint64 rowsIn(const char *table)
    {
        const auto view = clinic->store().snapshot(clinic->owner());
        store::Query rows =
            view->connection().internal((QByteArray("SELECT count(*) FROM ") + table + " WHERE n > 0").constData());
        rows.next();
        return rows.get<qint64>(0);
    }
    void raw(const char *sql, const Uuid &one, const std::optional<Uuid> &other = {})
    {
        const auto tx = clinic->store().begin(clinic->owner(), "test.raw");
        store::Query query = tx->connection().internal(sql);
        if (other)
            query.bind(one, *other);
        else
            query.bind(one);
        query.run();
        tx->commit();
    }

    std::unique_ptr<TestClinic> clinic;
    Patient woman;
};

void TestTreatment::pointOf_takesPointsAsTheyUsuallyAre()
{
    const TreatmentDraft needling = needlesAt({u"st36"_qs, u"gv20"_qs, u"ex_hn1"_qs, u"ex_ue9"_qs, u"ex_hn11"_qs});
    QCOMPARE(needling.points[0].side, Side::Both);
    QCOMPARE(needling.points[0].needles, 2);
    QCOMPARE(needling.points[1].side, Side::Midline);
    QCOMPARE(needling.points[1].needles, 1);
    QCOMPARE(needling.points[2].needles, 4);
    QCOMPARE(needling.points[3].needles, 8);
    QCOMPARE(needling.points[4].technique, Technique::Prick); // nothing else is done there
    QCOMPARE(needling.points[4].needles, 0);
    QCOMPARE(needling.needleCount(), 15);
    QCOMPARE(moxa().needleCount(), 0);

    TreatmentDraft draft = needlesAt({u"st36"_qs});
    const auto needlesFor = [&](Technique technique, const char *service = "") {
        draft.points[0].technique = technique;
        draft.service = QLatin1String(service);
        return treatment::usualNeedles(catalog(), draft, draft.points[0]);
    };
    QCOMPARE(needlesFor(Technique::WarmNeedle), 2);
    QCOMPARE(needlesFor(Technique::Moxa), 0);
    QCOMPARE(needlesFor(Technique::Prick), 0);
    QCOMPARE(needlesFor(Technique::Unsaid, "svc_point_injection"), 0); // in and out again
    draft.points[0].side = Side::Left;
    QCOMPARE(needlesFor(Technique::Even), 1);

    // Needles are to be counted also where no points are written.
    TreatmentDraft scalp;
    scalp.service = u"svc_scalp_needle"_qs;
    QVERIFY(treatment::leavesNeedles(scalp));
    scalp.service = u"svc_catgut"_qs;
    QVERIFY(!treatment::leavesNeedles(scalp));
    QVERIFY(treatment::leavesNeedles(needling));
    QVERIFY(!treatment::leavesNeedles(moxa()));
}

void TestTreatment::sign_everything_readsBackTheSame()
{
    TreatmentDraft needling = needlesAt({u"ht7"_qs, u"st36"_qs, u"cv8"_qs});
    needling.points[1].side = Side::Left;
    needling.points[1].technique = Technique::WarmNeedle;
    needling.points[1].depthCun = 1.2;
    needling.points[1].needles = 1;
    needling.points[2].technique = Technique::Moxa;
    needling.points[2].needles = 0;
    needling.points << TreatmentPoint{{}, u"痛点"_qs, Side::Midline, Technique::Unsaid, {}, 1};
    const consultation::Stored stored = sign({needling, moxa()});
    QCOMPARE(stored.treatments.size(), 2);
    TreatmentDraft first = stored.treatments[0].content;
    QVERIFY(first.course);
    first.course.reset();
    QCOMPARE(first.points, needling.points);
    QVERIFY(first == needling);
    TreatmentDraft second = stored.treatments[1].content;
    second.course.reset();
    QVERIFY(second == moxa());
    QVERIFY(stored.treatments[0].course != stored.treatments[1].course);
    QCOMPARE(stored.treatments[0].checked, 3);
    QCOMPARE(stored.treatments[0].checkRules, catalog().pointsVersion);
    QCOMPARE(rowsIn("treatment_point"), 5);
    QCOMPARE(rowsIn("treatment_parameter"), 1);
    const auto current = clinic->read(clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::current(view, stored.revision.visit);
    });
    QVERIFY(*current == stored);
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestTreatment::sign_otherNumberOfNeedles_isKept()
{
    TreatmentDraft needling = needlesAt({u"ex_b2"_qs});
    needling.needles = 6;
    const consultation::Stored stored = sign({needling});
    QCOMPARE(stored.treatments[0].content.needles, std::optional(6));
    QCOMPARE(stored.treatments[0].content.needleCount(), 6);
    needling.needles = 2; // as the points add up
    QCOMPARE(sign({needling}).treatments[0].content.needles, std::nullopt);
}

void TestTreatment::save_wrongNumbers_areRefused_data()
{
    QTest::addColumn<TreatmentDraft>("draft");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *field, const std::function<void(TreatmentDraft &)> &spoil) {
        TreatmentDraft draft = needlesAt({u"st36"_qs});
        spoil(draft);
        QTest::newRow(name) << draft << u"treatments[0]."_qs + QLatin1String(field);
    };
    row("no minutes", "minutes", [](TreatmentDraft &d) { d.minutes = 0; });
    row("too long", "minutes", [](TreatmentDraft &d) { d.minutes = 601; });
    row("no session", "sessions", [](TreatmentDraft &d) { d.sessions = 0; });
    row("too many sessions", "sessions", [](TreatmentDraft &d) { d.sessions = 101; });
    row("too often", "perWeek", [](TreatmentDraft &d) { d.perWeek = 22; });
    row("too many needles", "needles", [](TreatmentDraft &d) { d.needles = 201; });
    row("less than no needle", "needles", [](TreatmentDraft &d) { d.needles = -1; });
    row("a point without a name", "points", [](TreatmentDraft &d) { d.points[0].name = u" "_qs; });
    row("no depth", "points", [](TreatmentDraft &d) { d.points[0].depthCun = 0; });
    row("through the body", "points", [](TreatmentDraft &d) { d.points[0].depthCun = 5.5; });
    row("unknown parameter", "parameters", [](TreatmentDraft &d) { d.parameters = {{u"x"_qs, 1, u"1"_qs}}; });
    row("parameter beyond reason", "parameters", [](TreatmentDraft &d) {
        d.parameters = {{u"temperature"_qs, 90, u"Cel"_qs}};
    });
    row("no name", "name", [](TreatmentDraft &d) { d.name.clear(); });
}

void TestTreatment::save_wrongNumbers_areRefused()
{
    QFETCH(TreatmentDraft, draft);
    QFETCH(QString, field);
    const auto saved = clinic->write(clinic->practitioner(), "consultation.save", [&](store::Transaction &tx) {
        return consultation::save(tx, catalog(), draftFor(woman.id, {draft}));
    });
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, Code::Invalid);
    QCOMPARE(saved.error().field, field);
    QCOMPARE(rowsIn("visit"), 0);
    // Without points it may be kept, but not signed.
    TreatmentDraft empty = needlesAt({});
    QCOMPARE(trySign(draftFor(woman.id, {empty})).error().field, u"treatments[0].points"_qs);
}

void TestTreatment::sign_needleIntoAFontanelle_isRefused()
{
    const auto child = clinic->write(clinic->receptionist(), "patient.register", [](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = u"林小宝"_qs;
        draft.birthDate = u"2025-06-01"_qs;
        draft.phone = u"13900139001"_qs;
        draft.guardian = {u"林母"_qs, u"母亲"_qs, u"13900139001"_qs};
        return patient::register_(tx, draft);
    });
    QVERIFY2(child.ok(), child.ok() ? "" : qPrintable(child.error().message));
    const auto refused = trySign(draftFor(child->id, {needlesAt({u"gv22"_qs})}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(refused.error().field, u"treatments[0].points"_qs);
    QVERIFY(refused.error().message.contains(u"囟会"_qs));
    QCOMPARE(rowsIn("treatment"), 0);
    TreatmentDraft warmed = needlesAt({u"gv22"_qs});
    warmed.points[0].technique = Technique::Moxa;
    QVERIFY(trySign(draftFor(child->id, {warmed})).ok());
}

void TestTreatment::sign_pregnantWoman_keepsWhatWasFound()
{
    QVERIFY(clinic
                ->write(clinic->practitioner(), "care.record",
                        [&](store::Transaction &tx) { return patient::recordPregnancy(tx, woman.id, true, {}); })
                .ok());
    const consultation::Stored stored = sign({needlesAt({u"li4"_qs, u"sp6"_qs, u"st36"_qs})});
    QCOMPARE(stored.treatments[0].findings.size(), 1);
    QCOMPARE(stored.treatments[0].findings[0],
             (TreatmentFinding{u"pregnancy-explicit"_qs, u"warning"_qs, u"合谷、三阴交"_qs}));
}

void TestTreatment::write_withoutTheRight_neverDropsAnothers()
{
    const auto saved = clinic->write(clinic->practitioner(), "consultation.save", [&](store::Transaction &tx) {
        return consultation::save(tx, catalog(), draftFor(woman.id, {needlesAt({u"st36"_qs})}));
    });
    QVERIFY(saved.ok());
    // The same person, with a role of the clinic's own that may no longer order treatments.
    const auto narrowed = clinic->write(clinic->owner(), "roles.grant", [&](store::Transaction &tx) -> Result<Done> {
        access::CustomRole role = access::copyOf(access::Role::Practitioner);
        role.name = u"中药医师"_qs;
        role.permissions -= {access::Permission::WriteTreatments, access::Permission::ReadTreatments};
        const auto made = access::saveRole(tx, role);
        if (!made)
            return made.error();
        const access::UserId user(*clinic->practitioner().user);
        if (auto granted = access::grantRole(tx, user, made->id); !granted)
            return granted;
        return access::revoke(tx, user, access::Role::Practitioner);
    });
    QVERIFY2(narrowed.ok(), narrowed.ok() ? "" : qPrintable(narrowed.error().message));
    const auto current = clinic->read(clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::current(view, saved->revision.visit);
    });
    QVERIFY(current.ok() && current->treatments.isEmpty());
    const auto again = trySign(following(*current));
    QCOMPARE(again.error().code, Code::NoPermission);
    QCOMPARE(trySign(draftFor(woman.id, {moxa()})).error().code, Code::NoPermission);
    QVERIFY(trySign(draftFor(woman.id, {})).ok());
}

void TestTreatment::visits_sayWhatWasOrdered()
{
    sign({needlesAt({u"st36"_qs, u"ht7"_qs}), moxa()});
    const auto visits = clinic->read(
        clinic->practitioner(), [&](const store::Snapshot &view) { return consultation::visitsOf(view, woman.id); });
    QCOMPARE(visits->first().treatment.value_or(QString()), u"针刺, 2 point(s); 艾条灸, 1 point(s) × 10"_qs);
    const auto dispenser = clinic->read(clinic->actor(access::Role::Dispenser), [&](const store::Snapshot &view) {
        return consultation::visitsOf(view, woman.id);
    });
    QVERIFY(dispenser.ok() && !dispenser->first().treatment);
}

void TestTreatment::begin_unsignedOrder_isRefused()
{
    const auto saved = clinic->write(clinic->practitioner(), "consultation.save", [&](store::Transaction &tx) {
        return consultation::save(tx, catalog(), draftFor(woman.id, {moxa()}));
    });
    QVERIFY(saved.ok());
    QVERIFY(orders().isEmpty());
    QCOMPARE(begin(saved->treatments[0].id).error().code, Code::Conflict);
    QCOMPARE(rowsIn("treatment_session"), 0);
    QCOMPARE(begin(TreatmentId(Uuid(Uuid::Bytes{}))).error().code, Code::NotFound);
}

void TestTreatment::begin_allGiven_isRefused()
{
    const consultation::Stored stored = sign({moxa(2)});
    const TreatmentId id = stored.treatments[0].id;
    QCOMPARE(orders().first().remaining(), 2);
    give(id);
    QCOMPARE(orders().first().remaining(), 1);
    QVERIFY(orders().first().isOpen());
    give(id);
    QCOMPARE(orders().first().remaining(), 0);
    QVERIFY(!orders().first().isOpen());
    QCOMPARE(begin(id).error().code, Code::Conflict);
}

void TestTreatment::begin_whileOneRuns_isRefused()
{
    const consultation::Stored stored = sign({needlesAt({u"st36"_qs}, 5)});
    const auto running = begin(stored.treatments[0].id, 2);
    QVERIFY(running.ok());
    QCOMPARE(running->performer, u"林小满"_qs);
    QCOMPARE(running->needlesIn, 2);
    QCOMPARE(running->day, QDate(2026, 3, 12));
    QCOMPARE(begin(stored.treatments[0].id, 2).error().code, Code::Conflict);
    const treatment::Order order = orders().first();
    QVERIFY(order.running());
    QCOMPARE(order.done(), 1); // being given counts
    QCOMPARE(begin(stored.treatments[0].id, -1).error().field, u"needlesIn"_qs);
}

void TestTreatment::begin_amendedOrder_isStale()
{
    const consultation::Stored stored = sign({moxa(5)});
    sign(following(stored));
    QCOMPARE(begin(stored.treatments[0].id).error().code, Code::Stale);
}

void TestTreatment::end_needlesDiffer_needsAReason()
{
    const consultation::Stored stored = sign({needlesAt({u"st36"_qs, u"ht7"_qs, u"pc6"_qs, u"sp6"_qs}, 5)});
    const auto running = begin(stored.treatments[0].id, 8);
    const auto refused = end(running->id, {7, {}, {}, false});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, u"needlesOut"_qs);
    QVERIFY(refused.error().message.contains(u'8') && refused.error().message.contains(u'7'));
    QVERIFY(!end(running->id, {9, u"  "_qs, {}, false}).ok());
    QVERIFY(!end(running->id, {7, {}, {}, true}).ok()); // breaking off leaves no needle behind either
    QVERIFY(orders().first().running());
    QCOMPARE(end(running->id, {-1, u"x"_qs, {}, false}).error().field, u"needlesOut"_qs);

    const auto ended = end(running->id, {7, u"一针起针时自行脱落，已在床单上找到"_qs, {}, false});
    QVERIFY(ended.ok());
    QCOMPARE(ended->status, SessionStatus::Completed);
    QCOMPARE(ended->needlesOut, std::optional(7));
    QVERIFY(!ended->needlesReason.isEmpty());
    const auto view = clinic->store().snapshot(clinic->owner());
    store::Query audit = view->connection().internal("SELECT action, patient_id FROM audit ORDER BY n DESC LIMIT 1");
    QVERIFY(audit.next());
    QCOMPARE(audit.get<QString>(0), u"treatment.end"_qs);
    QCOMPARE(audit.get<PatientId>(1), woman.id);
    // All of them out: a reason says nothing and is not kept.
    const auto second = begin(stored.treatments[0].id, 8);
    QCOMPARE(end(second->id, {8, u"无"_qs, u"得气好"_qs, false})->needlesReason, QString());
    QCOMPARE(orders().first().sessions.last().note, u"得气好"_qs);
}

void TestTreatment::end_twice_isRefused()
{
    const consultation::Stored stored = sign({moxa()});
    const auto running = begin(stored.treatments[0].id);
    QVERIFY(end(running->id, {}).ok());
    QCOMPARE(end(running->id, {}).error().code, Code::Conflict);
    QCOMPARE(end(TreatmentSessionId(Uuid(Uuid::Bytes{})), {}).error().code, Code::NotFound);
}

void TestTreatment::end_brokenOff_doesNotCount()
{
    const consultation::Stored stored = sign({needlesAt({u"st36"_qs}, 1)});
    const auto running = begin(stored.treatments[0].id, 2);
    const auto stopped = end(running->id, {2, {}, u"晕针"_qs, true});
    QCOMPARE(stopped->status, SessionStatus::Stopped);
    QCOMPARE(orders().first().remaining(), 1);
    QCOMPARE(orders().first().sessions.size(), 1);
    give(stored.treatments[0].id, 2);
    QCOMPARE(orders().first().remaining(), 0);
}

void TestTreatment::retract_needsAReasonAndCountsNoMore()
{
    const consultation::Stored stored = sign({moxa(3)});
    give(stored.treatments[0].id);
    const TreatmentSessionId given = orders().first().sessions.first().id;
    const auto retract = [&](const QString &reason) {
        return clinic->write(clinic->practitioner(), "treatment.retract",
                             [&](store::Transaction &tx) { return treatment::retractSession(tx, given, reason); });
    };
    QCOMPARE(retract(u" "_qs).error().field, u"reason"_qs);
    QVERIFY(retract(u"记错人"_qs).ok());
    QCOMPARE(orders().first().remaining(), 3);
    QVERIFY(orders().first().sessions.isEmpty());
}

void TestTreatment::countdown_overAmendments_losesNothing()
{
    const consultation::Stored first = sign({needlesAt({u"st36"_qs}), moxa(10)});
    give(first.treatments[1].id);
    give(first.treatments[1].id);

    consultation::Draft amended = following(first);
    amended.treatments[1].instructions = u"改灸足三里"_qs;
    amended.treatments.swapItemsAt(0, 1);
    const consultation::Stored second = sign(amended);
    QVERIFY(second.treatments[0].id != first.treatments[1].id);
    QCOMPARE(second.treatments[0].course, first.treatments[1].course);
    const auto ofMoxa = [&] {
        for (const treatment::Order &order : orders()) {
            if (order.treatment.content.kind == TherapyKind::Moxibustion)
                return order;
        }
        return treatment::Order();
    };
    QCOMPARE(ofMoxa().done(), 2);
    QCOMPARE(ofMoxa().remaining(), 8);
    QCOMPARE(ofMoxa().treatment.id, second.treatments[0].id);
    give(second.treatments[0].id);
    QCOMPARE(ofMoxa().remaining(), 7);

    amended = following(second);
    amended.treatments[0].sessions = 2; // fewer than were given
    sign(amended);
    QCOMPARE(ofMoxa().remaining(), 0);
    QCOMPARE(ofMoxa().done(), 3);
    QCOMPARE(orders().size(), 2);
}

void TestTreatment::amend_droppingARunningOrder_stillHasItsNeedlesCounted()
{
    const consultation::Stored first = sign({needlesAt({u"st36"_qs, u"ht7"_qs}, 5)});
    const auto running = begin(first.treatments[0].id, 4);
    consultation::Draft amended = following(first);
    amended.treatments.clear();
    sign(amended);
    QCOMPARE(orders().size(), 1);
    const treatment::Order order = orders().first();
    QVERIFY(!order.stands);
    QVERIFY(order.running() && order.isOpen());
    QCOMPARE(order.remaining(), 0);
    QCOMPARE(begin(first.treatments[0].id, 4).error().code, Code::Stale);
    QVERIFY(!end(running->id, {3, {}, {}, false}).ok());
    QVERIFY(end(running->id, {4, {}, {}, false}).ok());
    QCOMPARE(orders().first().done(), 1); // what was given was given
    QVERIFY(!orders().first().isOpen());
}

void TestTreatment::amend_withACourseOfAnotherVisit_beginsItsOwn()
{
    const consultation::Stored one = sign({moxa(10)});
    give(one.treatments[0].id);
    TreatmentDraft stolen = moxa(10);
    stolen.course = one.treatments[0].course;
    const consultation::Stored other = sign({stolen});
    QVERIFY(other.treatments[0].course != one.treatments[0].course);
    // And two orders of one visit are never one course.
    consultation::Draft twice = following(one);
    twice.treatments << twice.treatments.first();
    const consultation::Stored doubled = sign(twice);
    QCOMPARE(doubled.treatments[0].course, one.treatments[0].course);
    QVERIFY(doubled.treatments[1].course != one.treatments[0].course);
}

void TestTreatment::orders_ofMergedPatients_standTogether()
{
    const Patient other = clinic->patient(u"陈淑芬"_qs, u"13900139002"_qs);
    const consultation::Stored mine = sign({moxa(3)});
    const consultation::Stored theirs = sign(draftFor(other.id, {needlesAt({u"st36"_qs}, 4)}));
    give(theirs.treatments[0].id, 2);
    raw("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1", other.id.uuid(), woman.id.uuid());
    QCOMPARE(orders().size(), 2);
    QCOMPARE(orders(other.id), orders());
    int done = 0;
    for (const treatment::Order &order : orders())
        done += order.done();
    QCOMPARE(done, 1);
    // A session after the merge counts on.
    give(theirs.treatments[0].id, 2);
    for (const treatment::Order &order : orders()) {
        if (order.treatment.course == theirs.treatments[0].course)
            QCOMPARE(order.remaining(), 2);
    }
    QVERIFY(mine.treatments[0].course != theirs.treatments[0].course);
}

void TestTreatment::orders_ofAnOpenImport_areHidden()
{
    const consultation::Stored stored = sign({moxa(3)});
    give(stored.treatments[0].id);
    const Uuid batch = Uuid::create(clinic->clock, clinic->random);
    raw("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'x', 'open', 0)", batch);
    raw("UPDATE treatment_session SET batch_id = ?2 WHERE patient_id = ?1", woman.id.uuid(), batch);
    QCOMPARE(orders().first().remaining(), 3);
    raw("UPDATE import_batch SET state = 'closed' WHERE id = ?1", batch);
    QCOMPARE(orders().first().remaining(), 2);
}

void TestTreatment::orders_withoutAnyRight_areRefused()
{
    const consultation::Stored stored = sign({moxa()});
    for (const access::Role role : {access::Role::Dispenser, access::Role::Administrator, access::Role::Auditor}) {
        const auto found = clinic->read(
            clinic->actor(role), [&](const store::Snapshot &view) { return treatment::ordersOf(view, woman.id); });
        QCOMPARE(found.error().code, Code::NoPermission);
    }
    const auto begun = clinic->write(clinic->owner(), "treatment.begin", [&](store::Transaction &tx) {
        return treatment::beginSession(tx, stored.treatments[0].id, {});
    });
    QCOMPARE(begun.error().code, Code::NoPermission);
}

void TestTreatment::lastPoints_areThoseOfTheLatestSignedVisit()
{
    const auto last = [&] {
        const auto found = clinic->read(
            clinic->practitioner(), [&](const store::Snapshot &view) { return treatment::lastPoints(view, woman.id); });
        return found && *found ? (**found).content.points : QList<TreatmentPoint>();
    };
    QVERIFY(last().isEmpty());
    sign({needlesAt({u"ht7"_qs})});
    clinic->clock.advance(std::chrono::hours(24));
    const consultation::Stored second = sign({moxa(), needlesAt({u"st36"_qs, u"sp6"_qs})});
    clinic->clock.advance(std::chrono::hours(24));
    sign({moxa()}); // no needles
    QCOMPARE(last(), second.treatments[1].content.points);
    consultation::Draft amended = following(second);
    amended.treatments.removeLast();
    sign(amended);
    QCOMPARE(last().size(), 1);
    QCOMPARE(last().first().name, u"神门"_qs);
}

void TestTreatment::sheet_ofASignedVisit_holdsOrdersAndSessions()
{
    const consultation::Stored stored = sign({needlesAt({u"st36"_qs}), moxa(3)});
    give(stored.treatments[1].id);
    const auto sheetFor = [&](const store::Actor &actor, VisitId visit) {
        return clinic->read(actor, [&](const store::Snapshot &view) { return treatment::sheet(view, visit); });
    };
    const auto sheet = sheetFor(clinic->practitioner(), stored.revision.visit);
    QVERIFY(sheet.ok());
    QCOMPARE(sheet->orders.size(), 2);
    QCOMPARE(sheet->orders[0].treatment, stored.treatments[0]);
    QCOMPARE(sheet->orders[1].done(), 1);
    QCOMPARE(sheet->diagnosis, u"不寐病"_qs);
    QCOMPARE(sheet->patient.name, woman.name);
    // Reception prints it without what is not theirs to read.
    const auto desk = sheetFor(clinic->receptionist(), stored.revision.visit);
    QVERIFY(desk.ok());
    QVERIFY(desk->diagnosis.isEmpty());
    QCOMPARE(desk->orders.size(), 2);
    const consultation::Stored none = sign(QList<TreatmentDraft>());
    QCOMPARE(sheetFor(clinic->practitioner(), none.revision.visit).error().code, Code::NotFound);
    const auto unsignedOne = clinic->write(clinic->practitioner(), "consultation.save", [&](store::Transaction &tx) {
        return consultation::save(tx, catalog(), draftFor(woman.id, {moxa()}));
    });
    QCOMPARE(sheetFor(clinic->practitioner(), unsignedOne->revision.visit).error().code, Code::Conflict);
}

void TestTreatment::history_saysOrdersAndSessionsInWords()
{
    const consultation::Stored first = sign({needlesAt({u"st36"_qs}, 3)});
    const auto running = begin(first.treatments[0].id, 2);
    QVERIFY(end(running->id, {1, u"一针落床"_qs, {}, false}).ok());
    consultation::Draft amended = following(first);
    amended.treatments[0].minutes = 30;
    amended.treatments << moxa();
    sign(amended);
    const auto told = clinic->read(clinic->practitioner(),
                                   [&](const store::Snapshot &view) { return changes::ofPatient(view, woman.id); });
    QStringList sentences;
    for (const changes::Told &one : *told)
        sentences << one.sentences;
    const QString all = sentences.join(u'\n');
    for (const char *expected : {"针刺: session begun, 2 needle(s) in.", "针刺: session ended, 1 needle(s) out.",
                                 "Needles did not agree: 一针落床.", "Treatment ordered: 艾条灸: 关元; 30 min",
                                 "Treatment changed from \"针刺: 足三里; even, 25 min"})
        QVERIFY2(all.contains(QString::fromUtf8(expected)), qPrintable(QString::fromUtf8(expected) + u'\n' + all));
    const auto journal =
        clinic->read(clinic->receptionist(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    const auto ended = std::find_if(journal->cbegin(), journal->cend(),
                                    [](const journal::Entry &entry) { return entry.told.act == "treatment.end"; });
    QVERIFY(ended != journal->cend());
    QCOMPARE(ended->patientName, woman.name);
    QVERIFY(!ended->possible);
}

void TestTreatment::asOf_beforeTheAmendment_isAsItWas()
{
    const consultation::Stored first = sign({needlesAt({u"st36"_qs}, 3)});
    const Instant then = clinic->clock.now();
    clinic->clock.advance(std::chrono::hours(1));
    consultation::Draft amended = following(first);
    amended.treatments = {moxa()};
    sign(amended);
    const auto before = clinic->read(clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::asOf(view, first.revision.visit, then);
    });
    QVERIFY(before.ok());
    QCOMPARE(before->treatments, first.treatments);
}

QTEST_GUILESS_MAIN(TestTreatment)
#include "tst_treatment.moc"
