#include "access/drafts.h"
#include "clinic/contact/communication.h"
#include "clinic/draftcontent.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/segment.h"
#include "ui/patient/contactmodel.h"
#include "ui/patient/enquirymodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

const QString woman = QStringLiteral("王芳");
const QString phone = QStringLiteral("13912345678");
const QString wish = QStringLiteral("针灸，腰痛");

void asked(TestClinic &clinic)
{
    const auto made = clinic.write(clinic.receptionist(), "enquiry.record", [](store::Transaction &tx) {
        return enquiry::record(tx, {woman, phone, wish, QStringLiteral("抖音"), {}, {}});
    });
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    clinic.clock.advance(std::chrono::minutes(1));
}

void known(TestClinic &clinic)
{
    clinic.patient(QStringLiteral("陈淑芬"));
    clinic.clock.advance(std::chrono::minutes(1));
}

QList<Enquiry> enquiries(Desk &desk, EnquiryStatus status)
{
    const auto found =
        desk.ask(desk.clinic.owner(), [status](const store::Snapshot &view) { return enquiry::list(view, status); });
    return found ? *found : QList<Enquiry>();
}

QList<PatientHit> people(Desk &desk)
{
    const auto found =
        desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) { return patient::search(view, QString(), 50); });
    return found ? *found : QList<PatientHit>();
}

QList<Contact> contactsOf(Desk &desk, PatientId id)
{
    const auto found =
        desk.ask(desk.clinic.owner(), [id](const store::Snapshot &view) { return contact::ofPatient(view, id); });
    return found ? *found : QList<Contact>();
}

int rows(Desk &desk, const char *view)
{
    const auto *found = desk.drive().find<QAbstractItemView>(view);
    return found ? found->model()->rowCount() : 0;
}

QString cell(Desk &desk, const char *view, int row, int column)
{
    return desk.drive().get<QAbstractItemView>(view).model()->index(row, column).data().toString();
}

bool hasHand(Desk &desk, const char *name)
{
    return QTest::qWaitFor(
        [&] {
            QWidget *field = desk.drive().find(name);
            return field && field->hasFocus() && QApplication::activeWindow() == field->window();
        },
        GuiDriver::patienceMs);
}

bool isBack(Desk &desk)
{
    return QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, GuiDriver::patienceMs) &&
           desk.drive().focus();
}

void openEnquiries(Desk &desk, int expected)
{
    desk.drive().get("showEnquiries");
    desk.drive().key(Qt::Key_E, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Enquiries"));
    QTRY_COMPARE(rows(desk, "enquiryTable"), expected);
    QVERIFY(hasHand(desk, "enquirySearch"));
}

void openChart(Desk &desk, const QString &name)
{
    desk.drive().get("patientSearch");
    desk.drive().commit(name);
    QTRY_COMPARE(rows(desk, "patientTable"), 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.drive().get<QLabel>("bannerTitle").text(), name);
    QTRY_VERIFY(desk.drive().find("contactsCard"));
}

QStringList lines(Desk &desk)
{
    QStringList found;
    const auto *card = desk.drive().find("contactsCard");
    for (const auto *label : card ? card->findChildren<QLabel *>(QStringLiteral("contactLine")) : QList<QLabel *>()) {
        if (label->isVisible())
            found << label->text();
    }
    return found;
}

/// Something is done while the window shows something else.
template <class F>
bool act(Desk &desk, const QByteArray &code, F f)
{
    const auto done = desk.window->clinic()->write(code, f);
    return QTest::qWaitFor([&] { return done.isFinished(); }, GuiDriver::patienceMs) && done.result().ok();
}

bool changeElsewhere(Desk &desk, const QString &newPhone)
{
    const Enquiry one = enquiries(desk, EnquiryStatus::Open).constFirst();
    EnquiryDraft draft = one.content;
    draft.phone = newPhone;
    return act(desk, "enquiry.edit",
               [id = one.id, draft](store::Transaction &tx) { return enquiry::edit(tx, id, draft); });
}

bool hasText(Desk &desk, const QString &text)
{
    const auto strips = desk.window->findChildren<ui::MessageStrip *>();
    return std::any_of(strips.cbegin(), strips.cend(), [&](const ui::MessageStrip *strip) {
        return strip->isVisible() && strip->accessibleName().contains(text);
    });
}

} // namespace

/// Who asked, how they become patients, and what was said with whom; by keys alone.
class TestContactPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void enquiry_byKeys_isRecordedCalledBackAndRegistered();
    void enquiry_badPhone_isMarkedAndKept();
    void enquiry_openWhenTheWindowEnds_keepsItsDraft();
    void enquiry_composing_isNotRecorded();
    void enquiry_closedAndOpenedAgain_byKeys();
    void enquiry_edited_isChanged();
    void enquiry_otherStatusThenEnter_isNotOfTheListBefore();
    void enquiry_restoredOverAChange_isNotLost();
    void enquiry_closedMeanwhile_saysThatItIsNotTheirs();
    void enquiry_ofSomebodyKnown_isTheirs();
    void enquiry_searched_isFoundByLetters();
    void enquiry_dialogKilled_isRestored();
    void registration_samePhone_takesTheEnquiryOver();
    void registration_takenOverAndReleased_leavesItOpen();
    void registration_leftUnfinished_staysOfTheEnquiry();
    void chart_call_isLoggedByKeys();
    void chart_noAnswer_needsNoWords();
    void chart_contactLoggedElsewhere_isShownOnReturn();
    void contacts_entryInError_isTakenOut();
    void dispenser_seesNeitherEnquiriesNorContacts();
    void models_anyRows_areSound();
    void pages_atSmallScreenAndLargeText_haveNoFlaw_data();
    void pages_atSmallScreenAndLargeText_haveNoFlaw();
};

void TestContactPages::enquiry_byKeys_isRecordedCalledBackAndRegistered()
{
    Desk desk;
    desk.enter("reception");
    desk.drive().get("showEnquiries");
    desk.drive().key(Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(desk.drive().find("firstEnquiry"));
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().commit(woman);
    desk.drive().key(Qt::Key_Tab);
    desk.drive().type("139 1234 5678");
    desk.drive().key(Qt::Key_Tab);
    desk.drive().commit(wish);
    desk.drive().key(Qt::Key_Tab);
    desk.drive().commit(QStringLiteral("抖音"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_COMPARE(rows(desk, "enquiryTable"), 1);
    QCOMPARE(cell(desk, "enquiryTable", 0, ui::EnquiryModel::Phone), phone);
    QCOMPARE(cell(desk, "enquiryTable", 0, ui::EnquiryModel::LastContact), QStringLiteral("none yet"));

    desk.drive().key(Qt::Key_L, Qt::AltModifier);
    QVERIFY(hasHand(desk, "contactText"));
    desk.drive().commit(QStringLiteral("周四可来"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_VERIFY(cell(desk, "enquiryTable", 0, ui::EnquiryModel::LastContact) != QStringLiteral("none yet"));

    QVERIFY(hasHand(desk, "enquirySearch"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    QCOMPARE(desk.drive().get<QLineEdit>("patientName").text(), woman);
    QCOMPARE(desk.drive().get<QLineEdit>("patientPhone").text(), phone);
    QCOMPARE(desk.drive().get<QLineEdit>("patientSource").text(), QStringLiteral("抖音"));
    QTRY_VERIFY(desk.drive().find("askedBefore"));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(lines(desk), (QStringList{QStringLiteral("周四可来"), wish}));

    const auto registered = enquiries(desk, EnquiryStatus::Registered);
    QCOMPARE(registered.size(), 1);
    QCOMPARE(people(desk).size(), 1);
    QCOMPARE(registered.constFirst().patient, people(desk).constFirst().id);
    const auto said = contactsOf(desk, people(desk).constFirst().id);
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.constFirst().content.direction, ContactDirection::Out);
    QCOMPARE(said.constFirst().content.reached, true);
    QVERIFY(enquiries(desk, EnquiryStatus::Open).isEmpty());
}

void TestContactPages::enquiry_openWhenTheWindowEnds_keepsItsDraft()
{
    for (const bool leaves : {false, true}) { // torn down, or left as when the system ends the session
        Desk desk;
        desk.enter("reception");
        openEnquiries(desk, 0);
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hasHand(desk, "enquiryName"));
        desk.drive().commit(woman);
        if (leaves) {
            desk.window->close();
            QTRY_VERIFY(!desk.window->isVisible());
        }
        desk.window.reset();
        store::Store::forbidThread({});
        desk.clinic.reopen();
        const auto kept = desk.clinic.read(desk.clinic.receptionist(),
                                           [](const store::Snapshot &view) { return drafts::mine(view); });
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().place.kind, draftkind::enquiry);
    }
}

void TestContactPages::enquiry_badPhone_isMarkedAndKept()
{
    Desk desk;
    desk.enter("reception");
    openEnquiries(desk, 0);
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().commit(woman);
    desk.drive().fill("enquiryPhone", QStringLiteral("139"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(hasHand(desk, "enquiryPhone"));
    QCOMPARE(desk.drive().get<QLineEdit>("enquiryName").text(), woman);
    QVERIFY(enquiries(desk, EnquiryStatus::Open).isEmpty());
}

void TestContactPages::enquiry_composing_isNotRecorded()
{
    Desk desk;
    desk.enter("reception");
    openEnquiries(desk, 0);
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().commit(QStringLiteral("王"));
    desk.drive().compose(QStringLiteral("fang"));
    desk.drive().key(Qt::Key_Return);
    QTest::qWait(300);
    QVERIFY(desk.drive().find("enquiryDialog"));
    QVERIFY(enquiries(desk, EnquiryStatus::Open).isEmpty());
}

void TestContactPages::enquiry_closedAndOpenedAgain_byKeys()
{
    Desk desk(asked);
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_X, Qt::AltModifier);
    QVERIFY(hasHand(desk, "closeEnquiryReason"));
    desk.drive().commit(QStringLiteral("太远"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_COMPARE(rows(desk, "enquiryTable"), 0);
    QCOMPARE(enquiries(desk, EnquiryStatus::Closed).value(0).reason, QStringLiteral("太远"));
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(rows(desk, "enquiryTable"), 1);
    desk.drive().key(Qt::Key_X, Qt::AltModifier);
    QTRY_COMPARE(rows(desk, "enquiryTable"), 0);
    QCOMPARE(enquiries(desk, EnquiryStatus::Open).size(), 1);
}

void TestContactPages::enquiry_edited_isChanged()
{
    Desk desk(asked);
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().fill("enquiryWish", QStringLiteral("推拿"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(cell(desk, "enquiryTable", 0, ui::EnquiryModel::Wish), QStringLiteral("推拿"));
    QCOMPARE(enquiries(desk, EnquiryStatus::Open).value(0).content.source, QStringLiteral("抖音"));
}

void TestContactPages::enquiry_otherStatusThenEnter_isNotOfTheListBefore()
{
    Desk desk(asked);
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    desk.drive().key(Qt::Key_Return); // at once: the others are not read yet
    QTest::qWait(500);
    QCOMPARE(desk.title(), QStringLiteral("Enquiries"));
    QCOMPARE(rows(desk, "enquiryTable"), 0);
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    desk.drive().key(Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(rows(desk, "enquiryTable"), 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
}

void TestContactPages::enquiry_restoredOverAChange_isNotLost()
{
    Desk desk(asked);
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().fill("enquiryWish", QStringLiteral("推拿"));
    QTest::qWait(1000); // it is looked whether anything was kept of it before
    delete qobject_cast<QDialog *>(desk.drive().find("enquiryDialog")); // as when the program ends here
    QVERIFY(isBack(desk));
    QVERIFY(changeElsewhere(desk, QStringLiteral("13700137000")));
    QTRY_COMPARE(cell(desk, "enquiryTable", 0, ui::EnquiryModel::Phone), QStringLiteral("13700137000"));
    desk.drive().key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    QTRY_COMPARE(desk.drive().get<QLineEdit>("enquiryWish").text(), QStringLiteral("推拿"));
    QCOMPARE(desk.drive().get<QLineEdit>("enquiryPhone").text(), phone); // as it was then
    desk.drive().key(Qt::Key_Return);
    QTest::qWait(500);
    QVERIFY(desk.drive().find("enquiryDialog"));
    QCOMPARE(enquiries(desk, EnquiryStatus::Open).value(0).content.phone, QStringLiteral("13700137000"));
}

void TestContactPages::enquiry_closedMeanwhile_saysThatItIsNotTheirs()
{
    Desk desk([](TestClinic &clinic) {
        asked(clinic);
        clinic.patient(woman, phone);
        clinic.clock.advance(std::chrono::minutes(1));
    });
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    QTRY_VERIFY(rows(desk, "alikePeople") > 0);
    const EnquiryId id = enquiries(desk, EnquiryStatus::Open).constFirst().id;
    QVERIFY(act(desk, "enquiry.close",
                [id](store::Transaction &tx) { return enquiry::close(tx, id, QStringLiteral("太远")); }));
    desk.drive().key(Qt::Key_D, Qt::AltModifier);
    QVERIFY(hasHand(desk, "alikePeople"));
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(hasText(desk, QStringLiteral("This enquiry is closed. Open it again first.")));
    QCOMPARE(desk.title(), QStringLiteral("Register patient"));
    QCOMPARE(desk.drive().get<QLineEdit>("patientName").text(), woman);
    desk.drive().get("alikePeople").setFocus();
    desk.drive().key(Qt::Key_Return); // without it
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QCOMPARE(enquiries(desk, EnquiryStatus::Closed).size(), 1);
}

void TestContactPages::enquiry_ofSomebodyKnown_isTheirs()
{
    Desk desk([](TestClinic &clinic) {
        asked(clinic);
        clinic.patient(woman, phone);
        clinic.clock.advance(std::chrono::minutes(1));
    });
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    QTRY_VERIFY(rows(desk, "alikePeople") > 0);
    desk.drive().key(Qt::Key_D, Qt::AltModifier);
    QVERIFY(hasHand(desk, "alikePeople"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(lines(desk), QStringList{wish});
    QCOMPARE(people(desk).size(), 1);
    QCOMPARE(enquiries(desk, EnquiryStatus::Registered).value(0).patient, people(desk).constFirst().id);
}

void TestContactPages::enquiry_searched_isFoundByLetters()
{
    Desk desk([](TestClinic &clinic) {
        asked(clinic);
        const auto other = clinic.write(clinic.receptionist(), "enquiry.record", [](store::Transaction &tx) {
            return enquiry::record(tx, {QStringLiteral("李明"), {}, {}, {}, {}, {}});
        });
        if (!other)
            qFatal("%s", qPrintable(other.error().message));
    });
    desk.enter("reception");
    openEnquiries(desk, 2);
    desk.drive().type("wf");
    QTRY_COMPARE(rows(desk, "enquiryTable"), 1);
    QCOMPARE(cell(desk, "enquiryTable", 0, ui::EnquiryModel::Name), woman);
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(rows(desk, "enquiryTable"), 2);
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(desk.title(), QStringLiteral("Patients"));
}

void TestContactPages::enquiry_dialogKilled_isRestored()
{
    Desk desk;
    desk.enter("reception");
    openEnquiries(desk, 0);
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(hasHand(desk, "enquiryName"));
    desk.drive().commit(woman);
    desk.window->lock(); // as after some minutes without a hand
    desk.drive().fill("password", TestClinic::password());
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(desk.drive().find("enquiryName"));
    QCOMPARE(desk.drive().get<QLineEdit>("enquiryName").text(), woman);
}

void TestContactPages::registration_samePhone_takesTheEnquiryOver()
{
    Desk desk(asked);
    desk.enter("reception");
    desk.drive().get("patientSearch");
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    desk.drive().fill("patientPhone", QStringLiteral("139-1234-5678"));
    QTRY_VERIFY(desk.drive().find("askedBefore"));
    QVERIFY(desk.drive().get<QLabel>("askedBefore").text().contains(wish));
    desk.drive().key(Qt::Key_E, Qt::AltModifier);
    QTRY_COMPARE(desk.drive().get<QLineEdit>("patientName").text(), woman);
    QCOMPARE(desk.drive().get<QLineEdit>("patientSource").text(), QStringLiteral("抖音"));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(lines(desk), QStringList{wish});
    QCOMPARE(enquiries(desk, EnquiryStatus::Registered).value(0).patient, people(desk).constFirst().id);
}

void TestContactPages::registration_takenOverAndReleased_leavesItOpen()
{
    Desk desk(asked);
    desk.enter("reception");
    desk.drive().get("patientSearch");
    desk.drive().key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    desk.drive().fill("patientName", QStringLiteral("王强"));
    desk.drive().fill("patientPhone", phone);
    QTRY_VERIFY(desk.drive().find("takeEnquiry"));
    desk.drive().key(Qt::Key_E, Qt::AltModifier);
    QTRY_COMPARE(desk.drive().get<QAbstractButton>("takeEnquiry").text(), QStringLiteral("Not theirs"));
    QCOMPARE(desk.drive().get<QLineEdit>("patientName").text(), QStringLiteral("王强")); // what was typed stays
    desk.drive().key(Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(!desk.drive().find("takeEnquiry"));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QCOMPARE(enquiries(desk, EnquiryStatus::Open).size(), 1);
    QCOMPARE(people(desk).size(), 1);
}

void TestContactPages::registration_leftUnfinished_staysOfTheEnquiry()
{
    Desk desk(asked);
    desk.enter("reception");
    openEnquiries(desk, 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    desk.drive().fill("patientBirth", QStringLiteral("1980"));
    desk.drive().key(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(desk.drive().find("patientBirth") || desk.drive().find("patientSearch"));
    // Gone on with from the list of what is unfinished.
    desk.drive().key(Qt::Key_U, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Unfinished"));
    QTRY_COMPARE(rows(desk, "unfinishedTable"), 1);
    QVERIFY(hasHand(desk, "unfinishedTable"));
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.title(), QStringLiteral("Register patient"));
    QTRY_COMPARE(desk.drive().get<QLineEdit>("patientBirth").text(), QStringLiteral("1980"));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QCOMPARE(enquiries(desk, EnquiryStatus::Registered).size(), 1);
}

void TestContactPages::chart_call_isLoggedByKeys()
{
    Desk desk(known);
    desk.enter("reception");
    openChart(desk, QStringLiteral("陈淑芬"));
    QCOMPARE(lines(desk), QStringList());
    QTRY_VERIFY(desk.drive().find("noContacts"));
    desk.drive().key(Qt::Key_L, Qt::AltModifier);
    QVERIFY(hasHand(desk, "contactText"));
    desk.drive().key(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(desk.drive().get<ui::Segment>("contactMedium").current(), 1);
    desk.drive().key(Qt::Key_5, Qt::AltModifier);
    desk.drive().commit(QStringLiteral("发了煎药说明"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_COMPARE(lines(desk), QStringList{QStringLiteral("发了煎药说明")});
    QVERIFY(!desk.drive().find("noContacts"));
    const auto said = contactsOf(desk, people(desk).constFirst().id);
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.constFirst().content.medium, ContactMedium::Message);
    QCOMPARE(said.constFirst().content.direction, ContactDirection::Out);
    QCOMPARE(said.constFirst().content.reached, true);
}

void TestContactPages::chart_noAnswer_needsNoWords()
{
    Desk desk(known);
    desk.enter("practitioner");
    openChart(desk, QStringLiteral("陈淑芬"));
    desk.drive().key(Qt::Key_L, Qt::AltModifier);
    QVERIFY(hasHand(desk, "contactText"));
    desk.drive().key(Qt::Key_Return); // nothing is said: refused beside the field
    const auto *field = static_cast<ui::Field *>(desk.drive().get("contactText").parentWidget());
    QTRY_VERIFY(field->hasProblem());
    QVERIFY(hasHand(desk, "contactText"));
    QVERIFY(contactsOf(desk, people(desk).constFirst().id).isEmpty());
    desk.drive().key(Qt::Key_6, Qt::AltModifier);
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_COMPARE(lines(desk), QStringList{QStringLiteral("No answer")});
    QCOMPARE(contactsOf(desk, people(desk).constFirst().id).value(0).content.reached, false);
}

void TestContactPages::chart_contactLoggedElsewhere_isShownOnReturn()
{
    Desk desk(known);
    desk.enter("reception");
    openChart(desk, QStringLiteral("陈淑芬"));
    QTRY_VERIFY(desk.drive().find("noContacts"));
    desk.drive().key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Patients"));
    const PatientId person = people(desk).constFirst().id;
    QVERIFY(act(desk, "contact.log", [person](store::Transaction &tx) {
        ContactDraft draft;
        draft.patient = person;
        draft.text = QStringLiteral("周四可来");
        return contact::log(tx, draft);
    }));
    desk.drive().key(Qt::Key_3, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(lines(desk), QStringList{QStringLiteral("周四可来")});
}

void TestContactPages::contacts_entryInError_isTakenOut()
{
    Desk desk([](TestClinic &clinic) {
        const Patient person = clinic.patient(QStringLiteral("陈淑芬"));
        for (int i = 0; i < 60; ++i) {
            clinic.clock.advance(std::chrono::minutes(1));
            const auto made = clinic.write(clinic.receptionist(), "contact.log", [&](store::Transaction &tx) {
                ContactDraft draft;
                draft.patient = person.id;
                draft.text = QStringLiteral("第%1次").arg(i);
                return contact::log(tx, draft);
            });
            if (!made)
                qFatal("%s", qPrintable(made.error().message));
        }
    });
    desk.enter("reception");
    openChart(desk, QStringLiteral("陈淑芬"));
    QTRY_COMPARE(lines(desk).size(), 3);
    desk.drive().key(Qt::Key_K, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Contacts"));
    QTRY_COMPARE(rows(desk, "contactTable"), 50);
    QVERIFY(hasHand(desk, "contactTable"));
    desk.drive().key(Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(rows(desk, "contactTable"), 60);
    desk.drive().key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(cell(desk, "contactTable", 0, ui::ContactModel::About), QStringLiteral("第59次"));
    desk.drive().key(Qt::Key_Delete);
    QVERIFY(hasHand(desk, "retractContactReason"));
    desk.drive().commit(QStringLiteral("误记"));
    desk.drive().key(Qt::Key_Return);
    QVERIFY(isBack(desk));
    QTRY_COMPARE(cell(desk, "contactTable", 0, ui::ContactModel::About), QStringLiteral("第58次"));
    QVERIFY(hasHand(desk, "contactTable"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(lines(desk).value(0), QStringLiteral("第58次"));
}

void TestContactPages::dispenser_seesNeitherEnquiriesNorContacts()
{
    Desk desk(known);
    desk.enter("dispenser");
    desk.drive().key(Qt::Key_1, Qt::AltModifier);
    desk.drive().get("patientSearch");
    QVERIFY(!desk.drive().find("showEnquiries"));
    desk.drive().commit(QStringLiteral("陈淑芬"));
    QTRY_COMPARE(rows(desk, "patientTable"), 1);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE(desk.drive().get<QLabel>("bannerTitle").text(), QStringLiteral("陈淑芬"));
    QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("contactsCard")));
}

void TestContactPages::models_anyRows_areSound()
{
    ui::EnquiryModel enquiries;
    QAbstractItemModelTester first(&enquiries);
    ui::ContactModel contacts;
    QAbstractItemModelTester second(&contacts);
    Enquiry enquiry;
    enquiry.content.name = woman;
    enquiries.setEnquiries({enquiry}, true, QDate(2026, 3, 12), QTimeZone("Asia/Shanghai"));
    enquiries.append({enquiry, enquiry}, false);
    QCOMPARE(enquiries.rowCount(), 3);
    Contact contact;
    contact.content.sent = Instant();
    contacts.setContacts({contact}, true, QDate(2026, 3, 12), QTimeZone("Asia/Shanghai"));
    contacts.append({contact}, false);
    QCOMPARE(contacts.rowCount(), 2);
    QVERIFY(!contacts.index(0, ui::ContactModel::When).data().toString().isEmpty());
}

void TestContactPages::pages_atSmallScreenAndLargeText_haveNoFlaw_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("ordinary text") << 1.0;
    QTest::newRow("large text") << 1.3;
}

void TestContactPages::pages_atSmallScreenAndLargeText_haveNoFlaw()
{
    QFETCH(double, scale);
    auto *app = qobject_cast<QApplication *>(QApplication::instance());
    QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, scale));
    {
        Desk desk([](TestClinic &clinic) {
            asked(clinic);
            const auto one = clinic.write(clinic.receptionist(), "enquiry.record", [](store::Transaction &tx) {
                return enquiry::record(tx, {QStringLiteral("Maximiliane von und zu Hohenfels-Sonnenberg"),
                                            QStringLiteral("13700000001"),
                                            QString(300, u'痛'),
                                            {},
                                            {},
                                            {}});
            });
            if (!one)
                qFatal("%s", qPrintable(one.error().message));
            clinic.clock.advance(std::chrono::minutes(1));
        });
        desk.enter("reception");
        desk.drive().get("showEnquiries");
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
        desk.drive().key(Qt::Key_E, Qt::AltModifier);
        QTRY_COMPARE(rows(desk, "enquiryTable"), 2);
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
        desk.drive().key(Qt::Key_L, Qt::AltModifier);
        QVERIFY(hasHand(desk, "contactText"));
        QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
        desk.drive().key(Qt::Key_Escape);
        QVERIFY(isBack(desk));
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hasHand(desk, "enquiryName"));
        QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
        desk.drive().key(Qt::Key_Escape);
        QVERIFY(isBack(desk));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(desk.drive().find("askedBefore"));
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    }
    QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
}

QTEST_MAIN(TestContactPages)
#include "tst_contactpages.moc"
