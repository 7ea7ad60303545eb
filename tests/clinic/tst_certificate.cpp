#include "clinic/changes.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/visitpaper.h"
#include "clinic/record/certificates.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

/// Sick notes and what is printed about a visit.
class TestCertificate : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void issue_signedVisit_isPartOfTheRecord();
    void issue_again_replacesTheOneBefore();
    void issue_unsignedVisit_isRefused();
    void issue_daysThatCannotBeMeant_areRefused_data();
    void issue_daysThatCannotBeMeant_areRefused();
    void issue_byReception_isRefused();
    void paper_issued_isAudited();
    void paper_noneIssued_isNotFound();
    void summary_signed_isAudited();
    void summary_unsigned_isRefused();

private:
    VisitId visit(bool toSign)
    {
        consultation::Draft draft;
        draft.visit.patient = m_woman->id;
        draft.visit.note.complaint = QStringLiteral("失眠");
        const auto stored = m_clinic->write(m_clinic->practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return toSign ? consultation::sign(tx, *m_catalog, draft) : consultation::save(tx, *m_catalog, draft);
        });
        return stored ? stored->revision.visit : VisitId(Uuid(Uuid::Bytes{}));
    }
    CertificateDraft threeDays(VisitId of) const
    {
        return {of, QStringLiteral(" 不寐病 "), QDate(2026, 3, 12), QDate(2026, 3, 14), QStringLiteral("居家休息")};
    }
    Result<Certificate> issue(const CertificateDraft &draft)
    {
        return m_clinic->write(m_clinic->practitioner(), "certificate.issue",
                               [&](store::Transaction &tx) { return certificate::issue(tx, draft); });
    }
    int number(const char *sql)
    {
        return m_clinic->read(m_clinic->practitioner(), [sql](const store::Snapshot &view) {
            store::Query row = view.connection().internal(sql);
            row.next();
            return row.get<int>(0);
        });
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<Patient> m_woman;
    std::shared_ptr<const Catalog> m_catalog = *Catalog::load();
};

void TestCertificate::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_woman = m_clinic->patient(QStringLiteral("陈淑芬"));
}

void TestCertificate::issue_signedVisit_isPartOfTheRecord()
{
    const VisitId about = visit(true);
    const auto issued = issue(threeDays(about));
    QVERIFY2(issued.ok(), qPrintable(issued ? QString() : issued.error().message));
    QCOMPARE(issued->content.days(), 3);
    QCOMPARE(issued->content.diagnosis, QStringLiteral("不寐病"));
    QVERIFY(!issued->issuer.isEmpty());
    m_clinic->reopen();
    const auto found = m_clinic->read(m_clinic->practitioner(),
                                      [&](const store::Snapshot &view) { return certificate::ofVisit(view, about); });
    QVERIFY(found.ok() && found->has_value());
    QCOMPARE(**found, *issued);
    QCOMPARE(number("SELECT count(*) FROM audit WHERE action = 'certificate.issue' /* whole table */"), 1);
}

void TestCertificate::issue_again_replacesTheOneBefore()
{
    const VisitId about = visit(true);
    QVERIFY(issue(threeDays(about)).ok());
    CertificateDraft longer = threeDays(about);
    longer.to = QDate(2026, 3, 18);
    longer.diagnosis.clear();
    QVERIFY(issue(longer).ok());
    QCOMPARE(number("SELECT count(*) FROM certificate /* whole table */"), 2);
    QCOMPARE(number("SELECT count(*) FROM certificate WHERE status = 'replaced' /* whole table */"), 1);
    const auto found = m_clinic->read(m_clinic->practitioner(),
                                      [&](const store::Snapshot &view) { return certificate::ofVisit(view, about); });
    QCOMPARE((*found)->content, longer);
}

void TestCertificate::issue_unsignedVisit_isRefused()
{
    const auto issued = issue(threeDays(visit(false)));
    QVERIFY(!issued.ok());
    QCOMPARE(issued.error().code, Code::Conflict);
    QCOMPARE(number("SELECT count(*) FROM certificate /* whole table */"), 0);
}

void TestCertificate::issue_daysThatCannotBeMeant_areRefused_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QString>("field");
    QTest::addRow("none") << QDate() << QDate(2026, 3, 14) << "from";
    QTest::addRow("another century") << QDate(1926, 3, 12) << QDate(1926, 3, 14) << "from";
    QTest::addRow("turned round") << QDate(2026, 3, 14) << QDate(2026, 3, 12) << "to";
    QTest::addRow("no end") << QDate(2026, 3, 12) << QDate() << "to";
    QTest::addRow("more than a year") << QDate(2026, 3, 12) << QDate(2027, 3, 12) << "to";
}

void TestCertificate::issue_daysThatCannotBeMeant_areRefused()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(QString, field);
    CertificateDraft draft = threeDays(visit(true));
    draft.from = from;
    draft.to = to;
    const auto issued = issue(draft);
    QVERIFY(!issued.ok());
    QCOMPARE(issued.error().code, Code::Invalid);
    QCOMPARE(issued.error().field, field);
}

void TestCertificate::issue_byReception_isRefused()
{
    const VisitId about = visit(true);
    const auto issued = m_clinic->write(m_clinic->receptionist(), "certificate.issue", [&](store::Transaction &tx) {
        return certificate::issue(tx, threeDays(about));
    });
    QVERIFY(!issued.ok());
    QCOMPARE(issued.error().code, Code::NoPermission);
}

void TestCertificate::paper_issued_isAudited()
{
    const VisitId about = visit(true);
    QVERIFY(issue(threeDays(about)).ok());
    const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
    const auto paper = certificate::paper(*view, about);
    QVERIFY(paper.ok());
    QCOMPARE(paper->patient.name, QStringLiteral("陈淑芬"));
    QCOMPARE(paper->issuedOn, QDate(2026, 3, 12));
    QCOMPARE(view->audited().last().action, QByteArray("certificate.print"));
    QCOMPARE(view->audited().last().patient, std::optional(m_woman->id.uuid()));
}

void TestCertificate::paper_noneIssued_isNotFound()
{
    const VisitId about = visit(true);
    const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
    const auto paper = certificate::paper(*view, about);
    QVERIFY(!paper.ok());
    QCOMPARE(paper.error().code, Code::NotFound);
    QVERIFY(view->audited().isEmpty());
}

void TestCertificate::summary_signed_isAudited()
{
    const VisitId about = visit(true);
    const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
    const auto paper = consultation::summaryPaper(*view, about);
    QVERIFY(paper.ok());
    QCOMPARE(paper->visit.revision.note.complaint, QStringLiteral("失眠"));
    QCOMPARE(view->audited().last().action, QByteArray("visit.print"));
}

void TestCertificate::summary_unsigned_isRefused()
{
    const VisitId about = visit(false);
    const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
    const auto paper = consultation::summaryPaper(*view, about);
    QVERIFY(!paper.ok());
    QCOMPARE(paper.error().code, Code::Conflict);
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
