#include "ui/kit/flowlayout.h"

namespace xinglin::ui {

FlowLayout::FlowLayout(int between, int lines, QWidget *parent) : QLayout(parent), m_between(between), m_lines(lines)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_between : 0);
        height = qMax(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return {width + m.left() + m.right(), height + m.top() + m.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    const QMargins m = contentsMargins();
    const QRect inner = rect.marginsRemoved(m);
    int x = inner.x();
    int y = inner.y();
    int high = 0;
    QList<std::pair<QLayoutItem *, QRect>> line;
    const auto finish = [&] {
        for (const auto &[item, r] : line) {
            if (apply)
                item->setGeometry(QRect(r.x(), r.y() + (high - r.height()) / 2, r.width(), r.height()));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            finish();
            x = inner.x();
            y += high + m_lines;
            high = 0;
        }
        size.setWidth(qMax(item->minimumSize().width(), qMin(size.width(), inner.width())));
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_between;
        high = qMax(high, size.height());
    }
    finish();
    return y + high - rect.y() + m.bottom();
}

} // namespace xinglin::ui
