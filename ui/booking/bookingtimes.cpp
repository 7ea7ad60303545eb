#include "ui/booking/bookingtimes.h"

#include "ui/booking/bookingwords.h"
#include "ui/kit/rowdelegate.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace xinglin::ui {

BookingTimes::BookingTimes(QWidget *parent) : QListView(parent), m_rows(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("bookingTimes"));
    setAccessibleName(tr("Times that can be taken"));
    setModel(m_rows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    dressRows(this, Size::Row)->setPadding(8, 4);
    connect(this, &QListView::doubleClicked, this, &BookingTimes::taken);
}

void BookingTimes::setTimes(const QList<FreeTime> &times, const QList<Resource> &known, QDate today,
                            const QTimeZone &zone, bool wished)
{
    if (times == m_times && wished == m_wished && times.size() == m_rows->rowCount())
        return; // nothing moves under the hand
    const auto before = current();
    const bool first = currentIndex().row() <= 0;
    m_times = times;
    m_wished = wished;
    m_rows->clear();
    for (qsizetype i = 0; i < times.size(); ++i) {
        const FreeTime &one = times[i];
        const QString when = timeInWords(one.period.from, today, zone);
        const qsizetype digit = wished ? i : i + 1;
        auto *row = new QStandardItem(digit == 0 ? when : tr("%1  %2", "digit, time").arg(digit).arg(when));
        row->setData(digit == 0 || one.overbooked, RowBoldRole);
        QStringList more{namesOf(one.resources, known), reasonsInWords(one.reasons)};
        if (one.overbooked)
            more << tr("above the capacity");
        more.removeAll(QString());
        row->setData(more.join(tr(", ")), RowDetailRole);
        m_rows->appendRow(row);
    }
    const auto same = [&](const FreeTime &one) {
        return !first && before && one.period == before->period && one.resources == before->resources;
    };
    const auto kept = std::find_if(times.cbegin(), times.cend(), same);
    if (!times.isEmpty())
        setCurrentIndex(m_rows->index(kept == times.cend() ? 0 : static_cast<int>(kept - times.cbegin()), 0));
}

std::optional<FreeTime> BookingTimes::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_times.size() ? std::optional(m_times[row]) : std::nullopt;
}

bool BookingTimes::choose(int digit)
{
    const int row = m_wished ? digit : digit - 1;
    if (digit < 1 || row >= m_times.size())
        return false;
    setCurrentIndex(m_rows->index(row, 0));
    return true;
}

void BookingTimes::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && plain) {
        emit taken();
    } else if (enter) {
        event->ignore(); // the panel's
    } else if (plain && text.size() == 1 && text.front().isDigit()) {
        choose(text.front().digitValue());
    } else if (plain && text.size() == 1 && text.front().isLetter()) {
        emit letterTyped(text.toLower());
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace xinglin::ui
