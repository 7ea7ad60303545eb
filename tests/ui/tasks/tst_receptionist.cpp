#include "base/text/idnumber.h"
#include "demo/people.h"
#include "support/desk.h"
#include "ui/tasks/tally.h"

#include <QFile>
#include <QLineEdit>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Two of the receptionist's tasks in the real window by keyboard alone, among some hundred patients: finding somebody
/// and registering somebody. Keys, windows and seconds by the keystroke-level model stand in a table beside their
/// targets, and what came of it in the store. How long an answer takes is printed and not judged.
class TestReceptionist : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_tally.reset(); }
    void cleanupTestCase();

    void find_byInitials();
    void find_byLastFourDigits();
    void find_byNameOfAnInputMethod();
    void find_oneOfAFamily();
    void register_byHand();
    void register_halfTypedDuplicate_isShownAndOpened();
    void register_byCardReader();
    void register_cardOfSomebodyKnown_opensTheirChart();
    void register_cardReadIntoTheForm_goesWhereItBelongs();
    void register_namesakeWithADigit_keepsIt();

private:
    struct Target
    {
        double seconds = 0; ///< 0: none is set.
        int keys = 0;       ///< 0: none is set.
    };
    void check(const char *task, const Target &target);
    GuiDriver &drive() { return m_desk->drive(); }
    QAbstractItemModel *rows() { return drive().get<QAbstractItemView>("patientTable").model(); }
    QString hand() { return drive().focus()->objectName(); }
    QString in(const char *field) { return drive().get<QLineEdit>(field).text(); }
    /// Types key by key and waits for each answer.
    void search(const char *keys);
    /// Types key by key, each where the hand is then.
    void press(const char *keys);
    /// What a card reader does; it ends with Enter.
    void read(const QString &number);
    void beginRegistration();
    qint64 count();
    QList<PatientHit> found(const QString &typed);
    Patient stored(const QString &typed);
    QString shown() { return drive().get<QLabel>("bannerTitle").text(); }

    static constexpr int crowd = 300;
    static QStringList s_rows;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Tally> m_tally;
    qint64 m_slowest = 0; ///< ms from a key to its answer.
};

QStringList TestReceptionist::s_rows;

namespace {

QString card(const char *first17)
{
    const QString first = QLatin1String(first17);
    return first + *residentCheckDigit(first);
}

const char knownCard[] = "31010419640821402";
const char newCard[] = "13010419791103152"; // begins as a mobile number does

} // namespace

void TestReceptionist::initTestCase()
{
    dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0);
    const auto names = demo::Names::shipped();
    QVERIFY(names.ok());
    SeededRandom random(3);
    const QList<demo::Person> people = demo::makePeople(random, *names, crowd, QDate(2026, 3, 12));
    m_desk = std::make_unique<Desk>([&](TestClinic &clinic) {
        const auto written =
            clinic.write(clinic.receptionist(), "patient.register", [&](store::Transaction &tx) -> Result<Done> {
                QList<PatientDraft> drafts;
                for (const demo::Person &person : people)
                    drafts << person.draft;
                for (const auto &[name, phone] :
                     {std::pair("陈淑芬", "13812346207"), std::pair("马远方", "15912348812"),
                      std::pair("马小方", "15912348812")}) {
                    PatientDraft draft;
                    draft.name = QString::fromUtf8(name);
                    draft.phone = QLatin1String(phone);
                    draft.sex = Sex::Female;
                    draft.birthDate = QStringLiteral("1964-08-21");
                    if (drafts.size() == people.size()) {
                        draft.documentKind = DocumentKind::ResidentId;
                        draft.documentNumber = card(knownCard);
                    }
                    drafts << draft;
                }
                for (const PatientDraft &draft : std::as_const(drafts)) {
                    if (const auto made = patient::register_(tx, draft); !made)
                        return made.error();
                }
                return Done{};
            });
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
    });
    m_desk->enter("reception");
    drive().get("patientSearch");
}

void TestReceptionist::init()
{
    drive().key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(hand(), QStringLiteral("patientSearch"));
    drive().key(Qt::Key_A, Qt::ControlModifier);
    drive().key(Qt::Key_Delete);
    QTRY_VERIFY(in("patientSearch").isEmpty() && rows()->rowCount() > 10);
    QTest::qWait(20); // no answer is on its way
    m_tally = std::make_unique<Tally>(drive(), *m_desk->window);
    m_slowest = 0;
}

void TestReceptionist::cleanupTestCase()
{
    m_desk.reset();
    QTextStream out(stdout);
    out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8\n")
               .arg(QStringLiteral("task (" XINGLIN_LANGUAGE ")"), -40)
               .arg(QStringLiteral("keys"), 7)
               .arg(QStringLiteral("letters"), 8)
               .arg(QStringLiteral("clicks"), 7)
               .arg(QStringLiteral("windows"), 8)
               .arg(QStringLiteral("thoughts"), 9)
               .arg(QStringLiteral("seconds"), 9)
               .arg(QStringLiteral("ms per key"), 11);
    for (const QString &row : std::as_const(s_rows))
        out << row << '\n';
}

void TestReceptionist::check(const char *task, const Target &target)
{
    const Cost cost = m_tally->cost();
    const auto of = [](const QString &now, double wanted) {
        return wanted == 0 ? now : now + u'/' + QString::number(wanted);
    };
    s_rows << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                  .arg(QString::fromUtf8(task), -40)
                  .arg(of(QString::number(cost.keys), target.keys), 7)
                  .arg(cost.letters, 8)
                  .arg(cost.clicks, 7)
                  .arg(QStringLiteral("%1/0").arg(cost.windows), 8)
                  .arg(cost.thoughts, 9)
                  .arg(of(QString::number(cost.seconds(), 'f', 1), target.seconds), 9)
                  .arg(m_slowest > 0 ? QStringLiteral("%1/100").arg(m_slowest) : QString(), 11);
    QVERIFY2(target.seconds == 0 || cost.seconds() <= target.seconds, qPrintable(s_rows.last()));
    QVERIFY2(target.keys == 0 || cost.keys <= target.keys, qPrintable(s_rows.last()));
    QVERIFY2(cost.windows == 0, qPrintable(s_rows.last()));
    QVERIFY2(cost.clicks == 0, qPrintable(s_rows.last()));
}

void TestReceptionist::search(const char *keys)
{
    for (const char *key = keys; *key; ++key) {
        QSignalSpy answered(rows(), &QAbstractItemModel::modelReset);
        const char one[] = {*key, '\0'};
        QElapsedTimer watch;
        watch.start();
        m_tally->type(one);
        QTRY_VERIFY(!answered.isEmpty());
        m_slowest = qMax(m_slowest, watch.elapsed());
    }
}

void TestReceptionist::press(const char *keys)
{
    for (const char *key = keys; *key; ++key) {
        const char one[] = {*key, '\0'};
        m_tally->type(one);
    }
}

void TestReceptionist::read(const QString &number)
{
    for (const QChar digit : number) {
        const char one[] = {digit.toLatin1(), '\0'};
        drive().type(one);
    }
    drive().key(Qt::Key_Return);
}

void TestReceptionist::beginRegistration()
{
    m_tally->think();
    m_tally->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(hand(), QStringLiteral("patientName"));
}

qint64 TestReceptionist::count()
{
    return *m_desk->ask(m_desk->clinic.owner(), [](const store::Snapshot &view) { return patient::count(view); });
}

QList<PatientHit> TestReceptionist::found(const QString &typed)
{
    return *m_desk->ask(m_desk->clinic.owner(),
                        [typed](const store::Snapshot &view) { return patient::search(view, typed); });
}

Patient TestReceptionist::stored(const QString &typed)
{
    return *m_desk->ask(m_desk->clinic.owner(), [id = found(typed).first().id](const store::Snapshot &view) {
        return patient::find(view, id);
    });
}

void TestReceptionist::find_byInitials()
{
    m_tally->think();
    search("csf");
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(shown(), QStringLiteral("陈淑芬"));
    check("2 find: initials", {0, 5});
}

void TestReceptionist::find_byLastFourDigits()
{
    m_tally->think();
    search("6207");
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(shown(), QStringLiteral("陈淑芬"));
    check("2 find: last four digits", {0, 5});
}

void TestReceptionist::find_byNameOfAnInputMethod()
{
    QSignalSpy answered(rows(), &QAbstractItemModel::modelReset);
    m_tally->think();
    drive().compose(QStringLiteral("ma'yuan'fang"));
    m_tally->say(QStringLiteral("马远方"));
    QTRY_VERIFY(!answered.isEmpty());
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(shown(), QStringLiteral("马远方"));
    check("2 find: name by an input method", {0, 1});
    QCOMPARE(m_tally->cost().letters, 3);
}

void TestReceptionist::find_oneOfAFamily()
{
    m_tally->think();
    search("8812");
    QCOMPARE(rows()->rowCount(), 2);
    QStringList names;
    for (int row = 0; row < 2; ++row)
        names << rows()->index(row, 0).data().toString();
    m_tally->think(); // which of them
    m_tally->key(Qt::Key_Down);
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(shown(), names.at(1));
    check("2 find: one of a family, an arrow more", {0, 6});
}

void TestReceptionist::register_byHand()
{
    const qint64 before = count();
    beginRegistration();
    m_tally->think();
    m_tally->say(QStringLiteral("沈小满"));
    m_tally->think();
    press("13900002468"); // right behind the name
    QCOMPARE(hand(), QStringLiteral("patientPhone"));
    m_tally->key(Qt::Key_Tab);
    QCOMPARE(hand(), QStringLiteral("patientSex"));
    m_tally->think();
    for (int i = 0; i < 3; ++i) // from unknown to female
        m_tally->key(Qt::Key_Left);
    m_tally->key(Qt::Key_Tab);
    m_tally->think();
    m_tally->type("46");
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shown(), QStringLiteral("沈小满"));
    check("3 register: name, sex, age, phone", {25, 0});
    QCOMPARE(count(), before + 1);
    const Patient patient = stored(QStringLiteral("13900002468"));
    QCOMPARE(patient.name, QStringLiteral("沈小满"));
    QCOMPARE(patient.phone, QStringLiteral("13900002468"));
    QVERIFY(patient.sex == Sex::Female);
    QCOMPARE(patient.birthDate->toText(), QStringLiteral("1980"));
}

void TestReceptionist::register_halfTypedDuplicate_isShownAndOpened()
{
    const qint64 before = count();
    beginRegistration();
    m_tally->think();
    m_tally->say(QStringLiteral("陈淑芬"));
    press("138123462"); // not all of it yet
    const auto &alike = drive().get<QAbstractItemView>("alikePeople");
    QTRY_VERIFY(alike.model()->rowCount() > 1);
    m_tally->think();
    m_tally->key(Qt::Key_D, Qt::AltModifier);
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(shown(), QStringLiteral("陈淑芬"));
    check("3 register: known already, seen while typing", {25, 0});
    QCOMPARE(count(), before);
}

void TestReceptionist::register_byCardReader()
{
    const qint64 before = count();
    const QString number = card(newCard);
    read(number); // no key of the person
    QTRY_COMPARE(hand(), QStringLiteral("patientName"));
    QCOMPARE(in("patientDocument"), number);
    QCOMPARE(in("patientBirth"), QStringLiteral("1979-11-03"));
    QVERIFY(in("patientPhone").isEmpty());
    m_tally->think();
    m_tally->say(QStringLiteral("柳含烟"));
    m_tally->think();
    press("13900001357");
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shown(), QStringLiteral("柳含烟"));
    check("3 register: with an ID card reader", {8, 0});
    QCOMPARE(count(), before + 1);
    const Patient patient = stored(QStringLiteral("13900001357"));
    QCOMPARE(patient.identifiers->documentNumber, number);
    QVERIFY(patient.sex == Sex::Female);
    QCOMPARE(patient.birthDate->toText(), QStringLiteral("1979-11-03"));
}

void TestReceptionist::register_cardOfSomebodyKnown_opensTheirChart()
{
    read(card(knownCard));
    QTRY_COMPARE(shown(), QStringLiteral("陈淑芬"));
    check("3 the card of somebody known opens the chart", {0, 0});
}

void TestReceptionist::register_cardReadIntoTheForm_goesWhereItBelongs()
{
    const QString number = card(newCard);
    beginRegistration();
    read(number);
    QCOMPARE(in("patientDocument"), number);
    QCOMPARE(in("patientBirth"), QStringLiteral("1979-11-03"));
    QVERIFY(in("patientName").isEmpty());
    QCOMPARE(hand(), QStringLiteral("patientName"));
    drive().get("patientDocument").setFocus();
    drive().key(Qt::Key_A, Qt::ControlModifier);
    drive().key(Qt::Key_Delete);
    drive().get("patientName").setFocus();
    drive().commit(QStringLiteral("柳含烟"));
    read(number); // "13…" goes on to the phone, and from there to the card
    QCOMPARE(in("patientDocument"), number);
    QCOMPARE(in("patientName"), QStringLiteral("柳含烟"));
    QVERIFY(in("patientPhone").isEmpty());
    drive().key(Qt::Key_Escape);
    drive().key(Qt::Key_D, Qt::ControlModifier); // thrown away
    QTRY_COMPARE(hand(), QStringLiteral("patientSearch"));
}

void TestReceptionist::register_namesakeWithADigit_keepsIt()
{
    beginRegistration();
    drive().commit(QStringLiteral("李明"));
    drive().type("2");
    QCOMPARE(in("patientName"), QStringLiteral("李明2"));
    QCOMPARE(hand(), QStringLiteral("patientName"));
    drive().get("patientPhone").setFocus();
    drive().type("010 6552");
    drive().get("patientName").setFocus();
    drive().key(Qt::Key_End);
    drive().type("13"); // there is a phone already
    QCOMPARE(in("patientName"), QStringLiteral("李明213"));
    QCOMPARE(in("patientPhone"), QStringLiteral("010 6552"));
}

QTEST_MAIN(TestReceptionist)
#include "tst_receptionist.moc"
