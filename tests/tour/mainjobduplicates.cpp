#include "tour/mainjob.h"

#include <QAbstractItemView>
#include <QLabel>

namespace xinglin::tour {

namespace {
const QString heard = QStringLiteral("陈书芬"); // by ear, the same as the patient's
} // namespace

void MainJob::registerTwice()
{
    // As the receptionist, who takes the patient for a new one.
    place(2);
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_N, Qt::ControlModifier);
    m_drive->get("patientName");
    m_drive->fill("patientName", patientName());
    m_drive->fill("patientPhone", QStringLiteral("13812346207"));
    m_drive->fill("patientBirth", QStringLiteral("1979-08-21"));
    m_drive->get("alikePeople");
    settle();
    settle();
    stop("registration-known");
    m_drive->fill("patientName", heard);
    m_drive->fill("patientOccupation", QStringLiteral("教师"));
    settle();
    settle();
    stop("registration-likely");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("noEvents");
    place(2);
    m_drive->get("showDuplicates");
    m_drive->key(Qt::Key_D, Qt::ControlModifier);
    m_drive->get("duplicatePairs");
    stop("duplicates-reception");
    m_drive->key(Qt::Key_Return);
    m_drive->get("mergePart0");
    stop("compare-records");
    m_drive->key(Qt::Key_A);
    m_drive->fill("opinionRemark", QStringLiteral("问过本人，同一人"));
    stop("ask-for-merge");
    m_drive->key(Qt::Key_Return);
    m_drive->get("duplicatePairs");
}

void MainJob::mergeRecords()
{
    lockAndEnter(QStringLiteral("owner"));
    m_drive->get("showDuplicates");
    settle();
    stop("patients-duplicates");
    keepSegment();
    m_drive->key(Qt::Key_D, Qt::ControlModifier);
    m_drive->get("duplicatePairs");
    stop("duplicates");
    m_drive->key(Qt::Key_Return);
    m_drive->get("mergePart0");
    settle();
    m_drive->key(Qt::Key_V);
    stop("merge");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    expect(QTest::qWaitFor([this] { return !m_drive->find("duplicatePairs") && !m_drive->find("mergeSentence"); },
                           test::GuiDriver::patienceMs),
           "they are not merged");
    stop("duplicates-none");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    words(patientName());
    settle();
    settle();
    m_drive->key(Qt::Key_Return);
    m_drive->get("mergedFrom");
    settle();
    stop("chart-merged");
    m_drive->key(Qt::Key_P, Qt::AltModifier);
    m_drive->fill("partReason", QStringLiteral("两个人，电话登错"));
    stop("part-again");
    m_drive->key(Qt::Key_Return);
    m_drive->get("partedDialog");
    stop("parted");
    closeDialog();
    m_drive->get("mergeWithOther");
    m_drive->key(Qt::Key_D, Qt::AltModifier);
    m_drive->get("otherRecord");
    settle();
    stop("other-record");
    closeDialog();
    place(2);
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->key(Qt::Key_Delete);
    settle();
}

} // namespace xinglin::tour
