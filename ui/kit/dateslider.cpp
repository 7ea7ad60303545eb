#include "ui/kit/dateslider.h"

#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr int track = 4;
constexpr int dot = 9;
constexpr int handle = 20;
constexpr int side = 32; ///< Room for half a label.
constexpr int between = 12;
} // namespace

DateSlider::DateSlider(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void DateSlider::setSpan(QDate first, QDate last, const QList<QDate> &marks)
{
    m_first = std::min(first, last);
    m_last = last;
    m_marks = marks;
    m_stops = marks;
    m_stops << m_first << m_last;
    std::sort(m_stops.begin(), m_stops.end());
    m_stops.erase(std::unique(m_stops.begin(), m_stops.end()), m_stops.end());
    m_date = m_last;
    update();
}

void DateSlider::setDate(QDate date)
{
    m_date = std::clamp(date, m_first, m_last);
    update();
}

void DateSlider::change(QDate date)
{
    const QDate bounded = std::clamp(date, m_first, m_last);
    if (!bounded.isValid() || bounded == m_date)
        return;
    setDate(bounded);
    speakChange(this);
    emit dateChanged(m_date);
}

void DateSlider::step(int by)
{
    if (by < 0) {
        const auto at = std::lower_bound(m_stops.cbegin(), m_stops.cend(), m_date);
        if (at != m_stops.cbegin())
            change(*std::prev(at));
    } else if (const auto at = std::upper_bound(m_stops.cbegin(), m_stops.cend(), m_date); at != m_stops.cend()) {
        change(*at);
    }
}

QString DateSlider::spokenValue() const
{
    return isAtLast() ? tr("Today") : QLocale().toString(m_date, QLocale::LongFormat);
}

QSize DateSlider::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(400), theme.scaled(handle) + 8 + theme.line(TypeStyle::Caption)};
}

QSize DateSlider::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

double DateSlider::placeOf(QDate date) const
{
    const double wide = width() - 2 * side;
    if (m_stops.size() < 2)
        return side + wide;
    const auto after = std::lower_bound(m_stops.cbegin(), m_stops.cend(), date);
    const auto index = static_cast<double>(after - m_stops.cbegin());
    const double unit = wide / static_cast<double>(m_stops.size() - 1);
    if (after == m_stops.cend())
        return side + wide;
    if (*after == date || after == m_stops.cbegin())
        return side + unit * index;
    const QDate earlier = *std::prev(after);
    const double part = static_cast<double>(earlier.daysTo(date)) / static_cast<double>(earlier.daysTo(*after));
    return side + unit * (index - 1 + part);
}

QDate DateSlider::dateAt(double x) const
{
    const double wide = width() - 2 * side;
    if (m_stops.size() < 2 || wide <= 0)
        return m_last;
    const double unit = wide / static_cast<double>(m_stops.size() - 1);
    const double at = std::clamp((x - side) / unit, 0.0, static_cast<double>(m_stops.size() - 1));
    const auto index = static_cast<qsizetype>(at);
    if (index + 1 >= m_stops.size())
        return m_last;
    // Near a dot the handle snaps to it.
    const double part = at - static_cast<double>(index);
    if (part * unit < dot)
        return m_stops[index];
    if ((1 - part) * unit < dot)
        return m_stops[index + 1];
    const auto days = static_cast<double>(m_stops[index].daysTo(m_stops[index + 1]));
    return m_stops[index].addDays(qRound64(days * part));
}

QString DateSlider::labelOf(QDate date) const
{
    if (date == m_last)
        return tr("Today");
    return QLocale().toString(date, date.year() == m_last.year() ? tr("d MMM", "a day of this year")
                                                                 : tr("MMM yyyy", "a month of another year"));
}

void DateSlider::paintEvent(QPaintEvent *)
{
    if (!m_last.isValid())
        return;
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = 2 + theme.scaled(handle) / 2.0;
    const double at = placeOf(m_date);
    const double begin = side;
    const double end = width() - side;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Border));
    painter.drawRoundedRect(QRectF(begin, middle - track / 2.0, end - begin, track), 2, 2);
    painter.setBrush(theme.color(isAtLast() ? Token::Apricot : Token::Slate));
    painter.drawRoundedRect(QRectF(begin, middle - track / 2.0, at - begin, track), 2, 2);
    painter.setBrush(theme.color(Token::Azurite));
    for (const QDate mark : std::as_const(m_marks))
        painter.drawEllipse(QPointF(placeOf(mark), middle), dot / 2.0, dot / 2.0);

    // The day that is shown has its words in any case; others where there is room.
    painter.setFont(theme.font(TypeStyle::Caption));
    const int line = theme.line(TypeStyle::Caption);
    const double top = height() - line;
    QList<QRectF> taken;
    const auto write = [&](QDate date, const QColor &color, bool always) {
        const QString words = labelOf(date);
        const double wide = painter.fontMetrics().horizontalAdvance(words);
        const double left = std::clamp(placeOf(date) - wide / 2, 0.0, std::max(0.0, width() - wide));
        const QRectF place(left, top, wide + 1, line);
        const bool free = std::none_of(taken.cbegin(), taken.cend(), [&](const QRectF &other) {
            return other.adjusted(-between, 0, between, 0).intersects(place);
        });
        if (!free && !always)
            return;
        taken << place;
        painter.setPen(color);
        painter.drawText(place, Qt::AlignCenter, words);
    };
    painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
    write(m_date, theme.color(isAtLast() ? Token::ApricotText : Token::SlateText), true);
    painter.setFont(theme.font(TypeStyle::Caption));
    write(m_last, theme.color(Token::Text2), false);
    for (auto stop = m_stops.crbegin(); stop != m_stops.crend(); ++stop)
        write(*stop, theme.color(Token::Text2), false);

    const double radius = theme.scaled(handle) / 2.0 - 1;
    painter.setBrush(theme.color(Token::Surface));
    painter.setPen(QPen(theme.color(isAtLast() ? Token::Apricot : Token::Slate), 2));
    painter.drawEllipse(QPointF(at, middle), radius - 1, radius - 1);
    if (hasFocus())
        paintRing(&painter, QRectF(at - radius - 2, middle - radius - 2, 2 * radius + 4, 2 * radius + 4), radius + 2,
                  theme.color(Token::Focus));
}

void DateSlider::mousePressEvent(QMouseEvent *event)
{
    change(dateAt(event->position().x()));
}

void DateSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        change(dateAt(event->position().x()));
}

void DateSlider::keyPressEvent(QKeyEvent *event)
{
    const bool days = event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() & Qt::AltModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return days ? change(m_date.addDays(-1)) : step(-1);
    case Qt::Key_Right:
        return days ? change(m_date.addDays(1)) : step(1);
    case Qt::Key_PageUp:
        return change(m_date.addMonths(-1));
    case Qt::Key_PageDown:
        return change(m_date.addMonths(1));
    case Qt::Key_Home:
        return change(m_first);
    case Qt::Key_End:
        return change(m_last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void DateSlider::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // scrolling a page must not change the day
}

} // namespace xinglin::ui
