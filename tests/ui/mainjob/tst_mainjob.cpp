#include "clinic/followers.h"
#include "clinic/prescription/consultation.h"
#include "tour/mainjob.h"

#include <QApplication>
#include <QProcess>
#include <QTest>

using namespace xinglin;

/// The main job by keyboard alone in one language; then the store is asked what came of it.
class TestMainJob : public QObject
{
    Q_OBJECT

private slots:
    void mainJob_byKeyboard_standsInTheStore();
};

void TestMainJob::mainJob_byKeyboard_standsInTheStore()
{
    dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ui::ThemeName::Paper, 1.0);
    QString text;
    test::TestClinic *clinic = nullptr;
    int stops = 0;
    tour::MainJob job(QSize(1366, 768), [&](const QString &, QWidget &) { ++stops; });
    job.found();
    job.registerPatient();
    job.consult();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), job.pdf(), QStringLiteral("-")});
    QVERIFY(reader.waitForFinished());
    text = QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    job.comeBack();
    job.assess();
    job.end();
    clinic = &job.clinic();
    clinic->reopen();
    QVERIFY(stops > 25);

    const auto hits = clinic->read(clinic->practitioner(), [](const store::Snapshot &view) {
        return patient::search(view, QStringLiteral("csf"));
    });
    QVERIFY(hits.ok());
    const auto hit = std::find_if(hits->cbegin(), hits->cend(),
                                  [](const PatientHit &one) { return one.name == tour::MainJob::patientName(); });
    QVERIFY(hit != hits->cend());
    QCOMPARE(hit->visits, 1);
    const PatientId id = hit->id;
    const auto strip =
        clinic->read(clinic->practitioner(), [id](const store::Snapshot &view) { return patient::open(view, id); });
    QCOMPARE(strip->patient.phone, QStringLiteral("13812346207"));
    QCOMPARE(strip->patient.sex, Sex::Female);
    QCOMPARE(strip->patient.birthDate->toText(), QStringLiteral("1979-08-21"));
    QCOMPARE(strip->allergies->size(), 1);
    QCOMPARE(strip->allergies->first().allergen, QStringLiteral("oyster"));

    QVERIFY(strip->constitution.has_value());
    QCOMPARE(strip->constitution->scores.size(), 9);
    QCOMPARE(constitution::toText(strip->constitution->scores[1].decision), QStringLiteral("tendency"));

    const auto visits = clinic->read(clinic->practitioner(),
                                     [id](const store::Snapshot &view) { return consultation::visitsOf(view, id); });
    QCOMPARE(visits->size(), 1);
    const VisitId visit = visits->first().id;
    const auto stored = clinic->read(
        clinic->practitioner(), [visit](const store::Snapshot &view) { return consultation::current(view, visit); });
    QVERIFY(stored.ok());
    const VisitRevision &revision = stored->revision;
    QCOMPARE(revision.status, RevisionStatus::Final);
    QCOMPARE(revision.note.complaint, tour::MainJob::complaint());
    QVERIFY(!revision.note.inspection.isEmpty() && !revision.note.listening.isEmpty() &&
            !revision.note.advice.isEmpty());
    QStringList answers;
    for (const Answer &answer : revision.note.answers)
        answers << answer.item + u'@' + answer.site + u'=' + answer.code;
    for (const char *answer : {"tongue.body_colour@=t_pale_red", "tongue.body_surface@=t_tooth_marks",
                               "pulse.quality@pos_left_cun=p_thready", "pulse.quality@pos_left_cun=p_weak",
                               "pulse.quality@pos_left_guan=p_thready"})
        QVERIFY2(answers.contains(QLatin1String(answer)), qPrintable(answers.join(u' ')));
    QStringList codes;
    for (const DiagnosisEntry &entry : revision.note.diagnoses)
        codes << entry.code;
    QCOMPARE(codes.size(), 3);
    QVERIFY2(codes.contains(QStringLiteral("A04.01.13")), qPrintable(codes.join(u' ')));

    QCOMPARE(stored->prescriptions.size(), 1);
    const Prescription &prescription = stored->prescriptions.first();
    QCOMPARE(prescription.number, QStringLiteral("20260312-A0001"));
    const PrescriptionDraft &content = prescription.content;
    QCOMPARE(content.formula, QStringLiteral("gui-pi-tang"));
    QCOMPARE(content.packets, 7);
    QCOMPARE(prescription.checked, int(content.lines.size()));
    const auto line = [&](const char *name) {
        const auto found = std::find_if(content.lines.cbegin(), content.lines.cend(), [&](const PrescriptionLine &one) {
            return one.name == QString::fromUtf8(name);
        });
        return found == content.lines.cend() ? PrescriptionLine() : *found;
    };
    QCOMPARE(line("首乌藤").dose, Mass::grams(15));
    QCOMPARE(line("五味子").dose, Mass::grams(6));
    QCOMPARE(line("煅牡蛎").dose, Mass::grams(30));
    QVERIFY(line("煅牡蛎").signedAgain);
    QVERIFY(!line("五味子").signedAgain);
    QCOMPARE(content.overrides.size(), 1);
    QCOMPARE(prescription.severe, 1);

    for (const PrescriptionLine &one : content.lines)
        QVERIFY2(text.contains(one.name), qPrintable(one.name + u'\n' + text));
    QVERIFY(text.contains(prescription.number));

    const auto actions = clinic->read(clinic->owner(), [id](const store::Snapshot &view) {
        QStringList found;
        store::Query rows = view.connection().internal("SELECT action FROM audit WHERE patient_id = ?1");
        rows.bind(id);
        while (rows.next())
            found << rows.get<QString>(0);
        return found;
    });
    for (const char *action :
         {"patient.register", "patient.open", "consultation.sign", "prescription.print", "constitution.record"})
        QVERIFY2(actions.contains(QLatin1String(action)), qPrintable(actions.join(u' ')));
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
