#pragma once

#include "clinic/contact/communication.h"
#include "clinic/schedule/appointments.h"

#include <QAbstractTableModel>
#include <QTableView>
#include <QTimeZone>

namespace xinglin::ui {

/// What came of a call about an appointment.
enum class CallOutcome { Comes, NotReached, LeftMessage, WantsOther, Cancels };

/// One call that is to be made.
struct Call
{
    Appointment appointment;
    QString phone; ///< As far as the reader may see it.
    QString what;  ///< What it is about, or what to say.
    QString last;  ///< What was last said with them.
    std::optional<CallOutcome> outcome;
    bool operator==(const Call &) const = default;
};

/// How a call is logged. @p text nothing: what the outcome says of itself.
ContactDraft contactOf(const Call &call, CallOutcome outcome, const QString &text = {});

/// Calls by their time. The telephone is shown in full in the current line alone.
class CallModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Who, Phone, What, Outcome, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCalls(const QList<Call> &calls, const QTimeZone &zone, const QString &whatHead);
    const QList<Call> &calls() const { return m_calls; }
    void setOutcome(int row, std::optional<CallOutcome> outcome);
    void setCurrent(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    QList<Call> m_calls;
    QTimeZone m_zone;
    QString m_whatHead;
    int m_current = -1;
};

/// The calls, each answered by one key: Y they come, N nobody was reached, W a message was left, M they want another
/// time, C they cancel. Afterwards the next that has no answer is current.
class CallTable : public QTableView
{
    Q_OBJECT

public:
    /// @param cancels whether C is taken.
    explicit CallTable(bool cancels, QWidget *parent = nullptr);

    void setCalls(const QList<Call> &calls, const QTimeZone &zone, const QString &whatHead);
    const QList<Call> &calls() const { return m_model->calls(); }
    /// The current one; nullptr where there are none.
    const Call *current() const;
    /// Says what came of one and goes on to the next; nothing: it is to be called still.
    void setOutcome(AppointmentId id, std::optional<CallOutcome> outcome);
    int count(CallOutcome outcome) const;
    /// Without an outcome.
    int open() const;

signals:
    void answered(const xinglin::ui::Call &call, xinglin::ui::CallOutcome outcome);
    void currentCallChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goToNext(int from);

    bool m_cancels;
    CallModel *m_model;
};

} // namespace xinglin::ui
