#include "base/text/idnumber.h"
#include "clinic/patient/duplicates.h"
#include "clinic/patient/merge.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/toast.h"
#include "ui/patient/alikelist.h"
#include "ui/patient/mergerow.h"
#include "ui/patient/pairmodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using patient::MergePart;
using ui::MergeRow;

namespace {

const QString woman = QStringLiteral("陈淑芬");
const QString again = QStringLiteral("陈书芬"); // sounds the same
const QString phone = QStringLiteral("13812346207");

PatientDraft draftOf(const QString &name, const QString &birth)
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = phone;
    draft.birthDate = birth;
    draft.sex = Sex::Female;
    return draft;
}

PatientId add(TestClinic &clinic, const PatientDraft &draft)
{
    const auto added = clinic.write(clinic.receptionist(), "patient.register",
                                    [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    clinic.clock.advance(std::chrono::minutes(1));
    return added->id;
}

void known(TestClinic &clinic)
{
    add(clinic, draftOf(woman, QStringLiteral("1979-08-21")));
    add(clinic, draftOf(QStringLiteral("崔诗菲"), QStringLiteral("2016-11-03")));
}

/// One person registered twice, the second time by ear.
void twice(TestClinic &clinic)
{
    PatientDraft first = draftOf(woman, QStringLiteral("1979-08-21"));
    first.address = QStringLiteral("上海市静安区南京西路 1 号");
    add(clinic, first);
    PatientDraft second = draftOf(again, QStringLiteral("1979-08-21"));
    second.occupation = QStringLiteral("教师");
    add(clinic, second);
}

void merged(TestClinic &clinic)
{
    const PatientId kept = add(clinic, draftOf(woman, QStringLiteral("1979-08-21")));
    const PatientId gone = add(clinic, draftOf(again, QStringLiteral("1979-08-21")));
    const auto one = clinic.write(clinic.owner(), "patient.merge", [&](store::Transaction &tx) {
        return patient::merge(tx, {kept, gone, {{MergePart::Name, patient::MergeSide::Merged}}, {}, {}});
    });
    if (!one)
        qFatal("%s", qPrintable(one.error().message));
    clinic.clock.advance(std::chrono::minutes(1));
}

QList<PatientHit> all(Desk &desk)
{
    return *desk.ask(desk.clinic.owner(),
                     [](const store::Snapshot &view) { return patient::search(view, QString(), 50); });
}

QList<duplicates::Pair> pairs(Desk &desk)
{
    return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) { return duplicates::review(view); })->pairs;
}

QAbstractItemModel *model(Desk &desk, const char *view)
{
    return desk.drive().get<QAbstractItemView>(view).model();
}

/// Titles and names of the list beside the form.
QStringList alike(Desk &desk)
{
    QStringList rows;
    const auto *list = desk.drive().find<QAbstractItemView>("alikePeople");
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        rows << list->model()->index(row, 0).data().toString();
    return rows;
}

QString text(Desk &desk, const char *label)
{
    return desk.drive().get<QLabel>(label).text();
}

/// From the patients to the list of pairs.
void openList(Desk &desk)
{
    desk.drive().get("showDuplicates");
    desk.drive().key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Possible duplicates"));
    QTRY_COMPARE(model(desk, "duplicatePairs")->rowCount(), 1);
    QTRY_COMPARE(desk.drive().focus()->objectName(), QStringLiteral("duplicatePairs"));
}

void openChart(Desk &desk, const QString &name)
{
    desk.drive().get("patientSearch");
    desk.drive().commit(name);
    QTRY_COMPARE(model(desk, "patientTable")->rowCount(), 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(text(desk, "bannerTitle"), name);
}

/// The row of a part of two records; their rows have the hand.
MergeRow *partRow(Desk &desk, MergePart part)
{
    for (auto *row : desk.window->findChildren<MergeRow *>()) {
        if (row->isVisible() && row->part() == part)
            return row;
    }
    return nullptr;
}

void waitForRows(Desk &desk)
{
    QTRY_VERIFY(qobject_cast<MergeRow *>(desk.drive().focus()));
}

QString dialogAnswered(Desk &desk, const char *name)
{
    QWidget *dialog = &desk.drive().get(name);
    if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == dialog; }, GuiDriver::patienceMs))
        return QStringLiteral("%1 has not the hand").arg(QLatin1String(name));
    desk.drive().key(Qt::Key_Return);
    return {};
}

} // namespace

/// People who may be registered twice: beside the form, in their list, side by side, merged and parted again.
class TestDuplicatePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void register_halfTyped_isProbablySomebodyAndTheirFamily();
    void register_samePerson_isCertainAndEnterOpensThem();
    void register_strangerAfterwards_emptiesTheList();
    void list_ownerByKeys_mergesWithAPartOfTheOther();
    void list_mergedAndTakenBack_areTwoAgain();
    void list_saidDifferent_isEmpty();
    void list_receptionist_asksForTheMerge();
    void compare_receptionist_onlySeesAndAsks();
    void merge_changedMeanwhile_saysSoAndComparesAgain();
    void merge_idNumberAgainstBirthDate_marksTheRow();
    void merge_swapped_keepsTheOtherRecord();
    void merge_alerts_areBothUnlessOneIsChosen();
    void chart_mergedRecord_isPartedByKeys();
    void chart_otherRecord_isFoundAndCompared();
    void pairModel_anyPairs_isSound();
    void pages_atSmallScreenAndLargeText_haveNoFlaw_data();
    void pages_atSmallScreenAndLargeText_haveNoFlaw();
};

void TestDuplicatePages::register_halfTyped_isProbablySomebodyAndTheirFamily()
{
    Desk desk(known);
    desk.enter("reception");
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    desk.drive().fill("patientPhone", phone);
    QTRY_COMPARE(alike(desk).value(0), QStringLiteral("Same phone: the family"));
    QCOMPARE(alike(desk).size(), 3);
    desk.drive().fill("patientName", again);
    desk.drive().fill("patientBirth", QStringLiteral("1979-08-21"));
    QTRY_COMPARE(alike(desk), QStringList({QStringLiteral("Probably the same person"), woman,
                                           QStringLiteral("Same phone: the family"), QStringLiteral("崔诗菲")}));
    const QString words =
        model(desk, "alikePeople")->index(1, 0).data(ui::AlikeList::WordsRole).toStringList().join(u'·');
    QVERIFY2(words.contains(QStringLiteral("name sounds the same")) && words.contains(QStringLiteral("same phone")) &&
                 words.contains(QStringLiteral("same birth date")),
             qUtf8Printable(words));
    const auto &list = desk.drive().get<QAbstractItemView>("alikePeople");
    const auto height = [&](int row) { return list.visualRect(list.model()->index(row, 0)).height(); };
    QVERIFY2(height(1) > height(3), "the reasons have no line of their own");
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier); // never a hard block
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QCOMPARE(all(desk).size(), 3);
}

void TestDuplicatePages::register_samePerson_isCertainAndEnterOpensThem()
{
    Desk desk(known);
    desk.enter("reception");
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    desk.drive().fill("patientName", woman);
    desk.drive().fill("patientPhone", phone);
    desk.drive().fill("patientBirth", QStringLiteral("1979-08-21"));
    QTRY_COMPARE(alike(desk).value(0), QStringLiteral("Registered already"));
    desk.drive().key(Qt::Key_D, Qt::AltModifier);
    QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("alikePeople"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(text(desk, "bannerTitle"), woman);
    QCOMPARE(all(desk).size(), 2);
}

void TestDuplicatePages::register_strangerAfterwards_emptiesTheList()
{
    Desk desk(known);
    desk.enter("reception");
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    desk.drive().fill("patientPhone", phone);
    QTRY_VERIFY(!alike(desk).isEmpty());
    desk.drive().fill("patientPhone", QStringLiteral("15912348812"));
    QTRY_VERIFY(desk.drive().find("nobodyAlike"));
    QVERIFY(alike(desk).isEmpty());
}

void TestDuplicatePages::list_ownerByKeys_mergesWithAPartOfTheOther()
{
    Desk desk(twice);
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Merge two records"));
    waitForRows(desk);
    const bool leftStays = text(desk, "leftName") == woman; // who was registered first
    MergeRow *name = partRow(desk, MergePart::Name);
    QVERIFY(name && name->hasFocus());
    QCOMPARE(name->choice(), leftStays ? MergeRow::Choice::Left : MergeRow::Choice::Right);
    desk.drive().key(leftStays ? Qt::Key_Right : Qt::Key_Left);
    QCOMPARE(name->choice(), leftStays ? MergeRow::Choice::Right : MergeRow::Choice::Left);
    desk.drive().key(Qt::Key_Down);
    QCOMPARE(desk.drive().focus(), static_cast<QWidget *>(partRow(desk, MergePart::Address)));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Possible duplicates"));
    QVERIFY(desk.drive().get<ui::Toast>("toast").text().contains(QStringLiteral("one record now")));
    QTRY_VERIFY(!desk.drive().find("duplicatePairs"));
    const QList<PatientHit> people = all(desk);
    QCOMPARE(people.size(), 1);
    const auto one = desk.ask(desk.clinic.owner(),
                              [&](const store::Snapshot &view) { return patient::find(view, people.first().id); });
    QCOMPARE(one->name, again);
    QVERIFY(!one->identifiers->address.isEmpty());
    QCOMPARE(one->identifiers->occupation, QStringLiteral("教师")); // filled in from the other
    const auto gone =
        desk.ask(desk.clinic.owner(), [&](const store::Snapshot &view) { return patient::aliases(view, one->id); });
    QCOMPARE(gone->size(), 1);
    QCOMPARE(gone->first().name, again);
}

void TestDuplicatePages::list_mergedAndTakenBack_areTwoAgain()
{
    Desk desk(twice);
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    waitForRows(desk);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Possible duplicates"));
    QTRY_COMPARE(all(desk).size(), 1);
    desk.drive().key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialogAnswered(desk, "takeBackDialog"), QString());
    QTRY_COMPARE(all(desk).size(), 2);
    QTRY_COMPARE(model(desk, "duplicatePairs")->rowCount(), 1);
}

void TestDuplicatePages::list_saidDifferent_isEmpty()
{
    Desk desk(twice);
    desk.enter("reception");
    openList(desk);
    QVERIFY(!desk.drive().find("mergeRecords"));
    desk.drive().key(Qt::Key_D);
    desk.drive().fill("opinionRemark", QStringLiteral("姐妹"));
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(!desk.drive().find("duplicatePairs"));
    QTRY_VERIFY(pairs(desk).isEmpty());
    QCOMPARE(all(desk).size(), 2);
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(desk.title(), QStringLiteral("Patients"));
    QTRY_VERIFY(!desk.drive().find("showDuplicates"));
}

void TestDuplicatePages::list_receptionist_asksForTheMerge()
{
    Desk desk(twice);
    desk.enter("reception");
    openList(desk);
    desk.drive().key(Qt::Key_A);
    QCOMPARE(dialogAnswered(desk, "askMergeDialog"), QString());
    QTRY_VERIFY(!model(desk, "duplicatePairs")
                     ->index(0, ui::PairModel::Why)
                     .data(ui::PairModel::AskedRole)
                     .toString()
                     .isEmpty());
    QTRY_VERIFY(pairs(desk).first().asked);
    QVERIFY(!pairs(desk).first().asker.isEmpty());
    QTRY_VERIFY(!desk.drive().get("pairAsk").isEnabled()); // it is asked for
}

void TestDuplicatePages::compare_receptionist_onlySeesAndAsks()
{
    Desk desk(twice);
    desk.enter("reception");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Compare two records"));
    QTRY_VERIFY(partRow(desk, MergePart::Name));
    QVERIFY(!desk.drive().find("mergeRecords"));
    QVERIFY(!desk.drive().find("swapRecords"));
    QCOMPARE(partRow(desk, MergePart::Name)->focusPolicy(), Qt::NoFocus);
    desk.drive().key(Qt::Key_V);
    QTRY_VERIFY(partRow(desk, MergePart::Phone)); // the same in both
    desk.drive().key(Qt::Key_A);
    QCOMPARE(dialogAnswered(desk, "askMergeDialog"), QString());
    QTRY_COMPARE(desk.title(), QStringLiteral("Possible duplicates"));
    QTRY_VERIFY(pairs(desk).first().asked);
    QCOMPARE(all(desk).size(), 2);
}

void TestDuplicatePages::merge_changedMeanwhile_saysSoAndComparesAgain()
{
    Desk desk(twice);
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    waitForRows(desk);
    const PatientId first = pairs(desk).first().one.id;
    desk.window->clinic()
        ->write("patient.edit",
                [first](store::Transaction &tx) {
                    PatientDraft draft = draftOf(woman, QStringLiteral("1979-08-21"));
                    draft.occupation = QStringLiteral("会计");
                    return patient::edit(tx, first, draft);
                })
        .waitForFinished();
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.drive().find<ui::MessageStrip>("mergeStrip"));
    QCOMPARE(all(desk).size(), 2);
    desk.drive().key(Qt::Key_F5);
    QTRY_VERIFY(!desk.drive().find("mergeStrip"));
    waitForRows(desk);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(all(desk).size(), 1);
}

void TestDuplicatePages::merge_idNumberAgainstBirthDate_marksTheRow()
{
    Desk desk([](TestClinic &clinic) {
        add(clinic, draftOf(woman, QStringLiteral("1979-08-20")));
        PatientDraft other = draftOf(again, QStringLiteral("1979-08-21"));
        const QString digits = QStringLiteral("31010619790821002");
        other.documentKind = DocumentKind::ResidentId;
        other.documentNumber = digits + *residentCheckDigit(digits);
        add(clinic, other);
    });
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    waitForRows(desk);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    const auto marked = [&]() -> MergeRow * {
        for (const MergePart part : {MergePart::BirthDate, MergePart::Document}) {
            if (auto *row = partRow(desk, part); row && !row->problem().isEmpty())
                return row;
        }
        return nullptr;
    };
    QTRY_VERIFY(marked());
    QVERIFY(marked()->hasFocus());
    QCOMPARE(all(desk).size(), 2);
    partRow(desk, MergePart::BirthDate)->setFocus();
    desk.drive().key(text(desk, "leftName") == woman ? Qt::Key_Right : Qt::Key_Left);
    QVERIFY(!marked());
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(all(desk).size(), 1);
    QCOMPARE(all(desk).first().birthDate->toText(), QStringLiteral("1979-08-21"));
}

void TestDuplicatePages::merge_swapped_keepsTheOtherRecord()
{
    Desk desk(twice);
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    waitForRows(desk);
    const QString before = text(desk, "mergeSentence");
    desk.drive().key(Qt::Key_S);
    QTRY_VERIFY(text(desk, "mergeSentence") != before);
    waitForRows(desk);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(all(desk).size(), 1);
    QCOMPARE(all(desk).first().name, again); // the record that was registered later stays
    const auto gone = desk.ask(desk.clinic.owner(), [id = all(desk).first().id](const store::Snapshot &view) {
        return patient::aliases(view, id);
    });
    QCOMPARE(gone->first().name, woman);
}

void TestDuplicatePages::merge_alerts_areBothUnlessOneIsChosen()
{
    Desk desk([](TestClinic &clinic) {
        PatientDraft first = draftOf(woman, QStringLiteral("1979-08-21"));
        first.deskAlert = QStringLiteral("听力差");
        add(clinic, first);
        PatientDraft second = draftOf(again, QStringLiteral("1979-08-21"));
        second.deskAlert = QStringLiteral("对酒精过敏");
        add(clinic, second);
    });
    desk.enter("owner");
    openList(desk);
    desk.drive().key(Qt::Key_Return);
    waitForRows(desk);
    desk.drive().key(Qt::Key_Down);
    MergeRow *alert = partRow(desk, MergePart::DeskAlert);
    QVERIFY(alert && alert->hasFocus());
    QCOMPARE(alert->choice(), MergeRow::Choice::Both);
    desk.drive().key(Qt::Key_Left);
    QCOMPARE(alert->choice(), MergeRow::Choice::Left);
    desk.drive().key(Qt::Key_Right);
    QCOMPARE(alert->choice(), MergeRow::Choice::Both);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(all(desk).size(), 1);
    const auto one = desk.ask(desk.clinic.owner(), [id = all(desk).first().id](const store::Snapshot &view) {
        return patient::find(view, id);
    });
    QCOMPARE(*one->deskAlert, QStringLiteral("听力差\n对酒精过敏"));
}

void TestDuplicatePages::chart_mergedRecord_isPartedByKeys()
{
    Desk desk(merged);
    desk.enter("owner");
    openChart(desk, again); // the name was taken over
    QTRY_VERIFY(desk.drive().find("mergedFrom"));
    QVERIFY2(text(desk, "mergedFrom").contains(again), qUtf8Printable(text(desk, "mergedFrom")));
    desk.drive().key(Qt::Key_P, Qt::AltModifier);
    desk.drive().fill("partReason", QStringLiteral("两个人"));
    desk.drive().key(Qt::Key_Return);
    QWidget &told = desk.drive().get("partedDialog");
    QString said;
    for (const QLabel *label : told.findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(said.contains(QStringLiteral("Name")), qUtf8Printable(said));
    QCOMPARE(dialogAnswered(desk, "partedDialog"), QString());
    QTRY_COMPARE(text(desk, "bannerTitle"), again); // the chart of the other one
    QTRY_VERIFY(!desk.drive().find("mergedFrom"));
    const QList<PatientHit> people = all(desk);
    QCOMPARE(people.size(), 2);
    QVERIFY(people[0].name != people[1].name);
    for (const PatientHit &hit : people) {
        const auto found = desk.ask(desk.clinic.owner(), [&](const store::Snapshot &view) {
            return patient::findByReference(view, hit.number);
        });
        QCOMPARE(found->id, hit.id);
    }
}

void TestDuplicatePages::chart_otherRecord_isFoundAndCompared()
{
    Desk desk(twice);
    desk.enter("owner");
    openChart(desk, woman);
    desk.drive().key(Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(model(desk, "otherRecords")->rowCount(), 1); // who is alike
    desk.drive().fill("otherRecord", QStringLiteral("chenshufen"));
    QTRY_COMPARE(model(desk, "otherRecords")->rowCount(), 1); // not the one itself
    QTRY_COMPARE(model(desk, "otherRecords")->index(0, 0).data().toString(), again);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Merge two records"));
    waitForRows(desk);
    QCOMPARE(text(desk, "leftName"), woman);
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_VERIFY(desk.drive().find("mergedFrom"));
    QCOMPARE(all(desk).size(), 1);
}

void TestDuplicatePages::pairModel_anyPairs_isSound()
{
    ui::PairModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    duplicates::Pair pair;
    pair.one.name = woman;
    pair.other.name = again;
    pair.level = linkage::Level::Certain;
    pair.asked = instantFromMs(TestClinic::StartMs);
    pair.reasons = {linkage::Reason::Kind::SameSex, linkage::Reason::Kind::OtherDocument,
                    linkage::Reason::Kind::SamePhone};
    model.setPairs({pair, {}}, QDate(2026, 3, 12), QTimeZone("Asia/Shanghai"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, ui::PairModel::Name).data().toString(), woman + u'\n' + again);
    QCOMPARE(model.index(0, ui::PairModel::Why).data().toString(),
             QStringLiteral("same phone·another ID number")); // what speaks for it first
    QVERIFY(model.index(0, ui::PairModel::Why).data(ui::PairModel::AskedRole).toString().contains(u"12"));
    model.setPairs({}, QDate(2026, 3, 12), QTimeZone("Asia/Shanghai"));
    QCOMPARE(model.rowCount(), 0);
}

void TestDuplicatePages::pages_atSmallScreenAndLargeText_haveNoFlaw_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100") << 1.0;
    QTest::newRow("130") << 1.3;
}

void TestDuplicatePages::pages_atSmallScreenAndLargeText_haveNoFlaw()
{
    QFETCH(double, scale);
    auto *app = qobject_cast<QApplication *>(QApplication::instance());
    QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, scale));
    {
        Desk desk(twice);
        desk.enter("owner");
        desk.drive().get("showDuplicates");
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
        openList(desk);
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
        desk.drive().key(Qt::Key_Return);
        waitForRows(desk);
        desk.drive().key(Qt::Key_V);
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    }
    Desk desk(merged);
    desk.enter("owner");
    openChart(desk, again);
    desk.drive().get("mergedFrom");
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
}

QTEST_MAIN(TestDuplicatePages)
#include "tst_duplicatepages.moc"
