#include "ui/calendar/weekstrip.h"

#include "ui/calendar/daycolumn.h"
#include "ui/kit/paint.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::WeekStrip)
};

constexpr int cellWidth = 42;
constexpr int cellHeight = 40;
constexpr int days = 7;
constexpr int barWidth = 26;
constexpr int room = 3; ///< For the ring.

} // namespace

double fillOf(const DayLoad &load)
{
    if (load.takenMinutes == 0)
        return 0;
    return load.openMinutes == 0 ? 1 : std::min(1.0, double(load.takenMinutes) / load.openMinutes);
}

QString loadSentence(const DayLoad &load)
{
    QStringList parts{longDateText(load.day)};
    if (!load.holiday.isEmpty())
        parts << load.holiday;
    parts << Tr::tr("%n appointment(s)", nullptr, load.appointments);
    if (const QString hours = loadText(load.takenMinutes, load.openMinutes); !hours.isEmpty())
        parts << hours;
    return parts.join(Tr::tr(", ", "between what is said of a day"));
}

WeekStrip::WeekStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("weekStrip"));
    setAccessibleName(tr("Days of the week"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void WeekStrip::setDay(QDate day, QDate today)
{
    m_day = day;
    m_today = today;
    speakChange(this);
    update();
}

void WeekStrip::setLoads(const QList<DayLoad> &loads)
{
    m_loads = loads;
    update();
}

DayLoad WeekStrip::loadOf(QDate day) const
{
    const auto found =
        std::find_if(m_loads.cbegin(), m_loads.cend(), [day](const DayLoad &one) { return one.day == day; });
    return found == m_loads.cend() ? DayLoad{day, 0, 0, 0, {}} : *found;
}

QSize WeekStrip::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(cellWidth) * days + 2 * room, theme.scaled(cellHeight) + 2 * room};
}

QRect WeekStrip::cell(int index) const
{
    const Theme &theme = Theme::of(this);
    return {room + index * theme.scaled(cellWidth), room, theme.scaled(cellWidth), theme.scaled(cellHeight)};
}

QString WeekStrip::spokenValue() const
{
    return loadSentence(loadOf(m_day));
}

void WeekStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QLocale locale;
    const int caption = theme.line(TypeStyle::Caption);
    for (int i = 0; i < days; ++i) {
        const QDate day = monday().addDays(i);
        const QRect place = cell(i);
        const bool on = day == m_day;
        if (on)
            paintFrame(&painter, place.adjusted(1, 0, -1, 0), 6, theme.color(Token::ApricotSoft), {});
        const DayLoad load = loadOf(day);
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(load.holiday.isEmpty() ? Token::Text2 : Token::CinnabarText));
        const QRect upper(place.left(), place.top() + 2, place.width(), caption);
        painter.drawText(upper, Qt::AlignCenter,
                         locale.dayName(day.dayOfWeek(), locale.language() == QLocale::Chinese ? QLocale::NarrowFormat
                                                                                               : QLocale::ShortFormat));
        painter.setFont(theme.font(TypeStyle::Body, on || day == m_today ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(day == m_today ? Token::ApricotText : Token::Text));
        painter.drawText(QRect(place.left(), upper.bottom() + 1, place.width(), caption), Qt::AlignCenter,
                         QString::number(day.day()));
        const int wide = theme.scaled(barWidth);
        const QRect bar(place.center().x() - wide / 2, place.bottom() - 3, wide, 2);
        painter.fillRect(bar, theme.color(Token::Border));
        painter.fillRect(QRect(bar.left(), bar.top(), qRound(wide * fillOf(load)), 2),
                         theme.color(on ? Token::Apricot : Token::Text2));
    }
    if (hasFocus())
        paintRing(&painter, cell(m_day.dayOfWeek() - 1).adjusted(-1, -2, 1, 2), 8, theme.color(Token::Focus));
}

void WeekStrip::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < days; ++i) {
        if (cell(i).contains(event->position().toPoint()))
            emit chosen(monday().addDays(i));
    }
}

void WeekStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        emit chosen(m_day.addDays(-1));
    else if (event->key() == Qt::Key_Right)
        emit chosen(m_day.addDays(1));
    else
        QWidget::keyPressEvent(event);
}

} // namespace xinglin::ui
