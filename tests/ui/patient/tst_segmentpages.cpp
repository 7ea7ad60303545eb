#include "clinic/patient/segments.h"
#include "clinic/patient/tags.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/patientmodel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::segments;
using access::Role;

namespace {

struct Someone
{
    const char *name;
    const char *birth;
    QList<int> daysAgo; ///< Of the visits.
};
const Someone people[] = {{"陈淑芬", "1949-08-21", {3, 40}},
                          {"单素芬", "1955-01-02", {120}},
                          {"张伟", "1990-05-06", {10}},
                          {"王芳", "2001-03-12", {}},
                          {"李娜", "1961-03-12", {500, 700}}};

void fill(TestClinic &clinic)
{
    for (const Someone &one : people) {
        PatientDraft draft;
        draft.name = QString::fromUtf8(one.name);
        draft.birthDate = QString::fromLatin1(one.birth);
        draft.phone = QStringLiteral("13812346207");
        draft.sex = Sex::Female;
        const auto added = clinic.write(clinic.receptionist(), "patient.register",
                                        [&](store::Transaction &tx) { return patient::register_(tx, draft); });
        const auto tx = clinic.store().begin(clinic.owner(), "test.visits");
        for (const int ago : one.daysAgo)
            tx->connection()
                .internal("INSERT INTO visit(id, patient_id, day, started_ms, entered_ms, status)"
                          " VALUES(?1, ?2, ?3, 1, 1, 'finished')")
                .bind(tx->newUuid(), added->id, QDate(1970, 1, 1).daysTo(tx->today()) - ago)
                .run();
        tx->commit();
    }
}

/// More people than one page of the list holds.
void fillMany(TestClinic &clinic)
{
    const auto tx = clinic.store().begin(clinic.owner(), "test.people");
    for (int i = 0; i < 130; ++i)
        tx->connection()
            .internal("INSERT INTO patient(id, number, name, registered_ms) VALUES(?1, ?2, '王芳', 1)")
            .bind(tx->newUuid(), QStringLiteral("A%1").arg(i, 7, 10, QLatin1Char('0')))
            .run();
    tx->commit();
}

void keep(TestClinic &clinic, const store::Actor &actor, const QString &name, const Condition &condition)
{
    segment::Segment one;
    one.name = name;
    one.own = false;
    one.definition.group.conditions << condition;
    const auto kept =
        clinic.write(actor, "segment.save", [&](store::Transaction &tx) { return segment::save(tx, one); });
    if (!kept)
        qFatal("%s", qPrintable(kept.error().message));
}

QAbstractItemModel *rows(Desk &desk)
{
    return desk.window->findChild<QAbstractItemView *>(QStringLiteral("patientTable"))->model(); // empty: not shown
}

QStringList names(Desk &desk)
{
    QStringList found;
    for (int row = 0; row < rows(desk)->rowCount(); ++row)
        found << rows(desk)->index(row, ui::PatientModel::Name).data().toString();
    return found;
}

QStringList chips(Desk &desk)
{
    QStringList texts;
    for (const ui::ChipItem &chip : desk.drive().get<ui::ChipBar>("segmentChips").chips())
        texts << chip.text;
    return texts;
}

/// What the rows of an act say.
QStringList audited(Desk &desk, const char *action)
{
    return desk.ask(desk.clinic.owner(), [action](const store::Snapshot &view) {
        store::Query row =
            view.connection().internal("SELECT detail FROM audit WHERE action = ?1 ORDER BY n /* whole table */");
        row.bind(action);
        QStringList details;
        while (row.next())
            details << row.get<QString>(0);
        return details;
    });
}

/// By keyboard: to the bar, to the chip, on.
void choose(Desk &desk, int index)
{
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(desk.drive().focus()->objectName(), QStringLiteral("segmentChips"));
    for (int i = 0; i < 20; ++i)
        desk.drive().key(Qt::Key_Left);
    for (int i = 0; i < index; ++i)
        desk.drive().key(Qt::Key_Right);
    desk.drive().key(Qt::Key_Space);
}

QStringList fieldsOffered(Desk &desk)
{
    const auto &box = desk.drive().get<QComboBox>("segmentField0");
    QStringList texts;
    for (int i = 0; i < box.count(); ++i)
        texts << box.itemText(i);
    return texts;
}

QString peopleText(Desk &desk)
{
    return desk.drive().get<QLabel>("segmentPeople").text();
}

QList<segment::Segment> kept(Desk &desk, Role role)
{
    return *desk.ask(desk.clinic.actor(role), [](const store::Snapshot &view) { return segment::all(view); });
}

} // namespace

/// Segments on the page of patients, in the real window.
class TestSegmentPages : public QObject
{
    Q_OBJECT

private slots:
    void bar_stages_areCountedAndFilterTheList();
    void bar_typingOrEscape_goesBackToEverybody();
    void bar_enterAtOnce_opensTheFirstOfTheSegment();
    void bar_manyPatients_areFetchedAsOneScrolls();
    void bar_segmentOfAFieldNotRead_saysWhy();
    void bar_patientChanges_areCountedAnew();
    void dialog_newSegment_countsLiveAndIsKept();
    void dialog_keptSegment_isChangedAndRetired();
    void dialog_everybodysBecomesMine_isAskedFirst();
    void dialog_choicesOfferedNoMore_stayChosen();
    void dialog_countOfWhatTheChartSays_isNotedOnce();
    void dialog_fields_areThoseThePersonReads();
    void dialog_nothingSaid_isRefusedInPlace();
    void list_stage_saysTheRule();
};

void TestSegmentPages::bar_stages_areCountedAndFilterTheList()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(chips(desk),
                 (QStringList{u"Enquiry 1"_qs, u"First visit 1"_qs, u"Active 1"_qs, u"Dormant 1"_qs, u"Lost 1"_qs}));
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    choose(desk, 3);
    QTRY_COMPARE(names(desk), QStringList{u"单素芬"_qs});
    QTRY_COMPARE(desk.drive().focus()->objectName(), u"patientSearch"_qs);
    choose(desk, 4);
    QTRY_COMPARE(names(desk), QStringList{u"李娜"_qs});
    QTRY_COMPARE(audited(desk, "segment.look").size(), 2);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

void TestSegmentPages::bar_typingOrEscape_goesBackToEverybody()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    choose(desk, 2);
    QTRY_COMPARE(names(desk), QStringList{u"陈淑芬"_qs});
    desk.drive().type("zw");
    QTRY_COMPARE(names(desk), QStringList{u"张伟"_qs});
    QVERIFY(desk.drive().get<ui::ChipBar>("segmentChips").selected().isEmpty());
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    choose(desk, 0);
    QTRY_COMPARE(names(desk), QStringList{u"王芳"_qs});
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
}

void TestSegmentPages::bar_enterAtOnce_opensTheFirstOfTheSegment()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    choose(desk, 3);
    desk.drive().key(Qt::Key_Return); // before the answer is there
    QTRY_COMPARE(desk.title(), u"Chart"_qs);
    QTRY_COMPARE(desk.drive().get<QLabel>("bannerTitle").text(), u"单素芬"_qs);
}

void TestSegmentPages::bar_manyPatients_areFetchedAsOneScrolls()
{
    Desk desk(fillMany);
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(0), u"Enquiry 130"_qs);
    choose(desk, 0);
    QTRY_VERIFY(rows(desk)->rowCount() >= 50);
    for (int i = 0; i < 40 && rows(desk)->rowCount() < 130; ++i) {
        QTRY_COMPARE(desk.drive().focus()->objectName(), u"patientSearch"_qs);
        desk.drive().key(Qt::Key_PageDown);
        QTest::qWait(20);
    }
    QTRY_COMPARE(rows(desk)->rowCount(), 130);
    QSet<QString> numbers;
    for (int row = 0; row < 130; ++row)
        numbers << rows(desk)->index(row, ui::PatientModel::Number).data().toString();
    QCOMPARE(numbers.size(), 130);
    // Each page is noted, with how many have been shown by then.
    QTRY_COMPARE(audited(desk, "segment.look"),
                 (QStringList{u"Enquiry → 50"_qs, u"Enquiry → 100"_qs, u"Enquiry → 130"_qs}));
}

void TestSegmentPages::bar_segmentOfAFieldNotRead_saysWhy()
{
    Desk desk([](TestClinic &clinic) {
        fill(clinic);
        keep(clinic, clinic.practitioner(), u"气虚"_qs,
             {Field::Constitution, Operator::AnyOf, QStringList{u"qixu"_qs}});
    });
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(5), u"气虚 ×"_qs);
    choose(desk, 5);
    QTRY_COMPARE(rows(desk)->rowCount(), 0);
    const auto strips = desk.window->findChildren<ui::MessageStrip *>();
    QVERIFY(std::any_of(strips.cbegin(), strips.cend(), [](const ui::MessageStrip *strip) {
        return strip->isVisible() && strip->text().contains(nameOf(Field::Constitution));
    }));
    // It is not theirs to change: what they do not see would be lost.
    QVERIFY(!desk.window->findChild<QWidget *>(u"segmentEdit"_qs)->isVisible());
}

void TestSegmentPages::bar_patientChanges_areCountedAnew()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(0), u"Enquiry 1"_qs);
    auto added = desk.window->clinic()->write("patient.register", [](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = u"新来的"_qs;
        draft.withoutPhone = true;
        return patient::register_(tx, draft);
    });
    QTRY_VERIFY(added.isFinished());
    QTRY_COMPARE(chips(desk).value(0), u"Enquiry 2"_qs);
}

void TestSegmentPages::dialog_newSegment_countsLiveAndIsKept()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    desk.drive().key(Qt::Key_N, Qt::AltModifier);
    desk.drive().fill("segmentName", u"高龄活跃"_qs);
    desk.drive().get("segmentField0").setFocus();
    desk.drive().type("Age");
    QTRY_COMPARE(desk.drive().get<QComboBox>("segmentField0").currentText(), u"Age"_qs);
    QTRY_COMPARE(peopleText(desk), u"3 of 5 patient(s)"_qs); // at least 60
    desk.drive().key(Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(desk.drive().focus()->objectName(), u"segmentField1"_qs);
    QTRY_COMPARE(desk.drive().get<QComboBox>("segmentField1").currentText(), u"Stage"_qs);
    desk.drive().get("segmentCodes1").setFocus();
    desk.drive().key(Qt::Key_Right);
    desk.drive().key(Qt::Key_Right);
    desk.drive().key(Qt::Key_Space);
    QTRY_COMPARE(peopleText(desk), u"1 of 5 patient(s)"_qs);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().click("askVerb");
    QTRY_COMPARE(names(desk), QStringList{u"陈淑芬"_qs});
    QTRY_COMPARE(chips(desk).value(5), u"高龄活跃 1"_qs);
    const auto known = kept(desk, Role::Receptionist);
    QCOMPARE(known.size(), 1);
    QVERIFY(known.first().own);
    const Group wanted{
        Group::Join::All,
        {{Field::Age, Operator::AtLeast, qint64(60)}, {Field::Stage, Operator::AnyOf, QStringList{u"active"_qs}}},
        {}};
    QCOMPARE(known.first().definition.group, wanted);
}

/// Esc answers the question and leaves the dialog behind it as it is.
void escapeQuestion(Desk &desk)
{
    auto *question = desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs);
    QTRY_COMPARE(QApplication::activeWindow(), question);
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(!desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs));
    QVERIFY(desk.window->findChild<ui::AskDialog *>(u"segmentDialog"_qs)->isVisible());
}

void TestSegmentPages::dialog_keptSegment_isChangedAndRetired()
{
    Desk desk([](TestClinic &clinic) {
        fill(clinic);
        keep(clinic, clinic.owner(), u"老年"_qs, {Field::Age, Operator::AtLeast, qint64(70)});
    });
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(5), u"老年 2"_qs);
    choose(desk, 5);
    QTRY_COMPARE(rows(desk)->rowCount(), 2);
    desk.drive().key(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(desk.drive().get<QLineEdit>("segmentName").text(), u"老年"_qs);
    QTRY_COMPARE(peopleText(desk), u"2 of 5 patient(s)"_qs);
    desk.drive().get("segmentNumber0").setFocus();
    desk.drive().type("60");
    QTRY_COMPARE(peopleText(desk), u"3 of 5 patient(s)"_qs);
    desk.drive().click("askVerb");
    QTRY_COMPARE(rows(desk)->rowCount(), 3);
    QTRY_COMPARE(chips(desk).value(5), u"老年 3"_qs);
    desk.drive().key(Qt::Key_M, Qt::AltModifier);
    desk.drive().get("segmentRetire");
    desk.drive().key(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    escapeQuestion(desk);
    QCOMPARE(kept(desk, Role::Receptionist).size(), 1);
    desk.drive().click("segmentRetire");
    QTRY_VERIFY(desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs));
    desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs)->verbButton()->click();
    QTRY_COMPARE(chips(desk).size(), 5);
    QVERIFY(kept(desk, Role::Receptionist).isEmpty());
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
}

void TestSegmentPages::dialog_everybodysBecomesMine_isAskedFirst()
{
    Desk desk([](TestClinic &clinic) {
        fill(clinic);
        keep(clinic, clinic.owner(), u"老年"_qs, {Field::Age, Operator::AtLeast, qint64(70)});
    });
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(5), u"老年 2"_qs);
    choose(desk, 5);
    QTRY_COMPARE(rows(desk)->rowCount(), 2);
    desk.drive().key(Qt::Key_M, Qt::AltModifier);
    desk.drive().get("segmentOwner").setFocus();
    desk.drive().key(Qt::Key_Left);
    const auto press = [&](const char *dialog) {
        auto *buttons = desk.window->findChild<ui::AskDialog *>(QLatin1String(dialog));
        QVERIFY(buttons);
        buttons->verbButton()->click();
    };
    press("segmentDialog");
    QTRY_VERIFY(desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    escapeQuestion(desk);
    QVERIFY(!kept(desk, Role::Receptionist).first().own);
    press("segmentDialog");
    QTRY_VERIFY(desk.window->findChild<ui::AskDialog *>(u"segmentAsk"_qs));
    press("segmentAsk");
    QTRY_VERIFY(kept(desk, Role::Receptionist).first().own);
    QVERIFY(kept(desk, Role::Practitioner).isEmpty());
}

void TestSegmentPages::dialog_choicesOfferedNoMore_stayChosen()
{
    QString retired;
    Desk desk([&](TestClinic &clinic) {
        fill(clinic);
        for (const QString &name : {u"旧"_qs, u"新"_qs}) {
            const auto made = clinic.write(clinic.receptionist(), "tag.make",
                                           [&](store::Transaction &tx) { return tags::make(tx, name); });
            if (name != u"旧")
                continue;
            retired = made->id.toString();
            (void)clinic.write(clinic.receptionist(), "tag.retire",
                               [&](store::Transaction &tx) { return tags::retire(tx, made->id); });
        }
        keep(clinic, clinic.owner(), u"带标签"_qs, {Field::Tag, Operator::NoneOf, QStringList{retired}});
    });
    desk.enter("reception");
    QTRY_COMPARE(chips(desk).value(5), u"带标签 5"_qs);
    choose(desk, 5);
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    desk.drive().key(Qt::Key_M, Qt::AltModifier);
    const auto &codes = desk.drive().get<ui::ChipBar>("segmentCodes0");
    QTRY_COMPARE(codes.selected(), QStringList{retired});
    QCOMPARE(codes.chips().size(), 2);
    QCOMPARE(codes.chips().last().text, u"旧"_qs);
    desk.drive().fill("segmentName", u"没有旧标签"_qs);
    desk.drive().click("askVerb");
    QTRY_COMPARE(chips(desk).value(5), u"没有旧标签 5"_qs);
    QCOMPARE(kept(desk, Role::Receptionist).first().definition.group.conditions.first().value,
             Value(QStringList{retired}));
}

void TestSegmentPages::dialog_countOfWhatTheChartSays_isNotedOnce()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    desk.drive().key(Qt::Key_N, Qt::AltModifier);
    auto &field = desk.drive().get<QComboBox>("segmentField0");
    field.setCurrentIndex(field.findData(int(Field::Visits)));
    QTRY_COMPARE(peopleText(desk), u"2 of 5 patient(s)"_qs);
    QCOMPARE(audited(desk, "segment.count"), QStringList());
    field.setCurrentIndex(field.findData(int(Field::Allergy)));
    auto &is = desk.drive().get<QComboBox>("segmentOperator0");
    is.setCurrentIndex(is.findData(int(Operator::Unknown)));
    QTRY_COMPARE(peopleText(desk), u"5 of 5 patient(s)"_qs);
    QTRY_COMPARE(audited(desk, "segment.count").size(), 1);
    field.setFocus(); // what is counted anew says nothing new
    auto added = desk.window->clinic()->write("patient.register", [](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = u"新来的"_qs;
        draft.withoutPhone = true;
        return patient::register_(tx, draft);
    });
    QTRY_COMPARE(peopleText(desk), u"6 of 6 patient(s)"_qs);
    QCOMPARE(audited(desk, "segment.count").size(), 1);
}

void TestSegmentPages::dialog_fields_areThoseThePersonReads()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    desk.drive().key(Qt::Key_N, Qt::AltModifier);
    const QStringList reception = fieldsOffered(desk);
    QVERIFY(reception.contains(nameOf(Field::Allergy)));
    for (const Field field : {Field::Constitution, Field::Pregnant, Field::Medicine, Field::Diagnosis, Field::Herb,
                              Field::Formula, Field::Address})
        QVERIFY2(!reception.contains(nameOf(field)), qPrintable(nameOf(field)));
    QVERIFY(!desk.drive().get<QComboBox>("segmentField0").isEditable());
    // Nothing is said of bookings until there are some.
    for (const ui::ChipItem &chip : desk.drive().get<ui::ChipBar>("segmentCodes0").chips())
        QVERIFY(chip.id != u"booked");
}

void TestSegmentPages::dialog_nothingSaid_isRefusedInPlace()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    desk.drive().key(Qt::Key_N, Qt::AltModifier);
    desk.drive().fill("segmentName", u"空"_qs);
    QTRY_COMPARE(peopleText(desk), u"Stage: Choose at least one."_qs);
    desk.drive().click("askVerb");
    QTRY_VERIFY(desk.drive().find("askProblem") != nullptr);
    QVERIFY(kept(desk, Role::Receptionist).isEmpty());
}

void TestSegmentPages::list_stage_saysTheRule()
{
    Desk desk(fill);
    desk.enter("reception");
    QTRY_COMPARE(rows(desk)->rowCount(), 5);
    const auto stage = [&](int row, int role) {
        return rows(desk)->index(row, ui::PatientModel::Stage).data(role).toString();
    };
    QTRY_COMPARE(stage(0, Qt::DisplayRole), nameOf(Stage::Active));
    QCOMPARE(stage(0, Qt::ToolTipRole), ruleOf(Stage::Active, {}));
    QCOMPARE(stage(1, Qt::DisplayRole), nameOf(Stage::FirstVisit));
    QCOMPARE(stage(4, Qt::DisplayRole), nameOf(Stage::Enquiry));
}

QTEST_MAIN(TestSegmentPages)
#include "tst_segmentpages.moc"
