#include "access/auditlog.h"
#include "access/people.h"
#include "access/roles.h"
#include "access/settings.h"
#include "clinic/contact/communication.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/relations.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/attachments.h"
#include "interop/exporting.h"
#include "interop/importing.h"
#include "interop/readtable.h"
#include "support/faultyfiles.h"
#include "support/testclinic.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace xinglin::test;

namespace {

const char *const Evil = "=HYPERLINK(\"http://example.invalid\")";

} // namespace

/// Exports: that nothing is forgotten, that nobody gets more than they may read, that all of it is there or nothing.
class TestExporting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_clinic.reset(); }

    void kinds_registry_isListedWhole();
    void kinds_unlistedColumn_isAMisfit();
    void kinds_statements_readNoSecret();
    void export_owner_hasNoNarrativeAndSaysSo();
    void export_ownerWhoTreats_hasTheNotesAndFiles();
    void export_ownPatientsOnly_leavesForeignNotesOut();
    void export_restricted_isForThoseWhoMaySeeThem();
    void export_openAndUndoneImports_areNotInIt();
    void export_merged_pointsToTheOneThatStays();
    void export_receptionist_isRefused();
    void export_csv_comesInAgainWithoutLoss();
    void export_formulas_areTextInEveryFormat();
    void export_json_isTypedLineByLine();
    void export_manyRows_goOnInAnotherWorkbook();
    void export_longText_standsInAFileOfItsOwn_data();
    void export_longText_standsInAFileOfItsOwn();
    void export_zip_isOneFile();
    void export_damagedAttachment_isToldAndTheRestComes();
    void export_cancelled_nothingStays();
    void export_diskFails_nothingStays();
    void export_diskFailsForGood_namesWhatStays();
    void export_somethingThere_isLeftAlone();
    void export_linkToNowhere_isNotReplaced();
    void export_slashAtTheEnd_isTheSamePlace();
    void export_trainingClinic_isMarkedInItsName();
    void export_leftOver_isReplaced();
    void export_leftOverOfAnotherName_isRemoved();
    void export_audited_beforeAndAfter();
    void verify_changedFile_isNamed();
    void verify_leadingOut_isDamaged();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        return *std::move(result);
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Result<Exported> run(const ExportSpec &spec, const ExportTold &told = {}, Files *files = nullptr)
    {
        return runExport(m_clinic->store(), m_clinic->owner(), *m_catalog, spec, files ? *files : m_clinic->files,
                         told);
    }
    Exported exportTo(const QString &name, ExportFormat format = ExportFormat::Csv, const QStringList &kinds = {})
    {
        return must(run({path(name), format, kinds}));
    }
    /// The owner sees patients as well.
    void makeOwnerTreat()
    {
        must(m_clinic->write(m_clinic->owner(), "roles.grant", [&](store::Transaction &tx) {
            return access::grant(tx, access::UserId(*m_clinic->owner().user), access::Role::Practitioner);
        }));
    }
    consultation::Stored visit(const store::Actor &who, PatientId id, const QString &complaint)
    {
        consultation::Draft draft;
        draft.visit.patient = id;
        draft.visit.note.complaint = complaint;
        draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚")}};
        PrescriptionDraft formula;
        formula.lines = {{QStringLiteral("huang-qi"), QStringLiteral("黄芪"), Mass::milligrams(15'500), {}}};
        draft.prescriptions = {formula};
        return must(m_clinic->write(who, "consultation.sign",
                                    [&](store::Transaction &tx) { return consultation::sign(tx, *m_catalog, draft); }));
    }
    Attachment attach(PatientId id)
    {
        AttachmentDraft draft;
        draft.patient = id;
        draft.kind = AttachmentKind::Report;
        draft.title = QStringLiteral("化验单");
        draft.mediaType = QStringLiteral("application/pdf");
        return must(attachments::attach(m_clinic->store(), m_clinic->practitioner(), draft, "%PDF-1.4 test"));
    }
    QList<QStringList> table(const QString &place)
    {
        const ReadTable read = readAll(openTable(path(place), {}));
        if (read.error)
            qFatal("%s: %s", qPrintable(place), qPrintable(read.error->message));
        QList<QStringList> rows;
        for (const Row &row : read.rows) {
            QStringList cells;
            for (const Cell &cell : row.cells)
                cells << cell.text;
            rows << cells;
        }
        return rows;
    }
    /// The cells of one column, without its head.
    QStringList column(const QString &place, const QString &name)
    {
        const auto rows = table(place);
        const qsizetype at = rows[0].indexOf(name);
        if (at < 0)
            qFatal("%s has no %s", qPrintable(place), qPrintable(name));
        QStringList cells;
        for (const QStringList &row : rows.mid(1))
            cells << row.value(at);
        return cells;
    }
    QByteArray bytes(const QString &place) const
    {
        QFile file(path(place));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject manifest(const QString &name) const
    {
        return QJsonDocument::fromJson(bytes(name + QStringLiteral("/manifest.json"))).object();
    }
    bool isLeftOut(const QJsonObject &manifest, const QString &what, const QString &why) const
    {
        for (const auto &value : manifest[u"left_out"].toArray()) {
            if (value.toObject()[u"what"].toString().startsWith(what) && value.toObject()[u"why"] == why)
                return !value.toObject()[u"zh"].toString().isEmpty();
        }
        return false;
    }
    QStringList leftThere() const
    {
        QStringList all;
        QDirIterator there(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (there.hasNext())
            all << there.next();
        return all;
    }
    QStringList auditRows()
    {
        const auto page = must(m_clinic->read(m_clinic->actor(access::Role::Auditor), [](const store::Snapshot &view) {
            return auditlog::read(view, {}, {}, 50);
        }));
        QStringList rows;
        for (const auditlog::Line &line : page.lines) {
            if (line.action.startsWith("data."))
                rows.prepend(QString::fromLatin1(line.action + ' ' + line.outcome) + u' ' + line.detail);
        }
        return rows;
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<TestClinic> m_clinic;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExporting::initTestCase()
{
    m_catalog = must(Catalog::load());
}

void TestExporting::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestExporting::kinds_registry_isListedWhole()
{
    QCOMPARE(ExportKinds::shipped().misfits(m_clinic->store().registry()), QStringList());
    // Names that a file or a heading has twice would hide one of them.
    QSet<QString> files;
    for (const ExportKind &kind : ExportKinds::shipped().kinds()) {
        QVERIFY2(!files.contains(kind.file), qPrintable(kind.file));
        files << kind.file;
        OpenKind open;
        open.kind = &kind;
        open.columns = kind.columns;
        const QStringList names = open.names();
        QVERIFY2(QSet<QString>(names.cbegin(), names.cend()).size() == names.size(), qPrintable(kind.file));
        QCOMPARE(names[0], QStringLiteral("id"));
    }
}

void TestExporting::kinds_unlistedColumn_isAMisfit()
{
    const auto registry = must(store::Registry::fromJson(
        R"({"groups": ["public"], "tables": [
            {"name": "tag", "wire": 1, "class": "E", "group": "public",
             "columns": [["name", 1], ["hue", 2], ["retired", 3], ["shape", 4]]},
            {"name": "invoice", "wire": 2, "class": "E", "group": "public", "columns": [["fen", 1]]}]})"));
    const QStringList misfits = ExportKinds::shipped().misfits(registry);
    QVERIFY(misfits.contains(QStringLiteral("tag.shape")));
    QVERIFY(misfits.contains(QStringLiteral("invoice")));
    QVERIFY(!misfits.contains(QStringLiteral("tag.hue")));
}

void TestExporting::kinds_statements_readNoSecret()
{
    for (const ExportKind &kind : ExportKinds::shipped().kinds()) {
        for (const ExportColumn &column : kind.columns) {
            QVERIFY2(!column.column.contains("key") || kind.table == "setting", column.column.constData());
            QVERIFY2(!column.column.contains("password"), column.column.constData());
        }
    }
    for (const char *table : {"draft", "search_key", "link_key", "audit", "identity", "local_state", "backup"}) {
        for (const ExportKind &kind : ExportKinds::shipped().kinds())
            QVERIFY2(kind.table != table, table);
    }
}

void TestExporting::export_owner_hasNoNarrativeAndSaysSo()
{
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    visit(m_clinic->practitioner(), patient.id, QStringLiteral("失眠三月"));
    attach(patient.id);
    const Exported exported = exportTo(QStringLiteral("out"));
    QCOMPARE(column("out/patients.csv", "name"), QStringList{QStringLiteral("陈淑芬")});
    QCOMPARE(column("out/visits.csv", "patient_name"), QStringList{QStringLiteral("陈淑芬")});
    QCOMPARE(column("out/visits.csv", "patient_number"), QStringList{patient.number});
    QCOMPARE(column("out/prescription_items.csv", "herb_name"), QStringList{QStringLiteral("黄芪")});
    QCOMPARE(column("out/prescription_items.csv", "dose_g_per_packet"), QStringList{QStringLiteral("15.5")});
    QCOMPARE(column("out/prescription_items.csv", "patient_id"), QStringList{patient.id.toString()});
    QCOMPARE(column("out/visit_revisions.csv", "is_latest"), QStringList{QStringLiteral("TRUE")});
    QVERIFY(!table("out/visit_revisions.csv")[0].contains("complaint"));
    QVERIFY(!table("out/patients.csv")[0].contains("note"));
    QDirIterator files(path("out"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY2(!all.contains("失眠三月") && !all.contains("心脾两虚") && !all.contains("%PDF"),
                 qPrintable(file.fileName()));
    }
    for (const char *kind : {"diagnoses", "answers", "attachments", "certificates", "phrases", "problems"})
        QVERIFY2(!QFile::exists(path(QStringLiteral("out/%1.csv").arg(QLatin1String(kind)))), kind);
    const QJsonObject told = manifest("out");
    QVERIFY(isLeftOut(told, "diagnoses", "narrative"));
    QVERIFY(isLeftOut(told, "visit_revisions: ", "narrative"));
    QVERIFY(isLeftOut(told, "user.public_key", "secret"));
    QVERIFY(isLeftOut(told, "audit", "audit"));
    QVERIFY(isLeftOut(told, "emergency_access", "oversight"));
    QVERIFY(isLeftOut(told, "*", "open-imports"));
    QVERIFY(!isLeftOut(told, "*", "restricted"));
    QVERIFY(!told.contains("training"));
    QCOMPARE(told["clinic"].toObject()["name"].toString(), QStringLiteral("杏林堂中医诊所"));
    QCOMPARE(told["made_at"].toString(), QStringLiteral("2026-03-12T10:00:00+08:00"));
    QCOMPARE(told["schema_version"].toInt(), m_clinic->store().schema());
    QCOMPARE(column("out/visits.csv", "date"), QStringList{QStringLiteral("2026-03-12")});
    QCOMPARE(column("out/visits.csv", "started_at"), QStringList{QStringLiteral("2026-03-12T10:00:00.000+08:00")});
    // Every file is in the list with its hash and its rows, and nothing else is there.
    const ExportCheck check = must(verifyExport(m_clinic->files, path("out")));
    QCOMPARE(check.problems, QList<ExportProblem>());
    QCOMPARE(check.files, exported.files.size());
    QCOMPARE(check.rows, exported.rows);
    for (const auto &value : told["files"].toArray()) {
        const QJsonObject file = value.toObject();
        QCOMPARE(
            QString::fromLatin1(
                QCryptographicHash::hash(bytes("out/" + file["name"].toString()), QCryptographicHash::Sha256).toHex()),
            file["sha256"].toString());
        if (file.contains("rows"))
            QCOMPARE(table("out/" + file["name"].toString()).size() - 1, file["rows"].toInteger());
    }
    // The dictionary explains every column.
    QSet<QString> explained;
    for (const QStringList &row : table("out/dictionary.csv").mid(1)) {
        for (const QString &name : row[3].split(QStringLiteral(", ")))
            explained << row[0] + u'.' + name;
    }
    for (const ExportedFile &file : exported.files) {
        for (const QString &name : file.columns)
            QVERIFY2(explained.contains(file.kind + u'.' + name), qPrintable(file.kind + u'.' + name));
    }
    QVERIFY(bytes("out/README.txt").startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes("out/patients.csv").startsWith("\xEF\xBB\xBF"));
}

void TestExporting::export_ownerWhoTreats_hasTheNotesAndFiles()
{
    makeOwnerTreat();
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    const auto stored = visit(m_clinic->practitioner(), patient.id, QStringLiteral("失眠三月"));
    const Attachment paper = attach(patient.id);
    exportTo(QStringLiteral("out"));
    QCOMPARE(column("out/visit_revisions.csv", "complaint"), QStringList{QStringLiteral("失眠三月")});
    QCOMPARE(column("out/diagnoses.csv", "display"), QStringList{QStringLiteral("心脾两虚")});
    QCOMPARE(column("out/diagnoses.csv", "visit_id"), QStringList{stored.revision.visit.toString()});
    QCOMPARE(column("out/diagnoses.csv", "patient_name"), QStringList{QStringLiteral("陈淑芬")});
    const QString file = QStringLiteral("attachments/%1.pdf").arg(paper.id.toString());
    QCOMPARE(column("out/attachments.csv", "file"), QStringList{file});
    QCOMPARE(bytes("out/" + file), QByteArray("%PDF-1.4 test"));
    QCOMPARE(column("out/attachments.csv", "sha256"), QStringList{QString::fromLatin1(paper.sha256.toHex())});
    QVERIFY(!isLeftOut(manifest("out"), "diagnoses", "narrative"));
    QCOMPARE(must(verifyExport(m_clinic->files, path("out"))).problems, QList<ExportProblem>());
}

void TestExporting::export_ownPatientsOnly_leavesForeignNotesOut()
{
    makeOwnerTreat();
    must(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, QStringLiteral("own"));
    }));
    const Patient own = m_clinic->patient(QStringLiteral("陈淑芬"));
    const Patient foreign = m_clinic->patient(QStringLiteral("王建国"), QStringLiteral("13900139000"));
    visit(m_clinic->owner(), own.id, QStringLiteral("失眠"));
    visit(m_clinic->practitioner(), foreign.id, QStringLiteral("咳嗽"));
    attach(foreign.id);
    exportTo(QStringLiteral("out"));
    QCOMPARE(column("out/visit_revisions.csv", "complaint"), (QStringList{QStringLiteral("失眠"), QString()}));
    QCOMPARE(column("out/diagnoses.csv", "patient_name"), QStringList{QStringLiteral("陈淑芬")});
    QCOMPARE(column("out/prescriptions.csv", "patient_name").size(), 2);
    QCOMPARE(table("out/attachments.csv").size(), 1);
    QVERIFY(!QFile::exists(path("out/attachments")));
    QVERIFY(isLeftOut(manifest("out"), "*", "own-patients"));
}

void TestExporting::export_restricted_isForThoseWhoMaySeeThem()
{
    const Patient shown = m_clinic->patient(QStringLiteral("陈淑芬"));
    const Patient hidden = m_clinic->patient(QStringLiteral("王建国"), QStringLiteral("13900139000"));
    visit(m_clinic->practitioner(), hidden.id, QStringLiteral("咳嗽"));
    // Each way that rows of others lead to them.
    must(m_clinic->write(m_clinic->receptionist(), "test.act", [&](store::Transaction &tx) {
        return relation::relate(tx, {shown.id, hidden.id, {}, {}, QStringLiteral("BRO"), false});
    }));
    must(m_clinic->write(m_clinic->receptionist(), "test.act", [&](store::Transaction &tx) -> Result<Done> {
        for (const auto &[name, became] : {std::pair("未建档者", shown.id), std::pair("要求隐去者", hidden.id)}) {
            EnquiryDraft asked;
            asked.name = QString::fromUtf8(name);
            const Enquiry enquiry = must(enquiry::record(tx, asked));
            ContactDraft call;
            call.enquiry = enquiry.id;
            call.text = asked.name + QStringLiteral("来电");
            must(contact::log(tx, call));
            must(enquiry::link(tx, enquiry.id, became));
        }
        return Done{};
    }));
    must(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, hidden.id, true, QStringLiteral("要求"));
    }));
    exportTo(QStringLiteral("owner"));
    QCOMPARE(column("owner/patients.csv", "name"), (QStringList{QStringLiteral("陈淑芬"), QStringLiteral("王建国")}));
    QCOMPARE(column("owner/visits.csv", "patient_name"), QStringList{QStringLiteral("王建国")});

    QCOMPARE(column("owner/communications.csv", "text").size(), 2);
    QVERIFY(!column("owner/related_people.csv", "relationship").isEmpty());

    // Somebody who may export but not see them; there is no such role, so a copy is made by force.
    const store::Actor clerk = m_clinic->another(access::Role::Receptionist);
    must(m_clinic->write(m_clinic->owner(), "roles.save", [&](store::Transaction &tx) -> Result<Done> {
        access::CustomRole role;
        role.name = QStringLiteral("导出员");
        role.base = access::Role::Owner;
        role.permissions = {access::Permission::RunBackups};
        const auto saved = access::saveRole(tx, role);
        if (!saved)
            return saved.error();
        tx.sql("UPDATE custom_role SET permissions = 'data.export' WHERE id = ?1").bind(saved->id).run();
        return access::grantRole(tx, access::UserId(*clerk.user), saved->id);
    }));
    must(runExport(m_clinic->store(), clerk, *m_catalog, {path("clerk")}, m_clinic->files));
    QCOMPARE(column("clerk/patients.csv", "name"), QStringList{QStringLiteral("陈淑芬")});
    QDirIterator files(path("clerk"), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY2(!all.contains("王建国") && !all.contains("13900139000") &&
                     !all.contains(hidden.id.toString().toLatin1()),
                 qPrintable(file.fileName()));
    }
    QCOMPARE(column("clerk/communications.csv", "text"), QStringList{QStringLiteral("未建档者来电")});
    QCOMPARE(table("clerk/related_people.csv").size(), 1);
    QVERIFY(isLeftOut(manifest("clerk"), "*", "restricted"));
}

void TestExporting::export_openAndUndoneImports_areNotInIt()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    QFile in(path("a.csv"));
    QVERIFY(in.open(QIODevice::WriteOnly));
    in.write("姓名,电话\n张伟,13800138001\n");
    in.close();
    const ImportSpec spec = must(lookAt(path("a.csv"), ImportKind::Patients, {})).spec;
    const Imported undone = must(runImport(m_clinic->store(), m_clinic->owner(), *m_catalog, spec));
    must(m_clinic->write(m_clinic->owner(), "import.undo",
                         [&](store::Transaction &tx) { return batch::rollBack(tx, undone.batch.id); }));
    // Another one is still open.
    const auto open = must(m_clinic->write(m_clinic->owner(), "import.open", [&](store::Transaction &tx) {
        return batch::open(tx, {QStringLiteral("patients"), QStringLiteral("b.csv"), "digest", "{}"});
    }));
    PatientDraft draft;
    draft.name = QStringLiteral("李娜");
    draft.phone = QStringLiteral("13700137000");
    must(m_clinic->write(m_clinic->owner(), "import.rows",
                         [&](store::Transaction &tx) { return patient::import(tx, open.id, draft); }));
    exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("patients"), QStringLiteral("imports")});
    QCOMPARE(column("out/patients.csv", "name"), QStringList{QStringLiteral("陈淑芬")});
    QCOMPARE(column("out/imports.csv", "state"), (QStringList{QStringLiteral("rolled-back"), QStringLiteral("open")}));
}

void TestExporting::export_merged_pointsToTheOneThatStays()
{
    const Patient kept = m_clinic->patient(QStringLiteral("陈淑芬"));
    const Patient gone = m_clinic->patient(QStringLiteral("陈淑芳"), QStringLiteral("13900139000"));
    must(m_clinic->write(m_clinic->owner(), "patient.merge", [&](store::Transaction &tx) {
        patient::MergeDraft draft;
        draft.kept = kept.id;
        draft.merged = gone.id;
        return patient::merge(tx, draft);
    }));
    exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("patients")});
    QCOMPARE(column("out/patients.csv", "merged_into_id"), (QStringList{QString(), kept.id.toString()}));
    QCOMPARE(column("out/patients.csv", "merged_into_number"), (QStringList{QString(), kept.number}));
}

void TestExporting::export_receptionist_isRefused()
{
    const auto refused =
        runExport(m_clinic->store(), m_clinic->receptionist(), *m_catalog, {path("out")}, m_clinic->files);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::NoPermission);
    QCOMPARE(leftThere(), QStringList());
}

void TestExporting::export_csv_comesInAgainWithoutLoss()
{
    struct Person
    {
        QString name, phone, document, birth;
    };
    const QList<Person> people{
        {QStringLiteral("陈淑芬"), QStringLiteral("13800138000"), QStringLiteral("11010519491231002X"),
         QStringLiteral("1949-12-31")},
        {QStringLiteral("=1+1"), QStringLiteral("+86 139 0013 9000"), {}, QStringLiteral("1980-05")},
        {QStringLiteral("'-引号,\"逗号\""), QStringLiteral("010-12345678"), {}, QStringLiteral("1975")},
        {QStringLiteral("阿依古丽·买买提"), QStringLiteral("13700137000"), {}, {}}};
    for (const Person &person : people) {
        PatientDraft draft;
        draft.name = person.name;
        draft.phone = person.phone;
        draft.documentNumber = person.document;
        if (!person.document.isEmpty())
            draft.documentKind = DocumentKind::ResidentId;
        draft.birthDate = person.birth;
        must(m_clinic->write(m_clinic->receptionist(), "patient.register",
                             [&](store::Transaction &tx) { return patient::register_(tx, draft); }));
    }
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Xlsx}) {
        const QString name = toText(format);
        exportTo(name, format, {QStringLiteral("patients")});
        const QStringList numbers = column(name + QStringLiteral("/patients.") + name, "patient_number");
        TestClinic fresh(7);
        const ImportSpec spec =
            must(lookAt(path(name + QStringLiteral("/patients.") + name), ImportKind::Patients, {})).spec;
        const Imported imported = must(runImport(fresh.store(), fresh.owner(), *m_catalog, spec));
        QCOMPARE(imported.batch.totals, (batch::Totals{4, 4, 0, 0}));
        must(runExport(fresh.store(), fresh.owner(), *m_catalog,
                       {path(name + u'2'), ExportFormat::Csv, {QStringLiteral("patients")}}, fresh.files));
        const QString again = name + QStringLiteral("2/patients.csv");
        QCOMPARE(column(again, "old_number"), numbers);
        for (qsizetype i = 0; i < people.size(); ++i) {
            QCOMPARE(column(again, "name")[i], people[i].name);
            QCOMPARE(column(again, "id_number")[i], people[i].document);
            QCOMPARE(column(again, "birth_date")[i], people[i].birth);
        }
        for (const char *same : {"phone", "sex", "id_kind", "address"})
            QCOMPARE(column(again, QLatin1String(same)),
                     column(name + QStringLiteral("/patients.") + name, QLatin1String(same)));
        QCOMPARE(column(again, "phone")[0], people[0].phone);
    }
}

void TestExporting::export_formulas_areTextInEveryFormat()
{
    const Patient patient = m_clinic->patient(QString::fromUtf8(Evil));
    exportTo(QStringLiteral("csv"), ExportFormat::Csv, {QStringLiteral("patients")});
    exportTo(QStringLiteral("xlsx"), ExportFormat::Xlsx, {QStringLiteral("patients")});
    exportTo(QStringLiteral("json"), ExportFormat::Json, {QStringLiteral("patients")});
    const QByteArray raw = bytes("csv/patients.csv");
    QVERIFY(raw.contains(QByteArray("'=HYPERLINK")));
    QVERIFY(!raw.contains(QByteArray(",=HYPERLINK")) && !raw.contains(QByteArray(",\"=HYPERLINK")));
    QCOMPARE(column("csv/patients.csv", "name"), QStringList{patient.name});
    QCOMPARE(column("xlsx/patients.xlsx", "name"), QStringList{patient.name});
    QCOMPARE(QJsonDocument::fromJson(bytes("json/patients.jsonl")).object()["name"].toString(), patient.name);
}

void TestExporting::export_json_isTypedLineByLine()
{
    const Patient patient = m_clinic->patient(QStringLiteral("陈\"淑\\芬"));
    visit(m_clinic->practitioner(), patient.id, QStringLiteral("失眠"));
    exportTo(QStringLiteral("out"), ExportFormat::Json,
             {QStringLiteral("patients"), QStringLiteral("prescription_items"), QStringLiteral("enquiries")});
    const QByteArray raw = bytes("out/patients.jsonl");
    QVERIFY(raw.startsWith("{\"id\":\"") && raw.endsWith("}\n"));
    const QJsonObject row = QJsonDocument::fromJson(raw).object();
    QCOMPARE(row["name"].toString(), patient.name);
    QCOMPARE(row["restricted"], QJsonValue(false));
    QVERIFY(row.contains("address") && row["address"].isNull());
    const QJsonObject item = QJsonDocument::fromJson(bytes("out/prescription_items.jsonl")).object();
    QCOMPARE(item["dose_g_per_packet"], QJsonValue(15.5));
    QCOMPARE(item["herb_id"].toString(), QStringLiteral("huang-qi"));
    QVERIFY(bytes("out/enquiries.jsonl").isEmpty());
}

void TestExporting::export_manyRows_goOnInAnotherWorkbook()
{
    for (int i = 0; i < 5; ++i)
        m_clinic->patient(QStringLiteral("病人%1").arg(i), QStringLiteral("1380013800%1").arg(i));
    ExportSpec spec{path("out"), ExportFormat::Xlsx, {QStringLiteral("patients")}, 2};
    const Exported exported = must(run(spec));
    QStringList names;
    for (const char *file : {"patients.xlsx", "patients-2.xlsx", "patients-3.xlsx"})
        names += column(QStringLiteral("out/%1").arg(QLatin1String(file)), "name");
    QCOMPARE(names.join(u' '), QStringLiteral("病人0 病人1 病人2 病人3 病人4"));
    QCOMPARE(exported.rows, 5);
    QVERIFY(isLeftOut(manifest("out"), "visits", "not-wanted"));
    QVERIFY(!QFile::exists(path("out/visits.xlsx")));
    QCOMPARE(must(verifyExport(m_clinic->files, path("out"))).problems, QList<ExportProblem>());
}

void TestExporting::export_longText_standsInAFileOfItsOwn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("longer than a cell") << QString(40'000, QChar(0x75c5));
    // What a workbook cannot hold as it is takes seven characters each.
    QTest::newRow("longer when it is written")
        << QStringLiteral("失眠\r").repeated(10'000) + QString(2'000, QChar(0x75c5));
}

void TestExporting::export_longText_standsInAFileOfItsOwn()
{
    QFETCH(QString, text);
    makeOwnerTreat();
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    visit(m_clinic->practitioner(), patient.id, text);
    exportTo(QStringLiteral("out"), ExportFormat::Xlsx, {QStringLiteral("visit_revisions")});
    const QString name = column("out/visit_revisions.xlsx", "complaint").value(0);
    QVERIFY2(name.startsWith(QStringLiteral("texts/visit_revisions-")), qPrintable(name));
    QCOMPARE(QString::fromUtf8(bytes("out/" + name)), text);
    QCOMPARE(must(verifyExport(m_clinic->files, path("out"))).problems, QList<ExportProblem>());
}

void TestExporting::export_zip_isOneFile()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    const Exported exported =
        exportTo(QStringLiteral("out.zip"), ExportFormat::Csv, {QStringLiteral("patients"), QStringLiteral("visits")});
    QCOMPARE(leftThere(), QStringList{path("out.zip")});
    QVERIFY(bytes("out.zip").startsWith("PK"));
    QCOMPARE(QFile(path("out.zip")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    for (const ExportedFile &file : exported.files)
        QVERIFY2(bytes("out.zip").contains(file.name.toUtf8()), qPrintable(file.name));
    const auto check = verifyExport(m_clinic->files, path("out.zip"));
    QVERIFY(!check);
    QCOMPARE(check.error().code, Code::Invalid);
}

void TestExporting::export_damagedAttachment_isToldAndTheRestComes()
{
    makeOwnerTreat();
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    attach(patient.id);
    QDirIterator files(m_clinic->folder() + QStringLiteral("/attachments"), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext())
        QVERIFY(QFile::remove(files.next()));
    exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("attachments")});
    QCOMPARE(column("out/attachments.csv", "title"), QStringList{QStringLiteral("化验单")});
    QCOMPARE(column("out/attachments.csv", "file"), QStringList{QString()});
    QVERIFY(isLeftOut(manifest("out"), "attachments/", "file-missing"));
}

void TestExporting::export_cancelled_nothingStays()
{
    for (int i = 0; i < 3; ++i)
        m_clinic->patient(QStringLiteral("病人%1").arg(i));
    for (int stop = 1; stop < 8; ++stop) {
        int told = 0;
        const auto stopped = run(
            {path("out"),
             ExportFormat::Csv,
             {QStringLiteral("patients"), QStringLiteral("visits"), QStringLiteral("tags"), QStringLiteral("people")}},
            [&](const ExportProgress &) { return ++told < stop; });
        QVERIFY2(!stopped, qPrintable(QString::number(stop)));
        QCOMPARE(stopped.error().code, Code::Cancelled);
        QCOMPARE(leftThere(), QStringList());
    }
    QVERIFY2(auditRows().constLast().startsWith(QStringLiteral("data.exported failed")),
             qPrintable(auditRows().constLast()));
}

void TestExporting::export_diskFails_nothingStays()
{
    makeOwnerTreat();
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    attach(patient.id);
    const QStringList kinds{QStringLiteral("patients"), QStringLiteral("attachments"), QStringLiteral("tags")};
    for (const QString &name : {QStringLiteral("out"), QStringLiteral("out.zip")}) {
        FaultyFiles faulty(m_clinic->files);
        faulty.failAt(0, FaultyFiles::How::Before, false);
        must(run({path("calls-") + name, ExportFormat::Json, kinds}, {}, &faulty));
        const int calls = faulty.calls();
        QVERIFY(calls > 15);
        const QStringList before = leftThere();
        int refused = 0;
        for (int call = 1; call <= calls; ++call) {
            // Each call once, in turn not done, done by half, and done but told as failed.
            const auto how = static_cast<FaultyFiles::How>(call % 3);
            faulty.failAt(call, how, false);
            const auto exported = run({path(name), ExportFormat::Json, kinds}, {}, &faulty);
            faulty.heal();
            if (exported) { // what failed was the removal of something that was not there
                if (!name.endsWith(u".zip"))
                    QCOMPARE(must(verifyExport(faulty, path(name))).problems, QList<ExportProblem>());
                QVERIFY(QFile::remove(path(name)) || QDir(path(name)).removeRecursively());
                continue;
            }
            ++refused;
            QVERIFY2(exported.error().message.contains(QStringLiteral("nothing of it stays")),
                     qPrintable(exported.error().message));
            QVERIFY2(leftThere() == before, qPrintable(QStringLiteral("%1: %2").arg(call).arg(leftThere().join(u' '))));
        }
        QVERIFY(refused > 15);
    }
}

void TestExporting::export_diskFailsForGood_namesWhatStays()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    FaultyFiles faulty(m_clinic->files);
    faulty.failAt(8, FaultyFiles::How::Before, true);
    const auto exported = run({path("out"), ExportFormat::Json, {QStringLiteral("patients")}}, {}, &faulty);
    const QString part = growingPath(path("out"));
    QVERIFY(!exported);
    QVERIFY(QFile::exists(part + QStringLiteral("/patients.jsonl")));
    QVERIFY2(exported.error().message.contains(part), qPrintable(exported.error().message));
    QVERIFY(!exported.error().message.contains(QStringLiteral("nothing of it stays")));
    QCOMPARE(auditRows().constLast(), QStringLiteral("data.exported failed %1, stays in %2").arg(path("out"), part));
    faulty.heal();
    const Exported again = must(run({path("out"), ExportFormat::Json, {QStringLiteral("patients")}}, {}, &faulty));
    QCOMPARE(again.left, QString());
    QVERIFY(!QFile::exists(part));

    // Of a ZIP file that is whole, what it was packed from.
    faulty.failAt(0, FaultyFiles::How::Before, false);
    must(run({path("a.zip"), ExportFormat::Json, {QStringLiteral("patients")}}, {}, &faulty));
    faulty.failAt(faulty.calls(), FaultyFiles::How::Before, true);
    const Exported zipped = must(run({path("b.zip"), ExportFormat::Json, {QStringLiteral("patients")}}, {}, &faulty));
    QCOMPARE(zipped.left, growingPath(path("b.zip")));
    QVERIFY(QFile::exists(zipped.left));
    QCOMPARE(auditRows().constLast(), QStringLiteral("data.exported failed %1 stays").arg(zipped.left));
}

void TestExporting::export_linkToNowhere_isNotReplaced()
{
    for (const QString &name : {QStringLiteral("out"), QStringLiteral("out.zip")}) {
        QVERIFY(QFile::link(path("nowhere"), path(name)));
        const auto refused = run({path(name), ExportFormat::Csv, {QStringLiteral("people")}});
        QVERIFY(!refused && refused.error().code == Code::Conflict);
        QVERIFY(QFileInfo(path(name)).isSymLink());
        // The same where somebody puts it there meanwhile.
        QVERIFY(QFile::remove(path(name)));
        const auto late = run({path(name), ExportFormat::Csv, {QStringLiteral("people")}}, [&](const ExportProgress &) {
            QFile::link(path("nowhere"), path(name));
            return true;
        });
        QVERIFY(!late && late.error().code == Code::Conflict);
        QVERIFY(QFileInfo(path(name)).isSymLink());
        QVERIFY(!QFile::exists(path("nowhere")));
    }
}

void TestExporting::export_somethingThere_isLeftAlone()
{
    QVERIFY(QDir().mkpath(path("out")));
    QFile mine(path("out/mine.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    const auto refused = run({path("out")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(bytes("out/mine.txt"), QByteArray("mine"));
    QCOMPARE(leftThere().size(), 2);
}

void TestExporting::export_slashAtTheEnd_isTheSamePlace()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    for (const QString &name : {QStringLiteral("out"), QStringLiteral("out.zip")}) {
        const Exported exported =
            must(run({path(name) + QStringLiteral("//"), ExportFormat::Csv, {QStringLiteral("patients")}}));
        QCOMPARE(exported.path, path(name));
        QVERIFY2(QFileInfo(path(name)).isFile() == name.endsWith(u".zip"), qPrintable(name));
        const auto again = run({path(name) + u'/', ExportFormat::Csv, {QStringLiteral("patients")}});
        QVERIFY(!again && again.error().code == Code::Conflict);
    }
    QCOMPARE(column("out/patients.csv", "name"), QStringList{QStringLiteral("陈淑芬")});
    QVERIFY(!QFile::exists(growingPath(path("out"))));
}

void TestExporting::export_trainingClinic_isMarkedInItsName()
{
    must(m_clinic->write(m_clinic->owner(), "clinic.edit", [](store::Transaction &tx) -> Result<Done> {
        tx.connection().internal("UPDATE clinic SET is_training = 1 /* whole table */").run();
        return Done{};
    }));
    const Exported exported = must(run({path(QStringLiteral("out.zip")), ExportFormat::Csv}));
    QCOMPARE(exported.path, path(QStringLiteral("TRAINING-out.zip")));
    QVERIFY(QFile::exists(exported.path));
    QVERIFY(!QFile::exists(path(QStringLiteral("out.zip"))));
    m_clinic->patient(QStringLiteral("陈淑芬"));
    const Exported folder = must(run({path(QStringLiteral("out")), ExportFormat::Csv}));
    QCOMPARE(manifest("TRAINING-out")["training"], QJsonValue(true));
    QVERIFY(bytes("TRAINING-out/README.txt").startsWith("\xEF\xBB\xBFTRAINING"));

    // Under whatever name, it does not come into a clinic with patients.
    TestClinic real(7);
    const auto refusedAll = [&](const QString &file) {
        const ImportSpec spec = must(lookAt(file, ImportKind::Patients, {})).spec;
        const auto dry = dryRun(real.store(), real.owner(), *m_catalog, spec);
        const auto imported = runImport(real.store(), real.owner(), *m_catalog, spec);
        return !dry && dry.error().code == Code::Conflict && !imported && imported.error().code == Code::Conflict &&
               imported.error().message.contains(QStringLiteral("training clinic"));
    };
    QVERIFY(refusedAll(folder.path + QStringLiteral("/patients.csv")));
    QVERIFY(QDir().rename(folder.path, path("renamed")));
    QVERIFY(refusedAll(path("renamed/patients.csv")));
    QVERIFY(QFile::copy(path("renamed/patients.csv"), path("TRAINING-patients.csv")));
    QVERIFY(refusedAll(path("TRAINING-patients.csv")));
    const ImportSpec same = must(lookAt(path("renamed/patients.csv"), ImportKind::Patients, {})).spec;
    QVERIFY(dryRun(m_clinic->store(), m_clinic->owner(), *m_catalog, same).ok()); // practice into practice
    QCOMPARE(must(real.read(real.owner(), [](const store::Snapshot &view) { return patient::count(view); })), 0);
}

void TestExporting::export_leftOver_isReplaced()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    const QString part = growingPath(path("out"));
    QVERIFY(QDir().mkpath(part + QStringLiteral("/attachments")));
    QFile half(part + QStringLiteral("/attachments/half.pdf"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("patients")});
    QVERIFY(!QFile::exists(part));
    QCOMPARE(must(verifyExport(m_clinic->files, path("out"))).problems, QList<ExportProblem>());
    // A link to a folder of somebody's own is no left-over.
    QVERIFY(QDir().mkpath(path("own")));
    QFile mine(path("own/mine.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.close();
    QVERIFY(QFile::link(path("own"), growingPath(path("other"))));
    const auto refused = run({path("other")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    QVERIFY(QFile::exists(path("own/mine.txt")));
}

void TestExporting::export_leftOverOfAnotherName_isRemoved()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    const QString half = growingPath(path("half"));
    // As it is when the power goes: everything that had been written, but nothing in its place.
    must(run({path("other"), ExportFormat::Csv, {QStringLiteral("patients")}}, [&](const ExportProgress &) {
        QDir().mkpath(half);
        for (const QFileInfo &file : QDir(growingPath(path("other"))).entryInfoList(QDir::Files | QDir::Hidden))
            QFile::copy(file.filePath(), half + u'/' + file.fileName());
        return true;
    }));
    QVERIFY(QFile::exists(half + QStringLiteral("/patients.csv")));
    QVERIFY(!QFile::exists(path("other/.xinglin-export")));
    // Somebody's own of such a name, and what another clinic is writing there.
    const QString own = growingPath(path("own"));
    QVERIFY(QDir().mkpath(own));
    QFile mine(own + QStringLiteral("/mine.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.close();
    TestClinic elsewhere(7);
    must(runExport(elsewhere.store(), elsewhere.owner(), *m_catalog,
                   {path("theirs"), ExportFormat::Csv, {QStringLiteral("people")}}, elsewhere.files,
                   [&](const ExportProgress &progress) {
                       if (progress.rows > 0 && !QFile::exists(path("out")))
                           exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("patients")});
                       return true;
                   }));
    QVERIFY(QFile::exists(path("out")));
    QVERIFY(!QFile::exists(half));
    QVERIFY(mine.exists());
    for (const char *whole : {"out", "other", "theirs"})
        QCOMPARE(must(verifyExport(m_clinic->files, path(whole))).problems, QList<ExportProblem>());
}

void TestExporting::export_audited_beforeAndAfter()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    QStringList during;
    const Exported exported =
        must(run({path("out"), ExportFormat::Csv, {QStringLiteral("patients")}}, [&](const ExportProgress &) {
            if (during.isEmpty())
                during = auditRows();
            return true;
        }));
    QCOMPARE(during, QStringList{QStringLiteral("data.export ok %1, csv, patients, narrative none").arg(path("out"))});
    QCOMPARE(auditRows().constLast(), QStringLiteral("data.exported ok %1, %2 files, %3 rows, patients, narrative none")
                                          .arg(path("out"))
                                          .arg(exported.files.size())
                                          .arg(exported.rows));
    makeOwnerTreat();
    exportTo(QStringLiteral("all"));
    QVERIFY(auditRows().constLast().endsWith(QStringLiteral(" rows, all, narrative all")));
    exportTo(QStringLiteral("people"), ExportFormat::Csv, {QStringLiteral("people"), QStringLiteral("tags")});
    QVERIFY(auditRows().constLast().endsWith(QStringLiteral(" rows, people tags, narrative none")));
    must(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, QStringLiteral("own"));
    }));
    exportTo(QStringLiteral("own"));
    QVERIFY(auditRows().constLast().endsWith(QStringLiteral(" rows, all, narrative own")));
    QVERIFY(auditlog::wordsFor("data.export") != QStringLiteral("data.export"));
    QVERIFY(auditlog::wordsFor("data.exported") != QStringLiteral("data.exported"));
}

void TestExporting::verify_changedFile_isNamed()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    exportTo(QStringLiteral("out"), ExportFormat::Csv, {QStringLiteral("patients"), QStringLiteral("visits")});
    QFile changed(path("out/patients.csv"));
    QVERIFY(changed.open(QIODevice::Append));
    changed.write("x");
    changed.close();
    QVERIFY(QFile::remove(path("out/visits.csv")));
    QFile more(path("out/more.txt"));
    QVERIFY(more.open(QIODevice::WriteOnly));
    more.close();
    const ExportCheck check = must(verifyExport(m_clinic->files, path("out")));
    QCOMPARE(check.problems.size(), 3);
    QVERIFY(check.problems.contains(ExportProblem{QStringLiteral("patients.csv"), QStringLiteral("changed")}));
    QVERIFY(check.problems.contains(ExportProblem{QStringLiteral("visits.csv"), QStringLiteral("missing")}));
    QVERIFY(check.problems.contains(ExportProblem{QStringLiteral("more.txt"), QStringLiteral("not-listed")}));
    const auto none = verifyExport(m_clinic->files, path("nowhere"));
    QVERIFY(!none);
    QCOMPARE(none.error().code, Code::NotFound);
}

void TestExporting::verify_leadingOut_isDamaged()
{
    QVERIFY(QDir().mkpath(path("out")));
    for (const char *name : {"../secret", "/etc/passwd", "a/../../b", ""}) {
        QFile file(path("out/manifest.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{"format", "xinglin-export"},
                                             {"files", QJsonArray{QJsonObject{{"name", QLatin1String(name)}}}}})
                       .toJson());
        file.close();
        const auto check = verifyExport(m_clinic->files, path("out"));
        QVERIFY2(!check, name);
        QCOMPARE(check.error().code, Code::Damaged);
    }
}

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
