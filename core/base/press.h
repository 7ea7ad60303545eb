#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace xinglin {

/// What is asked of a printer besides the pages.
struct PressOrder
{
    QString printer; ///< Name as in printers().
    QString tray;    ///< One of trays(); empty: as the printer is set.
    int copies = 1;
    QString media; ///< "A4", "A5", "Custom.80x96mm" of a roll
    bool operator==(const PressOrder &) const = default;
};

/// The printing system of this PC. All functions block; call them on a worker thread.
class Press
{
public:
    virtual ~Press() = default;

    virtual QStringList printers() = 0;
    /// Where papers go that name no printer; empty where there is none.
    virtual QString defaultPrinter() = 0;
    /// Paper sources of @p printer, by the names it gives them.
    virtual QStringList trays(const QString &printer) = 0;
    /// Hands a finished PDF over; on return the printing system has taken it and sees to it by itself. Broken with its
    /// reason in words where it refuses.
    virtual Result<Done> print(const PressOrder &order, const QByteArray &pdf) = 0;
};

/// CUPS, by its own commands (lp, lpstat, lpoptions): it takes PDF as it is, pages, fonts and sizes unchanged. Nothing
/// but the pages is said to it: neither a title nor a name stands in its list of jobs.
class SystemPress final : public Press
{
public:
    QStringList printers() override;
    QString defaultPrinter() override;
    QStringList trays(const QString &printer) override;
    Result<Done> print(const PressOrder &order, const QByteArray &pdf) override;
};

} // namespace xinglin
