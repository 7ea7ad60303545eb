#pragma once

#include "clinic/patient/merge.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace xinglin::ui {

/// One part of two records beside each other. Where they differ one of the two is chosen: by the arrows to the left and
/// to the right, or by a click.
class MergeRow : public QWidget, public Spoken
{
    Q_OBJECT

public:
    enum class Choice { Left, Both, Right };

    /// @param choosable false: it is only shown.
    MergeRow(patient::MergePart part, const QString &left, const QString &right, bool differs, bool choosable,
             QWidget *parent = nullptr);

    patient::MergePart part() const { return m_part; }
    bool differs() const { return m_differs; }
    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// A sentence below the two; empty takes it away.
    void showProblem(const QString &sentence);
    QString problem() const { return m_problem; }

    /// Width of the names of the parts, so that a head can stand above the columns.
    static int nameWidth(const Theme &theme);
    static constexpr int gap = 12; ///< Between the columns.

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    QAccessible::Role spokenRole() const override { return QAccessible::RadioButton; }
    QString spokenValue() const override;

signals:
    /// The person chose; setChoice() does not emit it.
    void chosen(xinglin::ui::MergeRow::Choice choice);
    /// To another row, that many down.
    void walked(int rows);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool mayBoth() const { return m_part == patient::MergePart::DeskAlert; }
    QRect cell(int width, bool right) const;
    QRect wordsIn(const QRect &cell) const;
    int cellHeight(int width) const;
    void paintCell(QPainter *painter, const QRect &cell, const QString &text, bool on) const;
    void choose(Choice choice);

    patient::MergePart m_part;
    QString m_left;
    QString m_right;
    bool m_differs;
    bool m_choosable;
    Choice m_choice = Choice::Left;
    QString m_problem;
};

} // namespace xinglin::ui
