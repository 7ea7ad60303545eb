#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/phrases.h"
#include "support/desk.h"
#include "ui/kit/chipbar.h"
#include "ui/photo/pictureview.h"
#include "ui/photo/scenes.h"
#include "ui/photo/tonguepage.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/tasks/tally.h"
#include "ui/trend/trendchart.h"
#include "ui/trend/trendscreen.h"
#include "ui/visit/visitpage.h"

#include <QTextEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// The practitioner's day, task by task, in the real window by keyboard alone: keys, windows and seconds by the
/// keystroke-level model stand in a table beside their targets, and what came of it in the store.
class TestPractitioner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void task_seeTheWholePatient();
    void task_complaintWithPhrases();
    void task_tongue();
    void task_tonguePhoto();
    void task_pulse();
    void task_diagnosis();
    void task_newFormulaOfTwelve();
    void task_repeatWithChanges();
    void task_classicFormulaWithChanges();
    void task_safetyAlert();
    void task_pointsAndNeedles();
    void task_courseOfMoxa();
    void task_signAndPrint();
    void task_curveOfTheComplaint();
    void task_earlierEpisode();
    void task_addendum();
    void task_returnVisit();

private:
    struct Target
    {
        double seconds = 0; ///< 0: none is set.
        int keys = 0;       ///< 0: none is set.
        int windows = 0;
    };
    void check(const char *task, const Target &target);

    VisitPage *page() { return m_desk->window->findChild<VisitPage *>(); }
    PrescriptionEditor *editor() { return m_desk->window->findChild<PrescriptionEditor *>(); }
    GuiDriver &drive() { return m_desk->drive(); }
    void go(const char *name) { drive().get(name).setFocus(); }
    QString hand() { return drive().focus()->objectName(); }
    void openChart();
    void beginVisit();
    /// Six more visits before the last one, with the score of the complaint; the second was for a cold.
    void writeSixEarlier(TestClinic &clinic);
    /// Writes herbs into the sheet, each with a thought.
    void herbs(const QList<const char *> &typed);
    Result<consultation::Stored> newest();

    static QStringList s_rows;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<QTemporaryDir> m_papers;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Tally> m_tally;
    std::optional<PatientId> m_woman;
};

QStringList TestPractitioner::s_rows;

void TestPractitioner::initTestCase()
{
    dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0);
    if (const auto loaded = Catalog::load())
        m_catalog = *loaded;
    QVERIFY(m_catalog);
}

void TestPractitioner::init()
{
    m_papers = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<Desk>([this](TestClinic &clinic) {
        PatientDraft person;
        person.name = QStringLiteral("陈淑芬");
        person.sex = Sex::Female;
        person.birthDate = QStringLiteral("1964-08-21");
        person.phone = QStringLiteral("13812346207");
        const auto woman = clinic.write(clinic.receptionist(), "patient.register",
                                        [&](store::Transaction &tx) { return patient::register_(tx, person); });
        m_woman = woman->id;
        const auto allergy = clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
            return patient::recordAllergy(tx, *m_woman, {QStringLiteral("oyster"), QStringLiteral("牡蛎"), {}});
        });
        QVERIFY(allergy.ok());
        for (const char *text : {"入睡困难{}月，多梦易醒。", "纳可，二便调，", "夜醒一两次，梦多；"}) {
            phrases::Phrase phrase;
            phrase.text = QString::fromUtf8(text);
            QVERIFY(clinic.write(clinic.practitioner(), "phrase.save",
                                 [&](store::Transaction &tx) { return phrases::save(tx, phrase); }));
        }
        consultation::Draft before;
        before.visit.patient = *m_woman;
        before.visit.note.complaint = QStringLiteral("入睡困难四月");
        Answer tongue;
        tongue.item = QStringLiteral("tongue.body_colour");
        tongue.code = QStringLiteral("t_pale_red");
        before.visit.note.answers << tongue;
        before.visit.day =
            clinic.read(clinic.practitioner(), [](const store::Snapshot &view) { return view.today(); }).addDays(-7);
        PrescriptionDraft formula;
        formula.name = QStringLiteral("归脾汤加减");
        const QStringList names =
            QStringLiteral("黄芪 党参 白术 当归 茯神 远志 酸枣仁 龙眼肉 木香 大枣 白芍 川芎").split(u' ');
        for (const QString &name : names)
            formula.lines << PrescriptionLine{{}, name, Mass::grams(name == u"远志" ? 6 : 10), {}};
        before.prescriptions << formula;
        if (qstrcmp(QTest::currentTestFunction(), "task_curveOfTheComplaint") == 0 ||
            qstrcmp(QTest::currentTestFunction(), "task_earlierEpisode") == 0)
            writeSixEarlier(clinic);
        const auto stored = clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, *m_catalog, before);
        });
        QVERIFY2(stored.ok(), stored.ok() ? "" : qPrintable(stored.error().message));
        const QByteArray picture = encoded(tongueImage(0, true, {1600, 1200}));
        auto photo = lookedAt(picture, QStringLiteral("last.jpg"), QTimeZone("Asia/Shanghai"));
        photo->patient = *m_woman;
        photo->kind = AttachmentKind::Tongue;
        photo->taken = clinic.clock.now() - std::chrono::hours(24 * 30);
        QVERIFY(attachments::attach(clinic.store(), clinic.practitioner(), *photo, picture));
        clinic.clock.advance(std::chrono::hours(1));
    });
    m_desk->enter("practitioner");
    drive().get("patientSearch");
    page()->printer()->setFolder(m_papers->path());
    page()->printer()->setAlwaysPdf(true);
    m_tally = std::make_unique<Tally>(drive(), *m_desk->window);
}

void TestPractitioner::writeSixEarlier(TestClinic &clinic)
{
    for (int i = 0; i < 6; ++i) {
        const auto stored = clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = *m_woman;
            draft.visit.day = tx.today().addDays(14 * (i - 7));
            draft.visit.note.complaint = i == 1 ? QStringLiteral("感冒三天，恶寒") : QStringLiteral("入睡困难");
            Answer score;
            score.item = QStringLiteral("scale.complaint");
            score.number = 9 - i;
            draft.visit.note.answers << score;
            return consultation::sign(tx, *m_catalog, draft);
        });
        QVERIFY2(stored.ok(), stored.ok() ? "" : qPrintable(stored.error().message));
    }
}

void TestPractitioner::cleanup()
{
    m_tally.reset();
    m_desk.reset();
    m_papers.reset();
}

void TestPractitioner::cleanupTestCase()
{
    QTextStream out(stdout);
    out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n")
               .arg(QStringLiteral("task (" XINGLIN_LANGUAGE ")"), -44)
               .arg(QStringLiteral("keys"), 9)
               .arg(QStringLiteral("letters"), 8)
               .arg(QStringLiteral("clicks"), 7)
               .arg(QStringLiteral("windows"), 8)
               .arg(QStringLiteral("thoughts"), 9)
               .arg(QStringLiteral("seconds"), 14);
    for (const QString &row : std::as_const(s_rows))
        out << row << '\n';
}

void TestPractitioner::check(const char *task, const Target &target)
{
    const Cost cost = m_tally->cost();
    const auto of = [](const QString &now, const QString &wanted) {
        return wanted == u"0" ? now : now + u'/' + wanted;
    };
    s_rows << QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                  .arg(QString::fromUtf8(task), -44)
                  .arg(of(QString::number(cost.keys), QString::number(target.keys)), 9)
                  .arg(cost.letters, 8)
                  .arg(cost.clicks, 7)
                  .arg(QStringLiteral("%1/%2").arg(cost.windows).arg(target.windows), 8)
                  .arg(cost.thoughts, 9)
                  .arg(of(QString::number(cost.seconds(), 'f', 1), QString::number(target.seconds)), 14);
    QVERIFY2(target.seconds == 0 || cost.seconds() <= target.seconds, qPrintable(s_rows.last()));
    QVERIFY2(target.keys == 0 || cost.keys <= target.keys, qPrintable(s_rows.last()));
    QVERIFY2(cost.windows <= target.windows, qPrintable(s_rows.last()));
}

void TestPractitioner::openChart()
{
    drive().type("csf");
    QTRY_VERIFY(drive().find<QAbstractItemView>("patientTable")->model()->rowCount() == 1);
    drive().key(Qt::Key_Down);
    drive().key(Qt::Key_Return);
    drive().get("startVisit");
    QTRY_VERIFY(drive().find<QAbstractItemView>("events"));
}

void TestPractitioner::beginVisit()
{
    openChart();
    drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->patient());
    QTRY_COMPARE(hand(), QStringLiteral("complaint"));
}

void TestPractitioner::herbs(const QList<const char *> &typed)
{
    for (const char *herb : typed) {
        m_tally->think();
        m_tally->type(herb);
        m_tally->key(Qt::Key_Return);
    }
}

Result<consultation::Stored> TestPractitioner::newest()
{
    return m_desk->ask(m_desk->clinic.practitioner(),
                       [this](const store::Snapshot &view) -> Result<consultation::Stored> {
                           const auto visits = consultation::visitsOf(view, *m_woman);
                           if (!visits)
                               return visits.error();
                           return consultation::current(view, visits->first().id);
                       });
}

void TestPractitioner::task_seeTheWholePatient()
{
    openChart();
    // Nothing is pressed: allergy, the last visit and its formula stand there.
    m_tally->think();
    QTRY_VERIFY(drive().find("bannerAllergies"));
    auto *details = drive().find("visitDetails");
    QVERIFY(details);
    const auto said = [&] {
        QString words;
        for (const QLabel *label : details->findChildren<QLabel *>())
            words += label->text() + u'\n';
        return words;
    };
    QTRY_VERIFY2(said().contains(QStringLiteral("入睡困难四月")), qPrintable(said()));
    QVERIFY(said().contains(QStringLiteral("归脾汤加减")));
    check("2 see allergies, last visit, last formula", {1.4, 0, 0});
}

void TestPractitioner::task_complaintWithPhrases()
{
    beginVisit();
    m_tally->think();
    m_tally->type(";rs");
    QTest::qWait(20);
    m_tally->key(Qt::Key_Return);
    m_tally->type("4");
    m_tally->key(Qt::Key_End);
    m_tally->think();
    m_tally->say(QStringLiteral("近两周渐安。"));
    m_tally->key(Qt::Key_Tab);
    for (const char *phrase : {";yx", ";nk"}) {
        m_tally->think();
        m_tally->type(phrase);
        QTest::qWait(20);
        m_tally->key(Qt::Key_Return);
    }
    m_tally->think();
    m_tally->say(QStringLiteral("晨起乏力，动则自汗。"));
    check("3 complaint and history with phrases", {40, 0, 0});
    const consultation::Draft draft = page()->draft();
    QCOMPARE(draft.visit.note.complaint, QStringLiteral("入睡困难4月，多梦易醒。近两周渐安。"));
    QCOMPARE(draft.visit.note.history, QStringLiteral("夜醒一两次，梦多；纳可，二便调，晨起乏力，动则自汗。"));
}

void TestPractitioner::task_tongue()
{
    beginVisit();
    go("tongueQuick");
    m_tally->think(2); // body, coating
    m_tally->type("dhchbba");
    m_tally->key(Qt::Key_Tab);
    check("4 tongue", {10, 8, 0});
    QStringList codes;
    for (const Answer &answer : page()->draft().visit.note.answers)
        codes << answer.code;
    codes.sort();
    QCOMPARE(codes, (QStringList{QStringLiteral("t_pale_red"), QStringLiteral("t_thin_coat"),
                                 QStringLiteral("t_tooth_marks"), QStringLiteral("t_white_coat")}));
}

void TestPractitioner::task_tonguePhoto()
{
    beginVisit();
    m_tally->say(QStringLiteral("失眠"));
    m_tally->reset();
    auto *photos = m_desk->window->findChild<TonguePage *>()->photos();
    // Twelve megapixels with the colour card in them.
    photos->setCameras(StillCamera::with(tongueImage(1, true, {4000, 3000})));
    m_tally->key(Qt::Key_F5);
    QTRY_VERIFY(photos->isVisible() && photos->isLive());
    auto *right = drive().find<PictureView>("tongueRight");
    auto *left = drive().find<PictureView>("tongueLeft");
    QTRY_VERIFY(!right->picture().isNull());
    m_tally->think(); // it is sharp, the card is whole
    QElapsedTimer watch;
    watch.start();
    m_tally->key(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(photos->isShown() && photos->current()->visit, 10000);
    m_tally->wait(watch);
    m_tally->think();
    watch.start();
    m_tally->key(Qt::Key_F8);
    QTRY_VERIFY(photos->look() == TonguePhotos::Look::Beside && photos->isShown());
    m_tally->wait(watch);
    check("5 tongue photo with card, beside last month's", {8, 3, 0});
    QCOMPARE(photos->earlier()->title, QStringLiteral("last.jpg"));
    QVERIFY(!left->picture().isNull());
    QVERIFY2(static_cast<QLabel &>(drive().get("tongueBasisWords")).text().contains(QStringLiteral("2000")), "no card");
}

void TestPractitioner::task_pulse()
{
    beginVisit();
    go("pulse0");
    m_tally->think(2); // a wrist each
    const QList<QList<const char *>> places = {{"xi", "ruo"}, {"xian"}, {"chen"}, {"ruo"}, {"xi"}, {"chen"}};
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (qsizetype k = 0; k < places.at(i).size(); ++k) {
            m_tally->type(places.at(i).at(k));
            // Tab takes and goes on, Enter takes and stays.
            m_tally->key(k + 1 < places.at(i).size() ? Qt::Key_Return : Qt::Key_Tab);
        }
    }
    int found = 0;
    QSet<QString> sites;
    for (const Answer &answer : page()->draft().visit.note.answers) {
        found += answer.item == u"pulse.quality" ? 1 : 0;
        sites << answer.site;
    }
    check("6 six pulse positions", {12, 0, 0});
    QCOMPARE(found, 7);
    QCOMPARE(sites.size(), 6);
}

void TestPractitioner::task_diagnosis()
{
    beginVisit();
    go("disease");
    for (const char *typed : {"bmb", "xplx", "byxp"}) {
        m_tally->think();
        m_tally->type(typed);
        m_tally->key(Qt::Key_Tab);
    }
    check("7 disease, pattern, method (5 s each)", {15, 0, 0});
    const QList<DiagnosisEntry> entries = page()->draft().visit.note.diagnoses;
    QCOMPARE(entries.size(), 3);
    for (const DiagnosisEntry &entry : entries)
        QVERIFY(!entry.code.isEmpty());
}

void TestPractitioner::task_newFormulaOfTwelve()
{
    beginVisit();
    m_tally->key(Qt::Key_F4);
    herbs(
        {"hq 15", "dangs 10", "bz 10", "dg 10", "fs 15", "yz 6", "szr 15", "lyr 10", "mx 6", "dz 10", "bs 12", "cx 6"});
    check("8 new formula of 12 herbs", {45, 0, 0});
    QCOMPARE(editor()->draft().lines.size(), 12);
    for (const PrescriptionLine &line : editor()->draft().lines)
        QVERIFY2(!line.herb.isEmpty() && line.dose > Mass(), qPrintable(line.name));
}

void TestPractitioner::task_repeatWithChanges()
{
    beginVisit();
    m_tally->think();
    m_tally->key(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(editor()->draft().lines.size(), 12);
    herbs({"-mx", "wwz 6", "hhp 12", "hq 20"});
    check("9 repeat the last formula: -1, +2, one dose", {15, 0, 0});
    const QList<PrescriptionLine> lines = editor()->draft().lines;
    QCOMPARE(lines.size(), 13);
    QCOMPARE(lines.first().dose, Mass::grams(20));
    QVERIFY(
        std::none_of(lines.cbegin(), lines.cend(), [](const PrescriptionLine &line) { return line.name == u"木香"; }));
}

void TestPractitioner::task_classicFormulaWithChanges()
{
    beginVisit();
    m_tally->key(Qt::Key_F4);
    drive().get("herbSheet");
    m_tally->think();
    m_tally->key(Qt::Key_F4);
    QTRY_COMPARE(hand(), QStringLiteral("formulaEdit"));
    m_tally->type("gpt");
    QTest::qWait(20);
    m_tally->key(Qt::Key_Return);
    QTRY_VERIFY(editor()->draft().lines.size() > 8);
    const qsizetype before = editor()->draft().lines.size();
    QTRY_COMPARE(hand(), QStringLiteral("herbEdit"));
    herbs({"-sj", "wwz 6", "hhp 12"});
    check("10 classic formula with additions and removals", {15, 0, 0});
    QCOMPARE(editor()->draft().lines.size(), before + 1);
}

void TestPractitioner::task_safetyAlert()
{
    beginVisit();
    drive().commit(QStringLiteral("失眠"));
    drive().key(Qt::Key_F4);
    drive().get("herbEdit");
    for (const char *herb : {"hq 15", "dml 30"}) {
        drive().type(herb);
        drive().key(Qt::Key_Return);
    }
    QTRY_VERIFY(drive().find("finding0"));
    m_tally->think();
    m_tally->key(Qt::Key_F, Qt::AltModifier);
    m_tally->key(Qt::Key_2);
    QTRY_VERIFY(drive().find("reasonWords"));
    m_tally->think();
    m_tally->key(Qt::Key_1);
    QTest::qWait(20);
    if (hand() != QStringLiteral("herbEdit"))
        m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(editor()->draft().overrides.size(), 1);
    check("11 override a severe finding with a reason", {6, 0, 0});
}

void TestPractitioner::task_pointsAndNeedles()
{
    beginVisit();
    m_tally->key(Qt::Key_X, Qt::AltModifier);
    m_tally->think();
    m_tally->type("hg tc ng sm tx fc qcl wzx 25");
    m_tally->key(Qt::Key_Return);
    go("complaint");
    drive().commit(QStringLiteral("失眠"));
    check("12 eight points, sides, technique, 25 minutes", {10, 0, 0});
    drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->isSigned());
    const TreatmentDraft content = newest()->treatments.first().content;
    QCOMPARE(content.points.size(), 8);
    QCOMPARE(content.minutes, std::optional(25));
    QCOMPARE(content.needleCount(), 15);
}

void TestPractitioner::task_courseOfMoxa()
{
    beginVisit();
    m_tally->key(Qt::Key_T, Qt::AltModifier);
    m_tally->think();
    m_tally->type("atj 10 3");
    m_tally->key(Qt::Key_Return);
    go("complaint");
    drive().commit(QStringLiteral("腰痛"));
    check("13 ten sessions of moxa, three a week", {10, 0, 0});
    drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->isSigned());
    QCOMPARE(newest()->treatments.first().content.sessions, 10);
}

void TestPractitioner::task_signAndPrint()
{
    beginVisit();
    drive().commit(QStringLiteral("失眠"));
    drive().key(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(editor()->draft().lines.size(), 12);
    QSignalSpy printed(page()->printer(), &PaperPrinter::printed);
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->isSigned());
    QTRY_COMPARE(printed.size(), 1);
    QVERIFY(QFile::exists(printed.first().at(1).toString()));
    check("15 sign and print", {0, 1, 0});
    QCOMPARE(newest()->revision.status, RevisionStatus::Final);
}

void TestPractitioner::task_curveOfTheComplaint()
{
    openChart();
    QTRY_COMPARE(drive().find<QAbstractItemView>("events")->model()->rowCount(), 9);
    m_tally->key(Qt::Key_F11);
    const auto &screen = drive().get<TrendScreen>("trendScreen");
    check("16 the curve of the complaint, full screen", {0, 1, 0});
    QCOMPARE(screen.chart()->trend().lines.first().item, QStringLiteral("scale.complaint"));
    QCOMPARE(screen.chart()->trend().days(), 6);
    QCOMPARE(screen.size(), m_desk->window->size());
}

void TestPractitioner::task_earlierEpisode()
{
    openChart();
    auto *events = drive().find<QAbstractItemView>("events");
    QTRY_COMPARE(events->model()->rowCount(), 9);
    m_tally->think();
    m_tally->key(Qt::Key_F, Qt::ControlModifier);
    m_tally->type("gm");
    QTRY_VERIFY(events->currentIndex().data().toString().contains(QStringLiteral("感冒"))); // 过敏 is "gm" as well
    m_tally->think();
    m_tally->key(Qt::Key_Return); // into the list
    m_tally->key(Qt::Key_Return); // opens it
    QTRY_VERIFY(page()->isSigned());
    check("18 find the earlier episode", {8, 6, 0});
    QCOMPARE(drive().get<QTextEdit>("complaint").toPlainText(), QStringLiteral("感冒三天，恶寒"));
}

void TestPractitioner::task_addendum()
{
    openChart();
    auto *visits = drive().find<QAbstractItemView>("events");
    QTRY_COMPARE(visits->model()->rowCount(), 3); // with the allergy and the picture
    visits->setFocus();
    m_tally->key(Qt::Key_Return);
    QTRY_VERIFY(page()->isSigned());
    m_tally->think();
    m_tally->key(Qt::Key_F2);
    QTRY_COMPARE(hand(), QStringLiteral("amendReason"));
    m_tally->say(QStringLiteral("补记"));
    m_tally->key(Qt::Key_Return);
    QTRY_COMPARE(hand(), QStringLiteral("complaint"));
    m_tally->key(Qt::Key_End);
    m_tally->think();
    m_tally->say(QStringLiteral("；伴心悸"));
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->isSigned());
    check("19 addendum to a signed note", {10, 0, 1});
    const auto stored = newest();
    QCOMPARE(stored->revision.status, RevisionStatus::Amended);
    QCOMPARE(stored->revision.number, 2);
    QCOMPARE(stored->revision.note.complaint, QStringLiteral("入睡困难四月；伴心悸"));
}

void TestPractitioner::task_returnVisit()
{
    openChart();
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->patient());
    QTRY_COMPARE(hand(), QStringLiteral("complaint"));
    m_tally->say(QStringLiteral("服药后入睡渐安"));
    m_tally->key(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(editor()->draft().lines.size(), 12);
    herbs({"-mx", "wwz 6", "hhp 12", "hq 20"});
    QSignalSpy printed(page()->printer(), &PaperPrinter::printed);
    m_tally->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page()->isSigned());
    QTRY_COMPARE(printed.size(), 1);
    check("return visit, formula changed, signed, printed", {0, 40, 0});
    const auto stored = newest();
    QCOMPARE(stored->revision.status, RevisionStatus::Final);
    QCOMPARE(stored->prescriptions.first().content.lines.size(), 13);
}

QTEST_MAIN(TestPractitioner)
#include "tst_practitioner.moc"
