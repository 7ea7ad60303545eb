#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
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
    for (const tour::Flaw &flaw : tour::lint(desk.window.get()))
        QTest::qFail(qUtf8Printable(QStringLiteral("%1: %2").arg(QLatin1String(where), tour::describe(flaw))), __FILE__,
                     __LINE__);
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
};

QTEST_MAIN(TestPeopleScreens)
#include "tst_people.moc"
