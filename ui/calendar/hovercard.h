#pragma once

#include "ui/calendar/daycolumn.h"

#include <QWidget>

class QVBoxLayout;

namespace xinglin::ui {

class Label;

/// What an appointment is about, beside its block; for the mouse and for the keyboard.
class HoverCard : public QWidget
{
    Q_OBJECT

public:
    explicit HoverCard(QWidget *parent);

    /// Beside @p block, which is in the coordinates of the parent.
    void showBeside(const QRect &block, const DayBlock &content, const QString &with, Instant now);
    std::optional<AppointmentId> appointment() const { return m_appointment; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    std::optional<AppointmentId> m_appointment;
    Label *m_name;
    Label *m_times;
    Label *m_service;
    Label *m_state;
    Label *m_note;
};

} // namespace xinglin::ui
