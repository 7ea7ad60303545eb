#include "ui/calendar/hovercard.h"

#include "ui/calendar/appointmentwords.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr int cardWidth = 248;
constexpr int padding = 12;
constexpr int away = 8;
} // namespace

HoverCard::HoverCard(QWidget *parent)
    : QWidget(parent)
    , m_name(new Label({}, TypeStyle::Name))
    , m_times(new Label({}, TypeStyle::Body))
    , m_service(new Label({}, TypeStyle::Small, Token::Text2))
    , m_state(new Label({}, TypeStyle::Small, Token::Text2))
    , m_note(new Label({}, TypeStyle::Small, Token::Text2))
{
    setObjectName(QStringLiteral("hoverCard"));
    setProperty("floats", true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    const int edge = shadowExtent + padding;
    column->setContentsMargins(edge, edge - 4, edge, edge - 2);
    column->setSpacing(2);
    const std::pair<Label *, const char *> lines[] = {{m_name, "hoverName"},
                                                      {m_times, "hoverTimes"},
                                                      {m_service, "hoverService"},
                                                      {m_state, "hoverState"},
                                                      {m_note, "hoverNote"}};
    for (const auto &[label, name] : lines) {
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        column->addWidget(label);
    }
    hide();
}

void HoverCard::showBeside(const QRect &block, const DayBlock &content, const QString &with, Instant now)
{
    const Appointment &one = content.appointment;
    m_appointment = one.id;
    m_name->setText(whoText(one));
    m_times->setText(spanText(content.span));
    m_service->setText(with.isEmpty() ? one.serviceName
                                      : tr("%1 with %2", "service, practitioner").arg(one.serviceName, with));
    QString state = lookOf(one, now).word;
    if (one.overbooked)
        state = tr("%1, overbooked").arg(state);
    m_state->setText(state);
    m_note->setText(one.note);
    m_note->setVisible(!one.note.isEmpty());
    const Theme &theme = Theme::of(this);
    const int wide = theme.scaled(cardWidth) + 2 * shadowExtent;
    setFixedWidth(wide);
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : sizeHint().height();
    const QWidget *under = parentWidget();
    // The shadow may lie over the block, the card not.
    int left = block.right() + away - shadowExtent;
    if (left + wide - shadowExtent > under->width())
        left = block.left() - away - wide + shadowExtent;
    const int top = std::clamp(block.top() - shadowExtent, -shadowExtent, std::max(0, under->height() - high));
    setGeometry(std::max(-shadowExtent, left), top, wide, high);
    show();
    raise();
    update();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRect box = rect().adjusted(shadowExtent, shadowExtent, -shadowExtent, -shadowExtent);
    paintShadow(&painter, box, 8, theme);
    paintFrame(&painter, box, 8, theme.color(Token::Raised), theme.color(Token::Border));
}

void HoverCard::hideEvent(QHideEvent *event)
{
    m_appointment.reset();
    QWidget::hideEvent(event);
}

} // namespace xinglin::ui
