#include "ui/patient/searchfield.h"

#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int iconAt = 12;
constexpr int pageRows = 10;
} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    dress(this, TypeStyle::Heading, Token::Text, QFont::Normal);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateMargins();
}

void SearchField::setOutcome(const QString &outcome)
{
    m_outcome = outcome;
    setAccessibleDescription(outcome);
    updateMargins();
    update();
}

QSize SearchField::sizeHint() const
{
    return {480, Theme::of(this).size(Size::ControlLarge)};
}

QSize SearchField::minimumSizeHint() const
{
    return {240, Theme::of(this).size(Size::ControlLarge)};
}

void SearchField::updateMargins()
{
    const Theme &theme = Theme::of(this);
    const int words = QFontMetrics(theme.font(TypeStyle::Small)).horizontalAdvance(m_outcome);
    setTextMargins(iconAt + theme.size(Size::Icon), 0, words > 0 ? words + 12 : 0, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const int side = theme.size(Size::Icon);
    paintIcon(&painter, QRect(iconAt, 0, side, height()), u"edit-find", theme.color(Token::Text2));
    painter.setFont(theme.font(TypeStyle::Small));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -12, 0), int(Qt::AlignRight | Qt::AlignVCenter), m_outcome);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (m_composing ? 0 : event->key()) {
    case Qt::Key_Up:
        return emit walked(-1);
    case Qt::Key_Down:
        return emit walked(1);
    case Qt::Key_PageUp:
        return emit walked(-pageRows);
    case Qt::Key_PageDown:
        return emit walked(pageRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        return emit confirmed();
    case Qt::Key_Escape:
        if (text().isEmpty())
            break;
        return clear();
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateMargins();
        updateGeometry();
    }
}

} // namespace xinglin::ui
