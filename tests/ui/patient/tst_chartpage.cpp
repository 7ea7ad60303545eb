#include "clinic/chart/chart.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/segment.h"
#include "ui/patient/eventlist.h"
#include "ui/patient/searchfield.h"
#include "ui/trend/trendchart.h"
#include "ui/trend/trendscreen.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int visitCount = 30; // more than stand in a window

/// Thirty visits, a fortnight apart; the tenth was for a cold. An allergy, and a constitution that was assessed.
void chart(TestClinic &clinic)
{
    static const auto catalog = *Catalog::load();
    const Patient person = clinic.patient(u"陈淑芬"_s);
    clinic.patient(u"李明"_s, u"13900139000"_s);
    for (int i = 0; i < visitCount; ++i) {
        const auto signed_ = clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = person.id;
            draft.visit.day = tx.today().addDays(14 * (i - visitCount));
            draft.visit.note.complaint = i == 9 ? u"恶寒，感冒三天"_s : u"入睡困难，多梦"_s;
            draft.visit.note.answers << Answer{u"scale.complaint"_s, {}, 0, 10 - i / 5.0, {}, {}, u"{score}"_s}
                                     << Answer{u"vital.systolic"_s, {}, 0, 120.0 + i, {}, {}, u"mm[Hg]"_s}
                                     << Answer{u"vital.diastolic"_s, {}, 0, 70.0 + i, {}, {}, u"mm[Hg]"_s};
            draft.visit.note.diagnoses << DiagnosisEntry{DiagnosisKind::Disease, {}, {}, u"不寐病"_s};
            PrescriptionDraft formula;
            formula.name = i == 9 ? u"荆防败毒散"_s : u"归脾汤加减"_s;
            formula.lines << PrescriptionLine{{}, u"黄芪"_s, Mass::grams(15), {}};
            draft.prescriptions << formula;
            return consultation::sign(tx, *catalog, draft);
        });
        if (!signed_)
            qFatal("%s", qUtf8Printable(signed_.error().message));
    }
    QVERIFY(clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, person.id, {{}, u"牡蛎"_s, u"皮疹"_s});
    }));
}

/// The practitioner before the open chart.
struct Room
{
    explicit Room(const std::function<void(TestClinic &)> &more = {})
        : desk([more](TestClinic &clinic) {
            chart(clinic);
            if (more)
                more(clinic);
        })
    {
        desk.enter("practitioner");
        open("csf");
    }
    void open(const char *initials)
    {
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().type(initials);
        QTest::qWait(300);
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("events");
    }
    QAbstractItemView &view() { return desk.drive().get<QAbstractItemView>("events"); }
    int rows() { return view().model()->rowCount(); }
    QString row(int row) { return view().model()->index(row, 0).data().toString(); }
    QStringList events()
    {
        QStringList all;
        for (int i = 0; i < rows(); ++i)
            all << row(i);
        return all;
    }
    QString details()
    {
        QStringList words;
        for (const QLabel *label : desk.drive().get("visitDetails").findChildren<QLabel *>(u"section"_s))
            words << label->text();
        return words.join(u'\n');
    }
    qint64 looks(const char *action)
    {
        return desk.ask(desk.clinic.owner(), [action](const store::Snapshot &view) {
            store::Query count = view.connection().internal("SELECT count(*) FROM audit WHERE n > 0 AND action = ?1");
            count.bind(action);
            count.next();
            return count.get<qint64>(0);
        });
    }
    Desk desk;
};

} // namespace

class TestChartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void chart_manyVisits_allStandThereAndAreFilledAsTheyAreSeen();
    void kinds_chosen_showThoseAlone();
    void search_initials_findsTheEpisodeInSixKeys();
    void search_pinyinOfAHerbOrFormula_findsIt();
    void search_nothing_saysSoAndEscComesBack();
    void search_otherPatient_beginsAnew();
    void trends_measured_areCharts();
    void trends_f11_showsTheComplaintOverSixVisits();
    void trends_nothingMeasured_saysWhere();
    void texts_manyVisits_areReadOnce();
    void countersign_anothersNote_standsUnderIt();
    void comparison_ofTheSelectedVisit_marksWhatDiffers();
    void comparison_anyTwo_areChosenByKeys();
    void problems_byKeys_areKeptResolvedAndTakenOut();
    void problems_fromVisits_areAddedWithOneKey();
    void family_byKeys_isKeptAndTakenOut();
    void family_samePhone_leadsToTheOther();
};

void TestChartPage::initTestCase()
{
    dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), u"en"_s, ui::ThemeName::Paper, 1.0);
}

void TestChartPage::chart_manyVisits_allStandThereAndAreFilledAsTheyAreSeen()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    QVERIFY(room.row(0).contains(u"牡蛎"_s)); // today
    QVERIFY(room.row(1).contains(u"No. 30"_s) && room.row(1).contains(u"归脾汤加减"_s));
    QCOMPARE(room.desk.drive().focus()->objectName(), u"events"_s);
    room.desk.drive().key(Qt::Key_End);
    QTRY_VERIFY(room.row(visitCount).contains(u"归脾汤加减"_s));
    QVERIFY(room.row(visitCount).contains(u"No. 1 "_s));
    QTRY_VERIFY(room.details().contains(u"入睡困难"_s));
    QTRY_COMPARE(tour::flaws(room.desk.drive().get("events").window()), QString());
}

void TestChartPage::kinds_chosen_showThoseAlone()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    auto &kinds = room.desk.drive().get<ui::ChipBar>("eventKinds");
    QCOMPARE(kinds.chips().size(), 3); // all, visits, care
    QVERIFY(kinds.chips().at(1).text.endsWith(u"30"_s));
    kinds.setFocus();
    room.desk.drive().key(Qt::Key_End);
    room.desk.drive().key(Qt::Key_Space);
    QTRY_COMPARE(room.rows(), 1);
    QVERIFY(room.row(0).contains(u"牡蛎"_s));
    room.desk.drive().key(Qt::Key_Home);
    room.desk.drive().key(Qt::Key_Space);
    QTRY_COMPARE(room.rows(), visitCount + 1);
}

void TestChartPage::search_initials_findsTheEpisodeInSixKeys()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F, Qt::ControlModifier); // 2 strokes
    room.desk.drive().type("gm");                          // 2
    QTRY_COMPARE(room.rows(), 1);
    room.desk.drive().key(Qt::Key_Return); // 1
    QCOMPARE(room.desk.drive().focus()->objectName(), u"events"_s);
    QVERIFY(room.row(0).contains(u"No. 10 "_s) && room.row(0).contains(u"感冒三天"_s));
    QTRY_VERIFY(room.details().contains(u"荆防败毒散"_s));
}

void TestChartPage::search_pinyinOfAHerbOrFormula_findsIt()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F, Qt::ControlModifier);
    room.desk.drive().type("jingfang");
    QTRY_COMPARE(room.rows(), 1);
    room.desk.drive().key(Qt::Key_A, Qt::ControlModifier);
    room.desk.drive().commit(u"黄芪"_s);
    QTRY_COMPARE(room.rows(), visitCount);
    room.desk.drive().key(Qt::Key_A, Qt::ControlModifier);
    room.desk.drive().commit(u"皮疹"_s); // of the allergy
    QTRY_COMPARE(room.rows(), 1);
}

void TestChartPage::search_nothing_saysSoAndEscComesBack()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F, Qt::ControlModifier);
    room.desk.drive().type("zzz");
    QTRY_VERIFY(room.desk.drive().find("noEvents"));
    QVERIFY(room.desk.drive().get<QLabel>("noEvents").text().contains(u"zzz"_s));
    room.desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_Escape);
    QCOMPARE(room.desk.drive().focus()->objectName(), u"events"_s);
}

void TestChartPage::search_otherPatient_beginsAnew()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F, Qt::ControlModifier);
    room.desk.drive().type("gm");
    QTRY_COMPARE(room.rows(), 1);
    room.desk.drive().key(Qt::Key_K, Qt::ControlModifier);
    room.desk.drive().type("lm");
    QTest::qWait(300);
    room.desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.desk.drive().find("noEvents"));
    QVERIFY(room.desk.drive().get<QLineEdit>("chartSearch").text().isEmpty());
}

void TestChartPage::trends_measured_areCharts()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(room.desk.drive().get("trends").findChildren<ui::TrendChart *>().size(), 2);
    const auto charts = room.desk.drive().get("trends").findChildren<ui::TrendChart *>();
    QCOMPARE(charts.first()->trend().lines.size(), 1); // the score, the latest twelve
    QCOMPARE(charts.first()->trend().days(), 12);
    QCOMPARE(charts.last()->trend().lines.size(), 2); // both pressures
    QVERIFY(charts.first()->spokenValue().startsWith(u"4.2"_s));
    QTRY_COMPARE(tour::flaws(room.desk.drive().get("trends").window()), QString());
    room.desk.drive().get<ui::Segment>("trendSpan").setFocus();
    room.desk.drive().key(Qt::Key_Right);
    QTRY_COMPARE(room.desk.drive().get("trends").findChildren<ui::TrendChart *>().first()->trend().days(), visitCount);
    room.desk.drive().key(Qt::Key_R, Qt::ControlModifier);
    room.desk.drive().get("visitDetails");
}

void TestChartPage::trends_f11_showsTheComplaintOverSixVisits()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F11);
    auto &screen = room.desk.drive().get<ui::TrendScreen>("trendScreen");
    QCOMPARE(screen.chart()->trend().lines.first().item, u"scale.complaint"_s);
    QCOMPARE(screen.chart()->trend().days(), 6);
    QVERIFY(!room.desk.drive().find("events"));
    QVERIFY(!room.desk.drive().find("globalBox"));
    room.desk.drive().key(Qt::Key_Up);
    QCOMPARE(screen.chart()->trend().days(), 12);
    room.desk.drive().key(Qt::Key_Right);
    QCOMPARE(screen.chart()->trend().lines.size(), 2);
    room.desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(room.desk.drive().find("events"));
    QCOMPARE(room.desk.drive().focus()->objectName(), u"events"_s);
    QVERIFY(!room.desk.drive().find("trendScreen"));
}

void TestChartPage::trends_nothingMeasured_saysWhere()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_K, Qt::ControlModifier);
    room.desk.drive().type("lm");
    QTest::qWait(300);
    room.desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.desk.drive().find("noEvents"));
    room.desk.drive().key(Qt::Key_F11);
    QVERIFY(room.desk.drive().get<QLabel>("noTrends").text().contains(u"first line"_s));
}

void TestChartPage::texts_manyVisits_areReadOnce()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_F, Qt::ControlModifier);
    room.desk.drive().type("ganmao");
    QTRY_COMPARE(room.rows(), 1);
    QTRY_COMPARE(room.looks("chart.search"), 1);
}

void TestChartPage::countersign_anothersNote_standsUnderIt()
{
    Room room([](TestClinic &clinic) {
        static const auto catalog = *Catalog::load();
        const auto found = clinic.read(clinic.practitioner(),
                                       [](const store::Snapshot &view) { return patient::search(view, u"陈淑芬"_s); });
        QVERIFY(
            clinic.write(clinic.another(access::Role::Practitioner), "consultation.sign", [&](store::Transaction &tx) {
                consultation::Draft draft;
                draft.visit.patient = found->first().id;
                draft.visit.note.complaint = u"腰痛"_s;
                return consultation::sign(tx, *catalog, draft);
            }));
    });
    QTRY_COMPARE(room.rows(), visitCount + 2);
    QTRY_VERIFY(room.details().contains(u"腰痛"_s)); // the newest, another's
    room.desk.drive().get("countersign");
    room.desk.drive().key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    room.desk.drive().get("countersignDialog").activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"countersignRemark"_s);
    room.desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.desk.drive().find<QLabel>("attestation"));
    QVERIFY(!room.desk.drive().find("countersign"));
    QCOMPARE(room.looks("visit.countersign"), 1);
    room.desk.drive().get("events").setFocus();
    room.view().setCurrentIndex(room.view().model()->index(2, 0)); // one's own
    QTRY_VERIFY(room.details().contains(u"入睡困难"_s));
    QVERIFY(!room.desk.drive().find("countersign"));
}

void TestChartPage::comparison_ofTheSelectedVisit_marksWhatDiffers()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.view().setCurrentIndex(room.view().model()->index(visitCount - 9, 0)); // the tenth visit
    QTRY_VERIFY(room.details().contains(u"荆防败毒散"_s));
    room.desk.drive().key(Qt::Key_D, Qt::ControlModifier);
    auto &before = room.desk.drive().get<QComboBox>("compareBefore");
    QTRY_VERIFY(before.currentText().startsWith(u"Visit 9,"_s));
    QVERIFY(room.desk.drive().get<QComboBox>("compareAfter").currentText().startsWith(u"Visit 10,"_s));
    const auto texts = [&](const char *side) {
        QStringList all;
        for (const QLabel *label : room.desk.drive().get("compared").findChildren<QLabel *>(QLatin1String(side)))
            all << label->text();
        return all.join(u'\n');
    };
    QTRY_VERIFY(texts("after").contains(u"感冒三天"_s));
    QVERIFY(texts("before").contains(u"line-through"_s) && texts("before").contains(u"归脾汤加减"_s));
    QVERIFY(!texts("after").contains(u"line-through"_s));
    QTRY_COMPARE(tour::flaws(before.window()), QString());
    room.desk.drive().key(Qt::Key_Escape);
    room.desk.drive().get("events");
}

void TestChartPage::comparison_anyTwo_areChosenByKeys()
{
    Room room;
    QTRY_COMPARE(room.rows(), visitCount + 1);
    room.desk.drive().key(Qt::Key_D, Qt::ControlModifier);
    auto &before = room.desk.drive().get<QComboBox>("compareBefore");
    QTRY_COMPARE(before.currentIndex(), 1);
    QCOMPARE(room.desk.drive().focus(), &before);
    room.desk.drive().key(Qt::Key_Up); // the newest with itself
    QTRY_VERIFY(room.desk.drive().find("bothSame"));
    room.desk.drive().key(Qt::Key_V);
    QTRY_VERIFY(room.desk.drive().find("before"));
}

void TestChartPage::problems_byKeys_areKeptResolvedAndTakenOut()
{
    Room room;
    GuiDriver &drive = room.desk.drive();
    const auto stored = [&room](const char *status) {
        return room.desk.ask(room.desk.clinic.owner(), [status](const store::Snapshot &view) {
            store::Query rows = view.connection().internal(
                "SELECT display, code, onset FROM condition WHERE n > 0 AND clinical_status = ?1 ORDER BY n");
            rows.bind(status);
            QStringList found;
            while (rows.next())
                found << rows.get<QString>(0) + u' ' + rows.get<QString>(1) + u' ' + rows.get<QString>(2);
            return found;
        });
    };
    drive.get("problem");
    drive.key(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(drive.focus()->objectName(), u"problem"_s);
    drive.type("m54.5");
    drive.key(Qt::Key_Return); // takes what is offered
    drive.key(Qt::Key_Tab);
    QCOMPARE(drive.focus()->objectName(), u"problemSince"_s);
    drive.type("2019");
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(stored("active"), QStringList{u"下背痛 M54.5 2019"_s});
    auto &list = drive.get<QAbstractItemView>("problems");
    QTRY_COMPARE(list.model()->rowCount(), 1);
    QCOMPARE(list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Lower back pain since 2019"_s);
    const QStringList events = room.events();
    QVERIFY(std::any_of(events.begin(), events.end(),
                        [](const QString &row) { return row.contains(u"Problem: Lower back pain"_s); }));
    list.setFocus();
    drive.key(Qt::Key_Space);
    QTRY_COMPARE(stored("resolved").size(), 1);
    QTRY_VERIFY(drive.find("pastProblems"));
    QVERIFY(!drive.find("problems"));
    drive.click("pastProblems");
    drive.get("problems").setFocus();
    drive.key(Qt::Key_Delete);
    drive.fill("retractProblemReason", u"wrong person"_s);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(stored("entered-in-error").size(), 1);
    QTRY_VERIFY(!drive.find("problems"));
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
}

void TestChartPage::problems_fromVisits_areAddedWithOneKey()
{
    Room room;
    GuiDriver &drive = room.desk.drive();
    auto &chips = drive.get<ui::ChipBar>("problemChips");
    QCOMPARE(chips.chips().size(), 1);
    QVERIFY2(chips.chips().constFirst().text.endsWith(u"×30"_s), qPrintable(chips.chips().constFirst().text));
    chips.setFocus();
    drive.key(Qt::Key_Space);
    QTRY_COMPARE(room.desk.ask(room.desk.clinic.owner(),
                               [](const store::Snapshot &view) {
                                   store::Query rows = view.connection().internal(
                                       "SELECT display FROM condition WHERE n > 0 AND clinical_status = 'active'");
                                   return rows.next() ? rows.get<QString>(0) : QString();
                               }),
                 u"不寐病"_s);
    QTRY_VERIFY(!drive.find("problemChips"));
}

void TestChartPage::family_byKeys_isKeptAndTakenOut()
{
    Room room;
    GuiDriver &drive = room.desk.drive();
    const auto stored = [&room](const char *status) {
        return room.desk.ask(room.desk.clinic.owner(), [status](const store::Snapshot &view) {
            store::Query rows =
                view.connection().internal("SELECT relationship, display, code, onset_age FROM family_history"
                                           " WHERE n > 0 AND status = ?1 ORDER BY n");
            rows.bind(status);
            QStringList found;
            while (rows.next())
                found << rows.get<QString>(0) + u' ' + rows.get<QString>(1) + u' ' + rows.get<QString>(2) + u' ' +
                             rows.get<QString>(3);
            return found;
        });
    };
    QTRY_VERIFY(drive.find("relative"));
    drive.key(Qt::Key_F, Qt::AltModifier);
    QCOMPARE(drive.focus()->objectName(), u"relative"_s);
    drive.type("gr");
    drive.key(Qt::Key_Down);
    drive.key(Qt::Key_Down);
    drive.key(Qt::Key_Return); // the first is offered at once: two below it is the maternal grandfather
    drive.key(Qt::Key_Tab);
    QCOMPARE(drive.focus()->objectName(), u"familyIllness"_s);
    drive.type("e11.9");
    drive.key(Qt::Key_Return); // takes what is offered
    drive.key(Qt::Key_Tab);
    drive.type("fifty");
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("familySaid"));
    QVERIFY(stored("completed").isEmpty());
    drive.fill("familyAge", u"58"_s);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(stored("completed").size(), 1);
    QVERIFY2(stored("completed").constFirst().startsWith(u"MGRFTH "_s) &&
                 stored("completed").constFirst().endsWith(u" E11.9 58"_s),
             qPrintable(stored("completed").constFirst()));
    QTRY_COMPARE(drive.focus()->objectName(), u"relative"_s);
    auto &list = drive.get<QAbstractItemView>("familyHistory");
    QTRY_COMPARE(list.model()->rowCount(), 1);
    QVERIFY(list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"at 58"_s));
    drive.type("nobody");
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("familySaid"));
    QCOMPARE(stored("completed").size(), 1);
    list.setFocus();
    drive.key(Qt::Key_Delete);
    drive.fill("retractFamilyReason", u"wrong person"_s);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(stored("entered-in-error").size(), 1);
    QTRY_VERIFY(!drive.find("familyHistory"));
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
}

void TestChartPage::family_samePhone_leadsToTheOther()
{
    Room room([](TestClinic &clinic) { clinic.patient(u"崔诗菲"_s); });
    GuiDriver &drive = room.desk.drive();
    auto &household = drive.get<QAbstractItemView>("household");
    QCOMPARE(household.model()->rowCount(), 1);
    QCOMPARE(household.model()->index(0, 0).data().toString(), u"崔诗菲"_s);
    household.setFocus();
    household.setCurrentIndex(household.model()->index(0, 0));
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(household.model()->index(0, 0).data().toString(), u"陈淑芬"_s);
}

QTEST_MAIN(TestChartPage)
#include "tst_chartpage.moc"
