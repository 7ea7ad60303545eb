#include "ui/kit/statusbar.h"

#include "ui/kit/paint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace xinglin::ui {

StatusBar::StatusBar(QWidget *parent) : Pane(Token::Window, Qt::TopEdge, parent), m_right(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_right->setContentsMargins(pageMargin, 1, 16, 0);
    m_right->setSpacing(gapGroups);
    m_right->addStretch(1);
}

void StatusBar::setKeys(const QList<Key> &keys)
{
    m_keys = keys;
    QStringList words;
    for (const Key &key : keys)
        words << QStringLiteral("%1 %2").arg(key.keys, key.what);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

void StatusBar::addRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

QSize StatusBar::sizeHint() const
{
    return {640, Theme::of(this).size(Size::StatusBar)};
}

QSize StatusBar::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void StatusBar::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.setFont(theme.font(TypeStyle::Caption));
    int end = width();
    for (int i = 0; i < m_right->count(); ++i) {
        if (const QWidget *widget = m_right->itemAt(i)->widget(); widget && widget->isVisible())
            end = qMin(end, widget->x());
    }
    int x = pageMargin;
    for (const Key &key : m_keys) {
        const int cap = keyCapWidth(theme, key.keys);
        const int words = painter.fontMetrics().horizontalAdvance(key.what);
        if (x + cap + 6 + words > end - 8)
            break; // whole keys only
        paintKeyCap(&painter, QRect(x, 1, cap, height() - 1), key.keys, theme, theme.color(Token::Text2),
                    theme.color(Token::Border));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(x + cap + 6, 1, words + 1, height() - 1), Qt::AlignVCenter | Qt::AlignLeft, key.what);
        x += cap + 6 + words + gapGroups;
    }
}

} // namespace xinglin::ui
