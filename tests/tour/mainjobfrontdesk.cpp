#include "tour/mainjob.h"
#include "ui/booking/bookingtimes.h"
#include "ui/booking/calltable.h"
#include "ui/booking/proposals.h"
#include "ui/calendar/calendarpage.h"
#include "ui/patient/patientchoice.h"
#include "ui/shell/workspace.h"
#include "ui/today/todaypage.h"
#include "ui/today/waitingroom.h"

#include <QListView>
#include <QTableView>

namespace xinglin::tour {

void MainJob::arrange()
{
    const auto waitFor = [this](const auto &ready, const char *what) {
        expect(QTest::qWaitFor(ready, test::GuiDriver::patienceMs), what);
        settle();
    };
    const auto isProposed = [this] {
        const auto *list = m_drive->find<QTableView>("proposals");
        return list && list->model()->rowCount() > 0;
    };
    m_drive->key(Qt::Key_R);
    m_drive->get("seriesDialog");
    waitFor(isProposed, "no course is proposed");
    stop("calendar-course");
    closeDialog();
    m_drive->key(Qt::Key_I);
    m_drive->get("absenceDialog");
    waitFor(isProposed, "nobody is hit by an absence");
    stop("calendar-absence");
    m_drive->key(Qt::Key_Return);
    waitFor([this] { return m_drive->find("absenceCalls") != nullptr; }, "there is nobody to be told");
    stop("calendar-absence-calls");
    closeDialog();
    m_drive->key(Qt::Key_Z, Qt::ControlModifier);
    m_drive->get("askVerb");
    m_drive->key(Qt::Key_Return);
    comeOutOfDialog();
    m_drive->key(Qt::Key_C);
    m_drive->get("callList");
    waitFor([this] { return !m_drive->get<ui::CallTable>("calls").calls().isEmpty(); }, "there is nobody to call");
    m_drive->key(Qt::Key_Y);
    m_drive->key(Qt::Key_N);
    settle();
    stop("calendar-calls");
    closeDialog();
}

void MainJob::bookOne()
{
    const auto waitFor = [this](const auto &ready, const char *what) {
        expect(QTest::qWaitFor(ready, test::GuiDriver::patienceMs), what);
        settle();
    };
    m_drive->key(Qt::Key_N);
    m_drive->get("bookingPatient");
    settle();
    stop("booking");
    m_drive->commit(QStringLiteral("王秀英"));
    waitFor([this] { return m_drive->get<ui::PatientChoice>("bookingPatient").isUndecided(); }, "she is not found");
    m_drive->key(Qt::Key_Return);
    settle();
    stop("booking-time");
    m_drive->key(Qt::Key_Escape);
    settle();
    m_drive->key(Qt::Key_F);
    waitFor([this] { return m_drive->find("bookingTimes") != nullptr; }, "no times are proposed");
    stop("booking-find");
    m_drive->key(Qt::Key_Escape);
    settle();
    m_drive->key(Qt::Key_B);
    settle();
    stop("waitlist-entry");
    m_drive->key(Qt::Key_Return);
    waitFor([this] { return m_drive->get("dayView").hasFocus(); }, "the panel stays");
    m_drive->key(Qt::Key_L);
    m_drive->get("waitlist");
    settle();
    stop("waitlist");
    m_drive->key(Qt::Key_Escape);
    settle();
}

void MainJob::runToday()
{
    place(1);
    settle();
    stop("today");
    m_drive->key(Qt::Key_Home);
    for (int i = 0; i < 6; ++i) { // they come
        m_drive->key(Qt::Key_J);
        m_drive->key(Qt::Key_Space);
        settle();
    }
    stop("today-come");
    m_drive->key(Qt::Key_Home);
    m_drive->key(Qt::Key_C);
    stop("today-called");
    m_drive->key(Qt::Key_W);
    settle();
    stop("today-walkin");
    m_drive->key(Qt::Key_Escape);
    settle();
    m_drive->key(Qt::Key_F11);
    auto *room = m_window->findChild<ui::WaitingRoomWindow *>();
    expect(room && QTest::qWaitFor([room] { return room->isVisible() && !room->shown().called.isEmpty(); }),
           "nobody stands on the window of the waiting room");
    settle();
    m_stop(QStringLiteral("waiting-room"), *room);
    room->close();
    m_window->activateWindow();
    settle();
}

} // namespace xinglin::tour
