#include "clinic/treatment/sessions.h"
#include "ui/drafts/place.h"
#include "ui/treatment/pointchips.h"

using namespace xinglin;
using namespace xinglin::test;

/// What is typed into the lines of points and therapies is there again, whatever came between.
class TestTreatmentDrafts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("zh_CN"),
                     ui::ThemeName::Paper, 1.0);
    }
    void points_afterTheProgramEnded_areThereAgainWithTheHand();
    void points_behindALock_stayWhereTheyWere();
    void amendment_afterTheProgramEnded_keepsTheSessionsGiven();

private:
    static QList<TreatmentDraft> drafts(Place &place) { return place.visit().draft().treatments; }
};

void TestTreatmentDrafts::points_afterTheProgramEnded_areThereAgainWithTheHand()
{
    Place place;
    place.open("practitioner");
    place.startVisit();
    place.drive->commit(QStringLiteral("失眠"));
    place.drive->key(Qt::Key_T, Qt::AltModifier);
    place.drive->type("atj 10 3");
    place.drive->key(Qt::Key_Return);
    place.drive->type("hg 3 ");
    place.drive->key(Qt::Key_X, Qt::AltModifier); // what is understood is taken on leaving
    place.drive->type("sm ngl zslw 25 sy");
    QCOMPARE(drafts(place).size(), 3);
    place.again("practitioner");
    QCOMPARE(place.drafts(), 1);
    QCOMPARE(place.visits(), 0);
    place.startVisit();
    QTRY_VERIFY(!place.strip("visitStrip").isEmpty());
    const QList<TreatmentDraft> kept = drafts(place);
    QCOMPARE(kept.size(), 3);
    QCOMPARE(kept.at(0).points.size(), 3);
    QCOMPARE(kept.at(0).points.at(1).side, points::Side::Left);
    QCOMPARE(kept.at(0).points.at(2).technique, Technique::WarmNeedle);
    QCOMPARE(kept.at(0).minutes, std::optional(25));
    QCOMPARE(kept.at(1).sessions, 10);
    QCOMPARE(kept.at(2).name, QStringLiteral("火罐"));
    QCOMPARE(place.text("pointEdit"), QStringLiteral("sy"));
    place.drive->get("pointEdit").setFocus();
    place.drive->type("j ");
    QCOMPARE(drafts(place).at(0).points.size(), 4);
    place.drive->key(Qt::Key_F3);
    QTRY_COMPARE(place.visits(), 1);
    QTRY_COMPARE(place.drafts(), 0);
}

void TestTreatmentDrafts::points_behindALock_stayWhereTheyWere()
{
    Place place;
    place.open("practitioner");
    place.startVisit();
    place.drive->key(Qt::Key_X, Qt::AltModifier);
    place.drive->type("sm zs");
    place.lock();
    place.enter("practitioner");
    QTRY_COMPARE(place.drive->focus()->objectName(), QStringLiteral("pointEdit"));
    QCOMPARE(place.text("pointEdit"), QStringLiteral("zs")); // not taken by the lock
    QCOMPARE(drafts(place).first().points.size(), 1);
    place.drive->type("l ");
    QCOMPARE(drafts(place).first().points.size(), 2);
}

void TestTreatmentDrafts::amendment_afterTheProgramEnded_keepsTheSessionsGiven()
{
    Place place;
    consultation::Draft draft;
    draft.visit.patient = place.woman.id;
    draft.visit.note.complaint = QStringLiteral("腰痛");
    TreatmentDraft moxa;
    moxa.kind = TherapyKind::Moxibustion;
    moxa.service = QStringLiteral("svc_moxa_stick");
    moxa.name = QStringLiteral("艾条灸");
    moxa.minutes = 30;
    moxa.sessions = 10;
    draft.treatments = {moxa};
    const auto stored =
        place.clinic.write(place.clinic.practitioner(), "consultation.sign",
                           [&](store::Transaction &tx) { return consultation::sign(tx, *place.catalog, draft); });
    QVERIFY(stored.ok());
    const auto given = place.clinic.write(
        place.clinic.practitioner(), "treatment.end", [&](store::Transaction &tx) -> Result<TreatmentSession> {
            const auto begun = treatment::beginSession(tx, stored->treatments.first().id, {});
            return begun ? treatment::endSession(tx, begun->id, {}) : begun;
        });
    QVERIFY(given.ok());

    const auto openVisit = [&] {
        place.visit().openVisit(stored->revision.visit);
        place.window->workspace()->go(QStringLiteral("visit"));
        QTRY_COMPARE(drafts(place).size(), 1);
    };
    place.open("practitioner");
    openVisit();
    place.drive->click("amend");
    QTRY_VERIFY(place.drive->find("amendReason"));
    place.drive->fill("amendReason", QStringLiteral("改次数"));
    place.drive->key(Qt::Key_Return);
    QTRY_VERIFY(!place.visit().isSigned());
    place.window->activateWindow();
    place.drive->get("therapyEdit").setFocus();
    place.drive->key(Qt::Key_Up);
    place.drive->key(Qt::Key_Return);
    QCOMPARE(place.text("therapyEdit"), QStringLiteral("艾条灸 10 30m"));
    static_cast<QLineEdit &>(place.drive->get("therapyEdit")).setText(QStringLiteral("艾条灸 12"));
    place.drive->key(Qt::Key_Return);
    QCOMPARE(drafts(place).first().sessions, 12);
    place.again("practitioner");
    QCOMPARE(place.drafts(), 1);
    openVisit();
    QTRY_VERIFY(!place.visit().isSigned());
    QCOMPARE(drafts(place).first().sessions, 12);
    place.drive->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(place.visit().isSigned());
    const auto orders =
        place.ask([&](const store::Snapshot &view) { return treatment::ordersOf(view, place.woman.id); });
    QCOMPARE(orders->size(), 1);
    QCOMPARE(orders->first().treatment.content.sessions, 12);
    QCOMPARE(orders->first().remaining(), 11);
}

QTEST_MAIN(TestTreatmentDrafts)
#include "tst_treatmentdrafts.moc"
