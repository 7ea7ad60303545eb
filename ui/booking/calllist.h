#pragma once

#include "clinic/clinic.h"
#include "ui/booking/calltable.h"
#include "ui/kit/askdialog.h"

#include <QDate>

#include <functional>

class QLineEdit;
class QStackedWidget;

namespace xinglin::ui {

class Label;

/// Calls about the appointments of the next day that is worked: who is called at which number, and one key for what
/// they say. Each answer is stored at once and logged as a contact.
class CallList : public AskDialog
{
    Q_OBJECT

public:
    CallList(Clinic &clinic, QWidget *parent);

    CallTable *table() const { return m_table; }

signals:
    /// They want another time; the list is closed.
    void moveWanted(const xinglin::Appointment &appointment);
    /// They gave up their time.
    void cancelled(const xinglin::Appointment &appointment);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Read
    {
        QDate day;
        QList<Call> calls;
    };
    static Result<Read> read(const store::Snapshot &view, QDate after);

    QWidget *buildFoot();
    void load();
    void showCounts();
    void answer(const Call &call, CallOutcome outcome);
    void askReason(const Call &call);
    void cancelCurrent();
    void backToList();
    using Write = std::function<Result<Done>(store::Transaction &)>;
    void store(const QByteArray &act, const Call &call, CallOutcome outcome, const Write &write);

    Clinic &m_clinic;
    QTimeZone m_zone;
    QDate m_day;
    std::optional<Call> m_cancelling; ///< Whose reason is asked for.
    Label *m_counts;
    CallTable *m_table;
    QStackedWidget *m_foot = nullptr;
    Label *m_question = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace xinglin::ui
