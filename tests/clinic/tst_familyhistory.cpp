#include "clinic/changes.h"
#include "clinic/record/familyhistory.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// What runs in a patient's family.
class TestFamilyHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void kinship_codes_goThereAndBack();
    void add_coded_isStoredAndTold();
    void ofPatient_severalRelatives_theNearestFirst();
    void add_whatStandsThere_isRefusedOfParentsOnly();
    void add_whatCannotBeMeant_isRefused();
    void add_byReception_isRefused();
    void markInError_isNowhereButInTheHistory();

private:
    Result<FamilyHistory> add(const FamilyHistoryDraft &draft)
    {
        return m_clinic->write(m_clinic->practitioner(), "family.record",
                               [&](store::Transaction &tx) { return familyhistory::add(tx, draft); });
    }
    FamilyHistoryDraft of(Kinship kinship, const QString &display = u"高血压"_s) const
    {
        return {m_woman->id, kinship, u"ICD-10"_s, u"I10"_s, display, 58};
    }
    QList<FamilyHistory> known()
    {
        const auto found = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return familyhistory::ofPatient(view, m_woman->id);
        });
        return found ? *found : QList<FamilyHistory>();
    }
    QStringList history()
    {
        const auto told = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return changes::ofPatient(view, m_woman->id);
        });
        QStringList lines;
        for (const changes::Told &one : *told)
            lines << one.sentences;
        return lines;
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<Patient> m_woman;
};

void TestFamilyHistory::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_woman = m_clinic->patient(u"陈淑芬"_s);
}

void TestFamilyHistory::kinship_codes_goThereAndBack()
{
    QCOMPARE(familyhistory::allKinships().size(), 13);
    QCOMPARE(familyhistory::codeOf(Kinship::MaternalGrandmother), u"MGRMTH"_s);
    QSet<QString> codes;
    for (const Kinship kinship : familyhistory::allKinships()) {
        QCOMPARE(familyhistory::kinshipFrom(familyhistory::codeOf(kinship)), kinship);
        codes << familyhistory::codeOf(kinship);
    }
    QCOMPARE(codes.size(), 13);
    QVERIFY(!familyhistory::kinshipFrom(u"DOG"_s));
}

void TestFamilyHistory::add_coded_isStoredAndTold()
{
    const auto made = add(of(Kinship::Father));
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_clinic->reopen();
    QCOMPARE(known(), QList<FamilyHistory>{*made});
    QCOMPARE(known().constFirst().content, of(Kinship::Father));
    QCOMPARE(history().constFirst(), u"Family history recorded: father: 高血压 (at 58)."_s);
}

void TestFamilyHistory::ofPatient_severalRelatives_theNearestFirst()
{
    const auto aunt = add(of(Kinship::Aunt));
    const auto brother = add(of(Kinship::Brother));
    const auto other = add(of(Kinship::Brother, u"心悸"_s)); // the same code in other words: another brother perhaps
    const auto mother = add(of(Kinship::Mother));
    QCOMPARE(known(), (QList<FamilyHistory>{*mother, *brother, *other, *aunt}));
}

void TestFamilyHistory::add_whatStandsThere_isRefusedOfParentsOnly()
{
    QVERIFY(add(of(Kinship::Mother)).ok());
    QCOMPARE(add(of(Kinship::Mother, u"血压高"_s)).error().code, Code::Conflict); // the same code in other words
    QVERIFY(add(of(Kinship::Father)).ok());
    QVERIFY(add(of(Kinship::Brother)).ok());
    QVERIFY(add(of(Kinship::Brother)).ok()); // there may be two
    QCOMPARE(known().size(), 4);
}

void TestFamilyHistory::add_whatCannotBeMeant_isRefused()
{
    FamilyHistoryDraft draft = of(Kinship::Son, u"  "_s);
    QCOMPARE(add(draft).error().field, u"display"_s);
    draft = of(Kinship::Son, QString(familyhistory::mostName + 1, u'病'));
    QCOMPARE(add(draft).error().field, u"display"_s);
    for (const int age : {-1, familyhistory::mostAge + 1}) {
        draft = of(Kinship::Son);
        draft.onsetAge = age;
        QCOMPARE(add(draft).error().field, u"onsetAge"_s);
    }
    QVERIFY(known().isEmpty());
}

void TestFamilyHistory::add_byReception_isRefused()
{
    const auto made = m_clinic->write(m_clinic->receptionist(), "family.record", [&](store::Transaction &tx) {
        return familyhistory::add(tx, of(Kinship::Father));
    });
    QCOMPARE(made.error().code, Code::NoPermission);
    const auto read = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
        return familyhistory::ofPatient(view, m_woman->id);
    });
    QCOMPARE(read.error().code, Code::NoPermission);
}

void TestFamilyHistory::markInError_isNowhereButInTheHistory()
{
    const auto made = add(of(Kinship::Mother));
    const auto retract = [&](const QString &why) {
        return m_clinic->write(m_clinic->practitioner(), "family.retract",
                               [&](store::Transaction &tx) { return familyhistory::markInError(tx, made->id, why); });
    };
    QCOMPARE(retract(u" "_s).error().field, u"reason"_s);
    QVERIFY(retract(u"误录"_s).ok());
    QVERIFY(known().isEmpty());
    QCOMPARE(retract(u"误录"_s).error().code, Code::NotFound);
    QCOMPARE(history().constFirst(), u"Family history marked as entered in error: mother: 高血压 (at 58)."_s);
    QVERIFY(add(of(Kinship::Mother)).ok());
}

QTEST_GUILESS_MAIN(TestFamilyHistory)
#include "tst_familyhistory.moc"
