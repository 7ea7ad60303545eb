#pragma once

#include "ui/visit/referencewords.h"

#include <QAbstractButton>

namespace xinglin::ui {

/// A line of the reference that can be pressed: a name, what the books say below it, and the digit that presses it.
class ReferenceButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// @param digit 0 prints none.
    ReferenceButton(const ReferenceRow &row, int digit, QWidget *parent = nullptr);

    const ReferenceAction &action() const { return m_action; }
    int digit() const { return m_digit; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    ReferenceAction m_action;
    int m_digit;
};

} // namespace xinglin::ui
