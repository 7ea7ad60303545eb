#include "ui/kit/messagestrip.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace xinglin::ui {

MessageStrip::MessageStrip(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_action(new Button(QString(), ButtonKind::Ghost, this))
{
    setObjectName(QStringLiteral("messageStrip"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14 + Theme::of(this).size(Size::Icon) + 12, 4, 8, 4);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    setMinimumHeight(Theme::of(this).size(Size::MessageStrip));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_action, &QPushButton::clicked, this, &MessageStrip::acted);
    hide();
}

void MessageStrip::say(Kind kind, const QString &sentence)
{
    say(kind, sentence, {});
}

void MessageStrip::say(Kind kind, const QString &sentence, const QString &action, const QKeySequence &keys)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    dress(m_sentence, TypeStyle::Small);
    m_action->setProperty("tone", int(tone()));
    m_action->setText(action);
    m_action->setKeys(keys);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::clear()
{
    hide();
    m_sentence->clear();
    m_action->setShortcut({});
}

QString MessageStrip::text() const
{
    return m_sentence->text();
}

Tone MessageStrip::tone() const
{
    switch (m_kind) {
    case Kind::Done:
        return Tone::Malachite;
    case Kind::Caution:
        return Tone::Gamboge;
    case Kind::Stop:
        return Tone::Cinnabar;
    case Kind::Note:
        break;
    }
    return Tone::Azurite;
}

bool MessageStrip::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if ((event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) && layout()) {
        const int high = qMax(Theme::of(this).size(Size::MessageStrip), layout()->totalHeightForWidth(width()));
        if (high != minimumHeight() || high != maximumHeight()) {
            setFixedHeight(high);
            if (!isVisible())
                layout()->setGeometry(contentsRect()); // its first show lays out before it has this height
        }
    }
    return done;
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    static const QStringView icons[] = {u"help-about", u"checkmark", u"dialog-warning", u"dialog-cancel"};
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    painter.fillRect(rect(), theme.color(soft(tone())));
    painter.fillRect(0, 0, 3, height(), theme.color(mark(tone())));
    painter.setClipping(false);
    const int side = theme.size(Size::Icon);
    paintIcon(&painter, QRect(14, 0, side, height()), icons[int(m_kind)], theme.color(onSoft(tone())));
}

} // namespace xinglin::ui
