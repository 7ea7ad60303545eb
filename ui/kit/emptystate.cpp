#include "ui/kit/emptystate.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace xinglin::ui {

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_icon(iconName)
    , m_title(new Label(title, TypeStyle::Name, Token::Text, this))
    , m_sentence(new KeySentence(sentence, TypeStyle::Small, Token::Text2, this))
    , m_actions(new QWidget(this))
{
    setObjectName(QStringLiteral("emptyState"));
    dress(m_title, TypeStyle::Title);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_sentence->setCentred(true);
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(3, 3, 3, 3);
    m_actions->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    column->setSpacing(8);
    column->addStretch(2);
    column->addSpacing(Theme::of(this).scaled(32) + 12);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(4);
    column->addWidget(m_actions, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setWords(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

Button *EmptyState::addAction(const QString &text, bool primary)
{
    auto *button = new Button(text, primary ? ButtonKind::Primary : ButtonKind::Plain, m_actions);
    m_actions->layout()->addWidget(button);
    m_actions->show();
    return button;
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const int side = theme.scaled(32);
    paintIcon(&painter, QRect((width() - side) / 2, m_title->y() - side - 12, side, side), m_icon,
              theme.color(Token::Text3));
}

} // namespace xinglin::ui
