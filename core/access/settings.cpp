#include "access/settings.h"

#include "access/permission.h"
#include "access/rights.h"

#include <QCoreApplication>

namespace xinglin::settings {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::settings)
};

using access::Permission;
using Kind = Known::Kind;

const QStringList yesNo{QStringLiteral("yes"), QStringLiteral("no")};

QString nameOf(const QString &key)
{
    return key.section(u'/', 0, 0);
}

Error unknown(const QString &key)
{
    return {Code::Invalid, Tr::tr("There is no such setting."), key, key};
}

constexpr QByteArrayView pngBegins("\x89PNG\r\n\x1a\n", 8);

/// Empty where it is not as pictureValue() writes it.
std::optional<QByteArray> decoded(const QString &value)
{
    const auto read = QByteArray::fromBase64Encoding(value.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return read ? std::optional(read.decoded) : std::nullopt;
}

std::optional<Error> problem(const Known &known, const QString &key, const QString &value)
{
    const auto refuse = [&](const QString &message) { return Error{Code::Invalid, message, key, {}}; };
    switch (known.kind) {
    case Kind::Number: {
        bool digits = false;
        const qint64 number = value.toLongLong(&digits);
        if (!digits || number < known.least || number > known.most)
            return refuse(Tr::tr("A number from %1 to %2 is needed.").arg(known.least).arg(known.most));
        return std::nullopt;
    }
    case Kind::Choice:
    case Kind::Switch:
        if (!known.choices.contains(value))
            return refuse(Tr::tr("This is not one of the choices."));
        return std::nullopt;
    case Kind::Several: {
        QStringList inOrder;
        for (const QString &one : known.choices) {
            if (value.split(u' ').contains(one))
                inOrder << one;
        }
        if (inOrder.join(u' ') != value)
            return refuse(Tr::tr("This is not one of the choices."));
        return std::nullopt;
    }
    case Kind::Picture: {
        const auto png = decoded(value);
        if (!png || (!png->isEmpty() && !png->startsWith(pngBegins)))
            return refuse(Tr::tr("This is not a picture."));
        if (png->size() > known.most)
            return refuse(Tr::tr("The picture is too large."));
        return std::nullopt;
    }
    case Kind::Text:
        if (value.size() > known.most)
            return refuse(Tr::tr("The text is too long."));
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

Known number(const char *key, qint64 fallback, qint64 least, qint64 most)
{
    return {QLatin1String(key), Kind::Number, QString::number(fallback), least, most, {}, false};
}

Known choice(const char *key, const QStringList &choices)
{
    return {QLatin1String(key), Kind::Choice, choices.constFirst(), 0, 0, choices, false};
}

Known several(const QString &key, const QStringList &choices, const QStringList &shipped)
{
    return {key, Kind::Several, shipped.join(u' '), 0, 0, choices, false};
}

Known yesOrNo(const char *key, bool fallback, bool perDevice = false)
{
    return {QLatin1String(key), Kind::Switch, fallback ? yesNo.at(0) : yesNo.at(1), 0, 0, yesNo, perDevice};
}

Known text(const char *key, qint64 longest)
{
    return {QLatin1String(key), Kind::Text, QStringLiteral(""), 0, longest, {}, false};
}

/// What can stand on papers besides what they are about; see the parts of papers.
const QStringList parts{QStringLiteral("logo"),    QStringLiteral("address"),      QStringLiteral("phone"),
                        QStringLiteral("licence"), QStringLiteral("practitioner"), QStringLiteral("line")};

/// @p named: others than the clinic read it, who ask for the number of whoever signs.
Known partsOf(const char *kind, bool named)
{
    QStringList shipped = parts;
    if (!named)
        shipped.removeOne(QStringLiteral("practitioner"));
    return several(QStringLiteral("paper.parts.") + QLatin1String(kind), parts, shipped);
}

/// A report that nobody signs.
Known partsOfReport(const char *kind)
{
    QStringList some = parts;
    some.removeOne(QStringLiteral("practitioner"));
    return several(QStringLiteral("paper.parts.") + QLatin1String(kind), some, some);
}

} // namespace

const QList<Known> &known()
{
    static const QList<Known> all{
        choice("records.sharing", {QStringLiteral("all"), QStringLiteral("own")}),
        yesOrNo("device.front-desk", false, true),
        yesOrNo("prescription.second-person", false),
        // Locks: minutes without a key or a click; hours until the store closes.
        number("lock.minutes", 10, 1, 15),
        number("lock.desk-minutes", 5, 1, 15),
        number("lock.hours", 8, 1, 24),
        yesOrNo("lock.pin", true),
        number("password.days", 0, 0, 730), // 0: no password grows old
        number("backup.hours", 4, 1, 24),
        text("backup.folder", 1000),
        text("backup.second-folder", 1000),
        // Stages of patients: days since the last visit.
        number("stage.active-days", 90, 1, 3650),
        number("stage.dormant-days", 365, 1, 3650),
        // Papers: "paper.size." and "paper.parts." with the kind.
        text("paper.line", 200),
        {PaperLogo, Kind::Picture, QStringLiteral(""), 0, 200000, {}, false},
        choice("paper.writing", {QStringLiteral("normal"), QStringLiteral("small"), QStringLiteral("large")}),
        partsOf("prescription", true),
        partsOf("medicines", true),
        partsOf("treatment-sheet", false),
        partsOf("visit-summary", false),
        partsOf("sick-note", true),
        partsOfReport("constitution-report"),
        yesOrNo("paper.price", false),
        number("price.fee", 0, 0, 100000), // fen for each packet
        choice("paper.size.prescription", {QStringLiteral("A5"), QStringLiteral("A4")}),
        choice("paper.size.medicines", {QStringLiteral("A5"), QStringLiteral("A4")}),
        choice("paper.size.treatment-sheet", {QStringLiteral("A5"), QStringLiteral("A4")}),
        choice("paper.size.visit-summary", {QStringLiteral("A5"), QStringLiteral("A4")}),
        choice("paper.size.sick-note", {QStringLiteral("A5"), QStringLiteral("A4")}),
        choice("paper.size.queue-slip", {QStringLiteral("A6"), QStringLiteral("80mm")}),
    };
    return all;
}

const Known *find(const QString &key)
{
    const auto &list = known();
    const auto found =
        std::find_if(list.cbegin(), list.cend(), [&](const Known &one) { return one.key == nameOf(key); });
    if (found == list.cend())
        return nullptr;
    // A device's own setting names the device, any other names none.
    const bool named = key.contains(u'/');
    if (named != found->perDevice || (named && !Uuid::fromString(key.section(u'/', 1))))
        return nullptr;
    return &*found;
}

QString forDevice(const QString &key, const Uuid &device)
{
    return key + u'/' + device.toString();
}

Result<QString> value(const store::Snapshot &view, const QString &key)
{
    if (auto refused = access::require(view, Permission::ReadPolicy))
        return *refused;
    const Known *known = find(key);
    if (known == nullptr)
        return unknown(key);
    store::Query row = view.sql("SELECT value FROM setting WHERE key = ?1 ORDER BY n DESC LIMIT 1");
    if (!row.bind(key).next())
        return known->fallback;
    // What a newer Xinglin or a damaged row says is not believed.
    const QString stored = row.get<QString>(0);
    return problem(*known, key, stored) ? known->fallback : stored;
}

Result<qint64> number(const store::Snapshot &view, const QString &key)
{
    const auto text = value(view, key);
    if (!text)
        return text.error();
    bool digits = false;
    const qint64 number = text->toLongLong(&digits);
    return digits ? Result<qint64>(number) : Result<qint64>(unknown(key));
}

Result<bool> isOn(const store::Snapshot &view, const QString &key)
{
    const auto text = value(view, key);
    if (!text)
        return text.error();
    return yesNo.contains(*text) ? Result<bool>(*text == yesNo.constFirst()) : Result<bool>(unknown(key));
}

Result<QByteArray> picture(const store::Snapshot &view, const QString &key)
{
    const auto text = value(view, key);
    if (!text)
        return text.error();
    const Known *known = find(key);
    const auto png = decoded(*text);
    return known->kind == Kind::Picture && png ? Result<QByteArray>(*png) : Result<QByteArray>(unknown(key));
}

QString pictureValue(const QByteArray &png)
{
    return QString::fromLatin1(png.toBase64());
}

QByteArray pictureFrom(const QString &value)
{
    return decoded(value).value_or(QByteArray());
}

Result<Done> setValue(store::Transaction &tx, const QString &key, const QString &value)
{
    if (auto refused = access::require(tx, Permission::EditPolicy))
        return *refused;
    const Known *known = find(key);
    if (known == nullptr)
        return unknown(key);
    if (auto wrong = problem(*known, key, value))
        return *wrong;
    const QString kept = value.isNull() ? QStringLiteral("") : value; // a null text would be no value at all
    Uuid id = tx.newUuid();
    store::Query row = tx.sql("SELECT id FROM setting WHERE key = ?1 ORDER BY n DESC LIMIT 1");
    if (row.bind(key).next()) {
        id = row.get<Uuid>(0);
        tx.sql("UPDATE setting SET value = ?2 WHERE id = ?1").bind(id, kept).run();
    } else {
        tx.sql("INSERT INTO setting(id, key, value) VALUES(?1, ?2, ?3)").bind(id, key, kept).run();
    }
    const QString said = known->kind == Kind::Picture && !value.isEmpty()
                             ? QStringLiteral("PNG, %1 bytes").arg(decoded(value)->size())
                             : value;
    tx.audit({"setting.change", "setting", id, {}, "ok", key + QStringLiteral(" = ") + said});
    access::forgetFooting(tx);
    return Done{};
}

} // namespace xinglin::settings
