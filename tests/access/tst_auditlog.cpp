#include "access/auditexport.h"
#include "clinic/patient/patienttrail.h"
#include "store/failure.h"
#include "support/faultyfiles.h"
#include "support/testclinic.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

/// Reading, checking and exporting the audit log.
class TestAuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void read_all_isNewestFirstAndNamesPeople();
    void read_newest_leavesARowAndScrollingNone();
    void read_pages_meetEveryRowOnce();
    void read_byPerson_isTheirs();
    void read_byKind_isOfThatKind();
    void read_byDay_isOfThatDay();
    void read_withoutTheRight_isOnesOwnOnly();
    void trail_patient_saysWhoOpenedTheChart();
    void labels_auditor_areMasked();
    void words_everyActionHere_hasSome();
    void state_check_isRemembered();
    void checkNewAudit_onlyWhatIsNew();
    void checkNewAudit_markRewritten_isAProblem();
    void noteClock_setBack_leavesARow();
    void isWholeCheckDue_data();
    void isWholeCheckDue();
    void export_whole_verifiesWithoutAStore();
    void export_leavesItsRowFirst();
    void export_formula_isHarmlessAndComesBack();
    void export_ofADay_beginsWithinTheChain();
    void export_tampered_isSeen_data();
    void export_tampered_isSeen();
    void export_diskFails_leavesNothing();
    void export_cancelled_leavesNothing();
    void verifier_program_saysWhatIsWrong();

private:
    auditlog::Page read(const store::Actor &actor, const auditlog::Filter &filter = {},
                        std::optional<qint64> before = {}, int limit = 100);
    void note(const store::Actor &actor, const QByteArray &action, const QString &detail = {},
              std::optional<Uuid> patient = {});
    Result<store::AuditManifest> exportTo(const QString &path, Files &files, std::optional<Instant> from = {},
                                          std::optional<Instant> until = {});
    QString path() const { return m_clinic->folder() + QStringLiteral("/log.csv"); }
    static QByteArray bytesOf(const QString &path);
    static store::AuditTableCheck check(const QByteArray &table, const QByteArray &manifest);

    std::unique_ptr<TestClinic> m_clinic;
};

void TestAuditLog::init()
{
    m_clinic = std::make_unique<TestClinic>();
}

void TestAuditLog::cleanup()
{
    m_clinic.reset();
}

auditlog::Page TestAuditLog::read(const store::Actor &actor, const auditlog::Filter &filter,
                                  std::optional<qint64> before, int limit)
{
    const auto page =
        m_clinic->read(actor, [&](const store::Snapshot &view) { return auditlog::read(view, filter, before, limit); });
    if (!page)
        qFatal("%s", qPrintable(page.error().message));
    return *page;
}

void TestAuditLog::note(const store::Actor &actor, const QByteArray &action, const QString &detail,
                        std::optional<Uuid> patient)
{
    m_clinic->store().commitAudit({{actor, {action, "patient", patient, patient, "ok", detail}}});
}

Result<store::AuditManifest> TestAuditLog::exportTo(const QString &path, Files &files, std::optional<Instant> from,
                                                    std::optional<Instant> until)
{
    const store::Actor auditor = m_clinic->actor(access::Role::Auditor);
    const auto order = m_clinic->write(
        auditor, "audit.export", [&](store::Transaction &tx) { return auditlog::orderExport(tx, path, from, until); });
    if (!order)
        return order.error();
    return m_clinic->read(auditor,
                          [&](const store::Snapshot &view) { return auditlog::writeExport(view, *order, files); });
}

QByteArray TestAuditLog::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

store::AuditTableCheck TestAuditLog::check(const QByteArray &table, const QByteArray &manifest)
{
    QByteArray bytes = table;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return store::checkAuditTable(buffer, store::AuditManifest::fromJson(manifest));
}

void TestAuditLog::read_all_isNewestFirstAndNamesPeople()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    const auditlog::Page page = read(m_clinic->owner());
    QVERIFY(page.lines.size() > 1);
    for (qsizetype i = 1; i < page.lines.size(); ++i)
        QVERIFY(page.lines[i - 1].n > page.lines[i].n);
    const auditlog::Line &newest = page.lines.constFirst();
    QCOMPARE(newest.action, QByteArray("patient.register"));
    QCOMPARE(newest.person, QStringLiteral("林小满"));
    QCOMPARE(newest.kind, auditlog::Kind::Changes);
    QVERIFY(newest.patient.has_value());
    QVERIFY(!page.next);
}

void TestAuditLog::read_newest_leavesARowAndScrollingNone()
{
    const auto looks = [&](std::optional<qint64> before) {
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        if (!auditlog::read(*view, {}, before))
            qFatal("refused");
        return view->audited().size();
    };
    QCOMPARE(looks({}), 1);
    QCOMPARE(looks(3), 0);
}

void TestAuditLog::read_pages_meetEveryRowOnce()
{
    for (int i = 0; i < 57; ++i)
        note(i % 3 == 0 ? m_clinic->receptionist() : m_clinic->practitioner(), "patient.open", {},
             Uuid(Uuid::Bytes{7}));
    auditlog::Filter ofPatient;
    ofPatient.patients = {Uuid(Uuid::Bytes{7})};
    auditlog::Filter ofPerson;
    ofPerson.user = access::UserId(*m_clinic->receptionist().user);
    auditlog::Filter looks;
    looks.kind = auditlog::Kind::Looks;
    for (const auditlog::Filter &filter : {auditlog::Filter(), ofPatient, ofPerson, looks}) {
        const QList<auditlog::Line> whole = read(m_clinic->owner(), filter, {}, 1000).lines;
        QVERIFY(whole.size() >= 19);
        QList<auditlog::Line> pieced;
        std::optional<qint64> before;
        do {
            const auditlog::Page page = read(m_clinic->owner(), filter, before, 10);
            QVERIFY(page.lines.size() <= 10);
            pieced << page.lines;
            before = page.next;
        } while (before);
        QCOMPARE(pieced, whole);
    }
}

void TestAuditLog::read_byPerson_isTheirs()
{
    note(m_clinic->practitioner(), "patient.open");
    note(m_clinic->receptionist(), "patient.search", QStringLiteral("张"));
    auditlog::Filter filter;
    filter.user = access::UserId(*m_clinic->receptionist().user);
    const auditlog::Page page = read(m_clinic->owner(), filter);
    QCOMPARE(page.lines.size(), 1);
    QCOMPARE(page.lines[0].detail, QStringLiteral("张"));
}

void TestAuditLog::read_byKind_isOfThatKind()
{
    note(m_clinic->practitioner(), "patient.open");
    note(m_clinic->practitioner(), "prescription.print");
    note(m_clinic->practitioner(), "session.open");
    m_clinic->patient(QStringLiteral("陈淑芬"));
    for (const auditlog::Kind kind : {auditlog::Kind::SignIns, auditlog::Kind::Looks, auditlog::Kind::Changes,
                                      auditlog::Kind::Papers, auditlog::Kind::Oversight}) {
        auditlog::Filter filter;
        filter.kind = kind;
        const auditlog::Page page = read(m_clinic->owner(), filter);
        QVERIFY2(!page.lines.isEmpty(), qPrintable(auditlog::nameOf(kind)));
        for (const auditlog::Line &line : page.lines)
            QCOMPARE(auditlog::kindOf(line.action, line.kind == auditlog::Kind::Changes), kind);
    }
}

void TestAuditLog::read_byDay_isOfThatDay()
{
    note(m_clinic->practitioner(), "patient.open");
    m_clinic->clock.advance(std::chrono::hours(24));
    const Instant today = m_clinic->clock.now();
    note(m_clinic->practitioner(), "visit.open");
    m_clinic->clock.advance(std::chrono::hours(24));
    note(m_clinic->practitioner(), "patient.open");
    auditlog::Filter filter;
    filter.from = today;
    filter.until = today + std::chrono::hours(1);
    const auditlog::Page page = read(m_clinic->owner(), filter);
    QCOMPARE(page.lines.size(), 1);
    QCOMPARE(page.lines[0].action, QByteArray("visit.open"));
    filter.from = today + std::chrono::hours(100);
    filter.until.reset();
    QVERIFY(read(m_clinic->owner(), filter).lines.isEmpty());
}

void TestAuditLog::read_withoutTheRight_isOnesOwnOnly()
{
    note(m_clinic->practitioner(), "patient.open");
    note(m_clinic->receptionist(), "patient.open");
    auditlog::Filter own;
    own.user = access::UserId(*m_clinic->receptionist().user);
    QCOMPARE(read(m_clinic->receptionist(), own).lines.size(), 1);
    auditlog::Filter others;
    others.user = access::UserId(*m_clinic->practitioner().user);
    for (const auditlog::Filter &filter : {auditlog::Filter(), others}) {
        const auto view = m_clinic->store().snapshot(m_clinic->receptionist());
        const auto refused = auditlog::read(*view, filter);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::NoPermission);
        QVERIFY(view->audited().isEmpty());
    }
}

void TestAuditLog::trail_patient_saysWhoOpenedTheChart()
{
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    const Patient other = m_clinic->patient(QStringLiteral("王建国"), QStringLiteral("13900139000"));
    note(m_clinic->practitioner(), "patient.open", {}, patient.id.uuid());
    note(m_clinic->practitioner(), "patient.open", {}, other.id.uuid());
    const auto page = m_clinic->read(m_clinic->owner(),
                                     [&](const store::Snapshot &view) { return patient::trail(view, patient.id); });
    QVERIFY(page.ok());
    QCOMPARE(page->lines.size(), 2);
    QCOMPARE(page->lines[0].action, QByteArray("patient.open"));
    QCOMPARE(page->lines[0].person, QStringLiteral("沈怀仁"));
    QCOMPARE(page->lines[1].action, QByteArray("patient.register"));
}

void TestAuditLog::labels_auditor_areMasked()
{
    const Patient patient = m_clinic->patient(QStringLiteral("陈淑芬"));
    const auto labels = [&](const store::Actor &actor) {
        return *m_clinic->read(actor,
                               [&](const store::Snapshot &view) { return patient::labels(view, {patient.id.uuid()}); });
    };
    QCOMPARE(labels(m_clinic->owner()).value(patient.id.uuid()).name, QStringLiteral("陈淑芬"));
    const auto masked = labels(m_clinic->actor(access::Role::Auditor)).value(patient.id.uuid());
    QVERIFY(!masked.name.contains(u'淑'));
    QCOMPARE(masked.number, patient.number);
}

void TestAuditLog::words_everyActionHere_hasSome()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    for (const auditlog::Line &line : read(m_clinic->owner()).lines)
        QVERIFY2(auditlog::wordsFor(line.action) != QString::fromLatin1(line.action), line.action.constData());
    QCOMPARE(auditlog::wordsFor("something.new"), QStringLiteral("something.new"));
    QCOMPARE(auditlog::kindOf("backup.something", false), auditlog::Kind::Oversight);
    QCOMPARE(auditlog::kindOf("thing.print", false), auditlog::Kind::Papers);
    QCOMPARE(auditlog::kindOf("thing.edit", true), auditlog::Kind::Changes);
}

void TestAuditLog::state_check_isRemembered()
{
    const auto state = [&] {
        return *m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return auditlog::state(view); });
    };
    QVERIFY(state().isDue);
    const auto report =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return auditlog::check(view); });
    QVERIFY(report.ok());
    QCOMPARE(report->problems, QStringList());
    QVERIFY(m_clinic
                ->write(m_clinic->owner(), "store.checked",
                        [&](store::Transaction &tx) { return auditlog::keepCheck(tx, *report); })
                .ok());
    const auditlog::State after = state();
    QVERIFY(!after.isDue);
    QCOMPARE(after.known.whole, std::optional(m_clinic->clock.now()));
    QCOMPARE(after.known.audit.n, report->audit.last);
    QCOMPARE(after.known.audit.hash, report->audit.head);
    m_clinic->clock.advance(store::WholeCheckEvery);
    QVERIFY(state().isDue);
}

void TestAuditLog::checkNewAudit_onlyWhatIsNew()
{
    const auto look = [&] {
        return m_clinic->read(m_clinic->owner(),
                              [](const store::Snapshot &view) { return store::checkNewAudit(view); });
    };
    const store::AuditCheck first = look();
    QVERIFY(first.rows > 0);
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "store.checked");
        store::remember(*tx, first);
        tx->commit();
    }
    note(m_clinic->practitioner(), "patient.open");
    const store::AuditCheck second = look();
    QCOMPARE(second.rows, 1);
    QCOMPARE(second.last, first.last + 1);
    QVERIFY(second.problems.isEmpty());
}

void TestAuditLog::checkNewAudit_markRewritten_isAProblem()
{
    const auto tx = m_clinic->store().begin(m_clinic->owner(), "store.checked");
    store::AuditCheck check;
    check.last = 2;
    check.head = QByteArray(32, 'x');
    store::remember(*tx, check);
    tx->commit();
    const auto found =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return store::checkNewAudit(view); });
    QCOMPARE(found.problems.value(0).kind, QByteArray("audit.mark"));
}

void TestAuditLog::noteClock_setBack_leavesARow()
{
    const auto noted = [&] {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "store.checked");
        store::noteClock(*tx);
        const auto count = tx->audited().size();
        tx->commit();
        return count;
    };
    note(m_clinic->practitioner(), "patient.open");
    QCOMPARE(noted(), 0);
    m_clinic->clock.advance(std::chrono::hours(-2));
    QCOMPARE(noted(), 1);
    QCOMPARE(read(m_clinic->owner()).lines.constFirst().action, QByteArray("clock.back"));
    QCOMPARE(noted(), 0);
}

void TestAuditLog::isWholeCheckDue_data()
{
    QTest::addColumn<qint64>("hoursAgo");
    QTest::addColumn<bool>("due");
    QTest::newRow("now") << qint64(0) << false;
    QTest::newRow("yesterday") << qint64(24) << false;
    QTest::newRow("a week ago") << qint64(24 * 7) << true;
    QTest::newRow("in the future of a wrong clock") << qint64(-1) << true;
}

void TestAuditLog::isWholeCheckDue()
{
    QFETCH(qint64, hoursAgo);
    const Instant now = instantFromMs(TestClinic::StartMs);
    store::SelfCheck known;
    QVERIFY(store::isWholeCheckDue(known, now));
    known.whole = now - std::chrono::hours(hoursAgo);
    QTEST(store::isWholeCheckDue(known, now), "due");
}

void TestAuditLog::export_whole_verifiesWithoutAStore()
{
    m_clinic->patient(QStringLiteral("陈淑芬"));
    note(m_clinic->practitioner(), "patient.search", QStringLiteral("a,\"b\"\r\nc"));
    const auto manifest = exportTo(path(), m_clinic->files);
    QVERIFY2(manifest.ok(), manifest ? "" : qPrintable(manifest.error().message));
    const QByteArray table = bytesOf(path());
    QVERIFY(table.startsWith("\xEF\xBB\xBFn,time,"));
    const store::AuditTableCheck found = check(table, bytesOf(auditlog::manifestPath(path())));
    QVERIFY2(found.isWhole(), found.problem ? qPrintable(found.problem->line()) : "");
    QCOMPARE(found.rows, manifest->rows());
    QCOMPARE(found.head, manifest->head);
    QVERIFY(found.rows > 5);
    QVERIFY(check(table, {}).isWhole());
    QVERIFY(!QFile::exists(path() + QStringLiteral(".part")));
}

void TestAuditLog::export_leavesItsRowFirst()
{
    QVERIFY(exportTo(path(), m_clinic->files).ok());
    QVERIFY(bytesOf(path()).contains("audit.export"));
    const auto refused = m_clinic->write(m_clinic->receptionist(), "audit.export",
                                         [&](store::Transaction &tx) { return auditlog::orderExport(tx, path()); });
    QVERIFY(!refused.ok());
}

void TestAuditLog::export_formula_isHarmlessAndComesBack()
{
    for (const char *risky : {"=1+1", "+x", "-x", "@x", "\tx", "'x", "''"})
        note(m_clinic->practitioner(), "patient.search", QString::fromLatin1(risky));
    QVERIFY(exportTo(path(), m_clinic->files).ok());
    const QByteArray table = bytesOf(path());
    QVERIFY(table.contains(",'=1+1,"));
    QVERIFY(!table.contains(",=1+1"));
    QVERIFY(!table.contains(",@x"));
    QVERIFY(check(table, bytesOf(auditlog::manifestPath(path()))).isWhole());
}

void TestAuditLog::export_ofADay_beginsWithinTheChain()
{
    m_clinic->clock.advance(std::chrono::hours(24));
    const Instant day = m_clinic->clock.now();
    note(m_clinic->practitioner(), "patient.open");
    const auto manifest = exportTo(path(), m_clinic->files, day);
    QVERIFY(manifest.ok());
    QVERIFY(manifest->first > 1);
    QCOMPARE(manifest->rows(), 2); // the look and the export
    const QByteArray table = bytesOf(path());
    QVERIFY(check(table, bytesOf(auditlog::manifestPath(path()))).isWhole());
    QVERIFY(check(table, {}).before.isEmpty());
    const auto nothing = exportTo(path(), m_clinic->files, day + std::chrono::hours(1000));
    QVERIFY(!nothing.ok());
    QCOMPARE(nothing.error().code, Code::NotFound);
}

void TestAuditLog::export_tampered_isSeen_data()
{
    using Change = std::function<void(QByteArrayList &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const Change &change, const char *kind, int line) {
        QTest::newRow(name) << change << QByteArray(kind) << line;
    };
    const auto cell = [](int line, int column, const QByteArray &value) {
        return Change([=](QByteArrayList &lines) {
            QByteArrayList cells = lines[line].split(',');
            cells[column] = value;
            lines[line] = cells.join(',');
        });
    };
    row(
        "row taken out", [](QByteArrayList &lines) { lines.removeAt(3); }, "audit.gap", 4);
    row(
        "two rows swapped", [](QByteArrayList &lines) { lines.swapItemsAt(2, 3); }, "audit.gap", 3);
    row(
        "row twice", [](QByteArrayList &lines) { lines.insert(3, lines[2]); }, "audit.gap", 4);
    row(
        "tail cut off", [](QByteArrayList &lines) { lines.remove(lines.size() - 3, 2); }, "table.cut", 0);
    row(
        "first row cut off", [](QByteArrayList &lines) { lines.removeAt(1); }, "table.cut", 0);
    row("action", cell(2, 4, "patient.open"), "audit.column", 3);
    row("person's id", cell(2, 2, ""), "audit.column", 3);
    row("shown time", cell(2, 1, "2026-03-12T00:00:00.000+08:00"), "table.line", 3);
    row("detail", cell(2, 9, "x"), "audit.detail", 3);
    row("header", cell(2, 12, "00"), "audit.chain", 3);
    row("hash", cell(2, 14, QByteArray(64, '0')), "audit.chain", 3);
    row("name of the person", cell(2, 3, "somebody"), "table.content", 0);
    row("no hexadecimal", cell(2, 12, "zz"), "table.line", 3);
    row(
        "too few cells", [](QByteArrayList &lines) { lines[2] = "1,2,3"; }, "table.line", 3);
    row(
        "other columns", [](QByteArrayList &lines) { lines[0] = "\xEF\xBB\xBFn,what"; }, "table.line", 1);
    row(
        "no beginning", [](QByteArrayList &lines) { lines[0].remove(0, 3); }, "table.line", 1);
    row(
        "end within a row", [](QByteArrayList &lines) { lines[lines.size() - 2].chop(9), lines.removeLast(); },
        "table.line", 7);
}

void TestAuditLog::export_tampered_isSeen()
{
    QFETCH(std::function<void(QByteArrayList &)>, change);
    QFETCH(QByteArray, kind);
    QVERIFY(exportTo(path(), m_clinic->files).ok());
    const QByteArray whole = bytesOf(path());
    QByteArrayList lines = whole.split('\n');
    change(lines);
    const QByteArray table = lines.join('\n');
    QVERIFY(table != whole);
    const store::AuditTableCheck found = check(table, bytesOf(auditlog::manifestPath(path())));
    QVERIFY(found.problem.has_value());
    QVERIFY2(found.problem->kind == kind, qPrintable(found.problem->line()));
    QFETCH(int, line);
    if (QByteArray(QTest::currentDataTag()) != "end within a row")
        QCOMPARE(found.badLine, qint64(line));
}

void TestAuditLog::export_diskFails_leavesNothing()
{
    FaultyFiles files(m_clinic->files);
    QVERIFY(exportTo(path(), files).ok());
    for (const FaultyFiles::How how : {FaultyFiles::How::Before, FaultyFiles::How::Torn}) {
        bool ended = false;
        for (int call = 1; !ended; ++call) {
            QFile::remove(path());
            QFile::remove(auditlog::manifestPath(path()));
            files.failAt(call, how, false);
            const bool made = exportTo(path(), files).ok();
            ended = !files.failed();
            files.heal();
            // A table never stands there half, and no manifest that is not its own.
            if (QFile::exists(path()))
                QVERIFY(check(bytesOf(path()), bytesOf(auditlog::manifestPath(path()))).isWhole());
            QCOMPARE(made && !ended, false);
        }
    }
}

void TestAuditLog::export_cancelled_leavesNothing()
{
    const store::Actor auditor = m_clinic->actor(access::Role::Auditor);
    const auto order = m_clinic->write(auditor, "audit.export",
                                       [&](store::Transaction &tx) { return auditlog::orderExport(tx, path()); });
    QVERIFY(order.ok());
    const auto view = m_clinic->store().snapshot(auditor);
    QVERIFY_THROWS_EXCEPTION(store::Failure,
                             (void)auditlog::writeExport(*view, *order, m_clinic->files, [](qint64, qint64) {
                                 throw store::Failure(Code::Cancelled, {}, {});
                             }));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(!QFile::exists(path() + QStringLiteral(".part")));
}

void TestAuditLog::verifier_program_saysWhatIsWrong()
{
    QVERIFY(exportTo(path(), m_clinic->files).ok());
    const auto run = [&](const QStringList &arguments) {
        QProcess program;
        program.start(QStringLiteral(XINGLIN_BIN_DIR "/xinglin-audit-verify"), arguments);
        if (!program.waitForFinished())
            qFatal("xinglin-audit-verify does not end");
        return std::pair(program.exitCode(), program.readAllStandardOutput());
    };
    const auto [whole, said] = run({path()});
    QCOMPARE(whole, 0);
    QVERIFY(said.contains("1"));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes.replace("people.add", "people.ask");
    file.seek(0);
    file.write(bytes);
    file.close();
    const auto [broken, why] = run({path()});
    QCOMPARE(broken, 1);
    QVERIFY2(why.contains("audit.column"), why.constData());
    QCOMPARE(run({}).first, 2);
    QCOMPARE(run({path() + QStringLiteral("x")}).first, 2);
    QCOMPARE(run({path(), path() + QStringLiteral("x")}).first, 1);
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
