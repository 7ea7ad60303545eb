#include "ui/shell/systemlock.h"

#include <QDBusConnection>
#include <QFileInfo>

namespace xinglin::ui {

namespace {

const QString systemSocket = QStringLiteral("/run/dbus/system_bus_socket");

} // namespace

SystemLock::SystemLock(QObject *parent) : QObject(parent)
{
    // Asked for only where a bus is: connecting to none takes its time.
    if (qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS") || QFileInfo::exists(systemSocket)) {
        QDBusConnection bus = QDBusConnection::systemBus();
        bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                    QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                    SLOT(onActive(bool)));
        bus.connect(QStringLiteral("org.freedesktop.login1"), {}, QStringLiteral("org.freedesktop.login1.Session"),
                    QStringLiteral("Lock"), this, SIGNAL(locking()));
    }
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        for (const char *name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
            bus.connect({}, {}, QLatin1String(name), QStringLiteral("ActiveChanged"), this, SLOT(onActive(bool)));
    }
}

void SystemLock::onActive(bool active)
{
    if (active)
        emit locking();
}

} // namespace xinglin::ui
