#pragma once

#include "ui/kit/accessible.h"
#include "ui/kit/safetyring.h"

#include <QWidget>

#include <optional>

namespace xinglin::ui {

/// Points as chips: name, side, technique, and a mark where something is to be known of one. Takes no focus: the line
/// below it has it, and walks here.
class PointChips : public QWidget, public Spoken
{
    Q_OBJECT

public:
    struct Item
    {
        QString name;
        QString side;      ///< Very short; may be empty.
        QString technique; ///< The same.
        QString spoken;    ///< All of it, for screen readers and the tooltip.
        bool known = true; ///< A name the catalogue knows.
        std::optional<Severity> mark;
        bool operator==(const Item &) const = default;
    };

    explicit PointChips(QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }
    /// The chip that keys change; -1: none.
    void setCurrent(int index);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    QAccessible::Role spokenRole() const override { return QAccessible::List; }
    QString spokenValue() const override;

signals:
    /// The person pressed a chip.
    void pressed(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<QRect> places(int width) const;
    int chipWidth(const Item &item) const;
    int chipHeight() const;
    int chipAt(QPoint at) const;
    void fit();

    QList<Item> m_items;
    int m_current = -1;
};

} // namespace xinglin::ui
