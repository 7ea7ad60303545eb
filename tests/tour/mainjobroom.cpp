#include "tour/mainjob.h"

#include "clinic/record/familyhistory.h"
#include "ui/prescription/formulagrid.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/visit/visitpage.h"

#include <QApplication>
#include <QTest>

namespace xinglin::tour {

namespace {
constexpr int patienceMs = 8000;
} // namespace

void MainJob::beginVisit()
{
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    auto *page = m_window->findChild<ui::VisitPage *>();
    const auto begun = [&] {
        return page->patient() && !page->isSigned() && m_drive->focus() &&
               m_drive->focus()->objectName() == QLatin1String("complaint");
    };
    expect(QTest::qWaitFor(begun, patienceMs), "no visit was begun");
}

void MainJob::keepPhrase()
{
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->key(Qt::Key_Semicolon, Qt::ControlModifier);
    m_drive->fill("phraseLetters", QStringLiteral("sx"));
    stop("phrase");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
}

void MainJob::keepFormula()
{
    m_window->findChild<ui::PrescriptionEditor *>()->sheet()->setFocus();
    m_drive->key(Qt::Key_G, Qt::ControlModifier);
    m_drive->fill("formulaIndication", QStringLiteral("心脾两虚之不寐"));
    m_drive->fill("formulaName", QStringLiteral("安神归脾方"));
    stop("own-formula");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
}

void MainJob::keepTemplate()
{
    m_drive->key(Qt::Key_G, Qt::ControlModifier);
    m_drive->fill("templateCode", QStringLiteral("xp"));
    stop("template");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
}

void MainJob::orderMedicine()
{
    m_drive->key(Qt::Key_M, Qt::ControlModifier);
    m_drive->get("medicineName");
    words(QStringLiteral("天王补心丸"));
    m_drive->key(Qt::Key_Tab);
    words(QStringLiteral("8丸"));
    settle();
    stop("medicine");
    m_drive->key(Qt::Key_Backspace, Qt::ControlModifier);
    settle();
}

void MainJob::tellFamily()
{
    m_drive->key(Qt::Key_P, Qt::ControlModifier);
    m_drive->type("i10");
    m_drive->key(Qt::Key_Return);
    m_drive->key(Qt::Key_Tab);
    m_drive->type("2019");
    m_drive->key(Qt::Key_Return);
    m_drive->get("problems");
    m_drive->key(Qt::Key_F, Qt::AltModifier);
    words(familyhistory::nameOf(Kinship::Father));
    m_drive->key(Qt::Key_Return);
    m_drive->key(Qt::Key_Tab);
    words(QStringLiteral("中风"));
    m_drive->key(Qt::Key_Tab);
    m_drive->type("58");
    m_drive->key(Qt::Key_Return);
    m_drive->get("familyHistory");
    expect(QTest::qWaitFor([&] { return m_drive->focus()->objectName() == QStringLiteral("relative"); }, patienceMs),
           "the line does not come back for the next relative");
    settle();
    stop("chart-family");
    m_drive->get("events").setFocus();
}

void MainJob::askAfterwards()
{
    m_drive->key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    m_drive->fill("sickTo", QStringLiteral("2026-03-14"));
    m_drive->get("sickNamed").setFocus();
    m_drive->key(Qt::Key_Space);
    m_drive->get("sickRecommendation").setFocus();
    words(QStringLiteral("居家休息，避免熬夜。"));
    stop("sick-note");
    closeDialog();
    m_drive->key(Qt::Key_F2);
    m_drive->fill("amendReason", QStringLiteral("漏记药物史"));
    stop("amendment");
    closeDialog();
}

void MainJob::comeOutOfDialog()
{
    expect(QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, patienceMs), "a dialog stays");
    m_window->activateWindow();
    expect(QTest::qWaitForWindowActive(m_window.get()), "the window does not come back");
}

void MainJob::earlierVisit(int daysAgo, int score, const QStringList &herbs)
{
    beginVisit();
    auto *page = m_window->findChild<ui::VisitPage *>();
    m_drive->key(Qt::Key_Tab, Qt::ShiftModifier); // the day stands before the complaint
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type(qPrintable(QStringLiteral("-%1").arg(daysAgo)));
    tabTo("complaint");
    words(QStringLiteral("入睡困难，多梦。"));
    tabTo("vitals");
    m_drive->type(qPrintable(QStringLiteral("ps %1").arg(score)));
    tabTo("tongueQuick");
    m_drive->type("dh ch b ba");
    m_drive->key(Qt::Key_Return);
    m_drive->key(Qt::Key_F4);
    m_drive->get("herbEdit");
    for (const QString &herb : herbs) {
        m_drive->type(qPrintable(herb));
        settle();
        m_drive->key(Qt::Key_Return);
        settle();
    }
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return page->isSigned(); }, 1500))
        m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    expect(QTest::qWaitFor([&] { return page->isSigned(); }, patienceMs), "an earlier visit cannot be signed");
    m_drive->key(Qt::Key_Escape);
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    settle();
}

void MainJob::practise()
{
    const auto herbs = [](const char *text) { return QString::fromLatin1(text).split(u';'); };
    earlierVisit(42, 16, herbs("hq 12;ds 10;bz 10;dg 10;ch 10;bs 12;bh 6"));
    earlierVisit(28, 13, herbs("hq 15;ds 10;bz 10;dg 10;ch 6;bs 12;szr 15"));
    earlierVisit(14, 12, herbs("hq 20;ds 10;bz 12;dg 10;szr 15;lyr 10;mx 6"));
    m_drive->key(Qt::Key_F8);
    m_drive->get("formulaGrid");
    settle();
    stop("formulas");
    m_drive->key(Qt::Key_V);
    m_drive->key(Qt::Key_Left);
    m_drive->key(Qt::Key_Left);
    stop("formulas-changed");
    m_drive->key(Qt::Key_V);
    m_drive->key(Qt::Key_P, Qt::ControlModifier);
    m_drive->get("previewPrint");
    settle();
    stop("formulas-paper");
    m_drive->key(Qt::Key_Escape);
    settle();
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    settle();
    lookUp();
    lookThrough();
}

void MainJob::lookUp()
{
    beginVisit();
    tabTo("pattern");
    m_drive->type("xplx");
    settle();
    m_drive->key(Qt::Key_Return);
    m_drive->get("reference3"); // two formulas, and what was done before
    m_drive->key(Qt::Key_F12);
    settle();
    stop("visit-reference-past");
    m_drive->key(Qt::Key_F12);
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->key(Qt::Key_Delete);
    m_drive->key(Qt::Key_Escape); // nothing is left to be kept
    m_drive->get("events");
    settle();
}

void MainJob::lookThrough()
{
    m_drive->key(Qt::Key_F, Qt::ControlModifier);
    m_drive->type("suanzao");
    m_drive->get("events");
    settle();
    stop("chart-found");
    m_drive->key(Qt::Key_Escape);
    m_drive->key(Qt::Key_Escape);
    m_drive->key(Qt::Key_R, Qt::ControlModifier);
    m_drive->get("trendChart");
    settle();
    stop("trends");
    m_drive->key(Qt::Key_F11);
    m_drive->get("trendScreen");
    settle();
    stop("trend-shown");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    m_drive->key(Qt::Key_R, Qt::ControlModifier);
    m_drive->get("visitDetails");
    m_drive->key(Qt::Key_D, Qt::ControlModifier);
    m_drive->get("before");
    settle();
    stop("compared");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    settle();
}

} // namespace xinglin::tour
