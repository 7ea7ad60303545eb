#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/rosters.h"
#include "ui/kit/formdialog.h"

#include <QHash>

class QComboBox;
class QLineEdit;

namespace xinglin::ui {

class Field;
class Segment;

/// "2026-03-14", "3-14", "14": the day that is meant, from @p today on where its year or month is left out.
std::optional<QDate> dayFrom(const QString &typed, QDate today);

/// Asks who is away or works besides, on which days. Closes once it is stored.
class LeaveDialog : public FormDialog
{
    Q_OBJECT

public:
    LeaveDialog(Clinic &clinic, const QList<Resource> &resources, QWidget *parent);

signals:
    void stored(const xinglin::RosterException &exception);

private:
    void build();
    /// The first thing that cannot be read is marked; nullopt then.
    std::optional<RosterExceptionDraft> draft();
    void submit();

    Clinic &m_clinic;
    QList<Resource> m_resources;
    QHash<QString, Field *> m_fields;
    QComboBox *m_who;
    Segment *m_kind;
    QLineEdit *m_first;
    QLineEdit *m_last;
    QLineEdit *m_part;
    QLineEdit *m_reason;
};

/// Says what one day of the calendar is. Closes once it is stored.
class SpecialDayDialog : public FormDialog
{
    Q_OBJECT

public:
    SpecialDayDialog(Clinic &clinic, std::optional<QDate> day, QWidget *parent);

signals:
    void stored(QDate day);

private:
    void submit();

    Clinic &m_clinic;
    QLineEdit *m_day;
    Segment *m_kind;
    QLineEdit *m_name;
    Field *m_dayField;
    Field *m_nameField;
};

} // namespace xinglin::ui
