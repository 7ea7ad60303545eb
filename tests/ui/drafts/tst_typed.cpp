#include "clinic/draftcontent.h"
#include "clinic/prescription/consultation.h"
#include "ui/drafts/place.h"
#include "ui/kit/field.h"
#include "ui/kit/rail.h"
#include "ui/patient/patienteditorpage.h"
#include "ui/shell/patientwords.h"

#include <QLabel>
using namespace xinglin;
using namespace xinglin::test;

/// What is typed in the real window is there again, whatever came between.
class TestTyped : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void lock_inTheMiddleOfAPrescription_leavesHandAndWordsWhereTheyWere()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->commit(QStringLiteral("入睡困难"));
        place.drive->key(Qt::Key_F4);
        place.drive->type("hq 30");
        place.drive->key(Qt::Key_Return);
        place.drive->type("dg 1");
        auto &herb = static_cast<QLineEdit &>(place.drive->get("herbEdit"));
        herb.setCursorPosition(2);
        place.lock();
        place.enter("reception");
        place.drive->commit(QStringLiteral("陈"));
        QCOMPARE(place.drafts(), 0); // not theirs
        place.lock();
        place.enter("practitioner");
        QTRY_COMPARE(place.drive->focus()->objectName(), QStringLiteral("herbEdit"));
        QCOMPARE(herb.text(), QStringLiteral("dg 1"));
        QCOMPARE(herb.cursorPosition(), 2);
        QCOMPARE(place.visit().draft().prescriptions.first().lines.size(), 1);
        QCOMPARE(place.visit().draft().visit.note.complaint, QStringLiteral("入睡困难"));
        QCOMPARE(place.visits(), 0); // a lock saves nothing in the record
        QCOMPARE(place.drafts(), 1);
    }

    void lock_halfTypedTongueAndPulse_stay()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->get("tongueQuick").setFocus();
        place.drive->type("dh ch");
        place.lock();
        place.enter("practitioner");
        QCOMPARE(place.drive->focus()->objectName(), QStringLiteral("tongueQuick"));
        QCOMPARE(place.text("tongueQuick"), QStringLiteral("dh ch"));
        place.drive->key(Qt::Key_Return);
        QCOMPARE(place.text("tongueQuick"), QString());
        place.drive->get("pulse0").setFocus();
        place.drive->type("x");
        place.lock();
        place.enter("practitioner");
        QCOMPARE(place.drive->focus()->objectName(), QStringLiteral("pulse0"));
        QCOMPARE(place.text("pulse0"), QStringLiteral("x"));
    }

    void newVisit_afterTheProgramEnded_isThereAgainWithItsHand()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->commit(QStringLiteral("夜间咳嗽"));
        place.drive->key(Qt::Key_F4);
        place.drive->type("hq 30");
        place.drive->key(Qt::Key_Return);
        place.drive->type("da");
        place.again("practitioner");
        QCOMPARE(place.drafts(), 1);
        place.startVisit();
        QTRY_VERIFY(place.strip("visitStrip").contains(QStringLiteral("10:00")));
        QVERIFY(place.drive->find("herbEdit"));
        QCOMPARE(place.text("herbEdit"), QStringLiteral("da"));
        QCOMPARE(place.visit().draft().prescriptions.first().lines.size(), 1);
        QCOMPARE(place.visit().draft().visit.note.complaint, QStringLiteral("夜间咳嗽"));
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        QCOMPARE(place.visit().draft().visit.note.complaint, QString());
        place.drive->key(Qt::Key_D, Qt::ControlModifier); // brings it back
        QTRY_COMPARE(place.drafts(), 1);
        QCOMPARE(place.visit().draft().visit.note.complaint, QStringLiteral("夜间咳嗽"));
        place.drive->get("herbEdit").setFocus();
        place.drive->key(Qt::Key_A, Qt::ControlModifier);
        place.drive->key(Qt::Key_Delete);
        place.drive->key(Qt::Key_F3);
        QTRY_COMPARE(place.visits(), 1);
        QTRY_COMPARE(place.drafts(), 0); // settled by what stored it
    }

    void savedVisit_typedOnAndEnded_isThereAgain()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->commit(QStringLiteral("咳嗽"));
        place.drive->key(Qt::Key_F3);
        QTRY_COMPARE(place.visits(), 1);
        place.drive->commit(QStringLiteral("三日"));
        QTRY_COMPARE_WITH_TIMEOUT(place.drafts(), 1, 3000); // by itself
        place.again("practitioner");
        place.drive->key(Qt::Key_U, Qt::AltModifier);
        auto &table = static_cast<QAbstractItemView &>(place.drive->get("unfinishedTable"));
        QCOMPARE(table.model()->rowCount(), 1); // the visit and its draft are one thing
        QTRY_COMPARE(place.drive->focus()->objectName(), QStringLiteral("unfinishedTable"));
        QCOMPARE(table.model()->index(0, 0).data().toString(), QStringLiteral("陈淑芬"));
        place.drive->key(Qt::Key_Return);
        QTRY_COMPARE(place.text("complaint"), QStringLiteral("咳嗽三日"));
        place.drive->get("complaint").setFocus();
        place.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(place.visit().isSigned());
        QTRY_COMPARE(place.drafts(), 0);
    }

    void amendment_ended_isThereAgainWithItsReason()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->commit(QStringLiteral("头痛"));
        place.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(place.visit().isSigned());
        const VisitId id = *place.visit().draft().visit.visit;
        place.drive->click("amend");
        place.drive->fill("amendReason", QStringLiteral("漏记"));
        place.drive->key(Qt::Key_Return);
        QTRY_VERIFY(!place.visit().isSigned());
        place.window->activateWindow();
        QTRY_COMPARE(place.drive->focus()->objectName(), QStringLiteral("complaint"));
        place.drive->key(Qt::Key_End, Qt::ControlModifier);
        place.drive->commit(QStringLiteral("伴恶心"));
        place.again("practitioner");
        place.visit().openVisit(id);
        place.window->workspace()->go(QStringLiteral("visit"));
        QTRY_COMPARE(place.text("complaint"), QStringLiteral("头痛伴恶心"));
        QVERIFY(!place.visit().isSigned());
        QCOMPARE(place.visit().draft().visit.reason, QStringLiteral("漏记"));
        place.drive->get("complaint").setFocus();
        place.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(place.visit().isSigned());
        QTRY_COMPARE(place.drafts(), 0);
    }

    void visit_savedAgainSince_showsBoth()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->commit(QStringLiteral("咳嗽"));
        place.drive->key(Qt::Key_F3);
        QTRY_COMPARE(place.visits(), 1);
        QTRY_VERIFY(place.visit().draft().visit.visit.has_value());
        const VisitId id = *place.visit().draft().visit.visit;
        const auto based = place.visit().draft().visit.basedOn;
        place.drive->commit(QStringLiteral("三日"));
        place.close();
        consultation::Draft other;
        other.visit = {place.woman.id, id, based, {}, {}, {}};
        other.visit.note.complaint = QStringLiteral("咳嗽，已愈");
        QVERIFY(place.clinic.write(place.clinic.practitioner(), "consultation.save", [&](store::Transaction &tx) {
            return consultation::save(tx, *place.catalog, other);
        }));
        place.open("practitioner");
        place.visit().openVisit(id);
        place.window->workspace()->go(QStringLiteral("visit"));
        QTRY_COMPARE(place.text("complaint"), QStringLiteral("咳嗽三日"));
        QVERIFY(place.strip("visitStrip").contains(QStringLiteral("saved again")));
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.text("complaint"), QStringLiteral("咳嗽，已愈"));
        QCOMPARE(place.drafts(), 1); // looking loses nothing
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.text("complaint"), QStringLiteral("咳嗽三日"));
        place.drive->get("complaint").setFocus();
        place.drive->key(Qt::Key_F3);
        QTRY_COMPARE(place.drafts(), 0);
    }

    void registration_ended_isThereAgainAndDiscardCanBeTakenBack()
    {
        Place place;
        place.open("reception");
        place.drive->key(Qt::Key_N, Qt::ControlModifier);
        place.drive->fill("patientName", QStringLiteral("王建国"));
        place.drive->fill("patientPhone", QStringLiteral("139"));
        place.again("reception");
        QCOMPARE(place.drafts(), 1);
        place.drive->key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(place.text("patientName"), QStringLiteral("王建国"));
        QCOMPARE(place.drive->focus()->objectName(), QStringLiteral("patientPhone"));
        QVERIFY(place.strip("draftStrip").contains(QStringLiteral("10:00")));
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
        QCOMPARE(place.text("patientName"), QString());
        place.drive->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(place.text("patientName"), QStringLiteral("王建国"));
        QTRY_COMPARE(place.drafts(), 1);
        place.drive->fill("patientPhone", QStringLiteral("13900139000"));
        place.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
    }

    void change_recordChangedSince_keepsBothAndSaysWhere()
    {
        Place place;
        place.open("reception");
        auto *page =
            static_cast<ui::PatientEditorPage *>(place.window->workspace()->page(QStringLiteral("patientEditor")));
        page->startEdit(place.woman.id);
        place.window->workspace()->go(QStringLiteral("patientEditor"));
        QTRY_COMPARE(place.text("patientName"), QStringLiteral("陈淑芬"));
        place.drive->fill("patientPhone", QStringLiteral("13911112222"));
        place.close();
        const auto now = place.clinic.read(place.clinic.receptionist(), [&](const store::Snapshot &view) {
            return patient::find(view, place.woman.id);
        });
        PatientDraft changed = ui::draftOf(*now);
        changed.phone = QStringLiteral("13733334444");
        changed.source = QStringLiteral("朋友");
        QVERIFY(place.clinic.write(place.clinic.receptionist(), "patient.edit", [&](store::Transaction &tx) {
            return patient::edit(tx, place.woman.id, changed, now->revision);
        }));
        place.open("reception");
        page = static_cast<ui::PatientEditorPage *>(place.window->workspace()->page(QStringLiteral("patientEditor")));
        page->startEdit(place.woman.id);
        place.window->workspace()->go(QStringLiteral("patientEditor"));
        QTRY_COMPARE(place.text("patientPhone"), QStringLiteral("13911112222"));
        QCOMPARE(place.text("patientSource"), QStringLiteral("朋友"));
        const auto *field = static_cast<ui::Field *>(place.drive->get("patientPhone").parentWidget());
        QVERIFY2(field->message().contains(QStringLiteral("13733334444")), qPrintable(field->message()));
    }

    void careOfThePatient_ended_isThereAgain()
    {
        Place place;
        place.open("practitioner");
        place.drive->commit(QStringLiteral("陈淑芬"));
        place.drive->key(Qt::Key_Return);
        place.drive->fill("allergySubstance", QStringLiteral("青霉素"));
        place.drive->key(Qt::Key_Return);
        place.drive->fill("medicine", QStringLiteral("华法"));
        place.again("practitioner");
        place.drive->commit(QStringLiteral("陈淑芬"));
        place.drive->key(Qt::Key_Return);
        QTRY_COMPARE(place.text("medicine"), QStringLiteral("华法"));
        QVERIFY(place.window->findChild<QWidget *>(QStringLiteral("remove-青霉素")));
        place.drive->get("medicine").setFocus();
        place.drive->key(Qt::Key_Return);
        QTRY_COMPARE(place.text("medicine"), QString());
        QTRY_COMPARE(place.drafts(), 1); // the allergy is not saved yet
        place.drive->key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(place.drafts(), 0);
    }

    void unreadableDraft_isSaidAndKept()
    {
        Place place;
        QVERIFY(place.clinic.write(place.clinic.practitioner(), "draft.save", [&](store::Transaction &tx) {
            return xinglin::drafts::save(tx, {draftkind::newVisit, place.woman.id.uuid()}, "no CBOR of ours");
        }));
        place.open("practitioner");
        place.startVisit();
        QTRY_VERIFY(place.strip("visitStrip").contains(QStringLiteral("cannot be read")));
        place.drive->get("complaint").setFocus();
        place.drive->commit(QStringLiteral("咳"));
        QTRY_COMPARE_WITH_TIMEOUT(place.drafts(), 2, 3000); // beside it, not over it
        place.drive->key(Qt::Key_U, Qt::AltModifier);
        auto &table = static_cast<QAbstractItemView &>(place.drive->get("unfinishedTable"));
        QTRY_COMPARE(table.model()->rowCount(), 2);
    }

    void reasonOfAFinding_halfWritten_isThereAgain()
    {
        Place place;
        place.open("practitioner");
        place.startVisit();
        place.drive->key(Qt::Key_F4);
        for (const char *herb : {"gancao 6", "gansui 1"}) { // 十八反
            place.drive->type(herb);
            place.drive->key(Qt::Key_Return);
        }
        place.drive->get("finding0");
        for (auto *remedy : place.drive->get("finding0").findChildren<QAbstractButton *>()) {
            if (remedy->text().contains(QStringLiteral("reason")))
                QTest::mouseClick(remedy, Qt::LeftButton);
        }
        place.drive->get("reasonWords").setFocus();
        place.drive->commit(QStringLiteral("医嘱要求"));
        place.again("practitioner");
        place.startVisit();
        QTRY_COMPARE(place.text("reasonWords"), QStringLiteral("医嘱要求"));
    }
};

QTEST_MAIN(TestTyped)
#include "tst_typed.moc"
