#pragma once

#include <QObject>

namespace xinglin::ui {

/// Tells when the operating system locks its screen or goes to sleep. Silent where there is no such service.
class SystemLock : public QObject
{
    Q_OBJECT

public:
    explicit SystemLock(QObject *parent = nullptr);

signals:
    void locking();

private slots:
    void onActive(bool active);
};

} // namespace xinglin::ui
