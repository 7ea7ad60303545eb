#include "ui/kit/rail.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/seal.h"

#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

namespace xinglin::ui {

RailButton::RailButton(const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_icon(iconName)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n thing(s) due", nullptr, count) : QString());
    update();
}

void RailButton::setTight(bool tight)
{
    if (m_tight == tight)
        return;
    m_tight = tight;
    updateGeometry();
}

QSize RailButton::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.size(Size::RailWidth), m_tight ? theme.scaled(44) : theme.size(Size::RailItemHeight)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    if (isChecked()) {
        painter.fillRect(rect(), theme.color(Token::Window));
        painter.fillRect(0, 0, 3, height(), theme.color(Token::Apricot));
    } else if (underMouse() || isDown()) {
        painter.fillRect(rect(), theme.color(isDown() ? Token::Sunken : Token::Hover));
    }
    const QColor ink = theme.color(!isEnabled() ? Token::Disabled : isChecked() ? Token::Text : Token::Text2);
    const int side = theme.size(Size::IconRail);
    const int line = theme.line(TypeStyle::Caption);
    const int gap = m_tight ? 0 : 4;
    const int top = (height() - side - gap - line) / 2;
    const QRect iconPlace((width() - side) / 2, top, side, side);
    paintIcon(&painter, iconPlace, m_icon, ink);
    painter.setFont(theme.font(TypeStyle::Caption, isChecked() ? QFont::Bold : QFont::Normal));
    painter.setPen(ink);
    const QRect words(3, top + side + gap, width() - 4, line);
    painter.drawText(words, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (m_badge > 0) {
        const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
        const int high = theme.scaled(16);
        const int wide = qMax(high, painter.fontMetrics().horizontalAdvance(count) + 8);
        const QRect pill(iconPlace.right() - 3, iconPlace.top() - 4, wide, high);
        paintFrame(&painter, pill, high / 2.0, theme.color(Token::ApricotSoft), theme.color(Token::ApricotLine));
        painter.setPen(theme.color(Token::ApricotText));
        painter.drawText(pill, Qt::AlignCenter, count);
    }
    if (hasFocus())
        paintRing(&painter, rect().adjusted(4, 1, -1, -1), 4, theme.color(Token::Focus));
}

Rail::Rail(QWidget *parent) : Pane(Token::Rail, Qt::RightEdge, parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Places"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_column->setContentsMargins(0, 10, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(new Seal(32, this), 0, Qt::AlignHCenter);
    m_column->addSpacing(6);
    m_column->addStretch(1);
}

RailButton *Rail::addPlace(const QString &iconName, const QString &text)
{
    auto *button = new RailButton(iconName, text, this);
    const auto index = int(m_places.size());
    m_places << button;
    m_column->insertWidget(m_column->count() - 1, button);
    connect(button, &QAbstractButton::clicked, this, [this, index] { emit chosen(index); });
    return button;
}

void Rail::addGroupLine()
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(9);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(line);
    m_column->insertLayout(m_column->count() - 1, row);
}

void Rail::setCurrent(int index)
{
    if (RailButton *button = m_places.value(index))
        button->setChecked(true);
}

int Rail::current() const
{
    for (int i = 0; i < m_places.size(); ++i) {
        if (m_places[i]->isChecked())
            return i;
    }
    return -1;
}

void Rail::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    const Theme &theme = Theme::of(this);
    const int needed = theme.size(Size::RailItemHeight) * int(m_places.size()) + 80;
    for (RailButton *button : m_places)
        button->setTight(height() < needed);
}

} // namespace xinglin::ui
