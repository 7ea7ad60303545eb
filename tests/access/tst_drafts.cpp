#include "access/drafts.h"
#include "clinic/draftcontent.h"
#include "store/failure.h"
#include "store/vault/crypto.h"
#include "support/testclinic.h"

#include <QCborArray>
#include <QCborValue>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;
using access::UserId;

namespace {

const QString words = QStringLiteral("夜间咳嗽三日，痰黄");

/// A clinic and one place to type at.
class Room
{
public:
    TestClinic clinic;
    drafts::Place place{draftkind::newVisit, Uuid::create(clinic.clock, clinic.random)};

    Result<Done> save(const store::Actor &actor, const QByteArray &content)
    {
        return clinic.write(actor, "draft.save",
                            [&](store::Transaction &tx) { return drafts::save(tx, place, content); });
    }
    std::optional<drafts::Kept> kept(const store::Actor &actor)
    {
        const auto found = clinic.read(actor, [&](const store::Snapshot &view) { return drafts::find(view, place); });
        return found ? *found : std::nullopt;
    }
    qint64 number(const char *sql)
    {
        const auto view = clinic.store().snapshot(clinic.owner());
        store::Query query = view->connection().internal(sql);
        query.next();
        return query.get<qint64>(0);
    }
    /// The secret half and the id of one of TestClinic's people.
    access::Person person(const char *login)
    {
        return *access::identify(clinic.around(), QString::fromLatin1(login), TestClinic::password());
    }
};

VisitContent visit(const Uuid &patient)
{
    VisitContent content;
    content.draft.visit.patient = PatientId(patient);
    content.draft.visit.visit = VisitId(patient);
    content.draft.visit.day = QDate(2026, 3, 12);
    content.draft.visit.reason = QStringLiteral("补记");
    VisitNote &note = content.draft.visit.note;
    note.complaint = words;
    note.sensitive = true;
    Answer rate;
    rate.item = QStringLiteral("pulse.rate");
    rate.number = 76.5;
    rate.unit = QStringLiteral("/min");
    note.answers = {{QStringLiteral("tongue.body_colour"), {}, 2, {}, QStringLiteral("t_red"), {}, {}}, rate};
    note.diagnoses = {{DiagnosisKind::Method, QStringLiteral("GB"), QStringLiteral("A1"), QStringLiteral("清肺")}};
    PrescriptionDraft formula;
    formula.route = Route::Granule;
    formula.packets = 5;
    formula.lines = {
        {QStringLiteral("h1"), QStringLiteral("黄芩"), Mass::milligrams(9500), QStringLiteral("先煎"), true},
        {{}, QStringLiteral("xyz"), {}, {}, false}};
    formula.overrides = {{QStringLiteral("rule"), QStringLiteral("黄芩"), QStringLiteral("已核")}};
    content.draft.prescriptions = {formula, {}};
    TreatmentDraft treatment;
    treatment.course = CourseId(patient);
    treatment.kind = TherapyKind::Ear;
    treatment.service = QStringLiteral("svc_ear_seed");
    treatment.name = QStringLiteral("耳穴压豆");
    treatment.technique = Technique::Moxa;
    treatment.minutes = 25;
    treatment.sessions = 10;
    treatment.perWeek = 3;
    treatment.needles = 7;
    treatment.instructions = QStringLiteral("左耳");
    treatment.points = {
        {QStringLiteral("st36"), QStringLiteral("足三里"), points::Side::Midline, Technique::Prick, 1.5, 2}, {}};
    treatment.parameters = {{QStringLiteral("seeds"), 5, QStringLiteral("{seed}")}};
    content.draft.treatments = {treatment, {}};
    content.amending = content.numbersPassed = content.prescription = true;
    content.furtherPassed = {false, true};
    content.shown = 2;
    content.herb = 1;
    content.reason = {QStringLiteral("rule"), QStringLiteral("黄芩"), QStringLiteral("因")};
    content.hand = {QStringLiteral("herbEdit"), 3, 1, {{QStringLiteral("herbEdit"), QStringLiteral("hq 3")}}};
    return content;
}

} // namespace

/// What is typed and not saved yet: sealed to one person, there until it is settled.
class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void save_eachRole_findsOnlyTheirOwn_data();
    void save_eachRole_findsOnlyTheirOwn();
    void save_bySomebodyWithoutRole_isRefused();
    void save_twice_keepsTheLast();
    void save_leavesNeitherRecordNorAuditRow();
    void save_tooLong_isRefusedAndKeepsTheOneBefore();
    void save_isCheap();
    void settle_withTheActThatStores_goesWithItOrStays();
    void open_byAnother_isRefused();
    void open_movedOrChangedRow_isDamaged();
    void open_keptByANewerProgram_saysSo();
    void setAside_keepsWhatCannotBeRead();
    void sealed_onDisk_holdsNoWords();
    void disabledPerson_keepsNothingMore();
    void count_othersKnowOnlyTheNumber();
    void content_everyPart_returns();
    void content_cutOrTurned_isDamagedOrWhole();
    void content_newerOrOther_isRefused();
    void content_tooDeep_isDamaged();
};

void TestDrafts::save_eachRole_findsOnlyTheirOwn_data()
{
    QTest::addColumn<QChar>("role");
    for (const Role role : access::allRoles())
        QTest::newRow(qPrintable(access::nameOf(role))) << access::letterOf(role);
}

void TestDrafts::save_eachRole_findsOnlyTheirOwn()
{
    QFETCH(QChar, role);
    Room room;
    const store::Actor actor = room.clinic.actor(*access::roleFrom(role));
    QVERIFY(room.save(actor, "typed").ok());
    QVERIFY(room.kept(actor));
    for (const Role other : access::allRoles()) {
        const store::Actor they = room.clinic.actor(other);
        QCOMPARE(room.kept(they).has_value(), they == actor);
        const auto mine = room.clinic.read(they, [](const store::Snapshot &view) { return drafts::mine(view); });
        QCOMPARE(mine->size(), they == actor ? 1 : 0);
        if (they == actor)
            continue;
        QVERIFY(room.clinic
                    .write(they, "draft.save", [&](store::Transaction &tx) { return drafts::settle(tx, {room.place}); })
                    .ok());
        QVERIFY(room.kept(actor));
    }
}

void TestDrafts::save_bySomebodyWithoutRole_isRefused()
{
    Room room;
    const Uuid device = room.clinic.session().actor.device;
    for (const store::Actor &actor :
         {store::Actor{room.clinic.session().actor.device, device}, store::Actor{std::nullopt, device}}) {
        const auto refusal = [&](const auto &result) { QCOMPARE(result.error().code, Code::NoPermission); };
        refusal(room.save(actor, "typed"));
        refusal(
            room.clinic.write(actor, "x", [&](store::Transaction &tx) { return drafts::settle(tx, {room.place}); }));
        refusal(
            room.clinic.write(actor, "x", [&](store::Transaction &tx) { return drafts::setAside(tx, room.place); }));
        room.clinic.read(actor, [&](const store::Snapshot &view) {
            refusal(drafts::find(view, room.place));
            refusal(drafts::mine(view));
            refusal(drafts::count(view, room.clinic.session().user));
            return 0;
        });
    }
    QCOMPARE(room.number("SELECT count(*) FROM draft /* whole table */"), 0);
}

void TestDrafts::save_twice_keepsTheLast()
{
    Room room;
    QVERIFY(room.save(room.clinic.practitioner(), "first").ok());
    room.clinic.clock.advance(std::chrono::seconds(3));
    QVERIFY(room.save(room.clinic.practitioner(), "second").ok());
    const access::Person person = room.person("practitioner");
    const auto kept = room.kept(room.clinic.practitioner());
    QCOMPARE(*drafts::open(*person.secret, person.user, *kept), QByteArray("second"));
    QCOMPARE(toMs(kept->saved), TestClinic::StartMs + 3000);
    QCOMPARE(room.number("SELECT count(*) FROM draft /* whole table */"), 1);
}

void TestDrafts::save_leavesNeitherRecordNorAuditRow()
{
    Room room;
    const qint64 records = room.number("SELECT count(*) FROM record /* whole table */");
    const qint64 rows = room.number("SELECT count(*) FROM audit /* whole table */");
    int told = 0;
    room.clinic.store().onCommitted = [&](const store::ChangeSet &) { ++told; };
    QVERIFY(room.save(room.clinic.practitioner(), "typed").ok());
    QVERIFY(room.clinic
                .write(room.clinic.practitioner(), "draft.save",
                       [&](store::Transaction &tx) { return drafts::settle(tx, {room.place}); })
                .ok());
    QCOMPARE(room.number("SELECT count(*) FROM record /* whole table */"), records);
    QCOMPARE(room.number("SELECT count(*) FROM audit /* whole table */"), rows);
    QCOMPARE(told, 0);
}

void TestDrafts::save_tooLong_isRefusedAndKeepsTheOneBefore()
{
    Room room;
    QVERIFY(room.save(room.clinic.practitioner(), "short").ok());
    QVERIFY(room.save(room.clinic.practitioner(), QByteArray(drafts::mostBytes, 'x')).ok());
    const auto before = room.kept(room.clinic.practitioner());
    QCOMPARE(room.save(room.clinic.practitioner(), QByteArray(drafts::mostBytes + 1, 'x')).error().code, Code::Invalid);
    QCOMPARE(room.kept(room.clinic.practitioner()), before);
}

void TestDrafts::save_isCheap()
{
    Room room;
    const QByteArray content = toBytes(visit(room.place.subject));
    QList<qint64> times;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(room.save(room.clinic.practitioner(), content).ok());
        times << timer.nsecsElapsed() / 1000;
    }
    std::sort(times.begin(), times.end());
    // Printed, not judged: what a disk costs is no property of the program. The rows touched are.
    qInfo("%lld bytes: median %lld us, 99%% %lld us", qint64(content.size()), times[100], times[198]);
    QCOMPARE(room.number("SELECT count(*) FROM draft /* whole table */"), 1);
}

void TestDrafts::settle_withTheActThatStores_goesWithItOrStays()
{
    Room room;
    const Patient person = room.clinic.patient(QStringLiteral("陈淑芬"));
    const store::Actor desk = room.clinic.receptionist();
    QVERIFY(room.save(desk, "typed").ok());
    PatientDraft draft;
    const auto store = [&] {
        return room.clinic.write(desk, "patient.register", [&](store::Transaction &tx) -> Result<Patient> {
            if (auto gone = drafts::settle(tx, {room.place}); !gone)
                return gone.error();
            return patient::register_(tx, draft);
        });
    };
    QVERIFY(!store().ok()); // no name
    QVERIFY(room.kept(desk));
    draft.name = QStringLiteral("王建国");
    draft.phone = QStringLiteral("13900139000");
    QVERIFY(store().ok());
    QVERIFY(!room.kept(desk));
}

void TestDrafts::open_byAnother_isRefused()
{
    Room room;
    QVERIFY(room.save(room.clinic.practitioner(), words.toUtf8()).ok());
    const auto kept = room.kept(room.clinic.practitioner());
    const access::Person mine = room.person("practitioner");
    QCOMPARE(*drafts::open(*mine.secret, mine.user, *kept), words.toUtf8());
    for (const char *login : {"owner", "reception", "admin", "dispenser", "auditor"}) {
        const access::Person they = room.person(login);
        QCOMPARE(drafts::open(*they.secret, they.user, *kept).error().code, Code::Damaged);
        QCOMPARE(drafts::open(*they.secret, mine.user, *kept).error().code, Code::Damaged);
    }
}

void TestDrafts::open_movedOrChangedRow_isDamaged()
{
    Room room;
    QVERIFY(room.save(room.clinic.practitioner(), words.toUtf8()).ok());
    const access::Person mine = room.person("practitioner");
    const drafts::Kept kept = *room.kept(room.clinic.practitioner());
    const auto refused = [&](const drafts::Kept &changed) {
        return !drafts::open(*mine.secret, mine.user, changed).ok();
    };
    drafts::Kept changed = kept;
    changed.place.kind = draftkind::visit;
    QVERIFY(refused(changed));
    changed = kept;
    changed.place.subject = mine.user.uuid();
    QVERIFY(refused(changed));
    QVERIFY(!drafts::open(*mine.secret, UserId(room.place.subject), kept).ok());
    for (qsizetype at = 0; at < kept.sealed.size(); at += 7) {
        changed = kept;
        changed.sealed[at] = static_cast<char>(changed.sealed[at] ^ 0x20);
        QVERIFY(refused(changed));
        changed.sealed = kept.sealed.left(at);
        QVERIFY(refused(changed));
    }
}

void TestDrafts::open_keptByANewerProgram_saysSo()
{
    Room room;
    const access::Person mine = room.person("practitioner");
    const QByteArray plain = QCborValue(QCborArray{2, QByteArray("something else")}).toCbor();
    const QByteArray sealed =
        crypto::boxSeal(crypto::publicKeyOf(*mine.secret), {reinterpret_cast<const std::uint8_t *>(plain.constData()),
                                                            static_cast<std::size_t>(plain.size())});
    QCOMPARE(drafts::open(*mine.secret, mine.user, {room.place, {}, sealed}).error().code, Code::Newer);
}

void TestDrafts::setAside_keepsWhatCannotBeRead()
{
    Room room;
    const store::Actor actor = room.clinic.practitioner();
    const access::Person mine = room.person("practitioner");
    QVERIFY(room.save(actor, "first").ok());
    QVERIFY(room.clinic
                .write(actor, "draft.aside", [&](store::Transaction &tx) { return drafts::setAside(tx, room.place); })
                .ok());
    QVERIFY(!room.kept(actor));
    QVERIFY(room.save(actor, "second").ok());
    const auto all = room.clinic.read(actor, [](const store::Snapshot &view) { return drafts::mine(view); });
    QByteArrayList found;
    for (const drafts::Kept &kept : *all)
        found << *drafts::open(*mine.secret, mine.user, kept);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, (QByteArrayList{"first", "second"}));
}

void TestDrafts::sealed_onDisk_holdsNoWords()
{
    Room room;
    const VisitContent content = visit(room.place.subject);
    QVERIFY(room.save(room.clinic.practitioner(), toBytes(content)).ok());
    const QByteArray sealed = room.kept(room.clinic.practitioner())->sealed;
    for (const QString &word : {words, QStringLiteral("黄芩"), QStringLiteral("hq 3")}) {
        QVERIFY(toBytes(content).contains(word.toUtf8()));
        QVERIFY(!sealed.contains(word.toUtf8()));
    }
    // Nor does any other row of the table tell more than whose it is, of what, and when.
    const auto view = room.clinic.store().snapshot(room.clinic.owner());
    store::Query row = view->connection().internal("SELECT kind, subject_id FROM draft LIMIT 1 /* whole table */");
    QVERIFY(row.next());
    QCOMPARE(row.get<QString>(0), draftkind::newVisit);
}

void TestDrafts::disabledPerson_keepsNothingMore()
{
    Room room;
    const store::Actor actor = room.clinic.practitioner();
    QVERIFY(room.save(actor, "typed").ok());
    {
        const auto tx = room.clinic.store().begin(room.clinic.owner(), "test.disable");
        tx->connection().internal("UPDATE user SET active = 0 WHERE id = ?1").bind(*actor.user).run();
        tx->commit();
    }
    QCOMPARE(room.save(actor, "more").error().code, Code::NoPermission);
    QVERIFY(!room.kept(actor));
    // What was typed before is there for the day they come back.
    {
        const auto tx = room.clinic.store().begin(room.clinic.owner(), "test.enable");
        tx->connection().internal("UPDATE user SET active = 1 WHERE id = ?1").bind(*actor.user).run();
        tx->commit();
    }
    const access::Person mine = room.person("practitioner");
    QCOMPARE(*drafts::open(*mine.secret, mine.user, *room.kept(actor)), QByteArray("typed"));
}

void TestDrafts::count_othersKnowOnlyTheNumber()
{
    Room room;
    QVERIFY(room.save(room.clinic.practitioner(), "one").ok());
    room.place.subject = Uuid::create(room.clinic.clock, room.clinic.random);
    QVERIFY(room.save(room.clinic.practitioner(), "two").ok());
    const auto count = [&](const store::Actor &who, const store::Actor &of) {
        return *room.clinic.read(who,
                                 [&](const store::Snapshot &view) { return drafts::count(view, UserId(*of.user)); });
    };
    QCOMPARE(count(room.clinic.receptionist(), room.clinic.practitioner()), 2);
    QCOMPARE(count(room.clinic.practitioner(), room.clinic.receptionist()), 0);
}

void TestDrafts::content_everyPart_returns()
{
    Room room;
    const VisitContent one = visit(room.place.subject);
    QVERIFY(*visitContent(toBytes(one)) == one);
    QVERIFY(*visitContent(toBytes(VisitContent())) == VisitContent());
    // As it was written before there were treatments.
    VisitContent older = one;
    older.draft.treatments.clear();
    QVERIFY(!toBytes(older).contains("treatments"));
    QVERIFY(*visitContent(toBytes(older)) == older);

    CareContent care;
    care.added = {{QStringLiteral("a1"), QStringLiteral("海鲜"), QStringLiteral("疹")}, {}};
    care.retracted = {{QStringLiteral("id"), QStringLiteral("误记")}};
    care.hand = {QStringLiteral("medicine"), 1, 1, {{QStringLiteral("medicine"), QStringLiteral("华法林")}}};
    QVERIFY(*careContent(toBytes(care)) == care);

    PatientContent person;
    person.editing = PatientId(room.place.subject);
    person.enquiry = EnquiryId(room.place.subject);
    person.before.name = QStringLiteral("陈淑芬");
    PatientDraft &draft = person.draft;
    draft.name = draft.birthDate = draft.phone = draft.documentNumber = draft.address = draft.insurance =
        draft.occupation = draft.maritalStatus = draft.emergencyName = draft.emergencyPhone = draft.source =
            draft.campaign = draft.deskAlert = draft.note = draft.oldNumber = QStringLiteral("字");
    draft.sex = Sex::Female;
    draft.birthLunar = draft.withoutPhone = true;
    draft.otherPhones = {{QStringLiteral("1"), QStringLiteral("女儿")}};
    draft.documentKind = DocumentKind::Passport;
    draft.guardian = {QStringLiteral("甲"), QStringLiteral("母"), QStringLiteral("2")};
    draft.referredBy = PatientId(room.place.subject);
    person.relations = {{QStringLiteral("id"), QStringLiteral("母亲!")}};
    person.care = care;
    person.hand = one.hand;
    QVERIFY(*patientContent(toBytes(person)) == person);
}

void TestDrafts::content_cutOrTurned_isDamagedOrWhole()
{
    Room room;
    const QByteArray whole = toBytes(visit(room.place.subject));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(visitContent(whole.left(size)).error().code, Code::Damaged);
    QCOMPARE(visitContent(whole + '\0').error().code, Code::Damaged);
    SeededRandom random(7);
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
        QByteArray turned = whole;
        for (quint64 n = 0; n <= random.below(3); ++n)
            turned[qsizetype(random.below(quint64(turned.size())))] = static_cast<char>(random.below(256));
        // Whatever comes, it is read or refused.
        refused += visitContent(turned).ok() ? 0 : 1;
    }
    QVERIFY(refused > 500);
}

void TestDrafts::content_newerOrOther_isRefused()
{
    const QByteArray newer = QCborValue(QCborArray{2, draftkind::visit, QCborValue()}).toCbor();
    QCOMPARE(visitContent(newer).error().code, Code::Newer);
    QCOMPARE(visitContent(toBytes(CareContent())).error().code, Code::Damaged);
    QCOMPARE(careContent(QByteArray()).error().code, Code::Damaged);
}

void TestDrafts::content_tooDeep_isDamaged()
{
    QByteArray deep = QByteArray("\x83\x01\x65visit", 8) + QByteArray(100000, '\x81') + '\x01';
    QCOMPARE(visitContent(deep).error().code, Code::Damaged);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
