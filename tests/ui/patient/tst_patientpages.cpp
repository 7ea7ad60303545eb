#include "base/text/idnumber.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/patientpanel.h"
#include "ui/patient/searchfield.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

void people(TestClinic &clinic)
{
    clinic.patient(QStringLiteral("陈淑芬"), QStringLiteral("13812346207"));
    clinic.patient(QStringLiteral("陈思帆"), QStringLiteral("18612340391"));
    clinic.patient(QStringLiteral("曹守富"), QStringLiteral("15912348812"));
    clinic.patient(QStringLiteral("崔诗菲"), QStringLiteral("13812346207"));
}

QAbstractItemModel *rows(Desk &desk)
{
    return static_cast<QAbstractItemView &>(desk.drive().get("patientTable")).model();
}

QString firstName(Desk &desk)
{
    return rows(desk)->index(0, 0).data().toString();
}

QString messageUnder(Desk &desk, const char *editor)
{
    return static_cast<ui::Field *>(desk.drive().get(editor).parentWidget())->message();
}

QList<PatientHit> all(Desk &desk)
{
    return *desk.ask(desk.clinic.owner(),
                     [](const store::Snapshot &view) { return patient::search(view, QString(), 50); });
}

qint64 lines(Desk &desk, const char *action)
{
    return desk.ask(desk.clinic.owner(), [action](const store::Snapshot &view) {
        store::Query count = view.connection().internal("SELECT count(*) FROM audit WHERE n > 0 AND action = ?1");
        count.bind(action);
        count.next();
        return count.get<qint64>(0);
    });
}

/// A valid number of a girl born on 2016-11-03.
QString idNumber()
{
    const QString first = QStringLiteral("31010420161103002");
    return first + *residentCheckDigit(first);
}

} // namespace

class TestPatientPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void search_initials_findsAndEnterOpensTheChart()
    {
        Desk desk(people);
        desk.enter("reception");
        QTRY_COMPARE(rows(desk)->rowCount(), 4);
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientSearch"));
        desk.drive().type("csf");
        QTRY_COMPARE(rows(desk)->rowCount(), 4); // chen shu fen, chen si fan, cao shou fu, cui shi fei
        desk.drive().type("x");
        QTRY_VERIFY(desk.drive().find("registerInstead"));
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientSearch"));
        desk.drive().key(Qt::Key_Backspace);
        desk.drive().key(Qt::Key_A, Qt::ControlModifier);
        desk.drive().type("0391");
        desk.drive().key(Qt::Key_Return); // before the answer is there
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈思帆"));
        QTRY_VERIFY(lines(desk, "patient.open") >= 1);
    }

    void search_settled_leavesOneLineInTheAudit()
    {
        Desk desk(people);
        desk.enter("reception");
        const qint64 before = lines(desk, "patient.search");
        desk.drive().type("chen");
        QTRY_COMPARE(lines(desk, "patient.search"), before + 1);
        QTest::qWait(ui::PatientSearch::settleMs);
        QCOMPARE(lines(desk, "patient.search"), before + 1);
    }

    void selection_resting_opensTheRecordAndShowsTheHousehold()
    {
        Desk desk([](TestClinic &clinic) {
            people(clinic);
            const auto found = clinic.read(clinic.receptionist(), [](const store::Snapshot &view) {
                return patient::search(view, QStringLiteral("陈淑芬"));
            });
            const PatientId id = found->first().id;
            QVERIFY(clinic.write(clinic.receptionist(), "allergy.record", [id](store::Transaction &tx) {
                return patient::recordAllergy(tx, id, {{}, QStringLiteral("青霉素"), {}});
            }));
        });
        desk.enter("reception");
        desk.drive().commit(QStringLiteral("陈淑芬"));
        QTRY_VERIFY(desk.drive().find("panelAllergies"));
        QVERIFY(static_cast<QLabel &>(desk.drive().get("panelAllergies")).text().contains(QStringLiteral("青霉素")));
        auto &household = static_cast<QAbstractItemView &>(desk.drive().get("household"));
        QCOMPARE(household.model()->index(0, 0).data().toString(), QStringLiteral("崔诗菲"));
    }

    void search_composing_enterOpensNothing()
    {
        Desk desk(people);
        desk.enter("reception");
        QTRY_COMPARE(rows(desk)->rowCount(), 4);
        desk.drive().compose(QStringLiteral("chen"));
        desk.drive().key(Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(desk.title(), QStringLiteral("Patients"));
    }

    void register_nobodyFound_takesOverWhatWasTyped()
    {
        Desk desk(people);
        desk.enter("reception");
        desk.drive().type("13900001111");
        QTRY_VERIFY(desk.drive().find("registerInstead"));
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientPhone")).text(), QStringLiteral("13900001111"));
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientName"));
        desk.drive().commit(QStringLiteral("沈小满"));
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("沈小满"));
        QCOMPARE(all(desk).size(), 5);
    }

    void register_withoutPhone_marksTheFieldAndLosesNothing()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().commit(QStringLiteral("程世芳"));
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!messageUnder(desk, "patientPhone").isEmpty());
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientPhone"));
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("程世芳"));
        desk.drive().click("patientWithoutPhone");
        QTRY_VERIFY(messageUnder(desk, "patientPhone").isEmpty());
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QCOMPARE(all(desk).size(), 1);
    }

    void register_idNumber_fillsBirthAndSexAndAsksForTheGuardian()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("崔诗菲"));
        desk.drive().fill("patientPhone", QStringLiteral("138 1234 6207"));
        desk.drive().fill("patientDocument", idNumber());
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientBirth")).text(), QStringLiteral("2016-11-03"));
        QVERIFY(!messageUnder(desk, "guardianName").isEmpty());
        desk.drive().fill("guardianName", QStringLiteral("崔建平"));
        QVERIFY(messageUnder(desk, "guardianName").isEmpty());
        desk.drive().fill("otherPhone1", QStringLiteral("13712344560"));
        desk.drive().fill("otherPhoneWhose1", QStringLiteral("父亲"));
        desk.drive().fill("allergySubstance", QStringLiteral("花生"));
        desk.drive().key(Qt::Key_Return);
        desk.drive().fill("allergySubstance", QStringLiteral("虾")); // not added by Enter, and not lost all the same
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        const PatientHit stored = all(desk).first();
        const Patient patient =
            *desk.ask(desk.clinic.owner(), [&](const store::Snapshot &view) { return patient::find(view, stored.id); });
        QCOMPARE(patient.sex == Sex::Female, true);
        QCOMPARE(patient.birthDate->toText(), QStringLiteral("2016-11-03"));
        QCOMPARE(patient.phone, QStringLiteral("13812346207"));
        QCOMPARE(patient.otherPhones.size(), 1);
        QCOMPARE(patient.identifiers->documentNumber, idNumber());
        QCOMPARE(patient.identifiers->guardian.name, QStringLiteral("崔建平"));
        const auto allergies = desk.ask(
            desk.clinic.owner(), [&](const store::Snapshot &view) { return patient::allergies(view, stored.id); });
        QCOMPARE(allergies->size(), 2);
    }

    void register_ageOnly_isAYear()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("曹守富"));
        desk.drive().fill("patientPhone", QStringLiteral("13812346207"));
        desk.drive().fill("patientBirth", QStringLiteral("71"));
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QCOMPARE(all(desk).first().birthDate->toText(), QStringLiteral("1955"));
    }

    void register_samePhone_showsThePersonAndEnterOpensThem()
    {
        Desk desk(people);
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientPhone", QStringLiteral("15912348812"));
        QTRY_VERIFY(desk.drive().find("alikePeople"));
        desk.drive().key(Qt::Key_D, Qt::AltModifier);
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("曹守富"));
        QCOMPARE(all(desk).size(), 4);
    }

    void register_left_asksBeforeItIsLost()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().commit(QStringLiteral("程世芳"));
        desk.drive().key(Qt::Key_Escape);
        QCOMPARE(desk.title(), QStringLiteral("Register patient"));
        desk.drive().key(Qt::Key_1, Qt::AltModifier); // leaves it as it is
        QTRY_COMPARE(desk.title(), QStringLiteral("Patients"));
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("程世芳"));
        desk.drive().key(Qt::Key_Escape);
        desk.drive().key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Patients"));
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(static_cast<QLineEdit &>(desk.drive().get("patientName")).text().isEmpty());
    }

    void edit_changesThePersonAndNothingElse()
    {
        Desk desk(people);
        desk.enter("reception");
        desk.drive().commit(QStringLiteral("曹守富"));
        QTRY_COMPARE(rows(desk)->rowCount(), 1);
        QTRY_COMPARE(firstName(desk), QStringLiteral("曹守富"));
        desk.drive().key(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Edit patient"));
        QTRY_COMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("曹守富"));
        desk.drive().fill("patientAddress", QStringLiteral("上海市静安区"));
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        const auto patient = desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
            return patient::find(view, patient::search(view, QStringLiteral("曹守富"))->first().id);
        });
        QCOMPARE(patient->identifiers->address, QStringLiteral("上海市静安区"));
        QCOMPARE(patient->phone, QStringLiteral("15912348812"));
    }

    void chart_practitioner_recordsAllergyMedicineAndPregnancy()
    {
        Desk desk(people);
        desk.enter("practitioner");
        desk.drive().commit(QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈淑芬"));
        desk.drive().fill("allergySubstance", QStringLiteral("青霉素"));
        desk.drive().click("saveAllergies");
        QTRY_VERIFY(desk.drive().find("bannerAllergies"));
        desk.drive().fill("medicine", QStringLiteral("艾司唑仑"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(desk.drive().find("bannerMedicines"));
        desk.drive().get("pregnancy").setFocus();
        desk.drive().key(Qt::Key_Right);
        desk.drive().key(Qt::Key_Right);
        QTRY_VERIFY(desk.drive().find("bannerPregnancy"));
        const auto strip = desk.ask(desk.clinic.practitioner(), [](const store::Snapshot &view) {
            return patient::open(view, patient::search(view, QStringLiteral("陈淑芬"))->first().id);
        });
        QCOMPARE(strip->allergies->first().substance, QStringLiteral("青霉素"));
        QCOMPARE(strip->pregnancy->pregnant, std::optional(true));
    }

    void chart_receptionist_hasNoClinicalParts()
    {
        Desk desk(people);
        desk.enter("reception");
        desk.drive().commit(QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈淑芬"));
        for (const char *name : {"startVisit", "visitDetails", "medicine", "pregnancy"})
            QVERIFY2(!desk.drive().find(name), name);
        QVERIFY(desk.drive().find("allergySubstance"));
    }

    void pages_atSmallScreenAndLargeText_haveNoFlaw_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100") << 1.0;
        QTest::newRow("130") << 1.3;
    }
    void pages_atSmallScreenAndLargeText_haveNoFlaw()
    {
        QFETCH(double, scale);
        auto *app = qobject_cast<QApplication *>(QApplication::instance());
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, scale));
        Desk desk(people);
        const auto look = [&desk](const char *where) {
            QTest::qWait(ui::PatientPanel::restMs + 150);
            QVERIFY2(QTest::qWaitFor([&] { return tour::flaws(desk.window.get()).isEmpty(); }),
                     qUtf8Printable(QLatin1String(where) + u'\n' + tour::flaws(desk.window.get())));
        };
        look("sign-in");
        desk.enter("practitioner");
        look("patients");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        look("register");
        desk.drive().key(Qt::Key_Escape);
        desk.drive().commit(QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        look("chart");
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
    }
};

QTEST_MAIN(TestPatientPages)
#include "tst_patientpages.moc"
