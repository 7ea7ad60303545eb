#include "ui/calendar/calendarprinter.h"

#include "clinic/schedule/daysheets.h"
#include "ui/calendar/calendarpaper.h"
#include "ui/kit/ondone.h"

#include <QLocale>

namespace xinglin::ui {

CalendarPrinter::CalendarPrinter(Clinic &clinic, QWidget *window)
    : SheetsPrinter(clinic, QStringLiteral("Calendar"), window), m_clinic(clinic)
{
}

void CalendarPrinter::printDay(QDate day, const std::optional<ResourceId> &whose)
{
    const auto read =
        m_clinic.read([day, whose](const store::Snapshot &view) { return schedule::daySheet(view, day, whose); });
    onDone(read, this, [this, zone = m_clinic.store().options().zone](const Result<DaySheet> &sheet) {
        if (!sheet)
            return emit failed(sheet.error());
        send([sheet = *sheet, zone](const PaperDress &dress) { return daySheets(sheet, zone, QLocale(), dress); });
    });
}

void CalendarPrinter::printCalls(QDate day)
{
    const auto read = m_clinic.read([day](const store::Snapshot &view) { return schedule::daySheet(view, day); });
    onDone(read, this, [this, zone = m_clinic.store().options().zone](const Result<DaySheet> &sheet) {
        if (!sheet)
            return emit failed(sheet.error());
        send([sheet = *sheet, zone](const PaperDress &dress) { return callSheets(sheet, zone, QLocale(), dress); });
    });
}

} // namespace xinglin::ui
