#include "tour/mainjob.h"

#include <QAbstractItemView>

namespace xinglin::tour {

void MainJob::showRoster()
{
    const auto listed = [this](const char *table) {
        auto &view = m_drive->get<QAbstractItemView>(table);
        expect(QTest::qWaitFor([&] { return view.model()->rowCount() > 0; }, test::GuiDriver::patienceMs),
               "nothing is listed");
        view.setFocus();
        settle();
    };
    walk("settingsResources");
    listed("resourceTable");
    stop("settings-resources");
    m_drive->key(Qt::Key_Return);
    m_drive->get("resourceDialog");
    stop("settings-resource");
    closeDialog();
    walk("settingsServices");
    listed("serviceTable");
    stop("settings-services");
    for (int i = 0; i < 3; ++i)
        m_drive->key(Qt::Key_Down);
    m_drive->key(Qt::Key_Return);
    m_drive->get("serviceDialog");
    stop("settings-service");
    closeDialog();

    walk("settingsLeave");
    m_drive->get("newLeave").setFocus();
    settle();
    stop("settings-leave-nobody");
    m_drive->key(Qt::Key_N);
    m_drive->get("leaveDialog");
    m_drive->fill("leaveFirst", QStringLiteral("2026-04-28"));
    m_drive->fill("leaveLast", QStringLiteral("29"));
    m_drive->fill("leaveReason", QStringLiteral("外出进修"));
    stop("settings-leave-dialog");
    m_drive->key(Qt::Key_Return);
    listed("leaveTable");
    stop("settings-leave");
    m_drive->key(Qt::Key_O, Qt::AltModifier);
    m_drive->get("holidayTable");
    settle();
    stop("settings-holidays");
    m_drive->key(Qt::Key_N);
    m_drive->get("specialDayDialog");
    stop("settings-special-day");
    closeDialog();
    m_drive->key(Qt::Key_PageDown);
    settle();
    stop("settings-holidays-unknown");

    walk("settingsHours");
    listed("hoursTable");
    stop("settings-hours");
    // The week of Labour Day, in which somebody is away.
    const auto &hours = *m_drive->get<QAbstractItemView>("hoursTable").model();
    for (int i = 0; i < 8 && !hours.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"27"); ++i) {
        m_drive->key(Qt::Key_PageDown);
        settle();
        settle();
    }
    m_drive->key(Qt::Key_F7);
    settle();
    m_drive->type("8");
    m_drive->type("-12 13");
    m_drive->key(Qt::Key_Return);
    settle();
    stop("settings-hours-holiday");
    m_drive->key(Qt::Key_Delete);
    settle();
}

} // namespace xinglin::tour
