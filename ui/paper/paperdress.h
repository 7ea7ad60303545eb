#pragma once

#include "store/snapshot.h"
#include "ui/paper/sheets.h"

#include <QFlags>
#include <QMap>

namespace xinglin::ui {

/// What can stand on a paper besides what it is about.
enum class PaperPart {
    Logo = 1,
    Address = 2,
    Phone = 4,
    Licence = 8,       ///< Of the clinic.
    Practitioner = 16, ///< Number of the certificate of who signs.
    Line = 32,         ///< The clinic's own, at the upper edge.
};
Q_DECLARE_FLAGS(PaperParts, PaperPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(PaperParts)

/// How large the writing is on papers that are laid out on A5.
enum class PaperWriting { Normal, Small, Large };

/// What the clinic has settled about all its papers.
struct PaperDress
{
    QString line;                    ///< Stands at the upper edge of every paper; may be empty.
    QMap<QString, bool> largeOfKind; ///< Kinds that are printed on A4, everything larger by as much.
    PaperWriting writing = PaperWriting::Normal;
    QByteArray logo{};                       ///< PNG; empty: none. See logoFrom().
    QMap<QString, PaperParts> partsOfKind{}; ///< As shipped for a kind that is not in it.
    bool training = false;                   ///< Says across every page, and in the file's name, that it is no record.
    bool slipOnRoll = false;                 ///< Queue slips come from a roll of 80 mm instead of on A6.
    bool operator==(const PaperDress &) const = default;

    bool shows(const QString &kind, PaperPart part) const;
};

/// Kinds whose size can be chosen: those that are laid out on A5.
const QStringList &resizableKinds();
/// Kinds that stand below the clinic's letterhead: their parts can be chosen.
const QStringList &letterheadKinds();
/// The key of the setting that says "A5" or "A4".
QString paperSizeKey(const QString &kind);
/// The key of the setting that names the parts.
QString paperPartsKey(const QString &kind);

/// Every part that a paper of this kind can have; all of them where it has no letterhead.
PaperParts possibleParts(const QString &kind);
/// What it shows where the clinic has settled nothing.
PaperParts shippedParts(const QString &kind);
/// As the setting says it.
QString partsValue(PaperParts parts);
/// "normal", "small" or "large".
QString writingValue(PaperWriting writing);

/// The settings that say it, by their keys.
QMap<QString, QString> settingsOf(const PaperDress &dress);
/// What such settings say; as shipped where a key is missing.
PaperDress dressFrom(const QMap<QString, QString> &settings);
Result<PaperDress> paperDress(const store::Snapshot &view);

/// The same pages with the clinic's line, on A4 where that is settled, and marked where they come from practice.
Sheets dressed(const Sheets &sheets, const PaperDress &dress);

} // namespace xinglin::ui
