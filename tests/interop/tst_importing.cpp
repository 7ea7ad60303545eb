#include "clinic/chart/chart.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/visits.h"
#include "interop/importing.h"
#include "support/testclinic.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace xinglin::test;

namespace {

using Outcome = batch::Line::Outcome;

const char *const Patients = "病历号,姓名,性别,出生日期,电话,身份证号,过敏史\n"
                             "K1,陈淑芬,女,1979/8/21,13800138000,,青霉素、海鲜\n"
                             "K2,王建国,男,1965-02-03,13900139000/010-12345678,,无\n"
                             "K3,,女,1980-01-01,13700137000,,\n"
                             "K4,李明,男,1949-12-30,13600136000,11010519491231002X,\n"
                             "K5,赵一,男,0000-00-00,1360013,,\n"
                             "K1,陈淑芬,女,1979/8/21,13800138000,,\n";

} // namespace

/// Bringing whole files in: what each line became, stopping, going on, taking back.
class TestImporting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_clinic.reset(); }

    void patients_eachLine_isAccountedFor();
    void dryRun_writesNothingAndSaysTheSame();
    void patients_again_areAllKnown();
    void patients_likelyOnes_comeInWhereWanted();
    void patients_cancelled_nothingStays();
    void patients_brokenOnTheWay_nothingStays();
    void resume_afterAStop_givesTheSameAsAtOnce();
    void resume_otherFile_isRefused();
    void allergies_byNumber_areOfTheRightPerson();
    void visits_withDiagnosesAndHerbs_standInTheChart();
    void prescriptions_unknownPatients_areRejectedByName();
    void rows_tooWide_areRejected();
    void lookAt_remembersTheMapping();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        return *std::move(result);
    }
    QString file(const QByteArray &bytes, const QString &name = QStringLiteral("a.csv"))
    {
        const QString path = m_folder->filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    ImportSpec specOf(const QString &path, ImportKind kind = ImportKind::Patients)
    {
        return must(lookAt(path, kind, {})).spec;
    }
    Result<Imported> run(const ImportSpec &spec, const ImportTold &told = {})
    {
        return runImport(m_clinic->store(), m_clinic->owner(), *m_catalog, spec, told);
    }
    ImportReport dry(const ImportSpec &spec)
    {
        return must(dryRun(m_clinic->store(), m_clinic->owner(), *m_catalog, spec));
    }
    QList<batch::Line> linesOf(BatchId id)
    {
        auto lines = must(m_clinic->read(m_clinic->owner(),
                                         [&](const store::Snapshot &view) { return batch::lines(view, id, 0, 1000); }));
        for (batch::Line &line : lines)
            line.n = 0;
        return lines;
    }
    qint64 count()
    {
        return must(
            m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return patient::count(view); }));
    }
    Patient find(const QString &reference)
    {
        return must(m_clinic->read(
            m_clinic->owner(), [&](const store::Snapshot &view) { return patient::findByReference(view, reference); }));
    }
    static QStringList told(const QList<batch::Line> &lines)
    {
        QStringList words;
        for (const batch::Line &line : lines)
            words
                << QStringLiteral("%1 %2 %3 %4").arg(line.line).arg(batch::toText(line.outcome), line.column, line.why);
        return words;
    }
    static QByteArray many(int patients)
    {
        QByteArray bytes("病历号,姓名,电话\n");
        for (int i = 0; i < patients; ++i)
            bytes += QStringLiteral("N%1,%2%3,138%4\n")
                         .arg(i)
                         .arg(QStringLiteral("王李张刘陈杨黄赵").at(i % 8))
                         .arg(QChar(0x4e00 + 7 * i))
                         .arg(10000000 + 7919 * i)
                         .toUtf8();
        return bytes;
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<TestClinic> m_clinic;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImporting::initTestCase()
{
    m_catalog = must(Catalog::load());
}

void TestImporting::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestImporting::patients_eachLine_isAccountedFor()
{
    const auto imported = must(run(specOf(file(Patients))));
    QCOMPARE(imported.batch.totals, (batch::Totals{6, 4, 1, 1}));
    QCOMPARE(imported.batch.state, batch::State::Closed);
    QCOMPARE(
        told(linesOf(imported.batch.id)),
        (QStringList{QStringLiteral("4 rejected 姓名 name.missing"), QStringLiteral("5 aside 身份证号 id.other-birth"),
                     QStringLiteral("6 aside 出生日期 date.none"), QStringLiteral("6 aside 电话 phone.unreadable"),
                     QStringLiteral("7 duplicate  known.line")}));
    QCOMPARE(count(), 4);
    const Patient woman = find(QStringLiteral("K1"));
    QCOMPARE(woman.name, QStringLiteral("陈淑芬"));
    QCOMPARE(woman.sex, Sex::Female);
    QCOMPARE(woman.birthDate->toText(), QStringLiteral("1979-08-21"));
    QCOMPARE(woman.phone, QStringLiteral("13800138000"));
    const auto allergies = must(m_clinic->read(
        m_clinic->owner(), [&](const store::Snapshot &view) { return patient::allergies(view, woman.id); }));
    QCOMPARE(allergies.size(), 2);
    QCOMPARE(allergies[0].allergen, QStringLiteral("penicillin"));
    const Patient man = find(QStringLiteral("K2"));
    QCOMPARE(man.otherPhones.size(), 1);
    QCOMPARE(man.otherPhones[0].phone, QStringLiteral("01012345678"));
    QCOMPARE(find(QStringLiteral("K4")).identifiers->documentNumber, QString());
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestImporting::dryRun_writesNothingAndSaysTheSame()
{
    const ImportSpec spec = specOf(file(Patients));
    const ImportReport report = dry(spec);
    QCOMPARE(count(), 0);
    QCOMPARE(report.totals, (batch::Totals{6, 4, 1, 1}));
    const auto imported = must(run(spec));
    QCOMPARE(told(linesOf(imported.batch.id)), told(report.lines));
    QCOMPARE(imported.report.columns, report.columns);
    const auto birth = std::find_if(report.columns.cbegin(), report.columns.cend(),
                                    [](const ColumnTold &one) { return one.target == Target::BirthDate; });
    QCOMPARE(birth->filled, 6); // of the line without a name too
    QCOMPARE(birth->aside, 1);
    QCOMPARE(birth->examples.value(0),
             (QPair<QString, QString>{QStringLiteral("1979/8/21"), QStringLiteral("1979-08-21")}));
}

void TestImporting::patients_again_areAllKnown()
{
    const ImportSpec spec = specOf(file(Patients));
    must(run(spec));
    const auto again = must(run(spec));
    QCOMPARE(again.batch.totals, (batch::Totals{6, 0, 5, 1}));
    QCOMPARE(count(), 4);
    for (const batch::Line &line : linesOf(again.batch.id)) {
        if (line.outcome == Outcome::Duplicate)
            QVERIFY(line.known.has_value());
    }
}

void TestImporting::patients_likelyOnes_comeInWhereWanted()
{
    m_clinic->patient(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"));
    // The same name and telephone, and a birth date that nobody had written down.
    ImportSpec spec = specOf(file("姓名,电话,出生日期\n陈淑芬,13800138000,1979-08-21\n王芳,13900139000,1980-01-02\n"));
    const ImportReport without = dry(spec);
    QCOMPARE(without.totals, (batch::Totals{2, 1, 1, 0}));
    QCOMPARE(told(without.lines), QStringList{QStringLiteral("2 duplicate  known.likely")});
    spec.takeLikely = true;
    QCOMPARE(must(run(spec)).batch.totals, (batch::Totals{2, 2, 0, 0}));
    QCOMPARE(count(), 3);
}

void TestImporting::patients_cancelled_nothingStays()
{
    const ImportSpec spec = specOf(file(many(4000)));
    int times = 0;
    const auto stopped =
        run(spec, [&](const ImportProgress &progress) { return progress.totals.lines < 3000 && ++times < 100; });
    QCOMPARE(stopped.error().code, Code::Cancelled);
    QVERIFY(times >= 2);
    QCOMPARE(count(), 0);
    const auto all =
        must(m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return batch::list(view); }));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].state, batch::State::RolledBack);
    QCOMPARE(must(run(spec)).batch.totals.added, 4000); // and may be tried again
    QCOMPARE(count(), 4000);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestImporting::patients_brokenOnTheWay_nothingStays()
{
    QByteArray bytes = many(3000) + "N4000,\"王二";
    bytes += QByteArray(2'000'000, 'x'); // a cell without an end
    ImportSpec spec = specOf(file(many(3000)));
    spec.path = file(bytes, QStringLiteral("b.csv"));
    const auto refused = run(spec);
    QVERIFY(!refused.ok());
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(count(), 0);
}

void TestImporting::resume_afterAStop_givesTheSameAsAtOnce()
{
    const QString path = file(many(3000) + ",王无号,\nN1,王一,1\n");
    const ImportSpec spec = specOf(path);
    // As a crash leaves it: the batch stays open after some portions.
    try {
        const auto crashed = run(spec, [](const ImportProgress &progress) -> bool {
            if (progress.totals.lines >= 1000)
                throw std::runtime_error("crash");
            return true;
        });
        QFAIL("it went on");
    } catch (const std::runtime_error &) {
    }
    m_clinic->reopen();
    QCOMPARE(count(), 0);
    const auto open =
        must(m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return batch::list(view); }));
    QCOMPARE(open[0].state, batch::State::Open);
    const auto done = must(resumeImport(m_clinic->store(), m_clinic->owner(), *m_catalog, open[0].id, path));
    QCOMPARE(done.batch.totals, (batch::Totals{3002, 3002, 0, 0}));
    QCOMPARE(count(), 3002);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestImporting::resume_otherFile_isRefused()
{
    const auto opened = must(m_clinic->write(m_clinic->owner(), "import.open", [&](store::Transaction &tx) {
        return batch::open(tx, {QStringLiteral("patients"), QStringLiteral("a.csv"), QByteArray(32, 'x'), "{}"});
    }));
    const auto refused = resumeImport(m_clinic->store(), m_clinic->owner(), *m_catalog, opened.id, file(Patients));
    QCOMPARE(refused.error().code, Code::Conflict);
}

void TestImporting::allergies_byNumber_areOfTheRightPerson()
{
    must(run(specOf(file(Patients))));
    const ImportSpec spec =
        specOf(file("病历号,过敏原,反应\nK2,花生,皮疹\nK2,花生,皮疹\nK9,虾,\nK5,无,\n"), ImportKind::Allergies);
    const ImportReport report = dry(spec);
    const auto imported = must(run(spec));
    QCOMPARE(imported.batch.totals, (batch::Totals{4, 1, 1, 2}));
    QCOMPARE(told(linesOf(imported.batch.id)),
             (QStringList{QStringLiteral("3 duplicate  known.certain"), QStringLiteral("4 rejected  patient.unknown"),
                          QStringLiteral("5 rejected  allergy.none")}));
    const auto known = must(m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) {
        return patient::allergies(view, find(QStringLiteral("K2")).id);
    }));
    QCOMPARE(known.size(), 1);
    QCOMPARE(known[0].reaction, QStringLiteral("皮疹"));
    QCOMPARE(report.totals, imported.batch.totals);
}

void TestImporting::visits_withDiagnosesAndHerbs_standInTheChart()
{
    must(run(specOf(file(Patients))));
    const ImportSpec spec =
        specOf(file("病历号,就诊日期,主诉,疾病,证型,处方,剂数,医生\n"
                    "K1,2024-05-06,入睡困难,不寐病,心脾两虚证,黄芪15g 党参10g 炙甘草6g 大枣3枚,7,老王\n"
                    "K1,2027-01-01,x,,,,,\nK2,,x,,,,,\n"),
               ImportKind::Visits);
    const auto imported = must(run(spec));
    QCOMPARE(imported.batch.totals, (batch::Totals{3, 1, 0, 2}));
    QCOMPARE(told(linesOf(imported.batch.id)), (QStringList{QStringLiteral("3 rejected 就诊日期 date.future"),
                                                            QStringLiteral("4 rejected 就诊日期 date.missing")}));
    const PatientId woman = find(QStringLiteral("K1")).id;
    const auto strip = must(m_clinic->read(m_clinic->practitioner(),
                                           [&](const store::Snapshot &view) { return patient::open(view, woman); }));
    QCOMPARE(strip.visits, 1);
    QCOMPARE(strip.lastVisit, QDate(2024, 5, 6));
    const auto visits = must(m_clinic->read(
        m_clinic->practitioner(), [&](const store::Snapshot &view) { return record::visitsOf(view, woman); }));
    const auto stored = must(m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::current(view, visits.value(0).id);
    }));
    QCOMPARE(stored.revision.status, RevisionStatus::Final);
    QCOMPARE(stored.revision.note.complaint, QStringLiteral("入睡困难"));
    QVERIFY(stored.revision.note.note.contains(QStringLiteral("老王")));
    QCOMPARE(stored.revision.note.diagnoses.size(), 2);
    QVERIFY(!stored.revision.note.diagnoses[1].code.isEmpty());
    QCOMPARE(stored.prescriptions.size(), 1);
    const auto &formula = stored.prescriptions[0].content;
    QCOMPARE(formula.packets, 7);
    QCOMPARE(formula.lines.size(), 4);
    QCOMPARE(formula.lines[0].dose, Mass::grams(15));
    QVERIFY(!formula.lines[0].herb.isEmpty());
    QCOMPARE(formula.lines[3].preparation, QStringLiteral("3枚"));
    // Taken back as one.
    must(m_clinic->write(m_clinic->owner(), "import.undo",
                         [&](store::Transaction &tx) { return batch::rollBack(tx, imported.batch.id); }));
    QCOMPARE(must(m_clinic->read(m_clinic->practitioner(),
                                 [&](const store::Snapshot &view) { return patient::open(view, woman); }))
                 .visits,
             0);
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestImporting::prescriptions_unknownPatients_areRejectedByName()
{
    const ImportSpec spec =
        specOf(file("id,日期,中药1,中药2\n1,2024-01-01,酸枣仁90,川芎7\n2,2024-01-01,,\n"), ImportKind::Prescriptions);
    const auto imported = must(run(spec));
    QCOMPARE(imported.batch.totals, (batch::Totals{2, 0, 0, 2}));
    QCOMPARE(told(linesOf(imported.batch.id)),
             (QStringList{QStringLiteral("2 rejected  patient.unknown"), QStringLiteral("3 rejected  herbs.none")}));
    QCOMPARE(linesOf(imported.batch.id)[0].value, QStringLiteral("[\"1\",\"2024-01-01\",\"酸枣仁90\",\"川芎7\"]"));
}

void TestImporting::rows_tooWide_areRejected()
{
    const auto imported = must(run(specOf(file("姓名,电话\n张伟,13800138000,逗号, 多了\n李秀英,13900139000,,\n"))));
    QCOMPARE(imported.batch.totals, (batch::Totals{2, 1, 0, 1}));
    QCOMPARE(told(linesOf(imported.batch.id)), QStringList{QStringLiteral("2 rejected  row.wide")});
}

void TestImporting::lookAt_remembersTheMapping()
{
    const QString path = file("甲,乙\n张伟,13800138000\n");
    QCOMPARE(missingIn(specOf(path).mapping, ImportKind::Patients).size(), 1);
    const auto looked = must(lookAt(path, ImportKind::Patients, {}, [](const QString &header) {
        return header == u"甲|乙" ? QByteArray(R"({"name": "甲", "phones": "乙"})") : QByteArray();
    }));
    QVERIFY(looked.remembered);
    QVERIFY(looked.spec.mapping.has(Target::Name));
}

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
