#include "clinic/patient/glass.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/chip.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/maskedfacts.h"
#include "ui/settings/rolegrid.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

const QString firstPassword = QStringLiteral("Morning-Bell-21");

QString text(Desk &desk, const char *name)
{
    return static_cast<QLabel &>(desk.drive().get(name)).text();
}

QString strip(Desk &desk, const char *name)
{
    return static_cast<ui::MessageStrip &>(desk.drive().get(name)).text();
}

/// Goes to a section of the settings by keys.
void goTo(Desk &desk, const QString &section)
{
    desk.drive().click("place-settings");
    auto &list = static_cast<QListWidget &>(desk.drive().get("settingsSections"));
    list.setFocus();
    desk.drive().key(Qt::Key_Home);
    for (int i = 0; i < list.count() && list.currentItem()->text() != section; ++i)
        desk.drive().key(Qt::Key_Down);
    QCOMPARE(list.currentItem()->text(), section);
    desk.drive().key(Qt::Key_Return);
}

QAbstractItemView &table(Desk &desk)
{
    return static_cast<QAbstractItemView &>(desk.drive().get("peopleTable"));
}

/// Walks to a person of the table.
void choose(Desk &desk, const QString &name)
{
    QTRY_VERIFY(table(desk).model()->rowCount() > 0);
    table(desk).setFocus();
    desk.drive().key(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < table(desk).model()->rowCount(); ++i) {
        if (table(desk).currentIndex().siblingAtColumn(0).data().toString() == name)
            return;
        desk.drive().key(Qt::Key_Down);
    }
    QFAIL(qPrintable(name));
}

QString stateOf(Desk &desk, const QString &name)
{
    const QAbstractItemModel *model = table(desk).model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == name)
            return model->index(row, 4).data().toString();
    }
    return {};
}

void lint(Desk &desk, const char *where)
{
    QTest::qWait(200);
    QVERIFY2(QTest::qWaitFor([&] { return tour::flaws(desk.window.get()).isEmpty(); }),
             qUtf8Printable(QLatin1String(where) + u'\n' + tour::flaws(desk.window.get())));
}

/// Leaves a picture where the variable names a folder, for looking at.
void picture(Desk &desk, const char *name)
{
    const QString folder = qEnvironmentVariable("XINGLIN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(250);
    desk.window->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
}

} // namespace

/// Settings › People, Roles and Clinic in the real window.
class TestPeopleScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void people_listed_withRolesAndStates()
    {
        Desk desk;
        desk.enter("owner");
        goTo(desk, QStringLiteral("People"));
        QTRY_COMPARE(table(desk).model()->rowCount(), 6);
        const QAbstractItemModelTester tester(table(desk).model());
        choose(desk, QStringLiteral("沈怀仁"));
        QTRY_COMPARE(text(desk, "panelPerson"), QStringLiteral("沈怀仁"));
        QCOMPARE(table(desk).currentIndex().siblingAtColumn(2).data().toString(), QStringLiteral("Practitioner"));
        picture(desk, "people");
        lint(desk, "people");
    }

    void newPerson_byKeyboard_signsInAndIsDisabled()
    {
        Desk desk;
        desk.enter("owner");
        goTo(desk, QStringLiteral("People"));
        choose(desk, QStringLiteral("方砚秋"));
        desk.drive().key(Qt::Key_N);
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("personName"));
        desk.drive().commit(QStringLiteral("王敏"));
        desk.drive().key(Qt::Key_Tab);
        desk.drive().type("wang");
        desk.drive().key(Qt::Key_Tab);
        desk.drive().key(Qt::Key_Tab);
        desk.drive().key(Qt::Key_Tab);
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("personRoles"));
        desk.drive().type("r");
        picture(desk, "person-new");
        lint(desk, "new person");
        desk.drive().fill("personPassword", firstPassword);
        desk.drive().fill("personPasswordAgain", firstPassword);
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(table(desk).model()->rowCount(), 7);
        QTRY_COMPARE(text(desk, "panelPerson"), QStringLiteral("王敏"));
        QVERIFY(strip(desk, "peopleStrip").contains(QStringLiteral("王敏")));
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("peopleTable"));

        const auto mayEnter = [&desk] {
            return access::identify(desk.clinic.around(), QStringLiteral("wang"), firstPassword);
        };
        QVERIFY(mayEnter().ok());
        desk.drive().key(Qt::Key_D);
        desk.drive().click("askVerb");
        QTRY_COMPARE(stateOf(desk, QStringLiteral("王敏")), QStringLiteral("Disabled"));
        QVERIFY(!mayEnter().ok());
        picture(desk, "people-disabled");
        choose(desk, QStringLiteral("王敏"));
        desk.drive().key(Qt::Key_D);
        QTRY_COMPARE(stateOf(desk, QStringLiteral("王敏")), QStringLiteral("Active"));
        QVERIFY(mayEnter().ok());
    }

    void areas_shippedTable_holdEveryPermissionOnce()
    {
        QList<access::Permission> all;
        for (const ui::RightsArea &area : ui::rightsAreas(access::PermissionTable::shipped())) {
            all << area.see << area.change;
            QVERIFY2(ui::areaName(area.key) != QString::fromLatin1(area.key), area.key.constData());
        }
        QCOMPARE(all.size(), access::allPermissions().size());
        for (const access::Permission one : access::allPermissions())
            QVERIFY2(all.contains(one), qPrintable(access::codeOf(one)));
    }

    void role_copiedAndNarrowed_countsForItsPeople()
    {
        Desk desk;
        desk.enter("owner");
        goTo(desk, QStringLiteral("Roles"));
        auto &grid = static_cast<QAbstractItemView &>(desk.drive().get("roleGrid"));
        QTRY_COMPARE(grid.currentIndex().data(Qt::AccessibleTextRole).toString(),
                     QStringLiteral("Receptionist, Patients: see and change"));
        picture(desk, "roles");
        lint(desk, "roles");
        const int before = grid.model()->columnCount();
        desk.drive().key(Qt::Key_0); // a shipped role stays
        QCOMPARE(grid.currentIndex().data(ui::RoleGrid::ReachRole).toInt(), int(ui::Reach::Change));
        desk.drive().key(Qt::Key_C);
        desk.drive().fill("roleName", QStringLiteral("Night desk"));
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(grid.model()->columnCount(), before + 1);
        QTRY_COMPARE(grid.currentIndex().column(), before);
        grid.window()->activateWindow();
        grid.setFocus();
        desk.drive().key(Qt::Key_2);
        QCOMPARE(grid.currentIndex().data(ui::RoleGrid::ReachRole).toInt(), int(ui::Reach::See));
        picture(desk, "roles-own");
        lint(desk, "own role");
        desk.drive().key(Qt::Key_S, Qt::ControlModifier);
        const auto stored = [&desk] {
            return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) { return access::customRoles(view); });
        };
        QTRY_VERIFY(stored()->size() == 1 && !stored()->first().permissions.has(access::Permission::RegisterPatient));
        QVERIFY(stored()->first().permissions.has(access::Permission::SearchPatients));
    }

    void breakGlass_restrictedPatient_opensWithBandAndIsReviewed()
    {
        QString number;
        Desk desk([&number](TestClinic &clinic) {
            const Patient patient = clinic.patient(QStringLiteral("陈淑芬"));
            number = patient.number;
            QVERIFY(clinic.write(clinic.owner(), "patient.restrict", [&](store::Transaction &tx) {
                return patient::setRestricted(tx, patient.id, true, QStringLiteral("员工家属"));
            }));
        });
        desk.enter("practitioner");
        desk.drive().commit(QStringLiteral("陈淑芬"));
        desk.drive().get("openInEmergency");
        picture(desk, "nobody-found");
        lint(desk, "nobody found");
        desk.drive().key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        desk.drive().fill("glassNumber", number);
        desk.drive().key(Qt::Key_Tab);
        desk.drive().type("e");
        desk.drive().fill("glassWords", QStringLiteral("送来急诊，神志不清"));
        desk.drive().fill("glassPassword", QStringLiteral("Wrong-Password-1"));
        QTest::qWait(200); // the number is looked up
        picture(desk, "glass-dialog");
        desk.drive().key(Qt::Key_Return);
        auto *field = static_cast<ui::Field *>(desk.drive().get("glassPassword").parentWidget());
        QTRY_VERIFY(field->hasProblem());
        desk.drive().fill("glassPassword", TestClinic::password());
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(text(desk, "bannerTitle"), QStringLiteral("陈淑芬"));
        QTRY_VERIFY(desk.drive().find("glassStrip"));
        QVERIFY(strip(desk, "glassStrip").contains(QStringLiteral("30")));
        picture(desk, "glass-band");
        lint(desk, "glass band");
        desk.drive().key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!desk.drive().find("glassStrip"));
        QTRY_VERIFY(text(desk, "bannerTitle").isEmpty());

        desk.window->lock();
        desk.clinic.clock.advance(std::chrono::hours(73));
        desk.enter("owner");
        auto &warning = static_cast<ui::Chip &>(desk.drive().get("oversightWarning"));
        QVERIFY(warning.text().contains(QStringLiteral("overdue")));
        desk.drive().click("oversightWarning");
        QTRY_COMPARE(text(desk, "glassWho"), QStringLiteral("沈怀仁"));
        picture(desk, "oversight");
        lint(desk, "oversight");
        desk.drive().get("glassTable").setFocus();
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier); // not without a verdict
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("glassVerdict"));
        desk.drive().type("j");
        desk.drive().fill("glassReview", QStringLiteral("确属急诊"));
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!desk.drive().find("oversightWarning"));
        const auto inbox =
            desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) { return patient::glassInbox(view); });
        QVERIFY(inbox->isEmpty());
    }

    void reveal_oneField_coversItselfAgain()
    {
        const QString document = QStringLiteral("11010519491231002X");
        Desk desk([&document](TestClinic &clinic) {
            QVERIFY(clinic.write(clinic.receptionist(), "patient.register", [&](store::Transaction &tx) {
                PatientDraft draft;
                draft.name = QStringLiteral("陈淑芬");
                draft.phone = QStringLiteral("13812346207");
                draft.documentNumber = document;
                draft.address = QStringLiteral("上海市静安区南京西路 1 号");
                return patient::register_(tx, draft);
            }));
        });
        desk.enter("reception");
        desk.drive().commit(QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(text(desk, "masked-document-number"), QStringLiteral("110***********002X"));
        desk.window->findChild<ui::MaskedFacts *>()->setStay(std::chrono::milliseconds(400));
        picture(desk, "masks");
        lint(desk, "masks");
        desk.drive().get("reveal-document-number").setFocus();
        desk.drive().key(Qt::Key_Space);
        QTRY_COMPARE(text(desk, "masked-document-number"), document);
        QVERIFY(text(desk, "masked-address") != QStringLiteral("上海市静安区南京西路 1 号"));
        QTRY_COMPARE(text(desk, "masked-document-number"), QStringLiteral("110***********002X"));
        const qint64 rows = desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
            store::Query count = view.connection().internal("SELECT count(*) FROM audit WHERE n > 0 AND action = ?1");
            const char *action = "patient.reveal";
            count.bind(action);
            count.next();
            return count.get<qint64>(0);
        });
        QCOMPARE(rows, 1);
    }

    void preview_ofTheReceptionist_showsTheirViewAndChangesNothing()
    {
        Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
        desk.enter("owner");
        goTo(desk, QStringLiteral("People"));
        choose(desk, QStringLiteral("方砚秋"));
        QTRY_VERIFY(!desk.drive().get("previewPerson").isEnabled()); // oneself
        choose(desk, QStringLiteral("林小满"));
        QTRY_VERIFY(desk.drive().get("previewPerson").isEnabled());
        desk.drive().key(Qt::Key_V);
        QVERIFY(strip(desk, "previewStrip").contains(QStringLiteral("林小满")));
        QVERIFY(!desk.drive().find("place-visit"));
        picture(desk, "preview");
        lint(desk, "preview");
        const auto &who = desk.window->workspace()->who();
        QVERIFY(who.may(access::Permission::SearchPatients));
        QVERIFY(!who.may(access::Permission::RegisterPatient)); // the receptionist may; a preview changes nothing
        QVERIFY(!who.may(access::Permission::ReadBackups));     // the owner may, the receptionist does not
        auto refused = desk.window->clinic()->write("patient.restrict", [](store::Transaction &tx) {
            return patient::setRestricted(tx, PatientId(tx.newUuid()), true, {});
        });
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result() && refused.result().error().code == Code::NoPermission);
        desk.drive().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!desk.drive().find("previewStrip"));
        QVERIFY(desk.window->workspace()->who().may(access::Permission::ReadBackups));
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.owner());
        // A lock ends a preview too.
        choose(desk, QStringLiteral("林小满"));
        desk.drive().key(Qt::Key_V);
        desk.drive().get("previewStrip");
        desk.window->lock();
        desk.enter("owner");
        QVERIFY(!desk.drive().find("previewStrip"));
        QVERIFY(desk.window->workspace()->who().may(access::Permission::ReadBackups));
        const qint64 rows = desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
            store::Query count = view.connection().internal("SELECT count(*) FROM audit WHERE n > 0 AND action = ?1");
            const char *action = "people.preview";
            count.bind(action);
            count.next();
            return count.get<qint64>(0);
        });
        QCOMPARE(rows, 2);
    }

    void pages_largeTextAndInk_haveNoFlaw_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<double>("scale");
        QTest::newRow("paper-130") << int(ui::ThemeName::Paper) << 1.3;
        QTest::newRow("ink-100") << int(ui::ThemeName::Ink) << 1.0;
    }
    void pages_largeTextAndInk_haveNoFlaw()
    {
        QFETCH(int, theme);
        QFETCH(double, scale);
        auto *app = qobject_cast<QApplication *>(QApplication::instance());
        QVERIFY(ui::applyTheme(*app, ui::ThemeName(theme), scale));
        Desk desk;
        desk.enter("owner");
        for (const char *section : {"Clinic", "People", "Roles", "Oversight"}) {
            goTo(desk, QLatin1String(section));
            lint(desk, section);
            picture(desk, qPrintable(QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentDataTag()),
                                                                 QLatin1String(section))));
        }
        goTo(desk, QStringLiteral("People"));
        QTRY_VERIFY(table(desk).model()->rowCount() > 0);
        table(desk).setFocus();
        desk.drive().key(Qt::Key_N);
        lint(desk, "new person");
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
    }
};

QTEST_MAIN(TestPeopleScreens)
#include "tst_people.moc"
