#include "ui/today/counterbar.h"

#include "ui/kit/paint.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace xinglin::ui {

CounterBar::CounterBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("todayCounters"));
    setAccessibleName(tr("How many there are"));
}

void CounterBar::setNames(const QStringList &names)
{
    m_names = names;
    update();
}

void CounterBar::setCounts(const QList<int> &counts)
{
    m_counts = counts;
    update();
}

void CounterBar::setCurrent(int cell)
{
    m_current = cell;
    update();
}

void CounterBar::setTarget(int cell)
{
    if (std::exchange(m_target, cell) != cell)
        update();
}

QRect CounterBar::place(int cell) const
{
    const auto count = qMax(1, static_cast<int>(m_names.size()));
    const int left = width() * cell / count;
    return {left, 0, width() * (cell + 1) / count - left, height()};
}

int CounterBar::cellAt(const QPoint &at) const
{
    for (int i = 0; i < m_names.size(); ++i) {
        if (place(i).contains(at))
            return i;
    }
    return -1;
}

QSize CounterBar::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {600, theme.line(TypeStyle::Figure) + theme.line(TypeStyle::Caption) + 16};
}

QString CounterBar::spokenValue() const
{
    QStringList words;
    for (int i = 0; i < m_names.size(); ++i)
        words << tr("%1: %2", "counter").arg(m_names[i]).arg(m_counts.value(i));
    return words.join(QStringLiteral(", "));
}

void CounterBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Window));
    for (int i = 0; i < m_names.size(); ++i) {
        const QRect cell = place(i);
        if (i == m_current || i == m_target)
            painter.fillRect(cell, theme.color(Token::ApricotSoft));
        if (i == m_current)
            painter.fillRect(QRect(cell.left(), cell.bottom() - 2, cell.width(), 2), theme.color(Token::Apricot));
        if (i > 0)
            painter.fillRect(QRect(cell.left(), 0, 1, cell.height()), theme.color(Token::Hairline));
        const QRect inner = cell.adjusted(i == 0 ? 20 : 14, 6, -10, -6);
        const QFont figure = theme.font(TypeStyle::Figure);
        painter.setFont(figure);
        painter.setPen(theme.color(m_counts.value(i) == 0 ? Token::Text3 : Token::Text));
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), theme.line(TypeStyle::Figure)),
                         int(Qt::AlignLeft | Qt::AlignVCenter), QLocale().toString(m_counts.value(i)));
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        const QRect below(inner.left(), inner.top() + theme.line(TypeStyle::Figure) + 2, inner.width(),
                          theme.line(TypeStyle::Caption));
        painter.drawText(below, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(m_names[i], Qt::ElideRight, below.width()));
        const QString digit = QString::number(i + 1);
        const int width = keyCapWidth(theme, digit);
        paintKeyCap(&painter, QRect(inner.right() - width, inner.top(), width + 1, theme.line(TypeStyle::Figure)),
                    digit, theme, theme.color(Token::Text2), theme.color(Token::Border));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Hairline));
}

void CounterBar::mousePressEvent(QMouseEvent *event)
{
    if (const int cell = cellAt(event->position().toPoint()); cell >= 0)
        emit pressed(cell);
}

} // namespace xinglin::ui
