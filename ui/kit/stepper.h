#pragma once

#include "ui/kit/accessible.h"

#include <QWidget>

namespace xinglin::ui {

/// − value +, for small counts. One tab stop: Up, Down, + and − step, digits type the value.
class Stepper : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit Stepper(const QString &accessibleName, QWidget *parent = nullptr);

    void setRange(int least, int most);
    int value() const { return m_value; }
    /// Bounded by the range; does not emit valueChanged().
    void setValue(int value);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role spokenRole() const override { return QAccessible::SpinBox; }
    QString spokenValue() const override;

signals:
    /// The person changed the value.
    void valueChanged(int value);
    /// The field was left: a visible default counts from now on.
    void passed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void step(int by);
    void change(int value);

    int m_least = 0;
    int m_most = 99;
    int m_value = 0;
    bool m_typing = false; ///< The next digit is appended instead of beginning anew.
};

} // namespace xinglin::ui
