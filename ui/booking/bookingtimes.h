#pragma once

#include "clinic/schedule/freetimes.h"
#include "clinic/schedule/resources.h"

#include <QListView>
#include <QTimeZone>

class QStandardItemModel;

namespace xinglin::ui {

/// Times that can be taken, each with its digit: "1  Thu 12 Mar 11:40  Shen Mingtang, soonest".
class BookingTimes : public QListView
{
    Q_OBJECT

public:
    explicit BookingTimes(QWidget *parent = nullptr);

    /// @p wished: the first of them is what was asked for, and has no digit.
    void setTimes(const QList<FreeTime> &times, const QList<Resource> &known, QDate today, const QTimeZone &zone,
                  bool wished);
    const QList<FreeTime> &times() const { return m_times; }
    /// The current one; nothing where there are none.
    std::optional<FreeTime> current() const;
    /// Makes the one with this digit current; whether there is one.
    bool choose(int digit);

signals:
    /// Enter or a double click.
    void taken();
    /// A letter was typed here.
    void letterTyped(const QString &letter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStandardItemModel *m_rows;
    QList<FreeTime> m_times;
    bool m_wished = false;
};

} // namespace xinglin::ui
