#pragma once

#include "clinic/schedule/resources.h"
#include "ui/paper/sheetsprinter.h"

namespace xinglin::ui {

/// Prints days of the calendar without a dialog.
class CalendarPrinter : public SheetsPrinter
{
    Q_OBJECT

public:
    CalendarPrinter(Clinic &clinic, QWidget *window);

    /// Everything of a day, or what is booked with @p whose.
    void printDay(QDate day, const std::optional<ResourceId> &whose);
    /// Who is to be called about their appointments of @p day.
    void printCalls(QDate day);

private:
    Clinic &m_clinic;
};

} // namespace xinglin::ui
