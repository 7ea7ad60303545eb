#include "access/settings.h"
#include "clinic/prescription/checksign.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/rail.h"
#include "ui/visit/visitpage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

const QString reason = u"两药相须，久用无碍"_s;

/// A clinic that asks for a second person; a signed prescription with a severe warning that was signed over, a later
/// visit of the same woman that prescribes nothing, and an allergy to one of the herbs that became known after both.
struct Room
{
    /// @param apart: the two herbs that do not go together stand in two prescriptions.
    explicit Room(const char *login, bool asks = true, bool others = false, bool apart = false)
        : desk([this, asks, others, apart](TestClinic &clinic) {
            const store::Actor author = others ? clinic.another(access::Role::Practitioner) : clinic.practitioner();
            if (asks)
                QVERIFY(clinic.write(clinic.owner(), "setting.change", [](store::Transaction &tx) {
                    return settings::setValue(tx, settings::SecondPerson, u"yes"_s);
                }));
            const Patient woman = clinic.patient(u"陈淑芬"_s);
            consultation::Draft draft;
            draft.visit.patient = woman.id;
            draft.visit.note.complaint = u"入睡困难四月"_s;
            PrescriptionDraft formula;
            formula.name = u"归脾汤加减"_s;
            formula.lines << PrescriptionLine{{}, u"黄芪"_s, Mass::grams(15), {}}
                          << PrescriptionLine{{}, u"甘遂"_s, Mass::grams(1), {}};
            const PrescriptionLine liquorice{{}, u"甘草"_s, Mass::grams(6), {}};
            if (!apart)
                formula.lines << liquorice;
            draft.prescriptions << formula;
            if (apart)
                draft.prescriptions << PrescriptionDraft(formula);
            if (apart)
                draft.prescriptions.last().lines = {liquorice};
            const auto catalog = *Catalog::load();
            const QList<PrescriptionDraft> all = draft.prescriptions;
            for (qsizetype i = 0; i < all.size(); ++i) {
                for (const safety::Finding &finding : consultation::check(*catalog, all, i, {}).findings)
                    draft.prescriptions[i].overrides
                        << FindingOverride{finding.rule, consultation::herbsOf(finding), reason};
            }
            draft.medicines << MedicineOrder{MedicineForm::Patent, u"归脾丸"_s, u"8丸"_s, 3, 7, {}, {}};
            prescribed = sign(clinic, author, *catalog, draft);
            clinic.clock.advance(std::chrono::minutes(5));
            draft.prescriptions.clear();
            draft.medicines.clear();
            sign(clinic, author, *catalog, draft);
            clinic.clock.advance(std::chrono::minutes(5));
            QVERIFY(clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
                return patient::recordAllergy(tx, woman.id, {{}, u"黄芪"_s, u"皮疹"_s});
            }));
        })
    {
        desk.enter(login);
    }
    static consultation::Stored sign(TestClinic &clinic, const store::Actor &author, const Catalog &catalog,
                                     const consultation::Draft &draft)
    {
        const auto stored = clinic.write(author, "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, catalog, draft);
        });
        if (!stored)
            qFatal("%s", qUtf8Printable(stored.error().message));
        return *stored;
    }
    GuiDriver &drive() { return desk.drive(); }
    void openChart()
    {
        drive().key(Qt::Key_K, Qt::ControlModifier);
        drive().type("csf");
        QTest::qWait(300);
        drive().key(Qt::Key_Return);
        drive().get("events");
    }
    QAbstractItemView &table(const char *name) { return drive().get<QAbstractItemView>(name); }
    QString details()
    {
        QStringList words;
        for (const QLabel *label : drive().get("visitDetails").findChildren<QLabel *>(u"section"_s))
            words << label->text();
        return words.join(u'\n');
    }
    /// Everything that is written in the window.
    QString everything()
    {
        QStringList words;
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            words << label->text();
        const auto *events = table("events").model();
        for (int i = 0; i < events->rowCount(); ++i)
            words << events->index(i, 0).data().toString();
        return words.join(u'\n');
    }
    int drafts()
    {
        return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
            store::Query rows = view.connection().internal("SELECT count(*) FROM draft /* whole table */");
            rows.next();
            return rows.get<int>(0);
        });
    }
    /// What was signed under the prescription: who, and for what.
    QStringList signatures()
    {
        return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
            store::Query rows = view.connection().internal("SELECT u.login, a.scope, a.remark FROM attestation a JOIN "
                                                           "user u ON u.id = a.attester_id WHERE a.n > 0");
            QStringList found;
            while (rows.next())
                found << (rows.get<QString>(0) + u' ' + rows.get<QString>(1) + u' ' + rows.get<QString>(2)).trimmed();
            return found;
        });
    }

    consultation::Stored prescribed{{}, {}, {}, {}};
    Desk desk;
};

} // namespace

/// Those who dispense check-sign a prescription, in the real window.
class TestCheckSign : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unfinished_dispenser_leadsToThePrescriptionAndItsSignature();
    void chart_dispenser_showsWhatIsPrescribedAlone();
    void chart_pairOverTwoPrescriptions_isFoundStill();
    void chart_notAskedFor_isCheckedAllTheSame();
    void chart_owner_readsWithoutSigning();
    void unfinished_practitioner_countersignsAnothers();
    void unfinished_ownPrescription_doesNotWaitForItsAuthor();
};

void TestCheckSign::initTestCase()
{
    dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), u"en"_s, ui::ThemeName::Paper, 1.0);
}

void TestCheckSign::unfinished_dispenser_leadsToThePrescriptionAndItsSignature()
{
    Room room("dispenser");
    GuiDriver &drive = room.drive();
    drive.key(Qt::Key_U, Qt::AltModifier);
    auto &waiting = room.table("unfinishedTable");
    QTRY_COMPARE(waiting.model()->rowCount(), 1);
    QVERIFY(waiting.model()->index(0, 2).data().toString().contains(u"归脾汤加减"_s));
    QTRY_COMPARE(drive.focus()->objectName(), u"unfinishedTable"_s);
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(room.details().contains(u"甘遂"_s)); // the visit that waits, not the newest
    drive.get("checkPrescription");
    QTRY_COMPARE(drive.focus()->objectName(), u"events"_s);
    QTRY_COMPARE(tour::flaws(room.desk.window.get()), QString());
    drive.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    drive.get("checkPrescriptionDialog").activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"checkRemark"_s);
    drive.commit(u"已电话核实"_s);
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find<QLabel>("attestation"));
    QVERIFY(drive.get<QLabel>("attestation").text().endsWith(u": 已电话核实"_s));
    QVERIFY(!drive.find("checkPrescription"));
    QVERIFY(room.details().contains(u"甘遂"_s)); // still that visit
    QCOMPARE(room.signatures(), QStringList{u"dispenser prescription 已电话核实"_s});
    drive.key(Qt::Key_U, Qt::AltModifier);
    QTRY_VERIFY(!drive.find("unfinishedTable"));

    // The practitioner's print is free.
    drive.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    drive.get("people");
    room.desk.enter("practitioner");
    auto *page = static_cast<ui::VisitPage *>(room.desk.window->workspace()->page(u"visit"_s));
    page->openVisit(room.prescribed.revision.visit);
    room.desk.window->workspace()->go(u"visit"_s);
    QTRY_VERIFY(page->isSigned());
    drive.get("complaint");
    drive.key(Qt::Key_P, Qt::ControlModifier);
    drive.get("paperPreview");
    drive.key(Qt::Key_Escape);
}

void TestCheckSign::chart_dispenser_showsWhatIsPrescribedAlone()
{
    Room room("dispenser");
    GuiDriver &drive = room.drive();
    room.openChart();
    QTRY_VERIFY(room.details().contains(u"Nothing was prescribed"_s));
    QVERIFY(!drive.find("checkPrescription"));
    drive.key(Qt::Key_Down);
    QTRY_VERIFY(room.details().contains(u"甘遂"_s));
    const QString details = room.details();
    for (const QString &part : {u"归脾汤加减"_s, room.prescribed.prescriptions.first().number, u"黄芪"_s,
                                u"signed again"_s, u"7 packets"_s, u"3 of 3 herb"_s, u"归脾丸"_s})
        QVERIFY2(details.contains(part), qUtf8Printable(part + u'\n' + details));
    const auto cards = drive.get("visitDetails").findChildren<ui::FindingCard *>();
    const auto card = [&](const QString &kind) {
        for (const ui::FindingCard *one : cards) {
            if (one->finding().kind == kind)
                return one->finding();
        }
        return ui::FindingText();
    };
    QCOMPARE(card(u"Pair"_s).severity, ui::Severity::Stop);
    QVERIFY(card(u"Pair"_s).source.contains(reason));
    QCOMPARE(card(u"Allergy"_s).severity, ui::Severity::Stop);
    QVERIFY(card(u"Allergy"_s).source.startsWith(u"Found now"_s));
    QVERIFY(cards.last()->finding().severity > ui::Severity::Stop);
    // What is severe stands above the prescription, a warning above its herbs, a note below them.
    const auto top = [&](const QWidget *widget) { return widget->mapTo(&drive.get("visitDetails"), QPoint()).y(); };
    const auto inOrder = [&] {
        QHash<QString, int> section;
        for (const QLabel *label : drive.get("visitDetails").findChildren<QLabel *>(u"section"_s))
            section.insert(label->accessibleName(), top(label));
        return std::all_of(cards.begin(), cards.end(), [&](const ui::FindingCard *one) {
            const ui::Severity severity = one->finding().severity;
            return severity == ui::Severity::Note   ? top(one) > section.value(u"Check"_s)
                   : severity == ui::Severity::Stop ? top(one) < section.value(u"Formula"_s)
                                                    : top(one) < section.value(u"Herbs"_s);
        });
    };
    QTRY_VERIFY(inOrder()); // once it is laid out
    drive.click("checkPrescription");
    const auto asked = drive.get("checkPrescriptionDialog").accessibleDescription();
    QVERIFY2(asked.startsWith(u"2 severe findings"_s), qUtf8Printable(asked));
    drive.key(Qt::Key_Escape);
    QVERIFY(!room.everything().contains(u"入睡困难"_s));
}

void TestCheckSign::chart_pairOverTwoPrescriptions_isFoundStill()
{
    Room room("dispenser", true, false, true);
    room.openChart();
    QTRY_VERIFY(room.details().contains(u"Nothing was prescribed"_s));
    room.drive().key(Qt::Key_Down);
    QTRY_VERIFY(room.details().contains(u"甘遂"_s));
    int pairs = 0;
    for (const ui::FindingCard *card : room.drive().get("visitDetails").findChildren<ui::FindingCard *>()) {
        if (card->finding().kind != u"Pair"_s)
            continue;
        ++pairs;
        QCOMPARE(card->finding().severity, ui::Severity::Stop);
        QVERIFY2(card->finding().why.contains(u"in prescription"_s), qUtf8Printable(card->finding().why));
        QVERIFY2(card->finding().source.contains(reason), qUtf8Printable(card->finding().source));
    }
    QCOMPARE(pairs, 2); // once in each
}

void TestCheckSign::chart_notAskedFor_isCheckedAllTheSame()
{
    Room room("dispenser", false);
    GuiDriver &drive = room.drive();
    drive.key(Qt::Key_U, Qt::AltModifier);
    QTest::qWait(200);
    QVERIFY(!drive.find("unfinishedTable"));
    room.openChart();
    QTRY_VERIFY(room.details().contains(u"Nothing was prescribed"_s));
    drive.key(Qt::Key_Down);
    drive.get("checkPrescription");
    drive.click("checkPrescription");
    drive.get("checkPrescriptionDialog").activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"checkRemark"_s);
    drive.commit(u"甘遂待核"_s);
    QTRY_COMPARE(room.drafts(), 1); // on disk while it is typed
    drive.key(Qt::Key_Escape);      // thought better of it
    QTRY_COMPARE(room.drafts(), 0);
    QVERIFY(room.signatures().isEmpty());
    drive.click("checkPrescription");
    drive.get("checkPrescriptionDialog").activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"checkRemark"_s);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(room.signatures(), QStringList{u"dispenser prescription"_s});
}

void TestCheckSign::chart_owner_readsWithoutSigning()
{
    Room room("owner");
    room.openChart();
    QTRY_VERIFY(room.details().contains(u"Nothing was prescribed"_s));
    room.drive().key(Qt::Key_Down);
    QTRY_VERIFY(room.details().contains(u"甘遂"_s));
    QVERIFY(!room.drive().find("checkPrescription"));
    QVERIFY(!room.everything().contains(u"入睡困难"_s));
}

void TestCheckSign::unfinished_practitioner_countersignsAnothers()
{
    Room room("practitioner", true, true);
    GuiDriver &drive = room.drive();
    drive.key(Qt::Key_U, Qt::AltModifier);
    QTRY_COMPARE(room.table("unfinishedTable").model()->rowCount(), 1);
    QTRY_COMPARE(drive.focus()->objectName(), u"unfinishedTable"_s);
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(room.details().contains(u"甘遂"_s) && room.details().contains(u"入睡困难"_s));
    drive.get("countersign");
    QVERIFY(!drive.find("checkPrescription")); // one button is enough
    drive.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    drive.get("countersignDialog").activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"countersignRemark"_s);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(room.signatures().size(), 1);
    QVERIFY(room.signatures().first().endsWith(u"practitioner note"_s));
    drive.key(Qt::Key_U, Qt::AltModifier);
    QTRY_VERIFY(!drive.find("unfinishedTable"));
}

void TestCheckSign::unfinished_ownPrescription_doesNotWaitForItsAuthor()
{
    Room room("practitioner");
    room.drive().key(Qt::Key_U, Qt::AltModifier);
    QTest::qWait(200);
    QVERIFY(!room.drive().find("unfinishedTable"));
}

QTEST_MAIN(TestCheckSign)
#include "tst_checksign.moc"
