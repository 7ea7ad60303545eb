#include "clinic/patient/patients.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/visit/desk.h"

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

MedicineOrder pills()
{
    return {MedicineForm::Patent,  QStringLiteral("归脾丸"), QStringLiteral("8丸"), 3, 14,
            QStringLiteral("2盒"), QStringLiteral("饭后服")};
}

} // namespace

/// Ready-made medicines beside the herbs, at the visit.
class TestMedicines : public QObject
{
    Q_OBJECT

private slots:
    void order_byKeys_isSignedBesideNothing();
    void name_orderedBefore_bringsItsAmounts();
    void last_isTakenOverAsAWhole();
    void sign_withoutDose_asksForIt();
    void remove_row_givesTheHandBack();
    void allergy_namedLikeTheMedicine_isSaid();
    void signed_isShownAndNotChanged();

private:
    static void signBefore(Desk &desk, const QList<MedicineOrder> &medicines)
    {
        consultation::Draft draft;
        draft.visit.patient = desk.woman.id;
        draft.visit.note.complaint = QStringLiteral("入睡困难");
        draft.medicines = medicines;
        QVERIFY(desk.base.write(desk.base.practitioner(), "consultation.sign",
                                [&](store::Transaction &tx) { return consultation::sign(tx, *desk.catalog, draft); }));
    }
    static QWidget *field(const Desk &desk, const char *name, int row = 0)
    {
        return desk.page->findChildren<QWidget *>(QString::fromLatin1(name)).value(row);
    }
    static void name(Desk &desk)
    {
        desk.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == QStringLiteral("medicineName"));
    }
};

void TestMedicines::order_byKeys_isSignedBesideNothing()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("入睡困难"));
    name(desk);
    desk.words(QStringLiteral("归脾丸"));
    desk.key(Qt::Key_Tab);
    desk.words(QStringLiteral("8丸"));
    desk.key(Qt::Key_Tab);
    desk.keys("3");
    desk.key(Qt::Key_Tab);
    desk.keys("14");
    desk.key(Qt::Key_Tab);
    desk.words(QStringLiteral("2盒"));
    desk.key(Qt::Key_Tab);
    desk.words(QStringLiteral("饭后服"));
    QCOMPARE(desk.page->draft().medicines, QList<MedicineOrder>{pills()});
    // The ring does not say that it was looked at.
    QVERIFY(desk.find<Label>("checkScope")->text().contains(QStringLiteral("归脾丸")));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    QCOMPARE(stored->medicines.orders, QList<MedicineOrder>{pills()});
    QVERIFY(stored->prescriptions.isEmpty());
    QVERIFY(!stored->medicines.number.isEmpty());
}

void TestMedicines::name_orderedBefore_bringsItsAmounts()
{
    Desk desk;
    signBefore(desk, {pills()});
    desk.begin();
    name(desk);
    desk.keys("gp");
    QTRY_VERIFY(desk.page->findChild<PopupList *>() && desk.page->findChild<PopupList *>()->isVisible());
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.page->draft().medicines, QList<MedicineOrder>{pills()});
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("medicineDose"));
}

void TestMedicines::last_isTakenOverAsAWhole()
{
    MedicineOrder other = pills();
    other.name = QStringLiteral("逍遥丸");
    Desk desk;
    signBefore(desk, {pills(), other});
    desk.begin();
    desk.key(Qt::Key_F4);
    QWidget *last = desk.find("medicinesAsLast");
    QTRY_VERIFY(last->isVisible());
    QTest::mouseClick(last, Qt::LeftButton);
    QCOMPARE(desk.page->draft().medicines, (QList<MedicineOrder>{pills(), other}));
    QVERIFY(!last->isVisible());
    QVERIFY(desk.page->hasUnsaved());
}

void TestMedicines::sign_withoutDose_asksForIt()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("入睡困难"));
    name(desk);
    desk.words(QStringLiteral("归脾丸"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == QStringLiteral("medicineDose"));
    QCOMPARE(desk.find<MessageStrip>("visitStrip")->kind(), MessageStrip::Kind::Stop);
    QVERIFY(!desk.page->isSigned());
    desk.words(QStringLiteral("8丸"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestMedicines::remove_row_givesTheHandBack()
{
    Desk desk;
    desk.begin();
    name(desk);
    desk.words(QStringLiteral("归脾丸"));
    name(desk);
    QCOMPARE(desk.page->findChildren<QWidget *>(QStringLiteral("medicineRow")).size(), 2);
    desk.words(QStringLiteral("逍遥丸"));
    desk.key(Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("medicineName"));
    QCOMPARE(desk.page->draft().medicines.size(), 1);
    QCOMPARE(desk.page->draft().medicines.first().name, QStringLiteral("归脾丸"));
    desk.key(Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(desk.page->draft().medicines.isEmpty());
    QVERIFY(desk.prescription()->isAncestorOf(desk.hand()));
}

void TestMedicines::allergy_namedLikeTheMedicine_isSaid()
{
    Desk desk;
    QVERIFY(desk.base.write(desk.base.practitioner(), "allergy.record", [&](store::Transaction &tx) {
        AllergyDraft allergy;
        allergy.substance = QStringLiteral("板蓝根");
        return patient::recordAllergy(tx, desk.woman.id, allergy);
    }));
    desk.begin();
    name(desk);
    desk.words(QStringLiteral("板蓝根颗粒"));
    QTRY_VERIFY(field(desk, "medicineCaution")->isVisible());
    QVERIFY(qobject_cast<Label *>(field(desk, "medicineCaution"))->text().contains(QStringLiteral("板蓝根")));
}

void TestMedicines::signed_isShownAndNotChanged()
{
    Desk desk;
    signBefore(desk, {pills()});
    desk.open();
    const auto visits =
        desk.read([&](const store::Snapshot &view) { return consultation::visitsOf(view, desk.woman.id, 1); });
    desk.page->openVisit(visits->first().id);
    QTRY_VERIFY(desk.page->isSigned());
    desk.page->activate();
    QTest::keyClick(desk.page.get(), Qt::Key_F4);
    QTRY_VERIFY(field(desk, "medicineName")->isVisible());
    QVERIFY(qobject_cast<QLineEdit *>(field(desk, "medicineName"))->isReadOnly());
    QVERIFY(!field(desk, "removeMedicine")->isVisible());
    QVERIFY(!desk.find("addMedicine")->isVisible());
    QTest::keyClick(desk.page.get(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(desk.page->findChildren<QWidget *>(QStringLiteral("medicineRow")).size(), 1);
}

QTEST_MAIN(TestMedicines)
#include "tst_medicines.moc"
