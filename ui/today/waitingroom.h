#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/queue.h"
#include "ui/today/speaker.h"

#include <QSet>
#include <QWidget>

class QCheckBox;
class QTimer;

namespace xinglin::ui {

struct RoomSound;
class Announcer;

/// What hangs in the waiting room: who is called to which room, and who is next. Numbers and masked names only; a call
/// shines, sounds and is read aloud where this PC has a voice for the language. F11 fills the screen, Esc leaves it and
/// closes; C and V switch chime and voice.
class WaitingRoomWindow : public QWidget
{
    Q_OBJECT

public:
    WaitingRoomWindow(Clinic &clinic, const QString &clinicName, QWidget *parent,
                      const Speaker::Make &speaker = Speaker::ofThisPc());

    /// On the second screen where there is one, filling it; else as a window of its own.
    void open();
    const WaitingRoom &shown() const { return m_room; }
    /// All that stands on it, for tests and screen readers.
    QString words() const;

signals:
    /// A call that was not there before.
    void calledOut(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void load();
    void show(const WaitingRoom &room);
    void buildSwitches();
    void placeSwitches();
    void readSound();
    void keepSound();
    void writeSound(const RoomSound &sound);
    static QString sentence(const RoomCall &call);

    Clinic &m_clinic;
    QString m_name;
    WaitingRoom m_room;
    Announcer *m_announcer;
    QSet<int> m_fresh; ///< Numbers that shine.
    QTimer *m_shine;
    QWidget *m_switches; ///< Not where it fills the screen: it hangs there for others then.
    QCheckBox *m_chime;
    QWidget *m_voiceRow; ///< Only where there is a voice.
    QCheckBox *m_voice;
    quint64 m_question = 0;
    bool m_keeping = false; ///< The switches are being written,
    bool m_unkept = false;  ///< and have been changed since.
};

} // namespace xinglin::ui
