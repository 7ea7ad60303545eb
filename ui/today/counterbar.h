#pragma once

#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"

#include <QList>
#include <QWidget>

namespace xinglin::ui {

/// How many there are of each kind; pressing one filters, pressing it again lets go. Its digit stands in each cell; the
/// page listens for it.
class CounterBar : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit CounterBar(QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    void setCounts(const QList<int> &counts);
    int count(int cell) const { return m_counts.value(cell); }
    /// -1: none.
    void setCurrent(int cell);
    int current() const { return m_current; }
    /// The cell at a point; -1: none.
    int cellAt(const QPoint &at) const;
    /// Marks where something that is dragged would fall; -1: nowhere.
    void setTarget(int cell);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    QAccessible::Role spokenRole() const override { return QAccessible::ToolBar; }
    QString spokenValue() const override;

signals:
    void pressed(int cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRect place(int cell) const;

    QStringList m_names;
    QList<int> m_counts;
    int m_current = -1;
    int m_target = -1;
};

} // namespace xinglin::ui
