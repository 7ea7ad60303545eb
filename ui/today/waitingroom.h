#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/queue.h"

#include <QWidget>

class QTimer;

namespace xinglin::ui {

/// What hangs in the waiting room: who is called to which room, and who is next. Numbers and masked names only; a call
/// shines and sounds. F11 fills the screen, Esc leaves it and closes.
class WaitingRoomWindow : public QWidget
{
    Q_OBJECT

public:
    WaitingRoomWindow(Clinic &clinic, const QString &clinicName, QWidget *parent);

    /// On the second screen where there is one, filling it; else as a window of its own.
    void open();
    const WaitingRoom &shown() const { return m_room; }
    /// All that stands on it, for tests and screen readers.
    QString words() const;

signals:
    /// A call that was not there before; the sound follows it.
    void calledOut(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void load();
    void show(const WaitingRoom &room);
    static QString sentence(const RoomCall &call);

    Clinic &m_clinic;
    QString m_name;
    WaitingRoom m_room;
    std::optional<Instant> m_newest; ///< The last call that was announced; nothing before the first answer.
    QTimer *m_shine;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
