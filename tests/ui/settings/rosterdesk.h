#pragma once

#include "clinic/schedule/services.h"
#include "clinic/schedule/weekroster.h"
#include "demo/frontdesk.h"
#include "support/desk.h"
#include "ui/kit/messagestrip.h"

#include <QListWidget>

namespace xinglin::test {

/// The real window in the settings of the front desk, and what the store says of it.
class RosterDesk
{
public:
    /// @param prepare as the owner, in one transaction.
    explicit RosterDesk(const std::function<void(store::Transaction &)> &prepare = {},
                        const QDate &day = QDate(2026, 3, 12))
        : desk([&](TestClinic &clinic) {
            clinic.clock.set(
                instantFromMs(QDateTime(day, QTime(10, 0), QTimeZone("Asia/Shanghai")).toMSecsSinceEpoch()));
            if (!prepare)
                return;
            const auto done = clinic.write(clinic.owner(), "resource.add", [&](store::Transaction &tx) {
                prepare(tx);
                return Result<Done>(Done{});
            });
            if (!done)
                qFatal("%s", qUtf8Printable(done.error().message));
        })
        , m_day(day)
    {
    }

    /// Signs in; that the clock has gone so far since the clinic was founded is right.
    void enter(const char *login)
    {
        desk.enter(login);
        if (m_day == QDate(2026, 3, 12))
            return;
        drive().get("clockDialog");
        drive().click("askVerb");
        QVERIFY(isGone("clockDialog"));
    }
    GuiDriver &drive() { return desk.drive(); }
    /// Into a section of the settings, by keys; true where it came.
    bool goTo(const char *section)
    {
        drive().click("place-settings");
        auto &list = static_cast<QListWidget &>(drive().get("settingsSections"));
        list.setFocus();
        drive().key(Qt::Key_Home);
        for (int i = 0; i < list.count() && !drive().find(section); ++i)
            drive().key(Qt::Key_Down);
        if (!drive().find(section))
            return false;
        drive().key(Qt::Key_Return);
        return true;
    }
    /// The first letter opens the cell, the others go where the hand is then.
    void typeHours(const char *letters)
    {
        drive().type(QByteArray(letters, 1).constData());
        drive().type(letters + 1);
    }
    QAbstractItemView &table(const char *name) { return static_cast<QAbstractItemView &>(drive().get(name)); }
    /// The hand is in the table and the table has rows.
    bool isReady(const char *name)
    {
        return QTest::qWaitFor([&] {
            auto *view = drive().find<QAbstractItemView>(name);
            return view && view->model()->rowCount() > 0 && view->currentIndex().isValid() && view->hasFocus();
        });
    }
    QString cell(const char *name, int row, int column)
    {
        return table(name).model()->index(row, column).data().toString();
    }
    QString strip(const char *name)
    {
        auto *strip = drive().find<ui::MessageStrip>(name);
        return strip ? strip->text() : QString();
    }
    /// A dialog of this name is in front and has the hand.
    bool isAsked(const char *name)
    {
        return QTest::qWaitFor([&] {
            auto *dialog = drive().find(name);
            return dialog && QApplication::activeWindow() == dialog && QApplication::focusWidget() &&
                   QApplication::focusWidget() != dialog;
        });
    }
    bool isGone(const char *name)
    {
        return QTest::qWaitFor([&] { return drive().find(name) == nullptr; }, GuiDriver::patienceMs);
    }

    QList<Resource> resources(bool retired = false)
    {
        return *desk.ask(desk.clinic.owner(),
                         [retired](const store::Snapshot &view) { return schedule::resources(view, retired); });
    }
    QList<HealthcareService> services(bool retired = false)
    {
        return *desk.ask(desk.clinic.owner(),
                         [retired](const store::Snapshot &view) { return schedule::services(view, retired); });
    }
    QList<RosterRow> week(QDate monday)
    {
        return *desk.ask(desk.clinic.owner(),
                         [monday](const store::Snapshot &view) { return schedule::weekRoster(view, monday); });
    }
    QList<RosterException> exceptions(QDate first, QDate last)
    {
        return *desk.ask(desk.clinic.owner(), [first, last](const store::Snapshot &view) {
            return schedule::exceptions(view, first, last);
        });
    }
    QList<CalendarDay> days(QDate first, QDate last)
    {
        return *desk.ask(desk.clinic.owner(), [first, last](const store::Snapshot &view) {
            return schedule::calendarDays(view, first, last);
        });
    }

    Desk desk;

private:
    QDate m_day;
};

} // namespace xinglin::test
