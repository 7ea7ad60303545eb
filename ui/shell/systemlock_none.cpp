#include "ui/shell/systemlock.h"

namespace xinglin::ui {

SystemLock::SystemLock(QObject *parent) : QObject(parent)
{
}

void SystemLock::onActive(bool active)
{
    if (active)
        emit locking();
}

} // namespace xinglin::ui
