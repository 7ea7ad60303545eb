#include "clinic/patient/channels.h"
#include "clinic/patient/relations.h"
#include "clinic/patient/tags.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/popuplist.h"
#include "ui/patient/householdlinks.h"
#include "ui/patient/patientchoice.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

void people(TestClinic &clinic)
{
    const auto add = [&clinic](const QString &name, const QString &phone, Sex sex, const QString &birth) {
        PatientDraft draft;
        draft.name = name;
        draft.phone = phone;
        draft.sex = sex;
        draft.birthDate = birth;
        draft.source = u"小区广告"_s;
        draft.campaign = u"三伏贴"_s;
        const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                       [&](store::Transaction &tx) { return patient::register_(tx, draft); });
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().message));
    };
    add(u"陈淑芬"_s, u"13800138000"_s, Sex::Female, u"1979-08-21"_s);
    add(u"王小明"_s, u"13800138000"_s, Sex::Male, u"2019-02-03"_s);
    add(u"刘强"_s, u"13900139000"_s, Sex::Male, u"1970"_s);
}

/// Somebody before the open chart of 陈淑芬.
struct Room
{
    explicit Room(const char *login = "reception", const std::function<void(TestClinic &)> &more = {})
        : desk([more](TestClinic &clinic) {
            people(clinic);
            if (more)
                more(clinic);
        })
    {
        desk.enter(login);
        open("csf", u"陈淑芬"_s);
    }
    void open(const char *initials, const QString &name)
    {
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().type(initials);
        QTest::qWait(300);
        desk.drive().key(Qt::Key_Return);
        waitFor(name);
    }
    void waitFor(const QString &name)
    {
        QTRY_COMPARE(desk.drive().get<QLabel>("bannerTitle").text(), name);
        QTest::qWait(100); // the cards beside the chart are read after it
    }
    /// "SON 王小明 ward" as the owner sees them.
    QStringList family(const QString &name)
    {
        return desk.ask(desk.clinic.owner(), [name](const store::Snapshot &view) {
            QStringList told;
            const auto found = patient::search(view, name);
            const auto known = relation::family(view, found->constFirst().id);
            for (const FamilyMember &one : known->members)
                told << (one.relationship + u' ' + (one.patient ? one.patient->name : one.name + u' ' + one.phone) +
                         (one.guardian ? u" guardian"_s : QString()) + (one.ward ? u" ward"_s : QString()));
            return told;
        });
    }
    QStringList tagsOf(const QString &name)
    {
        return desk.ask(desk.clinic.owner(), [name](const store::Snapshot &view) {
            QStringList told;
            const auto carried = tags::ofPatient(view, patient::search(view, name)->constFirst().id);
            for (const Tag &tag : *carried)
                told << tag.name;
            return told;
        });
    }
    bool isListOpen()
    {
        for (const auto *list : desk.window->findChildren<ui::PopupList *>()) {
            if (list->isVisible())
                return true;
        }
        return false;
    }
    GuiDriver &drive() { return desk.drive(); }

    Desk desk;
};

} // namespace

/// Families, tags and channels on screen.
class TestFamily : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void relative_aPatientByKeys_isInBothFamilies();
    void relative_nobodysPatient_isKeptWithTheirPhone();
    void relative_ofTheHousehold_isTakenUpBySpace();
    void relative_wrongSex_isRefusedAndNothingLost();
    void relative_enterBeforeTheSearch_isAskedWhoIsMeant();
    void relative_nameLikeAPatients_isTheNameAloneAfterEsc();
    void relative_enterTwice_isAddedAndNothingIsSaid();
    void relative_enter_opensTheirChart();
    void relative_takenOut_needsAReason();
    void tags_newAndKnown_areGivenAndTakenAway();
    void cards_ofADispenser_showAndOfferNothing();
    void register_onAKnownPhone_relatesThem();
    void register_savedBeforeTheHouseholdIsKnown_relatesThem();
    void register_wrongWord_isGoneTo();
    void edit_channelAndReferrer_areSaved();
    void edit_typedAndNotChosen_isRefused();
    void settings_tags_renameAndRetire();
};

void TestFamily::relative_aPatientByKeys_isInBothFamilies()
{
    Room room;
    QVERIFY(!room.drive().find("relativeName"));
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    QCOMPARE(room.drive().focus()->objectName(), u"relativeName"_s);
    room.drive().type("wxm");
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Return);
    QCOMPARE(room.drive().get<QLineEdit>("relativeName").text(), u"王小明"_s);
    QVERIFY(!room.drive().get("relativePhone").isEnabled()); // it stands in their record
    room.drive().get("relativeKinship").setFocus();
    room.drive().type("son");
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Return);
    room.drive().get<QCheckBox>("relativeGuardian").setChecked(true);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s), QStringList{u"SON 王小明 ward"_s});
    QCOMPARE(room.family(u"王小明"_s), QStringList{u"MTH 陈淑芬 guardian"_s});
    QTRY_VERIFY(room.drive().find("relatives"));
    auto &list = room.drive().get<QAbstractItemView>("relatives");
    QTRY_COMPARE(list.model()->index(0, 0).data().toString(), u"son: 王小明"_s);
    QTRY_VERIFY(!room.drive().find("household")); // they are related now
    QVERIFY(!room.drive().find("relativeName"));
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
}

void TestFamily::relative_nobodysPatient_isKeptWithTheirPhone()
{
    Room room;
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().commit(u"李桂兰"_s);
    room.drive().fill("relativeKinship", u"mother"_s);
    room.drive().fill("relativePhone", u"139 1111 2222"_s);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s), QStringList{u"MTH 李桂兰 13911112222"_s});
}

void TestFamily::relative_ofTheHousehold_isTakenUpBySpace()
{
    Room room;
    auto &household = room.drive().get<QAbstractItemView>("household");
    QTRY_COMPARE(household.model()->rowCount(), 1);
    household.setFocus();
    household.setCurrentIndex(household.model()->index(0, 0));
    room.drive().key(Qt::Key_Space);
    QTRY_COMPARE(room.drive().focus()->objectName(), u"relativeKinship"_s);
    QCOMPARE(room.drive().get<QLineEdit>("relativeName").text(), u"王小明"_s);
    room.drive().commit(u"son"_s);
    if (room.isListOpen())
        room.drive().key(Qt::Key_Return);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"王小明"_s), QStringList{u"MTH 陈淑芬"_s});
}

void TestFamily::relative_wrongSex_isRefusedAndNothingLost()
{
    Room room;
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().type("wxm");
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Return);
    room.drive().fill("relativeKinship", u"daughter"_s);
    if (room.isListOpen())
        room.drive().key(Qt::Key_Return);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.drive().get<QLabel>("relativesSaid").text(), u"王小明 is recorded as male."_s);
    QCOMPARE(room.drive().focus()->objectName(), u"relativeKinship"_s);
    QVERIFY(room.family(u"陈淑芬"_s).isEmpty());
    QCOMPARE(room.drive().get<QLineEdit>("relativeName").text(), u"王小明"_s);
}

void TestFamily::relative_enterBeforeTheSearch_isAskedWhoIsMeant()
{
    Room room;
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().fill("relativeKinship", u"son"_s);
    room.drive().get("relativeName").setFocus();
    room.drive().type("wxm");
    room.drive().get("relativePhone").setFocus(); // at once: nobody is found yet
    room.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.isListOpen());
    QCOMPARE(room.drive().focus()->objectName(), u"relativeName"_s);
    QCOMPARE(room.drive().get<QLabel>("relativesSaid").text(),
             u"Choose one of those found, or press Esc to go on with the name alone."_s);
    QVERIFY(room.family(u"陈淑芬"_s).isEmpty());
    room.drive().key(Qt::Key_Return);
    QCOMPARE(room.drive().get<QLineEdit>("relativeName").text(), u"王小明"_s);
    QVERIFY(!room.drive().find("relativesSaid"));
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s), QStringList{u"SON 王小明"_s});
    QCOMPARE(room.family(u"王小明"_s), QStringList{u"MTH 陈淑芬"_s});
}

void TestFamily::relative_nameLikeAPatients_isTheNameAloneAfterEsc()
{
    Room room;
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().fill("relativeKinship", u"son"_s);
    room.drive().fill("relativeName", u"王小明"_s);
    room.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Escape);
    QVERIFY(!room.isListOpen());
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s), QStringList{u"SON 王小明 "_s});
    QVERIFY(room.family(u"王小明"_s).isEmpty());
}

void TestFamily::relative_enterTwice_isAddedAndNothingIsSaid()
{
    Room room;
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().commit(u"李桂兰"_s);
    room.drive().fill("relativeKinship", u"mother"_s);
    room.drive().get("relativePhone").setFocus();
    QTest::qWait(300); // nobody has this name
    room.drive().key(Qt::Key_Return);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s), QStringList{u"MTH 李桂兰 "_s});
    QTRY_VERIFY(!room.drive().find("relativeName"));
    QTest::qWait(200);
    QVERIFY(!room.drive().find("relativesSaid"));
    // The next one is added as the first was.
    room.drive().key(Qt::Key_R, Qt::AltModifier);
    room.drive().commit(u"陈大山"_s);
    room.drive().fill("relativeKinship", u"father"_s);
    room.drive().get("relativePhone").setFocus();
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.family(u"陈淑芬"_s).size(), 2);
}

void TestFamily::relative_enter_opensTheirChart()
{
    Room room("reception", [](TestClinic &clinic) {
        QVERIFY(clinic.write(clinic.receptionist(), "relation.record", [](store::Transaction &tx) {
            return relation::relate(tx, {patient::search(tx, u"陈淑芬"_s)->constFirst().id,
                                         patient::search(tx, u"王小明"_s)->constFirst().id,
                                         {},
                                         {},
                                         u"SON"_s,
                                         false});
        }));
    });
    auto &list = room.drive().get<QAbstractItemView>("relatives");
    list.setFocus();
    room.drive().key(Qt::Key_Return);
    room.waitFor(u"王小明"_s);
    QTRY_COMPARE(list.model()->index(0, 0).data().toString(), u"mother: 陈淑芬"_s);
    list.setFocus();
    room.drive().key(Qt::Key_Delete);
    QTRY_VERIFY(room.family(u"陈淑芬"_s).isEmpty());
}

void TestFamily::relative_takenOut_needsAReason()
{
    Room room("reception", [](TestClinic &clinic) {
        QVERIFY(clinic.write(clinic.receptionist(), "relation.record", [](store::Transaction &tx) {
            return relation::relate(
                tx, {patient::search(tx, u"陈淑芬"_s)->constFirst().id, {}, u"李桂兰"_s, {}, u"MTH"_s, false});
        }));
    });
    room.drive().get("relatives").setFocus();
    room.drive().key(Qt::Key_Delete, Qt::ShiftModifier);
    room.drive().fill("retractRelativeReason", u"认错人"_s);
    room.drive().key(Qt::Key_Return);
    QTRY_VERIFY(room.family(u"陈淑芬"_s).isEmpty());
}

void TestFamily::tags_newAndKnown_areGivenAndTakenAway()
{
    Room room("reception", [](TestClinic &clinic) {
        QVERIFY(clinic.write(clinic.receptionist(), "tag.make",
                             [](store::Transaction &tx) { return tags::make(tx, u"三伏贴"_s); }));
    });
    room.drive().key(Qt::Key_G, Qt::AltModifier);
    QCOMPARE(room.drive().focus()->objectName(), u"tagName"_s);
    room.drive().type("sft"); // its initials
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.tagsOf(u"陈淑芬"_s), QStringList{u"三伏贴"_s});
    QTRY_COMPARE(room.drive().get<QLineEdit>("tagName").text(), QString());
    room.drive().type("VIP");
    QTRY_VERIFY(room.isListOpen()); // to be made
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.tagsOf(u"陈淑芬"_s).size(), 2);
    auto &chips = room.drive().get<ui::ChipBar>("tagChips");
    QTRY_COMPARE(chips.chips().size(), 2);
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
    chips.setFocus();
    room.drive().key(Qt::Key_Space);
    QTRY_COMPARE(room.tagsOf(u"陈淑芬"_s).size(), 1);
}

void TestFamily::cards_ofADispenser_showAndOfferNothing()
{
    Room room("dispenser", [](TestClinic &clinic) {
        QVERIFY(clinic.write(clinic.receptionist(), "relation.record", [](store::Transaction &tx) {
            return relation::relate(
                tx, {patient::search(tx, u"陈淑芬"_s)->constFirst().id, {}, u"李桂兰"_s, {}, u"MTH"_s, false});
        }));
        QVERIFY(clinic.write(clinic.receptionist(), "tag.put", [](store::Transaction &tx) {
            const auto made = tags::make(tx, u"三伏贴"_s);
            return tags::put(tx, patient::search(tx, u"陈淑芬"_s)->constFirst().id, made->id);
        }));
    });
    QTRY_VERIFY(room.drive().find("relatives"));
    QTRY_COMPARE(room.drive().get<QLabel>("tagWords").text(), u"三伏贴"_s);
    for (const char *name : {"beginRelative", "relativeName", "endRelative", "tagName", "tagChips", "relateHousehold"})
        QVERIFY2(!room.drive().find(name), name);
    room.drive().get("relatives").setFocus();
    room.drive().key(Qt::Key_Delete);
    QTest::qWait(200);
    QCOMPARE(room.family(u"陈淑芬"_s).size(), 1);
}

void TestFamily::register_onAKnownPhone_relatesThem()
{
    Room room;
    room.drive().key(Qt::Key_1, Qt::AltModifier);
    room.drive().get("patientSearch");
    room.drive().key(Qt::Key_N, Qt::ControlModifier);
    room.drive().get("patientName");
    QVERIFY(!room.drive().find("householdLinks"));
    room.drive().fill("patientName", u"王建国"_s);
    room.drive().fill("patientPhone", u"13800138000"_s);
    QTRY_VERIFY(room.drive().find("linkKinship0"));
    QTRY_VERIFY(room.drive().find("linkKinship1"));
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
    // The rows stand in the order of their last visits; both are asked what they are.
    for (const char *line : {"linkKinship0", "linkKinship1"}) {
        const bool boy = room.drive().get(line).accessibleName().contains(u"王小明"_s);
        room.drive().fill(line, boy ? u"son"_s : u"wife"_s);
        room.drive().key(Qt::Key_Escape);
    }
    room.drive().get("patientName").setFocus();
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    room.waitFor(u"王建国"_s);
    QCOMPARE(room.family(u"王建国"_s), (QStringList{u"WIFE 陈淑芬"_s, u"SON 王小明"_s}));
}

void TestFamily::register_savedBeforeTheHouseholdIsKnown_relatesThem()
{
    Room room;
    room.drive().key(Qt::Key_1, Qt::AltModifier);
    room.drive().get("patientSearch");
    room.drive().key(Qt::Key_N, Qt::ControlModifier);
    room.drive().get("patientName");
    room.drive().fill("patientName", u"刘建国"_s);
    room.drive().fill("patientPhone", u"13900139000"_s);
    QTRY_VERIFY(room.drive().find("linkKinship0"));
    room.drive().fill("linkKinship0", u"father"_s);
    room.drive().key(Qt::Key_Escape);
    auto *links = static_cast<ui::HouseholdLinks *>(room.drive().find("householdLinks"));
    const auto said = links->typed();
    QCOMPARE(said.size(), 1);
    // The telephone is typed once more, and saved before it is read whose it is.
    room.drive().fill("patientPhone", u"13900139001"_s);
    QTRY_VERIFY(!room.drive().find("linkKinship0"));
    QCOMPARE(links->typed(), said); // kept until they are shown again
    room.drive().fill("patientPhone", u"13900139000"_s);
    QVERIFY(links->isAsking());
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    room.waitFor(u"刘建国"_s);
    QCOMPARE(room.family(u"刘建国"_s), QStringList{u"FTH 刘强"_s});
}

void TestFamily::register_wrongWord_isGoneTo()
{
    Room room;
    room.drive().key(Qt::Key_1, Qt::AltModifier);
    room.drive().get("patientSearch");
    room.drive().key(Qt::Key_N, Qt::ControlModifier);
    room.drive().get("patientName");
    room.drive().fill("patientName", u"王建国"_s);
    room.drive().fill("patientPhone", u"13900139000"_s);
    QTRY_VERIFY(room.drive().find("linkKinship0"));
    room.drive().fill("linkKinship0", u"dog"_s);
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().focus()->objectName(), u"linkKinship0"_s);
    QTRY_COMPARE(room.desk.ask(room.desk.clinic.owner(),
                               [](const store::Snapshot &view) { return patient::search(view, u"王建国"_s)->size(); }),
                 0);
}

void TestFamily::edit_channelAndReferrer_areSaved()
{
    Room room;
    room.drive().key(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().get<QLineEdit>("patientSource").text(), u"小区广告"_s);
    QTRY_COMPARE(room.drive().get<QLineEdit>("patientCampaign").text(), u"三伏贴"_s);
    room.drive().get<QLineEdit>("patientSource").setFocus();
    room.drive().key(Qt::Key_A, Qt::ControlModifier);
    room.drive().type("fri");
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Down);
    room.drive().key(Qt::Key_Return);
    const QString taken = room.drive().get<QLineEdit>("patientSource").text();
    QVERIFY(channels::shipped().contains(taken));
    room.drive().get("patientReferredBy").setFocus();
    room.drive().type("csf"); // they themselves are not proposed
    QTest::qWait(300);
    QVERIFY(!room.isListOpen());
    room.drive().key(Qt::Key_A, Qt::ControlModifier);
    room.drive().type("lq");
    QTRY_VERIFY(room.isListOpen());
    room.drive().key(Qt::Key_Return);
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    room.waitFor(u"陈淑芬"_s);
    const auto saved = room.desk.ask(room.desk.clinic.owner(), [](const store::Snapshot &view) {
        const PatientId id = patient::search(view, u"陈淑芬"_s)->constFirst().id;
        return QStringList{patient::find(view, id)->source, patient::find(view, id)->campaign,
                           (*channels::referrer(view, id))->name};
    });
    QCOMPARE(saved, (QStringList{taken, u"三伏贴"_s, u"刘强"_s}));
    QTRY_VERIFY(room.drive().find("referrals"));
    auto &list = room.drive().get<QAbstractItemView>("referrals");
    QTRY_COMPARE(list.model()->index(0, 0).data().toString(), u"Sent by 刘强"_s);
    list.setFocus();
    room.drive().key(Qt::Key_Return);
    room.waitFor(u"刘强"_s);
    QTRY_COMPARE(list.model()->index(0, 0).data().toString(), u"Has sent 陈淑芬"_s);
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
    // A form that changes something else leaves all three as they are.
    room.open("csf", u"陈淑芬"_s);
    room.drive().key(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().get<QLineEdit>("patientReferredBy").text(), u"刘强"_s);
    room.drive().fill("patientOccupation", u"教师"_s);
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    room.waitFor(u"陈淑芬"_s);
    const auto kept = room.desk.ask(room.desk.clinic.owner(), [](const store::Snapshot &view) {
        const PatientId id = patient::search(view, u"陈淑芬"_s)->constFirst().id;
        return (*channels::referrer(view, id))->name;
    });
    QCOMPARE(kept, u"刘强"_s);
}

void TestFamily::edit_typedAndNotChosen_isRefused()
{
    Room room;
    room.drive().key(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().get<QLineEdit>("patientSource").text(), u"小区广告"_s);
    room.drive().fill("patientReferredBy", u"某人"_s);
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(room.drive().focus()->objectName(), u"patientReferredBy"_s);
    QCOMPARE(room.desk.title(), u"Edit patient"_s);
}

void TestFamily::settings_tags_renameAndRetire()
{
    Room room("reception", [](TestClinic &clinic) {
        QVERIFY(clinic.write(clinic.receptionist(), "tag.put", [](store::Transaction &tx) {
            const auto made = tags::make(tx, u"三伏贴"_s);
            return tags::put(tx, patient::search(tx, u"陈淑芬"_s)->constFirst().id, made->id);
        }));
    });
    room.drive().click("place-settings");
    auto &sections = room.drive().get<QAbstractItemView>("settingsSections");
    for (int row = 0; row < sections.model()->rowCount(); ++row) {
        if (sections.model()->index(row, 0).data().toString() == u"Tags")
            sections.setCurrentIndex(sections.model()->index(row, 0));
    }
    auto &table = room.drive().get<QAbstractItemView>("tagTable");
    QTRY_COMPARE(table.model()->rowCount(), 1);
    QCOMPARE(table.model()->index(0, 1).data().toString(), u"1"_s);
    table.setFocus();
    room.drive().key(Qt::Key_Return);
    room.drive().fill("newTagName", u"夏季三伏贴"_s);
    room.drive().key(Qt::Key_Return);
    QTRY_COMPARE(room.tagsOf(u"陈淑芬"_s), QStringList{u"夏季三伏贴"_s});
    QTRY_COMPARE(table.model()->index(0, 0).data().toString(), u"夏季三伏贴"_s);
    table.setFocus();
    room.drive().key(Qt::Key_Delete);
    QTRY_COMPARE(table.model()->index(0, 2).data().toString(), u"retired"_s);
    QTRY_COMPARE(room.drive().get<QAbstractButton>("retireTag").text(), u"Take back into use"_s);
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
    table.setFocus();
    room.drive().key(Qt::Key_Delete);
    QTRY_COMPARE(table.model()->index(0, 2).data().toString(), u"in use"_s);
}

QTEST_MAIN(TestFamily)
#include "tst_family.moc"
