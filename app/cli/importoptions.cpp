#include "app/cli/importoptions.h"

#include "app/cli/input.h"
#include "app/cli/opening.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Import)
};

struct Named
{
    const char *name;
    TextEncoding encoding;
};
constexpr Named encodings[] = {{"utf-8", TextEncoding::Utf8},       {"utf-16le", TextEncoding::Utf16Le},
                               {"utf-16be", TextEncoding::Utf16Be}, {"gb18030", TextEncoding::Gb18030},
                               {"big5", TextEncoding::Big5},        {"windows-1252", TextEncoding::Windows1252}};

QString encodingNames()
{
    QStringList names;
    for (const Named &one : encodings)
        names << QLatin1String(one.name);
    return names.join(QStringLiteral(", "));
}

Result<interop::ReadOptions> readingFor(const Arguments &arguments)
{
    interop::ReadOptions reading;
    const auto sheet = arguments.number(QStringLiteral("sheet"), 1, 1, 10'000);
    if (!sheet)
        return sheet.error();
    reading.sheet = static_cast<int>(*sheet) - 1;
    reading.replaceMisfits = arguments.has(QStringLiteral("replace"));
    const QString encoding = arguments.value(QStringLiteral("encoding")).value_or(QString()).toLower();
    for (const Named &one : encodings) {
        if (encoding == QLatin1String(one.name))
            reading.encoding = one.encoding;
    }
    if (!encoding.isEmpty() && !reading.encoding)
        return Error{Code::Invalid, Tr::tr("--encoding takes one of: %1.").arg(encodingNames()), {}, {}};
    const QString delimiter = arguments.value(QStringLiteral("delimiter")).value_or(QString());
    if (delimiter == u"tab")
        reading.delimiter = u'\t';
    else if (delimiter.size() == 1)
        reading.delimiter = delimiter.at(0);
    else if (!delimiter.isEmpty())
        return Error{Code::Invalid, Tr::tr("--delimiter takes one character, or tab."), {}, {}};
    return reading;
}

} // namespace

QList<Option> tableOptions()
{
    return {{QStringLiteral("map"), QStringLiteral("FILE"), Tr::tr("Which column is what, as JSON.")},
            {QStringLiteral("sheet"), QStringLiteral("N"), Tr::tr("Which sheet of a workbook (default 1).")},
            {QStringLiteral("encoding"), QStringLiteral("NAME"),
             Tr::tr("Of a CSV file: %1; found by itself where it can be.").arg(encodingNames())},
            {QStringLiteral("delimiter"), QStringLiteral("C"), Tr::tr("Of a CSV file: a character, or tab.")},
            {QStringLiteral("replace"), {}, Tr::tr("Read bytes that fit no character as a replacement sign.")}};
}

Result<interop::ImportSpec> specFor(const Call &call, const QString &path, interop::ImportKind kind)
{
    const auto reading = readingFor(call.arguments);
    if (!reading)
        return reading.error();
    auto looked = interop::lookAt(path, kind, *reading);
    if (!looked)
        return looked.error();
    const QString map = call.arguments.value(QStringLiteral("map")).value_or(QString());
    if (!map.isEmpty()) {
        const auto bytes = readInput(map);
        if (!bytes)
            return bytes.error();
        auto mapping = interop::mappingFromJson(*bytes, kind, looked->header);
        if (!mapping)
            return mapping.error();
        looked->spec.mapping = *std::move(mapping);
    }
    const QStringList missing = interop::missingIn(looked->spec.mapping, kind);
    if (!missing.isEmpty())
        return Error{Code::Invalid, missing.join(u' '), QStringLiteral("map"), {}};
    return looked->spec;
}

QList<batch::Line> toldLines(const access::Session &session, BatchId id)
{
    QList<batch::Line> all;
    for (;;) {
        const auto page = read(session, [&](const store::Snapshot &view) {
            return batch::lines(view, id, all.isEmpty() ? 0 : all.constLast().n, 1000);
        });
        if (!page || page->isEmpty())
            return all;
        all += *page;
    }
}

} // namespace xinglin::cli
