#include "tour/mainjob.h"
#include "ui/constitution/constitutionpage.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemView>
#include <QSignalSpy>

namespace xinglin::tour {

namespace {

constexpr int patienceMs = test::GuiDriver::patienceMs;
/// A woman of weak qi with some stasis, as she answers at first.
const char *const first = "253432223212211111121411124241311115112322223411211323211511";
/// The same woman a month later.
const char *const later = "123442123121221121311322111212112221411111221112122123124112";

} // namespace

void MainJob::assess()
{
    // As the practitioner, on the chart.
    m_drive->get("openConstitution");
    m_drive->key(Qt::Key_B, Qt::ControlModifier);
    m_drive->get("questions");
    m_drive->type(QByteArray(first).left(23).constData());
    stop("constitution-questions");
    m_drive->type(QByteArray(first).mid(23, 36).constData());
    m_drive->key(Qt::Key_Return, Qt::ControlModifier); // one is missing
    stop("constitution-missing");
    m_drive->type(QByteArray(first).right(1).constData());
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("constitutionSummary");
    settle();
    stop("constitution-first");

    // A month later the patient answers on the screen.
    m_clinic.clock.advance(std::chrono::hours(28 * 24));
    m_drive->key(Qt::Key_N, Qt::ControlModifier);
    m_drive->get("questions");
    m_drive->key(Qt::Key_F11);
    m_drive->get("patientScreen");
    m_drive->type(QByteArray(later).left(11).constData());
    stop("constitution-patient");
    m_drive->type(QByteArray(later).mid(11).constData());
    m_drive->get("patientThanks");
    stop("constitution-thanks");
    m_drive->key(Qt::Key_Return);
    m_drive->get("people");
    signIn(QStringLiteral("practitioner"));
    m_drive->get("questions");
    stop("constitution-answered");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("constitutionSummary");
    auto &list = *m_drive->get<QAbstractItemView>("assessments").model();
    expect(QTest::qWaitFor([&] { return list.rowCount() == 2; }, patienceMs), "there are not two assessments");
    settle();
    stop("constitution-result");
    m_drive->key(Qt::Key_P, Qt::ControlModifier);
    expect(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, patienceMs), "no preview");
    stop("constitution-paper");
    closeDialog();
    m_drive->key(Qt::Key_Delete);
    m_drive->get("retractReason");
    stop("constitution-in-error");
    closeDialog();
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    settle();
    stop("chart-constitution");
}

} // namespace xinglin::tour
