#include "clinic/patient/kinship.h"
#include "tour/mainjob.h"

namespace xinglin::tour {

void MainJob::nameMother()
{
    // The child has the telephone of the first patient.
    m_drive->get("linkKinship0");
    m_drive->fill("linkKinship0", kinship::nameOf(QStringLiteral("MTH")));
    m_drive->key(Qt::Key_Escape); // the list of words
    m_drive->get("linkGuardian0").setFocus();
    m_drive->key(Qt::Key_Space);
    settle();
}

void MainJob::showFamily()
{
    // The chart of the child, their mother beside it.
    m_drive->get("relatives");
    m_drive->key(Qt::Key_R, Qt::AltModifier);
    m_drive->fill("relativeName", QStringLiteral("崔建国"));
    m_drive->key(Qt::Key_Escape);
    m_drive->fill("relativeKinship", kinship::nameOf(QStringLiteral("FTH")));
    m_drive->key(Qt::Key_Escape);
    m_drive->fill("relativePhone", QStringLiteral("13712345678"));
    settle();
    stop("chart-relative-new");
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([this] { return !m_drive->find("relativeName"); }, test::GuiDriver::patienceMs),
           "the father is not in the family");
    for (const QString &tag : {QStringLiteral("三伏贴"), QStringLiteral("小儿推拿")}) {
        m_drive->key(Qt::Key_G, Qt::AltModifier);
        words(tag);
        settle();
        if (tag == u"三伏贴")
            stop("chart-tag-new");
        m_drive->key(Qt::Key_Return);
        settle();
        settle();
    }
    m_drive->get("tagChips");
    stop("chart-relatives");
}

} // namespace xinglin::tour
