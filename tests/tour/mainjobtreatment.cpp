#include "tour/mainjob.h"

#include "ui/treatment/groupdialog.h"
#include "ui/visit/visitpage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>

namespace xinglin::tour {

namespace {
constexpr int patienceMs = test::GuiDriver::patienceMs;
}

void MainJob::orderTreatments()
{
    tabTo("pointEdit");
    m_drive->type("sm ng syj zsl");
    settle();
    stop("visit-points");
    m_drive->type("w hgl qqqq ");
    settle();
    stop("visit-points-problem");
    for (int i = 0; i < 4; ++i)
        m_drive->key(Qt::Key_Backspace);
    m_drive->type("25 ");
    m_drive->key(Qt::Key_Left);
    settle();
    stop("visit-points-chip");
    m_drive->key(Qt::Key_End);
    m_drive->key(Qt::Key_G, Qt::ControlModifier);
    m_drive->get("groupName");
    settle();
    words(QStringLiteral("失眠方"));
    settle();
    stop("point-group");
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([&] { return !m_window->findChild<ui::GroupDialog *>(); }, patienceMs),
           "the group was not kept");
    m_window->activateWindow();
    expect(QTest::qWaitFor([&] { return m_drive->focus()->objectName() == u"pointEdit"; }, patienceMs),
           "the hand is not back in the points");
    m_drive->key(Qt::Key_Return);
    m_drive->type("atj");
    settle();
    stop("visit-therapy");
    m_drive->type(" 10 3");
    settle();
    stop("visit-therapy-reading");
    m_drive->key(Qt::Key_Return);
    m_drive->type("zpdl 5 4000hz 12ma");
    m_drive->key(Qt::Key_Return);
    expect(m_window->findChild<ui::VisitPage *>()->draft().treatments.size() == 3, "a therapy was not understood");
}

void MainJob::giveTreatments()
{
    m_drive->key(Qt::Key_T, Qt::ControlModifier);
    auto &orders = m_drive->get<QAbstractItemView>("orders");
    expect(QTest::qWaitFor([&] { return orders.model()->rowCount() == 3; }, patienceMs), "the orders are not there");
    settle();
    stop("treatments");
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([&] { return m_drive->focus()->objectName() == u"needlesIn"; }, patienceMs),
           "the needles are not asked for");
    m_drive->key(Qt::Key_Return);
    m_drive->get("needlesOut");
    settle();
    stop("treatment-running");
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([&] { return m_drive->focus()->objectName() == u"needlesOut"; }, patienceMs),
           "the needles are not counted");
    m_drive->type("8");
    settle();
    stop("treatment-needles-differ");
    m_drive->key(Qt::Key_Backspace);
    m_drive->type("9");
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([&] { return m_drive->find("session0") && !m_drive->find("needlesOut"); }, patienceMs),
           "the session was not ended");
    settle();
    stop("treatment-given");
    m_drive->key(Qt::Key_P, Qt::ControlModifier);
    expect(QTest::qWaitFor([&] { return m_window->findChild<QDialog *>(QStringLiteral("paperPreview")) != nullptr; },
                           patienceMs),
           "the sheet is not shown");
    settle();
    stop("treatment-sheet");
    closeDialog();
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
}

} // namespace xinglin::tour
