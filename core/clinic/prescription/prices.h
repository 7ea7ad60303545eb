#pragma once

#include "base/money.h"
#include "clinic/prescription/prescription.h"
#include "engines/safety/herbcatalog.h"

#include <QHash>

/// The clinic's own price list, and what a prescription costs by it.
namespace xinglin::prices {

/// What ten grams of a piece cost, in whole fen: a price of 8.5 fen a gram is exact that way.
struct Price
{
    QString piece;        ///< As pieceOf() names it.
    std::int64_t fen = 0; ///< For 10 g; 0: it has no price any more.
    bool operator==(const Price &) const = default;
};

struct List
{
    QHash<QString, std::int64_t> fenPer10g; ///< By piece.
    Money fee;                              ///< Processing, for each packet.
    bool onPaper = false;                   ///< Whether the sum stands on the printed prescription.
    bool operator==(const List &) const = default;
};

/// What a prescription costs.
struct Total
{
    int lines = 0;
    int priced = 0; ///< Lines that have a dose and a price; the others count nothing.
    Money packet;   ///< With the fee.
    Money all;      ///< Of all packets, with their fees.
    bool isWhole() const { return lines > 0 && priced == lines; }
    bool operator==(const Total &) const = default;
};

/// The piece that a name is priced as: another name of a piece leads to it, a processed piece has a price of its own.
/// Empty for a name that is not known. Pure.
QString pieceOf(const safety::HerbCatalog &herbs, const QString &name);

/// Sums milligrams × fen for 10 g exactly over all lines and packets, and rounds each of the two sums once, half up, to
/// a fen; so the price in all may differ by some fen from that of a packet times the packets. Pure.
Total totalOf(const List &list, const safety::HerbCatalog &herbs, const PrescriptionDraft &draft);

/// "1.2", "¥1.20", "1.20元" as fen; nullopt for anything else, for more than two decimals and more than 99999 yuan.
/// Pure.
std::optional<std::int64_t> fenFrom(const QString &text);
/// "1.20". Pure.
QString yuanText(Money amount);

/// Lines "name, tab or comma, yuan for 10 g": what can be settled, and each other line with its number and the reason.
struct Pasted
{
    QList<Price> prices;
    QStringList refused;
    int empty = 0; ///< Lines with nothing on them.
    bool operator==(const Pasted &) const = default;
};
/// Pure.
Pasted fromLines(const safety::HerbCatalog &herbs, const QString &text);

/// The whole list with what is settled about it.
Result<List> all(const store::Snapshot &view);
/// Settles prices, or takes them away. Refuses a name of nothing and a price out of range (field "price").
Result<Done> settle(store::Transaction &tx, const QList<Price> &prices);
/// Settles the fee of a packet and whether the sum is printed.
Result<Done> settleTerms(store::Transaction &tx, Money fee, bool onPaper);

} // namespace xinglin::prices
