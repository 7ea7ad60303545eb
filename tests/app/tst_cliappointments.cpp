#include "app/program.h"

#include "access/session.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/holidays.h"
#include "demo/frontdesk.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace xinglin;
using xinglin::test::Program;
using xinglin::test::Ran;

namespace {

const QTimeZone zone("Asia/Shanghai");

/// A Wednesday to come, with ordinary days around it: both doctors and the therapist work then.
QDate wednesday()
{
    const auto special = [](QDate day) {
        for (const CalendarDay &one : schedule::shippedHolidays()) {
            if (one.day >= day.addDays(-3) && one.day <= day.addDays(17))
                return true;
        }
        return false;
    };
    QDate day = civilDay(SystemClock().now(), zone).addDays(7);
    while (day.dayOfWeek() != 3 || special(day))
        day = day.addDays(1);
    return day;
}

QStringList startsOf(const QJsonArray &times)
{
    QStringList starts;
    for (const QJsonValue &one : times)
        starts << one[u"start"].toString().mid(11, 5);
    return starts;
}

} // namespace

/// Appointments at the command line: a process, its exit and its two outputs.
class TestCliAppointments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void free_service_hasThePromisedShape();
    void free_narrowed_keepsWhatWasAskedFor();
    void free_patient_ranksByHabitAndWhereabouts();
    void free_words_areAligned();
    void book_freeTime_printsTheAppointment();
    void book_needsTwo_takesARoomThatIsFree();
    void book_taken_namesWhoAndTheNearest();
    void book_takenByOneHidden_namesNobody();
    void book_outsideHours_isRefused();
    void book_past_isRefused();
    void book_patientElsewhere_isRefused();
    void book_unknownName_listsWhatThereIs_data();
    void book_unknownName_listsWhatThereIs();
    void book_twoOfOneName_wantsTheId();
    void book_overbook_goesAboveTheCapacity();
    void book_noteTooLong_isRejected();
    void book_twoAtOnce_oneIsToldWhy();
    void move_anotherTime_keepsWhatIsNotSaid();
    void move_anotherPractitioner_movesThere();
    void move_takenOrPastOrUnknown_isRefused();
    void cancel_booked_freesTheTime();
    void cancel_twiceOrUnknown_isRefused();
    void list_dayPersonPatient_narrow();
    void list_words_areAligned();
    void permission_dispenser_mayNotBook();
    void open_inUse_exitsFour_data();
    void open_inUse_exitsFour();
    void use_wrong_exitsTwo_data();
    void use_wrong_exitsTwo();
    void help_everyVerb_inBothLanguages();

private:
    access::Surroundings around()
    {
        access::Surroundings around;
        around.folder = m_program->file("clinic");
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        return around;
    }
    void hire(const access::Session &session, const QString &login, access::Role role)
    {
        access::User user;
        user.login = login;
        user.name = login;
        user.roles = role;
        QVERIFY(access::addPerson(around(), session, user, Program::password()).ok());
    }
    /// Opens the clinic as its owner and does @p act in one transaction.
    void asOwner(const QByteArray &act, const std::function<void(store::Transaction &)> &f)
    {
        const auto session = access::signIn(around(), "owner", Program::password());
        QVERIFY(session.ok());
        addFollowers(*session->store);
        const auto tx = session->store->begin(session->actor, act);
        f(*tx);
        tx->commit();
    }
    QString registered(store::Transaction &tx, const QString &name, const QString &phone)
    {
        PatientDraft draft;
        draft.name = name;
        draft.sex = Sex::Female;
        draft.phone = phone;
        const auto made = patient::register_(tx, draft);
        return made ? made->number : QString();
    }
    Ran on(const QStringList &arguments, const QString &user = QStringLiteral("owner")) const
    {
        return m_program->on("clinic", QStringList{"--user", user, "appointment"} + arguments);
    }
    Ran book(const QString &patient, const QString &service, const QString &at, const QStringList &more = {}) const
    {
        return on(QStringList{"book", "--json", "--patient", patient, "--service", service, "--at", at} + more);
    }
    QString day(int after = 0) const { return m_day.addDays(after).toString(Qt::ISODate); }
    QString at(const QString &clock, int after = 0) const { return day(after) + u' ' + clock; }
    QString iso(const QString &clock, int after = 0) const { return day(after) + u'T' + clock + ":00+08:00"; }
    static QJsonObject refused(const Ran &ran) { return ran.json().value("refused").toObject(); }

    SystemClock m_clock;
    SystemRandom m_random;
    DiskFiles m_files;
    QDate m_day = wednesday();
    std::unique_ptr<Program> m_program;
    QString m_chen;
    QString m_wang;
};

void TestCliAppointments::init()
{
    m_program = std::make_unique<Program>();
    access::SetUp wishes;
    wishes.clinic = "杏林堂";
    wishes.owner.login = "owner";
    wishes.owner.name = "方砚秋";
    wishes.owner.roles = access::Roles(access::Role::Owner) | access::Role::Practitioner;
    wishes.password = Program::password();
    const auto founded = access::setUp(around(), wishes);
    QVERIFY2(founded.ok(), founded ? "" : qPrintable(founded.error().message));
    addFollowers(*founded->session.store);
    hire(founded->session, "desk", access::Role::Receptionist);
    hire(founded->session, "herbs", access::Role::Dispenser);
    const auto tx = founded->session.store->begin(founded->session.actor, "resource.add");
    const auto desk = demo::openFrontDesk(*tx, civilDay(m_clock.now(), zone));
    QVERIFY2(desk.ok(), desk ? "" : qPrintable(desk.error().message));
    HealthcareServiceDraft massage;
    massage.name = "推拿";
    massage.position = 7;
    massage.needs = {{{desk->resource("陆清和").id, desk->resource("温如玉").id}, 1},
                     {{desk->resource("诊室一").id, desk->resource("诊室二").id}, 1}};
    QVERIFY(schedule::addService(*tx, massage).ok());
    m_chen = registered(*tx, "陈淑芬", "13812346207");
    m_wang = registered(*tx, "王建国", "13912346208");
    QVERIFY(!m_chen.isEmpty() && !m_wang.isEmpty());
    tx->commit();
}

void TestCliAppointments::free_service_hasThePromisedShape()
{
    const Ran ran = on({"free", "--service", "复诊", "--from", day(), "--to", day(), "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    QCOMPARE(ran.json().keys(), QStringList{"slots"});
    const QJsonArray times = ran.json().value("slots").toArray();
    // Both doctors 8:30–12:00 and 14:00–17:30, a beginning each ten minutes, the last twenty before the end.
    QCOMPARE(times.size(), 2 * (20 + 20));
    const QJsonObject first = times.first().toObject();
    for (const char *member : {"start", "end", "practitioner", "room"})
        QVERIFY2(first.contains(QLatin1String(member)), member);
    QCOMPARE(first.value("start").toString(), iso("08:30"));
    QCOMPARE(first.value("end").toString(), iso("08:50"));
    QCOMPARE(first.value("practitioner").toString(), "沈致远");
    QCOMPARE(first.value("room").toString(), "诊室一");
    QCOMPARE(times[1][u"practitioner"].toString(), "陆清和");
    QCOMPARE(times[1][u"room"].toString(), "诊室二");

    const Ran lines = on({"free", "--service", "复诊", "--from", day(), "--jsonl"});
    QCOMPARE(lines.jsonLines().size(), times.size());
    // What needs nobody names nobody.
    const Ran device = on({"free", "--service", "中频", "--from", day(), "--json"});
    const QJsonObject alone = device.json().value("slots").toArray().first().toObject();
    QVERIFY(alone.value("practitioner").isNull() && alone.value("room").isNull());
    QCOMPARE(alone.value("resources").toArray(), QJsonArray{"中频治疗仪"});
    const Ran monday = on({"free", "--service", "复诊", "--from", day(5), "--json"});
    QCOMPARE(monday.exit, 0);
    QVERIFY(monday.json().value("slots").toArray().isEmpty());
}

void TestCliAppointments::free_narrowed_keepsWhatWasAskedFor()
{
    const QStringList asked{"free", "--service", "复诊",  "--from",   day(),   "--to",
                            day(),  "--after",   "09:00", "--before", "10:00", "--json"};
    const QStringList five{"09:00", "09:10", "09:20", "09:30", "09:40"};
    const Ran shen = on(asked + QStringList{"--practitioner", "沈致远"});
    QCOMPARE(startsOf(shen.json().value("slots").toArray()), five);
    const Ran women = on(asked + QStringList{"--sex", "female"});
    QCOMPARE(startsOf(women.json().value("slots").toArray()), five);
    QCOMPARE(women.json().value("slots")[0][u"practitioner"].toString(), "陆清和");
    QCOMPARE(on(asked).json().value("slots").toArray().size(), 10);
    QCOMPARE(book(m_chen, "复诊", at("09:20"), {"--practitioner", "沈致远"}).exit, 0);
    const Ran after = on(asked + QStringList{"--practitioner", "沈致远"});
    QCOMPARE(startsOf(after.json().value("slots").toArray()), (QStringList{"09:00", "09:40"}));
}

void TestCliAppointments::free_patient_ranksByHabitAndWhereabouts()
{
    for (int after : {7, 8, 9})
        QCOMPARE(book(m_chen, "针灸", at("15:00", after), {"--practitioner", "陆清和"}).exit, 0);
    QCOMPARE(book(m_chen, "中频", at("15:00")).exit, 0);
    const QStringList asked{"free", "--service", "复诊", "--from", day(), "--to", day(), "--json"};
    const Ran hers = on(asked + QStringList{"--patient", m_chen, "--best", "3"});
    QVERIFY2(hers.exit == 0, hers.err.constData());
    const QJsonArray best = hers.json().value("slots").toArray();
    QCOMPARE(best.size(), 3);
    QCOMPARE(best[0][u"practitioner"].toString(), "陆清和");
    QVERIFY(best[0][u"reasons"].toArray().contains("usual_practitioner"));
    const Ran more = on(asked + QStringList{"--patient", m_chen});
    QVERIFY(more.json().value("slots").toArray().size() > 3);
    for (const QString &start : startsOf(more.json().value("slots").toArray()))
        QVERIFY2(start <= "14:40" || start >= "15:30", qPrintable(start)); // there is the device
    const Ran anybodys = on(asked + QStringList{"--best", "1"});
    QCOMPARE(startsOf(anybodys.json().value("slots").toArray()), QStringList{"08:30"});
    const Ran nobody = on(asked + QStringList{"--patient", "A7777777"});
    QCOMPARE(nobody.exit, 1);
    QCOMPARE(refused(nobody).value("code").toString(), "unknown");
}

void TestCliAppointments::free_words_areAligned()
{
    const Ran ran = on({"free", "--service", "复诊", "--from", day(), "--best", "2"});
    QCOMPARE(ran.exit, 0);
    const QStringList lines = QString::fromUtf8(ran.out).split(u'\n');
    QVERIFY2(lines[1].startsWith(day() + " 08:30–08:50  "), qPrintable(lines[1]));
    QCOMPARE(lines[0].indexOf("Practitioner"), lines[1].indexOf("沈"));
    QVERIFY(lines[1].contains("soonest"));
    const Ran none = on({"free", "--service", "复诊", "--from", day(5)});
    QCOMPARE(none.exit, 0);
    QVERIFY(none.out.isEmpty() && none.err.contains("Nothing is free"));
}

void TestCliAppointments::book_freeTime_printsTheAppointment()
{
    const Ran ran =
        book(m_chen, "复诊", at("09:00"), {"--practitioner", "陆清和", "--minutes", "30", "--note", "带旧方"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    const QJsonObject made = ran.json();
    QVERIFY(Uuid::fromString(made.value("id").toString()).has_value());
    QCOMPARE(made.value("status").toString(), "booked");
    QCOMPARE(made.value("start").toString(), iso("09:00"));
    QCOMPARE(made.value("end").toString(), iso("09:30"));
    QCOMPARE(made.value("service").toString(), "复诊");
    QCOMPARE(made.value("practitioner").toString(), "陆清和");
    QCOMPARE(made.value("room").toString(), "诊室二");
    QCOMPARE(made.value("number").toString(), m_chen);
    QCOMPARE(made.value("name").toString(), "陈淑芬");
    QCOMPARE(made.value("note").toString(), "带旧方");
    // Nobody named: the first who is free. Also with a T, and by the desk.
    const Ran any = on({"book", "--patient", m_wang, "--service", " 复 诊", "--at", day() + "T09:00"}, "desk");
    QVERIFY2(any.exit == 0, any.err.constData());
    QVERIFY(any.out.contains("沈致远") && any.out.contains(at("09:00–09:20").toUtf8()));
    QVERIFY(any.out.contains((m_wang + " 王建国").toUtf8()));
}

void TestCliAppointments::book_needsTwo_takesARoomThatIsFree()
{
    const Ran first = book(m_chen, "推拿", at("10:00"), {"--practitioner", "陆清和"});
    QVERIFY2(first.exit == 0, first.err.constData());
    QCOMPARE(first.json().value("room").toString(), "诊室一"); // not where she usually is
    const Ran second = book(m_wang, "推拿", at("10:00"), {"--practitioner", "温如玉"});
    QVERIFY2(second.exit == 0, second.err.constData());
    QCOMPARE(second.json().value("room").toString(), "诊室二");
    QCOMPARE(second.json().value("resources").toArray(), (QJsonArray{"温如玉", "诊室二"}));
    // Who stays takes along the room they have.
    const Ran moved =
        on({"move", second.json().value("id").toString(), "--to", at("11:00"), "--practitioner", "陆清和", "--json"});
    QVERIFY2(moved.exit == 0, moved.err.constData());
    QCOMPARE(moved.json().value("resources").toArray(), (QJsonArray{"陆清和", "诊室二"}));
}

void TestCliAppointments::book_taken_namesWhoAndTheNearest()
{
    const Ran held = book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"});
    QCOMPARE(held.exit, 0);
    const Ran ran = book(m_wang, "复诊", at("10:10"), {"--practitioner", "沈致远"});
    QCOMPARE(ran.exit, 1);
    const QJsonObject no = refused(ran);
    QCOMPARE(no.value("code").toString(), "taken");
    QCOMPARE(no.value("blockers").toArray().size(), 1);
    const QJsonValue blocker = no.value("blockers")[0];
    QCOMPARE(blocker[u"resource"].toString(), "沈致远");
    QCOMPARE(blocker[u"name"].toString(), "陈淑芬");
    QCOMPARE(blocker[u"appointment"], held.json().value("id"));
    QCOMPARE(blocker[u"start"].toString(), iso("10:00"));
    QCOMPARE(blocker[u"end"].toString(), iso("10:20"));
    const QJsonArray others = no.value("alternatives").toArray();
    QCOMPARE(others.size(), 3);
    QCOMPARE(others[0][u"start"].toString(), iso("10:20"));
    QCOMPARE(others[0][u"practitioner"].toString(), "沈致远");
    QVERIFY2(ran.err.contains("沈致远") && ran.err.contains("陈淑芬"), ran.err.constData());

    const Ran words =
        on({"book", "--patient", m_wang, "--service", "复诊", "--at", at("10:10"), "--practitioner", "沈致远"});
    QCOMPARE(words.exit, 1);
    QVERIFY(words.out.isEmpty());
    QVERIFY2(words.err.contains(at("10:20–10:40  沈致远").toUtf8()), words.err.constData());
    // An alternative can be booked as it is told.
    const Ran instead =
        book(m_wang, "复诊", others[0][u"start"].toString(), {"--practitioner", others[0][u"practitioner"].toString()});
    QVERIFY2(instead.exit == 0, instead.err.constData());
}

void TestCliAppointments::book_takenByOneHidden_namesNobody()
{
    const Ran held = book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"});
    QCOMPARE(held.exit, 0);
    asOwner("patient.restrict", [&](store::Transaction &tx) {
        const auto chen = patient::findByReference(tx, m_chen);
        QVERIFY(patient::setRestricted(tx, chen->id, true, "本人要求").ok());
    });
    const Ran ran = on(
        {"book", "--json", "--patient", m_wang, "--service", "复诊", "--at", at("10:00"), "--practitioner", "沈致远"},
        "desk");
    QCOMPARE(ran.exit, 1);
    QCOMPARE(refused(ran).value("code").toString(), "taken");
    const QJsonValue blocker = refused(ran).value("blockers")[0];
    QVERIFY(blocker[u"name"].isNull() && blocker[u"appointment"].isNull());
    const QByteArray said = ran.out + ran.err;
    QVERIFY2(!said.contains("陈") && !said.contains(held.json().value("id").toString().toUtf8()), said.constData());
    const Ran list = on({"list", "--day", day(), "--json"}, "desk");
    const QJsonObject seen = list.json().value("appointments").toArray().first().toObject();
    QVERIFY(seen.value("patient").isNull() && seen.value("name").isNull() && seen.value("number").isNull());
    QVERIFY(!on({"list", "--day", day()}, "desk").out.contains("陈"));
    const Ran moved = on({"move", held.json().value("id").toString(), "--to", at("11:00"), "--json"}, "desk");
    QCOMPARE(moved.exit, 1);
    QCOMPARE(refused(moved).value("code").toString(), "unknown");
}

void TestCliAppointments::book_outsideHours_isRefused()
{
    for (const QString &clock : {QStringLiteral("12:30"), QStringLiteral("17:20"), QStringLiteral("03:00")}) {
        const Ran ran = book(m_chen, "复诊", at(clock), {"--practitioner", "沈致远"});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(refused(ran).value("code").toString(), "closed");
        const QJsonValue blocker = refused(ran).value("blockers")[0];
        QCOMPARE(blocker[u"why"].toString(), "closed");
        QCOMPARE(blocker[u"resource"].toString(), "沈致远");
        QVERIFY(blocker[u"appointment"].isNull());
        QCOMPARE(refused(ran).value("alternatives").toArray().size(), 3);
    }
    const Ran anybody = book(m_chen, "复诊", at("12:30"));
    QCOMPARE(refused(anybody).value("code").toString(), "closed");
    QCOMPARE(refused(anybody).value("blockers").toArray().size(), 2);
    const Ran words =
        on({"book", "--patient", m_chen, "--service", "复诊", "--at", at("12:30"), "--practitioner", "沈致远"});
    QCOMPARE(words.exit, 1);
    QVERIFY2(words.err.contains("not at work"), words.err.constData());
}

void TestCliAppointments::book_past_isRefused()
{
    const QDate today = civilDay(m_clock.now(), zone);
    const Ran ran = book(m_chen, "复诊", today.addDays(-7).toString(Qt::ISODate) + " 10:00");
    QCOMPARE(ran.exit, 1);
    QCOMPARE(refused(ran).value("code").toString(), "past");
    QVERIFY(refused(ran).value("blockers").toArray().isEmpty());
    QCOMPARE(refused(ran).value("alternatives").toArray().size(), 3);
    for (const QString &start : startsOf(refused(ran).value("alternatives").toArray()))
        QVERIFY(!start.isEmpty());
    const Ran list = on({"list", "--from", today.addDays(-7).toString(Qt::ISODate), "--to", day(), "--json"});
    QVERIFY(list.json().value("appointments").toArray().isEmpty());
}

void TestCliAppointments::book_patientElsewhere_isRefused()
{
    QCOMPARE(book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"}).exit, 0);
    const Ran ran = book(m_chen, "复诊", at("10:10"), {"--practitioner", "陆清和"});
    QCOMPARE(ran.exit, 1);
    QCOMPARE(refused(ran).value("code").toString(), "patient_busy");
    QVERIFY(ran.err.contains("10:00") && ran.err.contains("复诊"));
    const QJsonArray others = refused(ran).value("alternatives").toArray();
    QCOMPARE(others.size(), 3);
    QCOMPARE(others[0][u"start"].toString(), iso("10:20")); // when they are there no more
}

void TestCliAppointments::book_unknownName_listsWhatThereIs_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("practitioner");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("candidates");
    QTest::newRow("service") << "拔罐"
                             << "沈致远"
                             << "unknown" << QStringList{"初诊", "复诊", "针灸", "艾灸", "小儿推拿", "中频", "推拿"};
    QTest::newRow("part of services") << "诊"
                                      << "沈致远"
                                      << "unknown" << QStringList{"初诊", "复诊"};
    QTest::newRow("practitioner") << "复诊"
                                  << "孙思邈"
                                  << "unknown" << QStringList{"沈致远", "陆清和", "温如玉"};
    QTest::newRow("part of a practitioner") << "复诊"
                                            << "沈"
                                            << "unknown" << QStringList{"沈致远"};
    QTest::newRow("a room") << "复诊"
                            << "诊室一"
                            << "unknown" << QStringList{"沈致远", "陆清和", "温如玉"};
    QTest::newRow("id of nobody") << "复诊"
                                  << "0193a1b2-0000-7000-8000-000000000000"
                                  << "unknown" << QStringList{"沈致远", "陆清和", "温如玉"};
    QTest::newRow("not their service") << "复诊"
                                       << "温如玉"
                                       << "not_offered" << QStringList{"沈致远", "陆清和"};
    QTest::newRow("service of a device") << "中频"
                                         << "沈致远"
                                         << "not_offered" << QStringList{};
}

void TestCliAppointments::book_unknownName_listsWhatThereIs()
{
    QFETCH(QString, service);
    QFETCH(QString, practitioner);
    QFETCH(QString, code);
    QFETCH(QStringList, candidates);
    for (const QStringList &verb : {QStringList{"book", "--patient", m_chen, "--at", at("10:00")},
                                    QStringList{"free", "--from", day(), "--to", day()}}) {
        const Ran ran = on(verb + QStringList{"--service", service, "--practitioner", practitioner, "--json"});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(refused(ran).value("code").toString(), code);
        QStringList names;
        for (const QJsonValue &one : refused(ran).value("candidates").toArray())
            names << one[u"name"].toString();
        QCOMPARE(names, candidates);
        for (const QString &name : std::as_const(names))
            QVERIFY2(ran.err.contains(name.toUtf8()), ran.err.constData());
    }
}

void TestCliAppointments::book_twoOfOneName_wantsTheId()
{
    // The functions refuse a namesake; two PCs may each make one.
    asOwner("service.add", [](store::Transaction &tx) {
        const auto all = schedule::services(tx);
        HealthcareServiceDraft again = all->at(1).content;
        again.name = "复诊（二）";
        const auto made = schedule::addService(tx, again);
        QVERIFY(made.ok());
        tx.sql("UPDATE healthcare_service SET name = '复诊' WHERE id = ?1").bind(made->id).run();
    });
    const Ran ran = book(m_chen, "复诊", at("10:00"));
    QCOMPARE(ran.exit, 1);
    QCOMPARE(refused(ran).value("code").toString(), "ambiguous");
    const QJsonArray candidates = refused(ran).value("candidates").toArray();
    QCOMPARE(candidates.size(), 2);
    for (const QJsonValue &one : candidates) {
        QCOMPARE(one[u"name"].toString(), "复诊");
        QVERIFY(ran.err.contains(one[u"id"].toString().toUtf8()));
    }
    const Ran byId = book(m_chen, candidates[1][u"id"].toString(), at("10:00"));
    QVERIFY2(byId.exit == 0, byId.err.constData());
}

void TestCliAppointments::book_overbook_goesAboveTheCapacity()
{
    QCOMPARE(book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"}).exit, 0);
    const Ran above = book(m_wang, "复诊", at("10:00"), {"--practitioner", "沈致远", "--overbook"});
    QVERIFY2(above.exit == 0, above.err.constData());
    QCOMPARE(above.json().value("overbooked").toBool(), true);
    QCOMPARE(above.json().value("practitioner").toString(), "沈致远");
    const Ran plain = book(m_wang, "复诊", at("11:00"), {"--practitioner", "沈致远", "--overbook"});
    QCOMPARE(plain.json().value("overbooked").toBool(true), false);
    // Another room before a room above its capacity.
    QCOMPARE(book(m_wang, "推拿", at("15:00"), {"--practitioner", "温如玉"}).exit, 0);
    const Ran room = book(m_chen, "推拿", at("15:00"), {"--practitioner", "陆清和", "--overbook"});
    QVERIFY2(room.exit == 0, room.err.constData());
    QCOMPARE(room.json().value("overbooked").toBool(true), false);
    QCOMPARE(room.json().value("room").toString(), "诊室二");
}

void TestCliAppointments::book_noteTooLong_isRejected()
{
    const Ran ran = book(m_chen, "复诊", at("10:00"), {"--note", QString(501, u'长')});
    QCOMPARE(ran.exit, 5);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains("note") && ran.err.contains("500"), ran.err.constData());
    QVERIFY(on({"list", "--day", day(), "--json"}).json().value("appointments").toArray().isEmpty());
}

void TestCliAppointments::book_twoAtOnce_oneIsToldWhy()
{
    QProcess first;
    QProcess second;
    const auto start = [&](QProcess &process, const QString &patient) {
        m_program->prepare(process,
                           {"--store", m_program->file("clinic"), "--user", "owner", "appointment", "book", "--patient",
                            patient, "--service", "复诊", "--at", at("10:00"), "--practitioner", "沈致远"});
        process.start();
    };
    start(first, m_chen);
    start(second, m_wang);
    QVERIFY(first.waitForFinished(60'000) && second.waitForFinished(60'000));
    // One has it; the other came while the store was in use, or after it.
    const QSet<int> exits{first.exitCode(), second.exitCode()};
    QVERIFY2(exits == QSet<int>({0, 4}) || exits == QSet<int>({0, 1}), qPrintable(QString::number(first.exitCode())));
    QCOMPARE(on({"list", "--day", day(), "--json"}).json().value("appointments").toArray().size(), 1);
}

void TestCliAppointments::move_anotherTime_keepsWhatIsNotSaid()
{
    const Ran booked =
        book(m_chen, "复诊", at("10:00"), {"--practitioner", "陆清和", "--minutes", "30", "--note", "复查"});
    const QString id = booked.json().value("id").toString();
    const Ran moved = on({"move", id, "--to", at("15:10", 1), "--json"});
    QVERIFY2(moved.exit == 0, moved.err.constData());
    QCOMPARE(moved.json().keys(), booked.json().keys());
    QCOMPARE(moved.json().value("id").toString(), id);
    QCOMPARE(moved.json().value("start").toString(), iso("15:10", 1));
    QCOMPARE(moved.json().value("end").toString(), iso("15:40", 1));
    for (const char *member : {"practitioner", "note", "number", "service"})
        QCOMPARE(moved.json().value(QLatin1String(member)), booked.json().value(QLatin1String(member)));
    const Ran shorter = on({"move", id, "--to", at("15:20", 1), "--minutes", "20", "--json"}); // not in its own way
    QVERIFY2(shorter.exit == 0, shorter.err.constData());
    QCOMPARE(shorter.json().value("end").toString(), iso("15:40", 1));
    QCOMPARE(book(m_wang, "复诊", at("10:00"), {"--practitioner", "陆清和"}).exit, 0);
}

void TestCliAppointments::move_anotherPractitioner_movesThere()
{
    const QString id = book(m_chen, "复诊", at("10:00"), {"--practitioner", "陆清和"}).json().value("id").toString();
    const Ran moved = on({"move", id, "--to", at("10:00"), "--practitioner", "沈致远", "--json"});
    QVERIFY2(moved.exit == 0, moved.err.constData());
    QCOMPARE(moved.json().value("practitioner").toString(), "沈致远");
    const Ran wrong = on({"move", id, "--to", at("10:00"), "--practitioner", "温如玉", "--json"});
    QCOMPARE(wrong.exit, 1);
    QCOMPARE(refused(wrong).value("code").toString(), "not_offered");
}

void TestCliAppointments::move_takenOrPastOrUnknown_isRefused()
{
    const QString id = book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"}).json().value("id").toString();
    QCOMPARE(book(m_wang, "复诊", at("11:00"), {"--practitioner", "沈致远"}).exit, 0);
    const Ran taken = on({"move", id, "--to", at("11:00"), "--json"});
    QCOMPARE(taken.exit, 1);
    QCOMPARE(refused(taken).value("code").toString(), "taken");
    QCOMPARE(refused(taken).value("blockers")[0][u"name"].toString(), "王建国");
    QCOMPARE(refused(taken).value("alternatives").toArray().size(), 3);
    const Ran closed = on({"move", id, "--to", at("12:50"), "--json"});
    QCOMPARE(refused(closed).value("code").toString(), "closed");
    // A time that it has now itself is free for it.
    QCOMPARE(on({"move", id, "--to", at("11:30"), "--json"}).exit, 0);
    const Ran late = on({"move", id, "--to", at("11:50"), "--json"});
    QCOMPARE(refused(late).value("code").toString(), "closed");
    QCOMPARE(refused(late).value("alternatives")[0][u"start"].toString(), iso("11:40"));
    const Ran past = on({"move", id, "--to", "2020-01-08 10:00", "--json"});
    QCOMPARE(past.exit, 1);
    QCOMPARE(refused(past).value("code").toString(), "past");
    for (const QString &unknown : {QStringLiteral("0193a1b2-0000-7000-8000-000000000000"), QStringLiteral("first")}) {
        const Ran ran = on({"move", unknown, "--to", at("10:00"), "--json"});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(refused(ran).value("code").toString(), "unknown");
        QVERIFY(ran.err.contains(unknown.toUtf8()));
    }
    const QJsonArray list = on({"list", "--day", day(), "--json"}).json().value("appointments").toArray();
    QCOMPARE(startsOf(list), (QStringList{"11:00", "11:30"}));
}

void TestCliAppointments::cancel_booked_freesTheTime()
{
    const QString id = book(m_chen, "复诊", at("10:00"), {"--practitioner", "沈致远"}).json().value("id").toString();
    const Ran ran = on({"cancel", id, "--reason", "出差", "--json"});
    QVERIFY2(ran.exit == 0, ran.err.constData());
    QCOMPARE(ran.json().value("status").toString(), "cancelled");
    QCOMPARE(ran.json().value("reason").toString(), "出差");
    QCOMPARE(ran.json().value("cancelled_by").toString(), "patient");
    QCOMPARE(ran.json().value("late").toBool(true), false);
    const Ran again = book(m_wang, "复诊", at("10:00"), {"--practitioner", "沈致远"});
    QVERIFY2(again.exit == 0, again.err.constData());
    const Ran clinic =
        on({"cancel", again.json().value("id").toString(), "--reason", "医师开会", "--by", "clinic", "--json"}, "desk");
    QCOMPARE(clinic.exit, 0);
    QCOMPARE(clinic.json().value("cancelled_by").toString(), "clinic");
}

void TestCliAppointments::cancel_twiceOrUnknown_isRefused()
{
    const QString id = book(m_chen, "复诊", at("10:00")).json().value("id").toString();
    QCOMPARE(on({"cancel", id, "--reason", "出差"}).exit, 0);
    for (const QStringList &verb :
         {QStringList{"cancel", id, "--reason", "出差"}, QStringList{"move", id, "--to", at("11:00")}}) {
        const Ran ran = on(verb + QStringList{"--json"});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(refused(ran).value("code").toString(), "not_booked");
        QVERIFY(refused(ran).value("alternatives").toArray().isEmpty());
    }
    const Ran unknown = on({"cancel", "nothing", "--reason", "出差", "--json"});
    QCOMPARE(unknown.exit, 1);
    QCOMPARE(refused(unknown).value("code").toString(), "unknown");
    const Ran wordy = on(
        {"cancel", book(m_chen, "复诊", at("10:00")).json().value("id").toString(), "--reason", QString(201, u'长')});
    QCOMPARE(wordy.exit, 5);
}

void TestCliAppointments::list_dayPersonPatient_narrow()
{
    QCOMPARE(book(m_chen, "复诊", at("11:00"), {"--practitioner", "沈致远"}).exit, 0);
    QCOMPARE(book(m_wang, "复诊", at("10:00"), {"--practitioner", "陆清和"}).exit, 0);
    QCOMPARE(book(m_chen, "中频", at("09:00", 1)).exit, 0);
    const auto starts = [&](const QStringList &more) {
        const Ran ran = on(QStringList{"list", "--json"} + more);
        return ran.exit == 0 ? startsOf(ran.json().value("appointments").toArray()) : QStringList{ran.err};
    };
    QCOMPARE(starts({}), QStringList{}); // today
    QCOMPARE(starts({"--day", day()}), (QStringList{"10:00", "11:00"}));
    QCOMPARE(starts({"--from", day(), "--to", day(1)}), (QStringList{"10:00", "11:00", "09:00"}));
    QCOMPARE(starts({"--day", day(), "--practitioner", "沈致远"}), QStringList{"11:00"});
    QCOMPARE(starts({"--patient", m_chen}), (QStringList{"11:00", "09:00"}));
    QCOMPARE(starts({"--patient", m_wang, "--day", day(1)}), QStringList{});
    QCOMPARE(on({"list", "--day", day(), "--jsonl"}).jsonLines().size(), 2);
    const Ran nobody = on({"list", "--practitioner", "孙思邈", "--json"});
    QCOMPARE(nobody.exit, 1);
    QCOMPARE(refused(nobody).value("code").toString(), "unknown");
    QCOMPARE(on({"list", "--patient", "A7777777"}).exit, 1);
}

void TestCliAppointments::list_words_areAligned()
{
    const Ran none = on({"list", "--day", day()});
    QCOMPARE(none.exit, 0);
    QVERIFY(none.out.isEmpty() && none.err.contains("Nothing is booked"));
    const QString id = book(m_chen, "复诊", at("11:00"), {"--practitioner", "沈致远"}).json().value("id").toString();
    const QStringList lines = QString::fromUtf8(on({"list", "--day", day()}).out).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(at("11:00–11:20") + "  " + m_chen + "  陈淑芬  复诊"));
    QVERIFY(lines[1].endsWith(id));
    QCOMPARE(lines[0].indexOf("Name"), lines[1].indexOf("陈淑芬"));
}

void TestCliAppointments::permission_dispenser_mayNotBook()
{
    const Ran ran = on({"book", "--patient", m_chen, "--service", "复诊", "--at", at("10:00"), "--json"}, "herbs");
    QCOMPARE(ran.exit, 3);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestCliAppointments::open_inUse_exitsFour_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("free") << QStringList{"free", "--service", "复诊"};
    QTest::newRow("book") << QStringList{"book", "--patient", "1", "--service", "复诊", "--at", "2099-01-06 10:00"};
    QTest::newRow("move") << QStringList{"move", "x", "--to", "2099-01-06 10:00"};
    QTest::newRow("cancel") << QStringList{"cancel", "x", "--reason", "y"};
    QTest::newRow("list") << QStringList{"list"};
}

void TestCliAppointments::open_inUse_exitsFour()
{
    QFETCH(QStringList, arguments);
    const auto session = access::signIn(around(), "owner", Program::password());
    QVERIFY(session.ok());
    const Ran ran = on(arguments + QStringList{"--json"});
    QCOMPARE(ran.exit, 4);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestCliAppointments::use_wrong_exitsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList book{"book", "--patient", "1", "--service", "复诊"};
    QTest::newRow("no verb") << QStringList{};
    QTest::newRow("unknown verb") << QStringList{"eat"};
    QTest::newRow("unknown option of free") << QStringList{"free", "--service", "复诊", "--room", "1"};
    QTest::newRow("unknown option of book") << book + QStringList{"--at", "2099-01-06 10:00", "--force"};
    QTest::newRow("unknown option of move") << QStringList{"move", "x", "--at", "2099-01-06 10:00"};
    QTest::newRow("unknown option of cancel") << QStringList{"cancel", "x", "--why", "y"};
    QTest::newRow("unknown option of list") << QStringList{"list", "--service", "复诊"};
    QTest::newRow("free without service") << QStringList{"free", "--from", "2099-01-06"};
    QTest::newRow("free of no day") << QStringList{"free", "--service", "复诊", "--from", "2099-02-30"};
    QTest::newRow("free backwards") << QStringList{"free",       "--service", "复诊",      "--from",
                                                   "2099-01-06", "--to",      "2099-01-05"};
    QTest::newRow("free of too many days")
        << QStringList{"free", "--service", "复诊", "--from", "2099-01-06", "--to", "2099-12-05"};
    QTest::newRow("free of no clock") << QStringList{"free", "--service", "复诊", "--after", "9 o'clock"};
    QTest::newRow("free before it begins")
        << QStringList{"free", "--service", "复诊", "--after", "10:00", "--before", "09:00"};
    QTest::newRow("free of a sex") << QStringList{"free", "--service", "复诊", "--sex", "unknown"};
    QTest::newRow("free too many") << QStringList{"free", "--service", "复诊", "--best", "13"};
    QTest::newRow("book nobody") << QStringList{"book", "--service", "复诊", "--at", "2099-01-06 10:00"};
    QTest::newRow("book nothing") << QStringList{"book", "--patient", "1", "--at", "2099-01-06 10:00"};
    QTest::newRow("book never") << book;
    QTest::newRow("book a day") << book + QStringList{"--at", "2099-01-06"};
    QTest::newRow("book seconds") << book + QStringList{"--at", "2099-01-06 10:00:30"};
    QTest::newRow("book no hour") << book + QStringList{"--at", "2099-01-06 25:00"};
    QTest::newRow("book no length") << book + QStringList{"--at", "2099-01-06 10:00", "--minutes", "4"};
    QTest::newRow("book too long") << book + QStringList{"--at", "2099-01-06 10:00", "--minutes", "721"};
    QTest::newRow("move nothing") << QStringList{"move", "--to", "2099-01-06 10:00"};
    QTest::newRow("move nowhere") << QStringList{"move", "x"};
    QTest::newRow("cancel nothing") << QStringList{"cancel", "--reason", "y"};
    QTest::newRow("cancel without reason") << QStringList{"cancel", "x"};
    QTest::newRow("cancel for no reason") << QStringList{"cancel", "x", "--reason", " "};
    QTest::newRow("cancel by nobody") << QStringList{"cancel", "x", "--reason", "y", "--by", "weather"};
    QTest::newRow("list day and days") << QStringList{"list", "--day", "2099-01-06", "--from", "2099-01-06"};
    QTest::newRow("list to, from nowhere") << QStringList{"list", "--to", "2099-01-06"};
    QTest::newRow("list too much") << QStringList{"list", "--from", "2098-01-06", "--to", "2099-01-07"};
}

void TestCliAppointments::use_wrong_exitsTwo()
{
    QFETCH(QStringList, arguments);
    const Ran ran = on(arguments);
    QCOMPARE(ran.exit, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestCliAppointments::help_everyVerb_inBothLanguages()
{
    for (const QString &verb : {QStringLiteral("free"), QStringLiteral("book"), QStringLiteral("move"),
                                QStringLiteral("cancel"), QStringLiteral("list")}) {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
            const Ran ran = m_program->run({"appointment", verb, "--help", "--lang", language});
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.contains("xinglin-cli appointment " + verb.toUtf8()));
            QVERIFY(ran.err.isEmpty());
        }
    }
    const Ran noun = m_program->run({"appointment", "--help"});
    QCOMPARE(noun.exit, 0);
    QVERIFY(noun.out.contains("appointment cancel") && !noun.out.contains("patient show"));
}

QTEST_GUILESS_MAIN(TestCliAppointments)
#include "tst_cliappointments.moc"
