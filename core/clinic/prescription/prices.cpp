#include "clinic/prescription/prices.h"

#include "access/permission.h"
#include "access/settings.h"
#include "engines/safety/processing.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace xinglin::prices {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::prices)
};

using access::Permission;

constexpr std::int64_t mostFen = 9999999;
constexpr std::int64_t mgOfPrice = 10000; // a price is for 10 g

/// Whether the name says a process that the record's own name does not, so that it is another piece of the record.
bool saysProcess(const QString &name, const safety::Herb &herb)
{
    const QStringList &words = safety::processWords();
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return name.startsWith(word) && name.size() > word.size() && !safety::isCut(word) &&
               !herb.nameZh.startsWith(word);
    });
}

Money rounded(std::int64_t product)
{
    return Money::fen((product + mgOfPrice / 2) / mgOfPrice);
}

} // namespace

QString pieceOf(const safety::HerbCatalog &herbs, const QString &name)
{
    const safety::HerbName *known = herbs.byName(herbs.plain(name));
    if (!known)
        return {};
    const safety::Herb &herb = herbs.herbs().at(known->herb);
    return known->kind == safety::NameKind::Processed || saysProcess(known->name, herb) ? known->name : herb.nameZh;
}

Total totalOf(const List &list, const safety::HerbCatalog &herbs, const PrescriptionDraft &draft)
{
    Total total;
    total.lines = int(draft.lines.size());
    // 60 lines of 5 kg at the highest price in 999 packets stay below 2^63.
    std::int64_t product = 0;
    for (const PrescriptionLine &line : draft.lines) {
        const std::int64_t fen = list.fenPer10g.value(pieceOf(herbs, line.name));
        if (fen <= 0 || line.dose <= Mass())
            continue;
        ++total.priced;
        product += line.dose.milligrams() * fen;
    }
    product += list.fee.fen() * mgOfPrice;
    total.packet = rounded(product);
    total.all = rounded(product * draft.packets);
    return total;
}

std::optional<std::int64_t> fenFrom(const QString &text)
{
    static const QRegularExpression amount(QStringLiteral("^[¥￥]?\\s*([0-9]{1,5})(?:\\.([0-9]{1,2}))?\\s*元?$"));
    const auto match = amount.match(text.normalized(QString::NormalizationForm_KC).trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 100 + match.captured(2).leftJustified(2, u'0').toLongLong();
}

QString yuanText(Money amount)
{
    return QStringLiteral("%1.%2").arg(amount.fen() / 100).arg(amount.fen() % 100, 2, 10, QChar(u'0'));
}

Pasted fromLines(const safety::HerbCatalog &herbs, const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\t,，;；]|\\s+(?=[¥￥]?[0-9])"));
    Pasted pasted;
    QSet<QString> seen;
    int number = 0;
    QStringList lines = QString(text).remove(u'\r').split(u'\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast(); // what stands behind the last end of line is no line
    for (const QString &line : std::as_const(lines)) {
        ++number;
        const QString said = line.trimmed();
        if (said.isEmpty()) {
            ++pasted.empty;
            continue;
        }
        const auto refuse = [&](const QString &reason) {
            pasted.refused << Tr::tr("Line %1, \"%2\": %3").arg(number).arg(said.left(40), reason);
        };
        QStringList parts;
        for (const QString &part : said.split(between))
            parts << part.trimmed();
        const auto fen = parts.size() == 2 ? fenFrom(parts.at(1)) : std::nullopt;
        const QString piece = pieceOf(herbs, parts.at(0));
        if (parts.size() != 2)
            refuse(Tr::tr("a name and a price are needed."));
        else if (piece.isEmpty())
            refuse(Tr::tr("this herb is not in the catalogue."));
        else if (!fen || *fen <= 0)
            refuse(Tr::tr("this is no price."));
        else if (seen.contains(piece))
            refuse(Tr::tr("%1 stands above already.").arg(piece));
        else
            pasted.prices << Price{piece, *fen};
        seen.insert(piece);
    }
    return pasted;
}

Result<List> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadPrescriptions))
        return *refused;
    if (auto refused = access::require(view, Permission::ReadPolicy))
        return *refused;
    List list;
    store::Query rows = view.sql("SELECT name, fen_per_10g FROM price WHERE active = 1");
    while (rows.next())
        list.fenPer10g.insert(rows.get<QString>(0), rows.get<qint64>(1));
    const auto fee = settings::number(view, settings::PriceFee);
    if (!fee)
        return fee.error();
    const auto printed = settings::isOn(view, settings::PaperPrice);
    if (!printed)
        return printed.error();
    list.fee = Money::fen(*fee);
    list.onPaper = *printed;
    return list;
}

Result<Done> settle(store::Transaction &tx, const QList<Price> &prices)
{
    if (auto refused = access::require(tx, Permission::EditPolicy))
        return *refused;
    for (const Price &price : prices) {
        if (price.piece.trimmed().isEmpty())
            return Error{Code::Invalid, Tr::tr("The price belongs to no herb."), QStringLiteral("herb"), {}};
        if (price.fen < 0 || price.fen > mostFen)
            return Error{Code::Invalid, Tr::tr("This is no price."), QStringLiteral("price"), {}};
    }
    for (const Price &price : prices) {
        store::Query row = tx.sql("SELECT id, fen_per_10g, active FROM price WHERE name = ?1 ORDER BY n DESC LIMIT 1");
        const bool known = row.bind(price.piece).next();
        Uuid id = known ? row.get<Uuid>(0) : tx.newUuid();
        if (price.fen == 0) {
            if (known && row.get<int>(2) != 0)
                tx.sql("UPDATE price SET active = 0 WHERE id = ?1").bind(id).run();
        } else if (!known) {
            tx.sql("INSERT INTO price(id, name, fen_per_10g) VALUES(?1, ?2, ?3)")
                .bind(id, price.piece, qint64(price.fen))
                .run();
        } else if (row.get<qint64>(1) != price.fen || row.get<int>(2) == 0) {
            tx.sql("UPDATE price SET fen_per_10g = ?2, active = 1 WHERE id = ?1").bind(id, qint64(price.fen)).run();
        }
        tx.audit({"price.settle",
                  "price",
                  id,
                  {},
                  "ok",
                  price.piece + QStringLiteral(" = ") + yuanText(Money::fen(price.fen))});
    }
    return Done{};
}

Result<Done> settleTerms(store::Transaction &tx, Money fee, bool onPaper)
{
    if (auto refused = access::require(tx, Permission::EditPolicy))
        return *refused;
    const QString printed = onPaper ? QStringLiteral("yes") : QStringLiteral("no");
    if (auto done = settings::setValue(tx, settings::PriceFee, QString::number(fee.fen())); !done)
        return done;
    return settings::setValue(tx, settings::PaperPrice, printed);
}

} // namespace xinglin::prices
