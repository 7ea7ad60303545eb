#include "interop/exportkinds.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace xinglin::interop {

namespace {

struct Named
{
    ExportType type;
    const char *code;
    const char *shown; ///< In the dictionary.
};

constexpr Named types[] = {
    {ExportType::Id, "id", "UUID"},
    {ExportType::Text, "text", "text"},
    {ExportType::Any, "any", "text"},
    {ExportType::Integer, "integer", "integer"},
    {ExportType::Real, "real", "decimal"},
    {ExportType::Flag, "flag", "TRUE or FALSE"},
    {ExportType::Instant, "instant", "ISO 8601 time with offset"},
    {ExportType::Day, "day", "ISO 8601 date"},
    {ExportType::Grams, "grams", "decimal"},
    {ExportType::Yuan, "yuan", "decimal"},
    {ExportType::Hex, "hex", "hexadecimal"},
    {ExportType::Latest, "latest", "TRUE or FALSE"},
    {ExportType::Person, "person", "UUID, name"},
    {ExportType::Patient, "patient", "UUID, number, name"},
    {ExportType::Herb, "herb", "code, Chinese name"},
    {ExportType::Point, "point", "code, Chinese name"},
    {ExportType::Formula, "formula", "code, Chinese name"},
    {ExportType::Allergen, "allergen", "code, Chinese name"},
    {ExportType::Service, "service", "code, Chinese name"},
    {ExportType::Item, "item", "code, Chinese name"},
    {ExportType::Term, "term", "code, Chinese name"},
    {ExportType::File, "file", "path"},
};

const Named &named(ExportType type)
{
    return *std::find_if(std::begin(types), std::end(types), [&](const Named &one) { return one.type == type; });
}

Error wrong(const QString &what)
{
    return {Code::Damaged, QStringLiteral("kinds.json: ") + what, {}, {}};
}

Result<ExportColumn> columnFrom(const QJsonObject &object)
{
    ExportColumn column;
    column.column = object[u"column"].toString().toLatin1();
    column.as = object[u"as"].toString();
    column.hides = object[u"hides"].toBool();
    column.en = object[u"en"].toString();
    column.zh = object[u"zh"].toString();
    column.codes = object[u"codes"].toString();
    const QByteArray code = object[u"kind"].toString().toLatin1();
    const auto *type =
        std::find_if(std::begin(types), std::end(types), [&](const Named &one) { return code == one.code; });
    if (type == std::end(types) || column.column.isEmpty() || column.as.isEmpty() || column.en.isEmpty() ||
        column.zh.isEmpty())
        return wrong(QStringLiteral("column ") + QString::fromLatin1(column.column));
    column.type = type->type;
    return column;
}

Result<ExportKind> kindFrom(const QJsonObject &object)
{
    ExportKind kind;
    kind.table = object[u"table"].toString().toLatin1();
    kind.file = object[u"file"].toString();
    kind.en = object[u"en"].toString();
    kind.zh = object[u"zh"].toString();
    for (const auto &step : object[u"of"].toArray())
        kind.path.append({step.toArray()[0].toString().toLatin1(), step.toArray()[1].toString().toLatin1()});
    for (const auto &one : object[u"columns"].toArray()) {
        auto column = columnFrom(one.toObject());
        if (!column)
            return wrong(QString::fromLatin1(kind.table) + QStringLiteral(": ") + column.error().message);
        kind.columns << *std::move(column);
    }
    for (const auto &one : object[u"left_out"].toArray())
        kind.leftOut.append({one.toObject()[u"column"].toString().toLatin1(), one.toObject()[u"why"].toString()});
    if (kind.table.isEmpty() || kind.file.isEmpty() || kind.en.isEmpty() || kind.zh.isEmpty() || kind.columns.isEmpty())
        return wrong(QStringLiteral("kind ") + QString::fromLatin1(kind.table));
    return kind;
}

} // namespace

QStringList ExportColumn::names() const
{
    switch (type) {
    case ExportType::Person:
        return {as + QStringLiteral("_id"), as + QStringLiteral("_name")};
    case ExportType::Patient:
        return {as + QStringLiteral("_id"), as + QStringLiteral("_number"), as + QStringLiteral("_name")};
    case ExportType::Herb:
    case ExportType::Point:
    case ExportType::Formula:
    case ExportType::Allergen:
    case ExportType::Service:
        return {as + QStringLiteral("_id"), as + QStringLiteral("_name")};
    case ExportType::Item:
    case ExportType::Term:
        return {as, as + QStringLiteral("_name")};
    default:
        return {as};
    }
}

QString ExportColumn::unit() const
{
    if (type == ExportType::Grams)
        return QStringLiteral("g");
    if (type == ExportType::Yuan)
        return QStringLiteral("CNY");
    if (type == ExportType::Instant)
        return {};
    constexpr struct
    {
        const char16_t *ending;
        const char16_t *unit;
    } endings[] = {{u"_cun", u"cun"}, {u"_px", u"px"},      {u"_years", u"a"},
                   {u"days", u"d"},   {u"minutes", u"min"}, {u"bytes", u"By"}};
    for (const auto &one : endings) {
        if (as.endsWith(QStringView(one.ending)))
            return QString::fromUtf16(one.unit);
    }
    return {};
}

QString ExportColumn::typeName() const
{
    return QString::fromLatin1(named(type).shown);
}

bool ExportKind::addsVisit() const
{
    return std::any_of(path.cbegin(), path.cend(), [](const Step &step) { return step.table == "visit"; }) &&
           std::none_of(columns.cbegin(), columns.cend(),
                        [](const ExportColumn &one) { return one.column == "visit_id"; });
}

Result<ExportKinds> ExportKinds::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonObject all = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return wrong(parse.errorString());
    ExportKinds found;
    for (const auto &one : all[u"reasons"].toArray()) {
        const QJsonObject reason = one.toObject();
        found.m_reasons.insert(reason[u"code"].toString(),
                               {reason[u"what_en"].toString(), reason[u"what_zh"].toString(), reason[u"en"].toString(),
                                reason[u"zh"].toString()});
    }
    for (const auto &one : all[u"left_out"].toArray())
        found.m_leftOut.append({one.toObject()[u"table"].toString().toLatin1(), one.toObject()[u"why"].toString()});
    for (const auto &one : all[u"kinds"].toArray()) {
        auto kind = kindFrom(one.toObject());
        if (!kind)
            return kind.error();
        for (const ExportKind::LeftOut &column : kind->leftOut) {
            if (!found.m_reasons.contains(column.why))
                return wrong(QStringLiteral("reason ") + column.why);
        }
        found.m_kinds << *std::move(kind);
    }
    for (const LeftOut &table : found.m_leftOut) {
        if (!found.m_reasons.contains(table.why))
            return wrong(QStringLiteral("reason ") + table.why);
    }
    return found;
}

const ExportKinds &ExportKinds::shipped()
{
    static const ExportKinds kinds = [] {
        QFile file(QStringLiteral(":/export/kinds.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto parsed = fromJson(opened ? file.readAll() : QByteArray());
        if (!parsed)
            qFatal("%s", qUtf8Printable(parsed.error().message));
        return *std::move(parsed);
    }();
    return kinds;
}

const ExportKind *ExportKinds::find(const QString &file) const
{
    for (const ExportKind &kind : m_kinds) {
        if (kind.file == file)
            return &kind;
    }
    return nullptr;
}

QStringList ExportKinds::misfits(const store::Registry &registry) const
{
    QStringList wrong;
    const auto wantOnce = [&](const QByteArray &name, qsizetype times) {
        if (times != 1)
            wrong << QString::fromLatin1(name);
    };
    for (const store::TableInfo &table : registry.tables()) {
        qsizetype times = std::count_if(m_leftOut.cbegin(), m_leftOut.cend(),
                                        [&](const LeftOut &one) { return one.table == table.name; });
        for (const ExportKind &kind : m_kinds) {
            if (kind.table != table.name)
                continue;
            ++times;
            QByteArrayList listed;
            for (const ExportColumn &column : kind.columns)
                listed << column.column;
            for (const ExportKind::LeftOut &column : kind.leftOut)
                listed << column.column;
            for (const store::ColumnInfo &column : table.columns)
                wantOnce(table.name + '.' + column.name, listed.count(column.name));
            for (const QByteArray &column : std::as_const(listed)) {
                // Both are of every table and of none: the record's id and its place.
                if (column != "id" && column != "n" && !table.column(column))
                    wrong << QString::fromLatin1(table.name + '.' + column);
            }
        }
        wantOnce(table.name, times);
    }
    const auto wantKnown = [&](const QByteArray &name) {
        if (!registry.table(name))
            wrong << QString::fromLatin1(name);
    };
    for (const LeftOut &one : m_leftOut)
        wantKnown(one.table);
    for (const ExportKind &kind : m_kinds) {
        wantKnown(kind.table);
        for (const ExportKind::Step &step : kind.path)
            wantKnown(step.table);
    }
    return wrong;
}

} // namespace xinglin::interop
