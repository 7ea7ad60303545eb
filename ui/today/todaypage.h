#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/queue.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"
#include "ui/today/speaker.h"
#include "ui/today/todaypanel.h"

#include <QSet>

class QLabel;
class QStackedLayout;
class QTableView;
class QTimer;

namespace xinglin::ui {

class Button;
class CounterBar;
class EmptyState;
class MessageStrip;
class Segment;
class SheetsPrinter;
class TakingBack;
class TodayModel;
class WaitingRoomWindow;
class WalkInBar;

/// Today: one row per patient, grouped by where they are; one key for each step.
class TodayPage : public Page
{
    Q_OBJECT

public:
    TodayPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);
    ~TodayPage() override;

    /// Ends the present consultation of the practitioner who is signed in and calls whose turn it is; chartWanted()
    /// follows.
    void callNext();
    /// @p who has just been registered, for it; nothing: it is asked who.
    void beginWalkIn(const std::optional<PatientId> &who = {});
    /// The window for the waiting room, on a second screen where there is one.
    void showWaitingRoom();
    /// What is heard there; for a window that was not asked for yet.
    void setSpeaker(const Speaker::Make &speaker) { m_speaker = speaker; }
    SheetsPrinter &printer() { return *m_printer; }

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    void chartWanted(xinglin::PatientId id);
    /// An appointment is to be booked, of this patient where one is selected.
    void bookWanted(const std::optional<xinglin::PatientId> &patient);
    /// Nobody is known under what was typed for a walk-in.
    void registrationWanted(const QString &typed);
    /// A sentence for who is on another page.
    void told(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Seen
    {
        TodayBoard board;
        QList<Resource> resources;
    };
    QWidget *buildBar();
    QWidget *buildTable();
    void load();
    void show(const Seen &seen);
    void layOut(const std::optional<Uuid> &key, int line);
    void countUp();
    void showCurrent();
    void walk(int lines);
    void select(int line);
    /// The hand goes to the list, or to the page where there is none.
    void takeHand();
    const TodayRow *current() const;
    bool keyPressed(int key);
    void press(int cell);
    void act(TodayAct act);
    void next(const TodayRow &row);
    void moveTo(const TodayRow &row, TodayGroup group);
    void checkIn(AppointmentId id);
    void queueUp(const WalkIn &who);
    void step(const QByteArray &act, TicketId id, Result<QueueTicket> (*f)(store::Transaction &, TicketId),
              const QString &done);
    void noShow(AppointmentId id);
    void printSlip(TicketId id);
    void say(const QString &sentence);
    void refuse(const Error &error);
    void dragTo(const QPoint &at);
    void drop(const QPoint &at);

    Clinic &m_clinic;
    Who m_who;
    bool m_mayRun;
    TodayModel *m_model;
    CounterBar *m_counters;
    Segment *m_practitioners;
    QTableView *m_table;
    WalkInBar *m_walkIn;
    TodayPanel *m_panel;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    MessageStrip *m_strip;
    SheetsPrinter *m_printer;
    TakingBack *m_back = nullptr;
    Speaker::Make m_speaker = Speaker::ofThisPc();
    WaitingRoomWindow *m_room = nullptr; ///< Made when it is first asked for.
    QTimer *m_minute;
    QTimer *m_flash;
    QList<Resource> m_resources;  ///< The practitioners, in the order of the segment behind "all".
    std::optional<Uuid> m_wanted; ///< To be selected once it is read.
    QSet<Uuid> m_own;             ///< Rows that this person has just changed: they do not shine.
    std::optional<int> m_gone;    ///< Where the hand was when somebody else took its row away; nobody is selected.
    bool m_stale = true;
    bool m_justCame = true; ///< What happened while nobody looked does not shine.
    quint64 m_question = 0;
    std::optional<QPoint> m_pressed; ///< Where a drag may begin.
    bool m_dragging = false;
    QLabel *m_ghost = nullptr;
};

} // namespace xinglin::ui
