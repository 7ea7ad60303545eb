#include "clinic/patient/glass.h"
#include "clinic/patient/patients.h"
#include "ui/drafts/place.h"
#include "ui/settings/settingspage.h"

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// Goes to a section of the settings and waits until it has read what there is.
void goTo(Place &place, const char *section)
{
    place.drive->click("place-settings");
    auto *settings = place.window->workspace()->findChild<ui::SettingsPage *>();
    settings->goTo(QLatin1String(section));
    QTest::qWait(150);
}

} // namespace

/// What is typed into the settings is kept as what is typed into a record is.
class TestSettingsDrafts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void clinic_typedAndClosed_isThereAgainAndSaved()
    {
        Place place;
        place.open("owner");
        goTo(place, "settingsClinic");
        place.drive->fill("clinicAddress", QStringLiteral("杏林路 7 号"));
        place.drive->fill("clinicPhone", QStringLiteral("021-5550001"));
        QTRY_COMPARE_WITH_TIMEOUT(place.drafts(), 1, 3000); // by itself
        place.again("owner");
        goTo(place, "settingsClinic");
        QTRY_COMPARE(place.text("clinicAddress"), QStringLiteral("杏林路 7 号"));
        QCOMPARE(place.text("clinicPhone"), QStringLiteral("021-5550001"));
        QVERIFY(place.strip("draftStrip").startsWith(QStringLiteral("Restored what you had typed")));
        place.drive->key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        const auto profile = place.ask([](const store::Snapshot &view) { return access::clinicProfile(view); });
        QCOMPARE(profile->address, QStringLiteral("杏林路 7 号"));
    }

    void clinic_discardedAndBroughtBack_isOnDiskOrNot()
    {
        Place place;
        place.open("owner");
        goTo(place, "settingsClinic");
        const QString before = place.text("clinicAddress");
        place.drive->fill("clinicAddress", QStringLiteral("别处"));
        place.again("owner");
        goTo(place, "settingsClinic");
        QTRY_VERIFY(!place.strip("draftStrip").isEmpty());
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(place.text("clinicAddress"), before);
        QTRY_COMPARE(place.drafts(), 0);
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(place.text("clinicAddress"), QStringLiteral("别处"));
        QTRY_COMPARE(place.drafts(), 1);
    }

    void newPerson_closed_isFoundUnderUnfinished()
    {
        Place place;
        place.open("owner");
        goTo(place, "settingsPeople");
        place.drive->get("peopleTable").setFocus();
        place.drive->key(Qt::Key_N);
        place.drive->fill("personName", QStringLiteral("王敏"));
        place.drive->fill("personLogin", QStringLiteral("wang"));
        place.drive->fill("personPassword", QStringLiteral("Morning-Bell-21"));
        QTRY_COMPARE_WITH_TIMEOUT(place.drafts(), 1, 3000);
        place.again("owner");
        QCOMPARE(place.drafts(), 1);
        place.drive->key(Qt::Key_U, Qt::AltModifier);
        auto &table = static_cast<QAbstractItemView &>(place.drive->get("unfinishedTable"));
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QCOMPARE(table.model()->index(0, 0).data().toString(), QStringLiteral("Settings"));
        QCOMPARE(table.model()->index(0, 1).data().toString(), QStringLiteral("New person"));
        place.drive->key(Qt::Key_Return);
        QTRY_COMPARE(place.text("personName"), QStringLiteral("王敏"));
        QCOMPARE(place.text("personLogin"), QStringLiteral("wang"));
        QCOMPARE(place.text("personPassword"), QString()); // a password is kept nowhere
        // Thrown away by Esc and Ctrl D.
        place.drive->key(Qt::Key_Escape);
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        QVERIFY(place.drive->find("peopleTable"));
    }

    void verdict_ofOne_isNotGivenToAnother()
    {
        Place place;
        QList<Patient> restricted{place.woman, place.clinic.patient(QStringLiteral("周文远"))};
        for (const Patient &patient : restricted) {
            QVERIFY(place.clinic.write(place.clinic.owner(), "patient.restrict", [&](store::Transaction &tx) {
                return patient::setRestricted(tx, patient.id, true, QStringLiteral("员工家属"));
            }));
            QVERIFY(place.clinic.write(place.clinic.practitioner(), "glass.break", [&](store::Transaction &tx) {
                return patient::breakGlass(tx, patient.id, patient::glassReasons().constFirst(),
                                           QStringLiteral("急诊"));
            }));
        }
        place.open("owner");
        goTo(place, "settingsOversight");
        auto &table = static_cast<QAbstractItemView &>(place.drive->get("glassTable"));
        QTRY_COMPARE(table.model()->rowCount(), 2);
        table.setFocus();
        table.setCurrentIndex(table.model()->index(0, 0));
        place.drive->get("glassVerdict").setFocus();
        place.drive->type("n");
        place.drive->fill("glassReview", QStringLiteral("并非急诊"));
        table.setFocus();
        place.drive->key(Qt::Key_Down);
        QCOMPARE(table.currentIndex().row(), 1);
        QTRY_COMPARE(place.text("glassReview"), QString());
        place.drive->key(Qt::Key_Return, Qt::ControlModifier); // not the words of the other
        QCOMPARE(place.drive->focus()->objectName(), QStringLiteral("glassVerdict"));
        table.setFocus();
        place.drive->key(Qt::Key_Up);
        QTRY_COMPARE(place.text("glassReview"), QStringLiteral("并非急诊"));
        place.again("owner");
        QCOMPARE(place.drafts(), 1);
        goTo(place, "settingsOversight");
        auto &again = static_cast<QAbstractItemView &>(place.drive->get("glassTable"));
        QTRY_COMPARE(again.model()->rowCount(), 2);
        again.setCurrentIndex(again.model()->index(0, 0));
        QTRY_COMPARE(place.text("glassReview"), QStringLiteral("并非急诊"));
        place.drive->get("glassReview").setFocus();
        place.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        const auto inbox = place.ask([](const store::Snapshot &view) { return patient::glassInbox(view); });
        QCOMPARE(inbox->size(), 1);
    }

    void role_changedAndClosed_isStillToBeSaved()
    {
        Place place;
        place.open("owner");
        goTo(place, "settingsRoles");
        auto &grid = static_cast<QAbstractItemView &>(place.drive->get("roleGrid"));
        QTRY_VERIFY(grid.model()->rowCount() > 0);
        grid.setFocus();
        place.drive->key(Qt::Key_C);
        place.drive->fill("roleName", QStringLiteral("前台助理"));
        place.drive->key(Qt::Key_Return);
        const int columns = grid.model()->columnCount();
        QTRY_COMPARE(grid.model()->columnCount(), columns + 1);
        grid.setFocus();
        grid.setCurrentIndex(grid.model()->index(0, columns));
        for (int row = 0; row < grid.model()->rowCount() && !place.drive->find("saveRole"); ++row) {
            grid.setCurrentIndex(grid.model()->index(row, columns));
            place.drive->key(Qt::Key_0);
        }
        QVERIFY(place.drive->find("saveRole"));
        const int row = grid.currentIndex().row();
        const QString changed = grid.currentIndex().data().toString();
        place.again("owner");
        QCOMPARE(place.drafts(), 1);
        goTo(place, "settingsRoles");
        auto &again = static_cast<QAbstractItemView &>(place.drive->get("roleGrid"));
        QTRY_VERIFY(place.drive->find("saveRole"));
        QCOMPARE(again.model()->index(row, columns).data().toString(), changed);
        QCOMPARE(again.currentIndex().column(), columns); // stands on what is to be saved
        place.drive->key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        QTRY_VERIFY(!place.drive->find("saveRole"));
    }
};

QTEST_MAIN(TestSettingsDrafts)
#include "tst_settingsdrafts.moc"
