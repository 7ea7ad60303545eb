#include "clinic/schedule/hourstext.h"
#include "tour/tourlint.h"
#include "ui/settings/hoursmodel.h"
#include "ui/settings/leavedialog.h"
#include "ui/settings/leavesection.h"
#include "ui/settings/rosterdesk.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2026, 3, 9);

void openDesk(store::Transaction &tx)
{
    const auto desk = demo::openFrontDesk(tx, QDate(2026, 3, 2));
    if (!desk)
        qFatal("%s", qUtf8Printable(desk.error().message));
}

QString hours(const QList<RosterRow> &week, int row, int day)
{
    return schedule::hoursText(week.at(row).days.at(size_t(day)).regular);
}

/// A file of holidays with the first three days of 2027.
QByteArray newYear(const QByteArray &first)
{
    return "{\"version\": 1, \"years\": [{\"year\": 2027, \"days\": [{\"first\": \"" + first +
           "\", \"last\": \"2027-01-03\", \"kind\": \"holiday\", \"zh\": \"元旦\", \"en\": \"New Year's Day\"}]}]}";
}

} // namespace

/// Settings › Staff and rooms, Services, Working hours, Leave and holidays in the real window, by keys.
class TestRosterScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), u"en"_s, ui::ThemeName::Paper, 1.0);
    }

    void days_typedShort_areThoseAhead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("whole") << u"2026-03-14"_s << QDate(2026, 3, 14);
        QTest::newRow("digits") << u"20260314"_s << QDate(2026, 3, 14);
        QTest::newRow("Chinese") << u"2026年3月14日"_s << QDate(2026, 3, 14);
        QTest::newRow("month and day") << u"3-14"_s << QDate(2026, 3, 14);
        QTest::newRow("next year") << u"3.1"_s << QDate(2027, 3, 1);
        QTest::newRow("day") << u"14"_s << QDate(2026, 3, 14);
        QTest::newRow("day of next month") << u"2"_s << QDate(2026, 4, 2);
        QTest::newRow("none") << u"2026-02-30"_s << QDate();
        QTest::newRow("words") << u"tomorrow"_s << QDate();
    }
    void days_typedShort_areThoseAhead()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, day);
        QCOMPARE(ui::dayFrom(typed, QDate(2026, 3, 12)).value_or(QDate()), day);
    }

    void resources_emptyClinic_beginWithAPractitioner()
    {
        RosterDesk place;
        place.enter("owner");
        QVERIFY(place.goTo("settingsResources"));
        place.drive().get("newResource");
        lint(place, "no resources");
        place.drive().get("newResource").setFocus();
        place.drive().key(Qt::Key_N);
        QVERIFY(place.isAsked("resourceDialog"));
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(problem(place, "resourceName").contains(u"name"_s));
        place.drive().commit(u"沈明堂"_s);
        auto &user = static_cast<QComboBox &>(place.drive().get("resourceUser"));
        user.setFocus();
        place.drive().key(Qt::Key_Down);
        const QString person = user.currentText();
        place.drive().get("resourceSex").setFocus();
        place.drive().key(Qt::Key_Right);
        lint(place, "resource dialog");
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isGone("resourceDialog"));
        QCOMPARE(place.resources().size(), 1);
        const ResourceDraft made = place.resources().constFirst().content;
        QCOMPARE(made.name, u"沈明堂"_s);
        QCOMPARE(made.kind, ResourceKind::Practitioner);
        QVERIFY(made.user.has_value());
        QCOMPARE(made.sex, std::optional(Sex::Male));
        QTRY_COMPARE(place.table("resourceTable").model()->rowCount(), 1);
        QCOMPARE(place.cell("resourceTable", 0, 2), person);
    }

    void sections_walkedThrough_leaveTheHandInTheList()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        place.drive().click("place-settings");
        auto &list = static_cast<QListWidget &>(place.drive().get("settingsSections"));
        list.setFocus();
        for (const char *section : {"settingsResources", "settingsServices", "settingsHours", "settingsLeave"}) {
            while (!place.drive().find(section) && list.currentRow() < list.count() - 1)
                place.drive().key(Qt::Key_Down);
            QVERIFY(place.drive().find(section));
            QTest::qWait(200); // what it lists has come
            QVERIFY(list.hasFocus());
        }
    }

    void resources_byKeyboard_areMovedRetiredAndTakenBack()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsResources"));
        QVERIFY(place.isReady("resourceTable"));
        QCOMPARE(place.cell("resourceTable", 0, 0), u"沈致远"_s);
        lint(place, "resources");
        place.drive().key(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(place.cell("resourceTable", 1, 0), u"沈致远"_s);
        QTRY_COMPARE(place.table("resourceTable").currentIndex().row(), 1);
        QCOMPARE(place.resources().constFirst().content.name, u"陆清和"_s);
        place.drive().key(Qt::Key_Delete);
        QTRY_COMPARE(place.resources().size(), 6);
        const int last = place.table("resourceTable").model()->rowCount() - 1;
        QTRY_COMPARE(place.cell("resourceTable", last, 0), u"沈致远"_s);
        QTRY_COMPARE(place.table("resourceTable").currentIndex().row(), last);
        QVERIFY(place.strip("resourceStrip").contains(u"沈致远"_s));
        place.drive().key(Qt::Key_Delete);
        QTRY_COMPARE(place.resources().size(), 7);
    }

    void resources_longNameAndSameName_areShownAndRefused()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsResources"));
        QVERIFY(place.isReady("resourceTable"));
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isAsked("resourceDialog"));
        QVERIFY(!place.drive().find("resourceKind")); // what it is stays
        place.drive().fill("resourceName", u"温如玉"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(problem(place, "resourceName").contains(u"温如玉"_s));
        place.drive().fill("resourceName", QString(40, u'沈'));
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isGone("resourceDialog"));
        QCOMPARE(place.resources().constFirst().content.name, QString(40, u'沈'));
        lint(place, "a long name");
    }

    void services_fromTheCatalogue_canBeBooked()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsServices"));
        QVERIFY(place.isReady("serviceTable"));
        QCOMPARE(place.table("serviceTable").model()->rowCount(), 6);
        lint(place, "services");
        place.drive().key(Qt::Key_N);
        QVERIFY(place.isAsked("serviceDialog"));
        place.drive().type("hg"); // 火罐
        QTest::qWait(100);
        place.drive().key(Qt::Key_Down);
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE(place.drive().focus()->objectName(), u"serviceMinutes"_s);
        const QString name = static_cast<QLineEdit &>(place.drive().get("serviceName")).text();
        QVERIFY(!name.isEmpty());
        place.drive().type("25");
        place.drive().fill("servicePrice", u"48.50"_s);
        place.drive().fill("serviceMost", u"12"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(problem(place, "serviceNeeds").contains(u"booked"_s));
        place.drive().get("needAnyOf").setFocus();
        place.drive().key(Qt::Key_Space);
        place.drive().key(Qt::Key_Right);
        place.drive().key(Qt::Key_Space);
        place.drive().get("needWhich").setFocus();
        place.drive().key(Qt::Key_Right);
        place.drive().get("needAnyOf").setFocus();
        place.drive().key(Qt::Key_End);
        for (int i = 0; i < 6; ++i)
            place.drive().key(Qt::Key_Right);
        place.drive().key(Qt::Key_Space);
        lint(place, "service dialog");
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isGone("serviceDialog"));
        const HealthcareServiceDraft made = place.services().constLast().content;
        QCOMPARE(made.name, name);
        QVERIFY(made.code.startsWith(u"svc_"_s));
        QCOMPARE(made.duration.count(), 25);
        QCOMPARE(made.price, std::optional(Money::fen(4850)));
        QCOMPARE(made.mostADay, std::optional(12));
        QCOMPARE(made.needs.size(), 2);
        QCOMPARE(made.needs.constFirst().anyOf.size(), 2);
        QTRY_COMPARE(place.table("serviceTable").currentIndex().siblingAtColumn(0).data().toString(), name);
        place.drive().key(Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(place.services().at(5).content.name, name);
        place.drive().key(Qt::Key_Delete);
        QTRY_COMPARE(place.services().size(), 6);
    }

    void services_withoutResources_areSentThere()
    {
        RosterDesk place;
        place.enter("owner");
        QVERIFY(place.goTo("settingsServices"));
        place.drive().get("newService").setFocus();
        QTest::qWait(200); // what there is has been asked for
        place.drive().key(Qt::Key_N);
        QTRY_VERIFY(place.strip("serviceStrip").contains(u"first"_s));
        lint(place, "no services");
    }

    void hours_typedInTheCells_areStored()
    {
        RosterDesk place(openDesk);
        place.enter("reception");
        QVERIFY(!place.goTo("settingsResources")); // not theirs
        QVERIFY(place.goTo("settingsHours"));
        QVERIFY(place.isReady("hoursTable"));
        auto &table = place.table("hoursTable");
        QCOMPARE(table.currentIndex(), table.model()->index(0, 1));
        lint(place, "hours");
        place.typeHours("0830-1200");
        place.drive().key(Qt::Key_Tab);
        place.typeHours("9-12 14-17:30");
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE(hours(place.week(monday), 0, 1), u"09:00–12:00 14:00–17:30"_s);
        QCOMPARE(hours(place.week(monday), 0, 0), u"08:30–12:00"_s);
        QCOMPARE(table.currentIndex(), table.model()->index(1, 2));
        QCOMPARE(hours(place.week(monday.addDays(7)), 0, 0), QString()); // this week only
        QCOMPARE(hours(place.week(monday.addDays(7)), 0, 1), u"08:30–12:00 14:00–17:30"_s);

        place.drive().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(hours(place.week(monday), 0, 1), u"08:30–12:00 14:00–17:30"_s);
        QCOMPARE(hours(place.week(monday), 0, 0), u"08:30–12:00"_s);

        place.drive().key(Qt::Key_O, Qt::AltModifier); // from now on
        place.drive().key(Qt::Key_Delete);
        QTRY_COMPARE(hours(place.week(monday.addDays(70)), 1, 1), QString());
    }

    void hours_wrong_areRefusedInTheCellAndMended()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsHours"));
        QVERIFY(place.isReady("hoursTable"));
        auto &table = place.table("hoursTable");
        place.typeHours("8-25:99");
        place.drive().key(Qt::Key_Return);
        QCOMPARE(table.currentIndex(), table.model()->index(0, 1));
        QVERIFY(table.currentIndex().data(ui::HoursModel::ProblemRole).toString().contains(u"8-25:99"_s));
        lint(place, "hours refused");
        QCOMPARE(hours(place.week(monday), 0, 0), QString());
        place.drive().key(Qt::Key_PageDown);
        QTRY_VERIFY(!place.strip("hoursStrip").isEmpty()); // not before it is mended
        place.drive().key(Qt::Key_F2);
        place.drive().key(Qt::Key_A, Qt::ControlModifier);
        place.drive().commit(u"８：３０－１２，１４～１７点半"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE(hours(place.week(monday), 0, 0), u"08:30–12:00 14:00–17:30"_s);
        QVERIFY(table.model()->index(0, 1).data(ui::HoursModel::ProblemRole).toString().isEmpty());
    }

    void hours_composing_enterStoresNothing()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsHours"));
        QVERIFY(place.isReady("hoursTable"));
        place.typeHours("8-12");
        place.drive().compose(u"dian"_s);
        place.drive().key(Qt::Key_Return);
        QTest::qWait(200);
        QVERIFY(place.drive().find("hoursEdit"));
        QCOMPARE(hours(place.week(monday), 0, 0), QString());
    }

    void hours_copiedWeek_comesWithHolidaysAndIsTakenBack()
    {
        const QDate now(2026, 9, 24); // the next week has the National Day
        const QDate next(2026, 9, 28);
        RosterDesk place(
            [](store::Transaction &tx) {
                openDesk(tx);
                const auto shen = schedule::resources(tx)->constFirst().id;
                const freebusy::Exception when{
                    freebusy::Exception::Kind::Away, QDate(2026, 9, 29), QDate(2026, 9, 29), {}};
                QVERIFY(schedule::addException(tx, {shen, when, u"培训"_s}).ok());
                WorkingWeek week;
                week.fill({{600, 900}});
                QVERIFY(schedule::setWeek(tx, shen, QDate(2026, 9, 21), week, schedule::Reach::ThisWeek).ok());
            },
            now);
        place.enter("owner");
        QVERIFY(place.goTo("settingsHours"));
        QVERIFY(place.isReady("hoursTable"));
        place.drive().key(Qt::Key_PageDown);
        QTRY_COMPARE(place.cell("hoursTable", 0, 2), u"08:30–12:00 14:00–17:30"_s);
        place.drive().key(Qt::Key_F7);
        QTRY_COMPARE(hours(place.week(next), 0, 1), u"10:00–15:00"_s);
        QTRY_COMPARE(place.cell("hoursTable", 0, 2), u"10:00–15:00"_s);
        auto *model = place.table("hoursTable").model();
        QCOMPARE(model->index(0, 2).data(ui::HoursModel::ReasonRole).toString(), u"培训"_s);
        QVERIFY(model->index(0, 2).data(ui::HoursModel::OffRole).toBool());
        QCOMPARE(model->index(1, 4).data(ui::HoursModel::ReasonRole).toString(), u"National Day"_s);
        QVERIFY(model->index(1, 4).data(ui::HoursModel::OffRole).toBool());
        QVERIFY(!model->index(1, 3).data(ui::HoursModel::OffRole).toBool());
        lint(place, "a week with holidays");
        place.drive().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(hours(place.week(next), 0, 1), u"08:30–12:00 14:00–17:30"_s);
    }

    void hours_changedElsewhere_areShown()
    {
        RosterDesk place(openDesk);
        place.enter("owner");
        QVERIFY(place.goTo("settingsHours"));
        QVERIFY(place.isReady("hoursTable"));
        const ResourceId id = place.resources().constFirst().id;
        const auto done = place.desk.window->clinic()->write("roster.week", [id](store::Transaction &tx) {
            WorkingWeek week;
            week.at(6) = {{600, 720}};
            return schedule::setWeek(tx, id, monday, week, schedule::Reach::ThisWeek);
        });
        Q_UNUSED(done)
        QTRY_COMPARE(place.cell("hoursTable", 0, 7), u"10:00–12:00"_s);
    }

    void hours_nobodyThere_leadToTheResources()
    {
        RosterDesk place;
        place.enter("owner");
        QVERIFY(place.goTo("settingsHours"));
        place.drive().get("hoursToResources").setFocus();
        lint(place, "no hours");
        place.drive().key(Qt::Key_Space);
        QTRY_VERIFY(place.drive().find("settingsResources"));
    }

    void leave_byKeyboard_isEnteredEndedAndTakenBack()
    {
        RosterDesk place(openDesk);
        place.enter("reception");
        QVERIFY(place.goTo("settingsLeave"));
        place.drive().get("newLeave").setFocus();
        QTRY_VERIFY(place.strip("leaveStrip").isEmpty()); // in March nothing is missing
        lint(place, "nobody away");
        place.drive().key(Qt::Key_N);
        QVERIFY(place.isAsked("leaveDialog"));
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!problem(place, "leaveFirst").isEmpty());
        place.drive().fill("leaveFirst", u"3-16"_s);
        place.drive().fill("leaveLast", u"18"_s);
        place.drive().fill("leavePart", u"18-8"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!problem(place, "leavePart").isEmpty());
        place.drive().fill("leavePart", u"8:30-12"_s);
        place.drive().fill("leaveReason", u"进修"_s);
        lint(place, "leave dialog");
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isGone("leaveDialog"));
        const auto entered = [&] { return place.exceptions(QDate(2026, 3, 16), QDate(2026, 3, 18)); };
        QCOMPARE(entered().size(), 1);
        QCOMPARE(entered().constFirst().content.reason, u"进修"_s);
        QCOMPARE(entered().constFirst().content.when.part, std::optional(freebusy::DayPart{510, 720}));
        QCOMPARE(entered().constFirst().content.when.last, QDate(2026, 3, 18));
        QTRY_COMPARE(place.table("leaveTable").model()->rowCount(), 1);
        QCOMPARE(place.cell("leaveTable", 0, 0), u"沈致远"_s);
        lint(place, "leave");
        place.table("leaveTable").setFocus();
        place.drive().key(Qt::Key_Delete);
        QTRY_VERIFY(entered().isEmpty());
        QTRY_VERIFY(place.drive().find("toast"));
        place.drive().get("newLeave").setFocus();
        place.drive().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(entered().size(), 1);
    }

    void holidays_fileAndSingleDay_areTaken()
    {
        QTemporaryDir folder;
        const auto file = [&](const char *name, const QByteArray &json) {
            const QString path = folder.filePath(QLatin1String(name));
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(json) != json.size())
                qFatal("no place for %s", name);
            return path;
        };
        RosterDesk place({}, QDate(2026, 11, 20));
        place.enter("owner");
        QVERIFY(place.goTo("settingsLeave"));
        QTRY_VERIFY(place.strip("leaveStrip").contains(u"2027"_s)); // not known, and it is November
        place.drive().key(Qt::Key_O, Qt::AltModifier);
        QTRY_VERIFY(place.drive().find("holidayTable"));
        QCOMPARE(place.cell("holidayTable", 0, 2), u"New Year's Day"_s);
        lint(place, "holidays");
        place.drive().key(Qt::Key_PageDown);
        QTRY_VERIFY(!place.drive().find("holidayTable"));
        lint(place, "holidays not known");

        auto *section = place.drive().find<ui::LeaveSection>("settingsLeave");
        section->addFile(file("wrong.json", newYear("2026-01-01")));
        QTRY_VERIFY2(place.strip("leaveStrip").contains(u"years[0].days[0].first"_s),
                     qPrintable(place.strip("leaveStrip")));
        QVERIFY(place.days(QDate(2027, 1, 1), QDate(2027, 12, 31)).isEmpty());
        section->addFile(file("right.json", newYear("2027-01-01")));
        QTRY_COMPARE(place.days(QDate(2027, 1, 1), QDate(2027, 12, 31)).size(), 3);
        QTRY_VERIFY(place.drive().find("holidayTable"));

        place.table("holidayTable").setFocus();
        place.drive().key(Qt::Key_N);
        QVERIFY(place.isAsked("specialDayDialog"));
        place.drive().fill("specialDay", u"2027-02-06"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!problem(place, "specialName").isEmpty());
        place.drive().get("specialKind").setFocus();
        place.drive().key(Qt::Key_Right);
        place.drive().fill("specialName", u"春节"_s);
        lint(place, "special day dialog");
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.isGone("specialDayDialog"));
        const auto day = place.days(QDate(2027, 2, 6), QDate(2027, 2, 6));
        QCOMPARE(day.size(), 1);
        QCOMPARE(day.constFirst().kind, std::optional(freebusy::SpecialDay::Workday));
    }

    void holidays_asReceptionist_areReadOnly()
    {
        RosterDesk place(openDesk);
        place.enter("reception");
        QVERIFY(place.goTo("settingsLeave"));
        place.drive().key(Qt::Key_O, Qt::AltModifier);
        QTRY_VERIFY(place.drive().find("holidayTable"));
        QVERIFY(!place.drive().find("newLeave"));
        QVERIFY(!place.drive().find("addHolidays"));
        place.drive().key(Qt::Key_N);
        QTest::qWait(100);
        QVERIFY(!place.drive().find("specialDayDialog"));
    }

private:
    static QString problem(RosterDesk &place, const char *editor)
    {
        auto *widget = place.drive().find(editor);
        auto *label = widget
                          ? widget->parentWidget()->findChild<QLabel *>(u"fieldMessage"_s, Qt::FindDirectChildrenOnly)
                          : nullptr;
        return label ? label->text() : QString();
    }
    static void lint(RosterDesk &place, const char *where)
    {
        const QString folder = qEnvironmentVariable("XINGLIN_PICTURES");
        if (!folder.isEmpty()) {
            if (auto *dialog = QApplication::activeModalWidget())
                dialog->grab().save(u"%1/%2-front.png"_s.arg(folder, QString::fromLatin1(where).replace(u' ', u'-')));
            QTest::qWait(300);
            place.desk.window->grab().save(u"%1/%2.png"_s.arg(folder, QString::fromLatin1(where).replace(u' ', u'-')));
        }
        QTRY_COMPARE(where + tour::flaws(place.desk.window.get()), QString::fromLatin1(where));
    }
};

QTEST_MAIN(TestRosterScreens)
#include "tst_rosterscreens.moc"
