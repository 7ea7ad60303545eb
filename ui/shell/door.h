#pragma once

#include "base/clock.h"

#include <QWidget>

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;

/// What is seen before and between work: seal, clinic and clock at the left, what is asked at the right.
class Door : public QWidget
{
    Q_OBJECT

public:
    /// @param clock outlives the door; @p content becomes its child.
    Door(const Clock &clock, const QTimeZone &zone, QWidget *content, QWidget *parent = nullptr);

    /// Before a clinic is open its name is not known: then the program's stands there.
    void setClinic(const QString &name, const QString &detail);
    QWidget *content() const { return m_content; }
    /// Something that leads away from here, above the promise.
    Button *addAction(const QString &text);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *buildPanel();
    void tell();

    const Clock &m_clock;
    QTimeZone m_zone;
    QWidget *m_content;
    QVBoxLayout *m_actions;
    Label *m_name;
    Label *m_detail;
    Label *m_time;
    Label *m_day;
};

} // namespace xinglin::ui
