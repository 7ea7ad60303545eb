#include "ui/calendar/monthview.h"

#include "ui/calendar/daycolumn.h"
#include "ui/calendar/weekstrip.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr int week = 7;
constexpr int weeks = MonthView::days / week;
constexpr int padding = 10;
constexpr int bar = 6;
} // namespace

MonthView::MonthView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("monthView"));
    setAccessibleName(tr("Month"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

QDate MonthView::firstOf(QDate day)
{
    const QDate first(day.year(), day.month(), 1);
    return first.addDays(1 - first.dayOfWeek());
}

void MonthView::setDay(QDate day, QDate today)
{
    m_day = day;
    m_today = today;
    speakChange(this);
    update();
}

void MonthView::setLoads(const QList<DayLoad> &loads)
{
    m_loads = loads;
    speakChange(this);
    update();
}

DayLoad MonthView::loadOf(QDate day) const
{
    const auto found =
        std::find_if(m_loads.cbegin(), m_loads.cend(), [day](const DayLoad &one) { return one.day == day; });
    return found == m_loads.cend() ? DayLoad{day, 0, 0, 0, {}} : *found;
}

QSize MonthView::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {week * theme.scaled(88), headHeight() + weeks * theme.scaled(64)};
}

int MonthView::headHeight() const
{
    return Theme::of(this).size(Size::TableHead);
}

QRect MonthView::cell(QDate day) const
{
    const auto at = static_cast<int>(firstOf(m_day).daysTo(day));
    const int top = headHeight();
    const auto edge = [](int i, int of, int length) { return i * length / of; };
    const int left = edge(at % week, week, width());
    const int upper = top + edge(at / week, weeks, height() - top);
    return {left, upper, edge(at % week + 1, week, width()) - left,
            top + edge(at / week + 1, weeks, height() - top) - upper};
}

std::optional<QDate> MonthView::dayAt(QPoint at) const
{
    for (int i = 0; i < days; ++i) {
        const QDate day = firstOf(m_day).addDays(i);
        if (cell(day).contains(at))
            return day;
    }
    return std::nullopt;
}

QString MonthView::spokenValue() const
{
    return loadSentence(loadOf(m_day));
}

void MonthView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    const QLocale locale;
    const int caption = theme.line(TypeStyle::Caption);
    const int body = theme.line(TypeStyle::Body);
    const QDate first = firstOf(m_day);
    painter.fillRect(QRect(0, 0, width(), headHeight()), theme.color(Token::Window));
    for (int i = 0; i < week; ++i) {
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        const QRect place = cell(first.addDays(i));
        painter.drawText(QRect(place.left() + padding, 0, place.width() - padding, headHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, locale.dayName(i + 1, QLocale::ShortFormat));
    }
    for (int i = 0; i < days; ++i) {
        const QDate day = first.addDays(i);
        const QRect place = cell(day);
        const DayLoad load = loadOf(day);
        const bool outside = day.month() != m_day.month();
        const bool on = day == m_day;
        if (on)
            painter.fillRect(place, theme.color(Token::ApricotSoft));
        else if (load.openMinutes == 0)
            painter.fillRect(place, theme.color(Token::Window));
        painter.fillRect(QRect(place.left(), place.top(), place.width(), 1), theme.color(Token::Hairline));
        painter.fillRect(QRect(place.right(), place.top(), 1, place.height()), theme.color(Token::Hairline));
        const QRect text = place.adjusted(padding, 6, -padding, -6);
        painter.setFont(theme.font(TypeStyle::Body, on || day == m_today ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(day == m_today ? Token::ApricotText : outside ? Token::Text3 : Token::Text));
        painter.drawText(QRect(text.left(), text.top(), text.width(), body), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(day.day()));
        painter.setFont(theme.font(TypeStyle::Caption));
        if (!load.holiday.isEmpty()) {
            painter.setPen(theme.color(Token::CinnabarText));
            const int taken = theme.scaled(28);
            painter.drawText(QRect(text.left() + taken, text.top(), text.width() - taken, body),
                             Qt::AlignRight | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(load.holiday, Qt::ElideRight, text.width() - taken));
        }
        if (load.appointments == 0 && load.takenMinutes == 0)
            continue;
        painter.setPen(theme.color(Token::Text2));
        const QRect words(text.left(), text.bottom() - bar - caption - 3, text.width(), caption);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(tr("%n booked", nullptr, load.appointments), Qt::ElideRight,
                                                          words.width()));
        const QString hours = loadText(load.takenMinutes, load.openMinutes);
        const QRect above = words.translated(0, -caption);
        if (above.top() > text.top() + body)
            painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(hours, Qt::ElideRight, words.width()));
        const QRect track(text.left(), text.bottom() - bar + 1, text.width(), bar);
        paintFrame(&painter, track, 3, theme.color(Token::Sunken), {});
        const int filled = qRound(track.width() * fillOf(load));
        if (filled > 0)
            paintFrame(&painter, QRect(track.left(), track.top(), std::max(bar, filled), bar), 3,
                       theme.color(load.takenMinutes > load.openMinutes ? Token::Cinnabar : Token::Ink), {});
    }
    if (hasFocus())
        paintRing(&painter, cell(m_day), 4, theme.color(Token::Focus));
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return emit walked(m_day.addDays(-1));
    case Qt::Key_Right:
        return emit walked(m_day.addDays(1));
    case Qt::Key_Up:
        return emit walked(m_day.addDays(-week));
    case Qt::Key_Down:
        return emit walked(m_day.addDays(week));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit opened(m_day);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position().toPoint()))
        emit walked(*day);
}

void MonthView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position().toPoint()))
        emit opened(*day);
}

} // namespace xinglin::ui
