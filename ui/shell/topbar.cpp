#include "ui/shell/topbar.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"
#include "ui/shell/globalbox.h"

#include <QHBoxLayout>

namespace xinglin::ui {

TopBar::TopBar(GlobalBox *box, const QString &person, const QKeySequence &lockKeys, QWidget *parent)
    : Pane(Token::Window, Qt::BottomEdge, parent)
    , m_title(new Label(QString(), TypeStyle::Title))
    , m_context(new Label(QString(), TypeStyle::Small, Token::Text2))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(Theme::of(this).size(Size::TopBar));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_context->setObjectName(QStringLiteral("pageContext"));
    m_context->setMayElide(true);
    auto *who = new Label(person, TypeStyle::Small);
    who->setObjectName(QStringLiteral("person"));
    who->setMayElide(true);
    auto *figure = new QLabel;
    figure->setPixmap(icon(u"user", Token::Text2).pixmap(Theme::of(this).size(Size::Icon)));
    auto *lock = new Button(tr("Lock"), ButtonKind::Ghost);
    lock->setObjectName(QStringLiteral("lock"));
    lock->setIcon(icon(u"lock"));
    lock->setControlSize(ButtonSize::Small);
    lock->setKeys(lockKeys);
    connect(lock, &Button::clicked, this, &TopBar::lockWanted);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, 0, 8, 1);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_context, 1);
    row->addWidget(box, 0);
    row->addSpacing(4);
    row->addWidget(figure);
    row->addWidget(who);
    row->addWidget(lock);
}

void TopBar::setHeading(const QString &title, const QString &context)
{
    m_title->setText(title);
    m_context->setText(context);
}

} // namespace xinglin::ui
