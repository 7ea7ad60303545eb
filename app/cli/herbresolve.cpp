#include "app/cli/command.h"
#include "app/cli/input.h"
#include "clinic/catalog/catalog.h"
#include "engines/safety/checkjson.h"
#include "engines/safety/herbname.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::HerbResolve)
};

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (QStringView line : QStringView(text).split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            names << line.trimmed().toString();
    }
    return names;
}

void showWords(Output &output, const QList<safety::ResolvedName> &resolved)
{
    QList<QStringList> rows;
    for (const safety::ResolvedName &name : resolved)
        rows.append({name.given, name.herb.value_or(QStringLiteral("-")), name.nameZh, name.processed, name.preparation,
                     safety::howText(name.how)});
    output.table(
        {Tr::tr("Written"), Tr::tr("Herb"), Tr::tr("Name"), Tr::tr("Processed"), Tr::tr("Preparation"), Tr::tr("How")},
        rows);
}

Exit run(const Call &call)
{
    const auto failOn = call.arguments.value(QStringLiteral("fail-on"));
    if (failOn && *failOn != u"unknown")
        return call.refuse(Exit::WrongUse, Tr::tr("--fail-on wants unknown, not “%1”.").arg(*failOn));
    const auto bytes = readInput(call.arguments.operands().constFirst());
    if (!bytes)
        return call.refuse(bytes.error());
    const auto text = utf8Text(*bytes);
    if (!text)
        return call.refuse(text.error());
    const auto catalog = Catalog::load();
    if (!catalog)
        return call.refuse(catalog.error());
    QList<safety::ResolvedName> resolved;
    qsizetype unknown = 0;
    for (const QString &name : namesIn(*text)) {
        resolved << safety::resolve((*catalog)->herbs(), name);
        unknown += resolved.constLast().herb ? 0 : 1;
        if (call.output.isJson())
            call.output.json(safety::toJson(resolved.constLast()));
    }
    if (!call.output.isJson())
        showWords(call.output, resolved);
    if (unknown > 0)
        Output::say(Tr::tr("%1 of %2 names are not known.").arg(unknown).arg(resolved.size()));
    return failOn && unknown > 0 ? Exit::Refused : Exit::Done;
}

} // namespace

Command herbResolveCommand()
{
    return {{QStringLiteral("herb"), QStringLiteral("resolve")},
            Tr::tr("Say which herb each written name means. Needs no clinic."),
            {{QStringLiteral("FILE"), Tr::tr("A name a line; - for standard input.")}},
            {{QStringLiteral("fail-on"), QStringLiteral("unknown"), Tr::tr("Exit 1 where a name is not known.")}},
            Tr::tr("With --json each name is one JSON object on a line of its own."),
            run};
}

} // namespace xinglin::cli
