#pragma once

#include <QLineEdit>

namespace xinglin::ui {

/// The line edit in the cell under the hand. As a ghost it shows nothing, but takes what is typed.
class HerbCellEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit HerbCellEdit(QWidget *parent);

    void setGhost(bool ghost);
    /// Of the cell, printed small at the left.
    void setNumber(int number);
    bool isComposing() const { return m_composing; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int m_number = 1;
    bool m_ghost = false;
    bool m_composing = false;
};

} // namespace xinglin::ui
