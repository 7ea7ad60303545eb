#pragma once

#include "clinic/clinic.h"
#include "ui/calendar/appointmentpanel.h"
#include "ui/calendar/dayview.h"
#include "ui/calendar/resourcefilter.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QKeyEvent>

#include <memory>
#include <vector>

class QStackedLayout;
class QStackedWidget;
class QTimer;

namespace xinglin::ui {

class Button;
class CalendarPrinter;
class MessageStrip;
class MonthView;
class Segment;
class WeekStrip;

/// The calendar: a day with a column for everybody and everything that can be booked, a week of one or of all, a month
/// with how full it is. Appointments are moved by mouse and by keys; what is refused says who holds the time.
class CalendarPage : public Page
{
    Q_OBJECT

public:
    enum class Mode { Day, Week, Month };

    CalendarPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Another panel in the place at the right: booking, free times, the waiting list. It is shown at once; nullptr
    /// brings the selected appointment back. The page owns what it was given.
    void setSidePanel(QWidget *panel);
    void showDay(QDate day);
    /// Goes to an appointment; it is selected as soon as its day is there.
    void showAppointment(const Appointment &appointment);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    QDate day() const { return m_day; }
    DayView *view() const { return m_view; }
    CalendarPrinter *printer() const { return m_printer; }

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    /// @p length 0: as long as the service is. @p resource null: whoever is free.
    void bookWanted(const std::optional<xinglin::ResourceId> &resource, xinglin::Instant start,
                    std::chrono::minutes length);
    void chartWanted(xinglin::PatientId id);
    /// A time for the patient of the selected appointment, or for whoever is named then; @p waiting: for the waitlist.
    void findWanted(const std::optional<xinglin::PatientId> &patient, bool waiting);
    /// Everybody who waits.
    void waitlistWanted();
    /// A course of treatment like that one.
    void courseWanted(const xinglin::Appointment &like);
    /// What is carried, with all that follow in its series, to another time.
    void shiftWanted(const xinglin::Appointment &carried, xinglin::Instant to);
    /// Somebody does not work; nothing: it is asked who.
    void absenceWanted(const std::optional<xinglin::ResourceId> &whose, QDate day);
    /// The calls about the next working day.
    void callsWanted();
    /// Somebody gave up a time.
    void freed(const xinglin::Appointment &before);
    /// Something was done that can be taken back.
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Read
    {
        QList<Resource> resources;
        QList<DayPlan> plans;
    };

    static constexpr int toolGap = 4;
    QWidget *buildTools();
    Button *makeFilter(const char *name);
    void addFoot();
    Instant now() const;
    /// What the mode shows of the day.
    QPair<QDate, QDate> shownDays() const;
    QPair<QDate, QDate> loadDays() const;
    void refresh();
    void load();
    /// Keys are about another day, mode or selection than what stands on the screen still; they wait for it.
    void turn();
    void caughtUp();
    void present(const Read &read);
    QList<DayColumn> columnsOf(const QList<DayPlan> &plans) const;
    void go(QDate day);
    void step(int by);
    void toggleAll();
    void askDate();
    void askFilter();
    void leaveOut(const HiddenResources &hidden);
    QStringList namesOf(const Appointment &appointment) const;
    void showSelected();
    void showCarried();
    void reschedule(const MoveWish &wish);
    void rescheduled(const Result<Appointment> &result);
    void cancel(bool byClinic);
    void openChart();
    void wantCourse();
    void wantShift();
    void wantAbsence();
    void print(bool one);
    void printCalls();
    void placePanel();
    bool pressed(QKeyEvent *event);

    Clinic &m_clinic;
    bool m_mayBook;
    bool m_mayRead;
    bool m_mayCall;
    bool m_mayEnterAbsence;
    QTimeZone m_zone;
    Mode m_mode = Mode::Day;
    QDate m_day;
    std::optional<ResourceId> m_whose; ///< In the week; nothing: all.
    std::optional<ResourceId> m_last;  ///< Whose week was shown last.
    HiddenResources m_hidden;
    QList<Resource> m_resources;
    std::optional<AppointmentId> m_wanted; ///< To be selected once it is there.
    bool m_stale = true;
    bool m_moving = false;
    bool m_turning = false;                          ///< See turn().
    std::vector<std::unique_ptr<QKeyEvent>> m_typed; ///< Meanwhile.
    bool m_placed = false;                           ///< The view has been scrolled to where work begins.
    bool m_drawerOpen = false;
    quint64 m_question = 0;

    Segment *m_modes = nullptr;
    WeekStrip *m_week = nullptr;
    Button *m_book = nullptr;
    Button *m_filter = nullptr;
    Button *m_filterBelow = nullptr; ///< The same, in the panel.
    QWidget *m_tools = nullptr;
    MessageStrip *m_strip;
    DayView *m_view;
    MonthView *m_month;
    QStackedLayout *m_stack = nullptr;
    QStackedWidget *m_side;
    AppointmentPanel *m_panel;
    CalendarPrinter *m_printer;
    QTimer *m_late; ///< Nothing has come for so long that grey bars are shown.
    QTimer *m_minute;
};

} // namespace xinglin::ui
