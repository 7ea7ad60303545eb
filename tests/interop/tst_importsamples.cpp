#include "clinic/patient/patients.h"
#include "interop/importing.h"
#include "support/testclinic.h"

#include <QDirIterator>
#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace xinglin::test;

/// Tables that nobody here wrote: each is brought in or refused, and every row is accounted for.
class TestImportSamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = *Catalog::load(); }
    void everyFile_asEachKind_isAccountedFor_data();
    void everyFile_asEachKind_isAccountedFor();
    void synthea_patientsAndTheirRecords_belongTogether();
    void openEmr_spoiltCells_areSetAside();
    void insomnia_prescriptions_areReadHerbByHerb();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        return *std::move(result);
    }
    Imported bring(TestClinic &clinic, const ImportSpec &spec)
    {
        const ImportReport dry = must(dryRun(clinic.store(), clinic.owner(), *m_catalog, spec));
        const auto imported = must(runImport(clinic.store(), clinic.owner(), *m_catalog, spec));
        const batch::Totals &totals = imported.batch.totals;
        [&] {
            const auto words = [](const batch::Totals &t) {
                return QStringLiteral("%1 = %2 + %3 + %4").arg(t.lines).arg(t.added).arg(t.duplicates).arg(t.rejected);
            };
            QCOMPARE(words(totals), words(dry.totals));
            QCOMPARE(totals.lines, totals.added + totals.duplicates + totals.rejected);
        }();
        return imported;
    }
    static QString sample(const char *name) { return QStringLiteral(XINGLIN_SAMPLES "/") + QLatin1String(name); }
    /// Rows of a table but its header.
    static qint64 rowsOf(const QString &path, const ImportSpec &spec)
    {
        const auto source = openTable(path, spec.reading);
        Row row;
        qint64 rows = -1 - spec.headerRow;
        while (true) {
            const auto more = (*source)->next(row);
            if (!more || !*more)
                return more ? rows : -1;
            ++rows;
        }
    }

    std::shared_ptr<const Catalog> m_catalog;
};

void TestImportSamples::everyFile_asEachKind_isAccountedFor_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {"csv-excel", "tcm"}) {
        QDirIterator files(sample(folder), {QStringLiteral("*.csv"), QStringLiteral("*.xlsx")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
        }
    }
}

void TestImportSamples::everyFile_asEachKind_isAccountedFor()
{
    QFETCH(QString, path);
    TestClinic clinic;
    for (const ImportKind kind :
         {ImportKind::Patients, ImportKind::Allergies, ImportKind::Visits, ImportKind::Prescriptions}) {
        ReadOptions reading;
        auto looked = lookAt(path, kind, reading);
        if (!looked) {
            // Bytes that fit no encoding: refused in words, and read where the person chooses.
            QVERIFY2(!looked.error().message.isEmpty(), qPrintable(path));
            QCOMPARE(looked.error().field, QStringLiteral("encoding"));
            reading.encoding = TextEncoding::Gb18030;
            reading.replaceMisfits = true;
            looked = lookAt(path, kind, reading);
        }
        QVERIFY2(looked.ok(), looked ? "" : qPrintable(looked.error().message));
        const QStringList missing = missingIn(looked->spec.mapping, kind);
        if (!missing.isEmpty())
            continue; // the assistant says what is missing, and goes no further
        const auto imported = bring(clinic, looked->spec);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(imported.batch.totals.lines, rowsOf(path, looked->spec));
        qInfo("%s as %s: %lld rows, %lld new, %lld known, %lld rejected", qPrintable(QFileInfo(path).fileName()),
              qPrintable(toText(kind)), imported.batch.totals.lines, imported.batch.totals.added,
              imported.batch.totals.duplicates, imported.batch.totals.rejected);
    }
    QCOMPARE(clinic.store().verify().problems, QStringList());
}

void TestImportSamples::synthea_patientsAndTheirRecords_belongTogether()
{
    TestClinic clinic;
    const auto patients =
        bring(clinic, must(lookAt(sample("csv-excel/synthea-semicolon/patients.csv"), ImportKind::Patients, {})).spec);
    QCOMPARE(patients.batch.totals.lines, 250);
    QCOMPARE(patients.batch.totals.rejected, 0);
    QCOMPARE(patients.batch.totals.added, 250); // people of one birth date and town are not one
    const auto one = must(clinic.read(clinic.owner(), [](const store::Snapshot &view) {
        return patient::findByReference(view, QStringLiteral("1d604da9-9a81-4ba9-80c2-de3375d59b40"));
    }));
    QCOMPARE(one.name, QStringLiteral("José Eduardo181 Gómez206"));
    QCOMPARE(one.birthDate->toText(), QStringLiteral("1989-05-25"));
    QCOMPARE(one.sex, Sex::Male);

    const auto allergies = bring(
        clinic, must(lookAt(sample("csv-excel/synthea-semicolon/allergies.csv"), ImportKind::Allergies, {})).spec);
    QCOMPARE(allergies.batch.totals.rejected, 0); // every one is somebody's

    // Conditions as visits: one a line.
    ImportSpec spec = must(lookAt(sample("csv-excel/synthea-semicolon/conditions.csv"), ImportKind::Visits, {})).spec;
    QVERIFY(spec.mapping.has(Target::Western));
    const auto conditions = bring(clinic, spec);
    QCOMPARE(conditions.batch.totals.rejected, 0);
    QCOMPARE(conditions.batch.totals.added, conditions.batch.totals.lines);
}

void TestImportSamples::openEmr_spoiltCells_areSetAside()
{
    TestClinic clinic;
    ImportSpec spec = must(lookAt(sample("csv-excel/openemr-demo-patients.csv"), ImportKind::Patients, {})).spec;
    spec.mapping.countryCode = QStringLiteral("1");
    const auto imported = bring(clinic, spec);
    QCOMPARE(imported.batch.totals.lines, 14);
    QCOMPARE(imported.batch.totals.rejected, 0);
    const auto farrah = must(clinic.read(
        clinic.owner(), [](const store::Snapshot &view) { return patient::search(view, QStringLiteral("Farrah")); }));
    QCOMPARE(farrah.size(), 1);
}

void TestImportSamples::insomnia_prescriptions_areReadHerbByHerb()
{
    TestClinic clinic;
    const QString path = sample("tcm/insomnia-prescriptions-001-200.csv");
    // Its patients have numbers alone; somebody must know them first.
    for (int number = 1; number <= 200; ++number) {
        PatientDraft draft;
        draft.name = QStringLiteral("失眠%1").arg(number);
        draft.withoutPhone = true;
        draft.oldNumber = QString::number(number);
        must(clinic.write(clinic.receptionist(), "patient.register",
                          [&](store::Transaction &tx) { return patient::register_(tx, draft); }));
    }
    auto looked = must(lookAt(path, ImportKind::Visits, {}));
    QCOMPARE(looked.spec.mapping.columns.value(Target::Herbs).size(), 16);
    QCOMPARE(missingIn(looked.spec.mapping, ImportKind::Visits).size(), 1); // no day
}

QTEST_GUILESS_MAIN(TestImportSamples)
#include "tst_importsamples.moc"
