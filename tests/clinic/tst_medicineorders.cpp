#include "access/settings.h"
#include "clinic/changes.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/visitpaper.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

MedicineOrder pills(const QString &name = u"归脾丸"_qs)
{
    return {MedicineForm::Patent, name, u"8丸"_qs, 3, 14, u"2盒"_qs, u"饭后服"_qs};
}

} // namespace

/// Ready-made medicines of a visit, beside its herbs.
class TestMedicineOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY(loaded.ok());
        catalog = *loaded;
    }
    void init()
    {
        clinic = std::make_unique<TestClinic>();
        woman = clinic->patient(u"陈淑芬"_qs);
    }
    void cleanup() { clinic.reset(); }

    void sign_medicinesAlone_haveANumberOfTheirOwn();
    void sign_herbsAndMedicines_haveTwoNumbers();
    void sign_incomplete_isRefusedWithItsField_data();
    void sign_incomplete_isRefusedWithItsField();
    void save_incomplete_isKept();
    void amend_medicine_isToldInTheHistory();
    void visits_listThemByName();
    void known_eachNameOnce_asOrderedLast();
    void allergensNamed_inTheName_data();
    void allergensNamed_inTheName();
    void paper_signedVisit_saysWhatIsNeeded();

private:
    consultation::Draft visit(const QList<MedicineOrder> &medicines) const
    {
        consultation::Draft draft;
        draft.visit.patient = woman.id;
        draft.visit.note.complaint = u"入睡困难"_qs;
        draft.medicines = medicines;
        return draft;
    }
    Result<consultation::Stored> sign(const consultation::Draft &draft)
    {
        return clinic->write(clinic->practitioner(), "consultation.sign",
                             [&](store::Transaction &tx) { return consultation::sign(tx, *catalog, draft); });
    }

    std::shared_ptr<const Catalog> catalog;
    std::unique_ptr<TestClinic> clinic;
    Patient woman;
};

void TestMedicineOrders::sign_medicinesAlone_haveANumberOfTheirOwn()
{
    MedicineOrder granules{MedicineForm::Granule, u"三七粉"_qs, u"3 g"_qs, 2, 7, {}, {}};
    const auto stored = sign(visit({pills(), granules}));
    QVERIFY(stored.ok());
    QCOMPARE(stored->medicines.orders, (QList<MedicineOrder>{pills(), granules}));
    QVERIFY(stored->medicines.number.endsWith(u"0001"));
    QVERIFY(stored->prescriptions.isEmpty());
    const auto read = clinic->read(clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::current(view, stored->revision.visit);
    });
    QVERIFY(read.ok());
    QCOMPARE(read->medicines, stored->medicines);
    QCOMPARE(clinic->store().verify().problems, QStringList());
}

void TestMedicineOrders::sign_herbsAndMedicines_haveTwoNumbers()
{
    consultation::Draft both = visit({pills()});
    PrescriptionDraft herbs;
    herbs.lines = {{u"huang-qi"_qs, u"黄芪"_qs, Mass::grams(15), {}}};
    both.prescriptions = {herbs};
    const auto first = sign(both);
    QVERIFY(first.ok());
    QVERIFY(first->prescriptions.first().number.endsWith(u"0001"));
    QVERIFY(first->medicines.number.endsWith(u"0002"));
    // The next one of the day follows both.
    const auto second = sign(both);
    QVERIFY(second->prescriptions.first().number.endsWith(u"0003"));
}

void TestMedicineOrders::sign_incomplete_isRefusedWithItsField_data()
{
    QTest::addColumn<QList<MedicineOrder>>("orders");
    QTest::addColumn<QString>("field");
    MedicineOrder nameless = pills({});
    MedicineOrder doseless = pills();
    doseless.dose.clear();
    MedicineOrder never = pills();
    never.timesPerDay = 0;
    MedicineOrder endless = pills();
    endless.days = 181;
    QTest::newRow("no name") << QList{nameless} << u"medicines[0].name"_qs;
    QTest::newRow("no dose") << QList{pills(), doseless} << u"medicines[1].dose"_qs;
    QTest::newRow("never") << QList{never} << u"medicines[0].times"_qs;
    QTest::newRow("for half a year") << QList{endless} << u"medicines[0].days"_qs;
    QTest::newRow("six on one prescription")
        << QList<MedicineOrder>(medicineorder::mostPatent + 1, pills()) << u"medicines[5].name"_qs;
}

void TestMedicineOrders::sign_incomplete_isRefusedWithItsField()
{
    QFETCH(QList<MedicineOrder>, orders);
    QFETCH(QString, field);
    const auto refused = sign(visit(orders));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, field);
    QVERIFY(!refused.error().message.isEmpty());
}

void TestMedicineOrders::save_incomplete_isKept()
{
    MedicineOrder begun;
    begun.dose = u"8丸"_qs;
    const auto saved = clinic->write(clinic->practitioner(), "consultation.save", [&](store::Transaction &tx) {
        return consultation::save(tx, *catalog, visit({begun}));
    });
    QVERIFY(saved.ok());
    QCOMPARE(saved->medicines.orders, QList<MedicineOrder>{begun});
    QCOMPARE(saved->medicines.number, QString()); // not signed
}

void TestMedicineOrders::amend_medicine_isToldInTheHistory()
{
    const auto before = sign(visit({pills()}));
    QVERIFY(before.ok());
    consultation::Draft again = visit({pills(u"天王补心丸"_qs)});
    again.visit.visit = before->revision.visit;
    again.visit.basedOn = before->revision.id;
    again.visit.reason = u"换药"_qs;
    const auto after = sign(again);
    QVERIFY(after.ok());
    QVERIFY(after->medicines.number != before->medicines.number);
    const auto told = clinic->read(clinic->practitioner(), [&](const store::Snapshot &view) {
        return changes::ofPatient(view, woman.id, {}, 10);
    });
    QVERIFY(told.ok());
    QVERIFY(told->first().sentences.join(u'\n').contains(u"天王补心丸"_qs));
}

void TestMedicineOrders::visits_listThemByName()
{
    QVERIFY(sign(visit({pills()})).ok());
    const auto visits = clinic->read(
        clinic->practitioner(), [&](const store::Snapshot &view) { return consultation::visitsOf(view, woman.id, 5); });
    QCOMPARE(visits->first().prescription, std::optional(u"归脾丸"_qs));
}

void TestMedicineOrders::known_eachNameOnce_asOrderedLast()
{
    QVERIFY(sign(visit({pills(), pills(u"逍遥丸"_qs)})).ok());
    MedicineOrder other = pills();
    other.dose = u"6 g"_qs;
    QVERIFY(sign(visit({other})).ok());
    const auto known =
        clinic->read(clinic->practitioner(), [](const store::Snapshot &view) { return medicineorder::known(view); });
    QVERIFY(known.ok());
    QCOMPARE(known->size(), 2);
    QCOMPARE(known->first(), other);
}

void TestMedicineOrders::allergensNamed_inTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("allergies");
    QTest::addColumn<QStringList>("named");
    QTest::newRow("in the name") << u"板蓝根颗粒"_qs << QStringList{u"板蓝根"_qs} << QStringList{u"板蓝根"_qs};
    QTest::newRow("the name itself") << u"板蓝根"_qs << QStringList{u"板蓝根颗粒"_qs} << QStringList{u"板蓝根颗粒"_qs};
    QTest::newRow("another") << u"归脾丸"_qs << QStringList{u"青霉素"_qs} << QStringList{};
    QTest::newRow("one character") << u"归脾丸"_qs << QStringList{u"归"_qs} << QStringList{};
    QTest::newRow("nothing yet") << QString() << QStringList{u"青霉素"_qs} << QStringList{};
    QTest::newRow("letters") << u"Aspirin C"_qs << QStringList{u"aspirin"_qs} << QStringList{u"aspirin"_qs};
}

void TestMedicineOrders::allergensNamed_inTheName()
{
    QFETCH(QString, name);
    QFETCH(QStringList, allergies);
    QFETCH(QStringList, named);
    QCOMPARE(medicineorder::allergensNamed(pills(name), allergies), named);
}

void TestMedicineOrders::paper_signedVisit_saysWhatIsNeeded()
{
    const auto paper = [&](VisitId id) {
        return clinic->read(clinic->practitioner(),
                            [&](const store::Snapshot &view) { return consultation::medicinePaper(view, id); });
    };
    const auto stored = sign(visit({pills()}));
    QVERIFY(stored.ok());
    const auto page = paper(stored->revision.visit);
    QVERIFY(page.ok());
    QCOMPARE(page->visit.medicines.orders, QList<MedicineOrder>{pills()});
    const auto without = sign(visit({}));
    QCOMPARE(paper(without->revision.visit).error().code, Code::NotFound);
    // Where the clinic asks for a second person, it waits for one as the herbs do.
    QVERIFY(clinic->write(clinic->owner(), "setting.change", [&](store::Transaction &tx) {
        return settings::setValue(tx, settings::SecondPerson, u"yes"_qs);
    }));
    QCOMPARE(paper(stored->revision.visit).error().code, Code::Conflict);
}

QTEST_GUILESS_MAIN(TestMedicineOrders)
#include "tst_medicineorders.moc"
