#include "app/cli/importoptions.h"
#include "engines/linkage/pairs.h"
#include "interop/importlines.h"

#include <QCoreApplication>
#include <QDateTime>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PatientDuplicates)
};

struct People
{
    QStringList keys; ///< As the source calls the rows, or their lines.
    QList<linkage::Subject> subjects;
};

Result<People> readPeople(const interop::ImportSpec &spec, const Catalog &catalog)
{
    auto source = interop::openTable(spec.path, spec.reading);
    if (!source)
        return source.error();
    People people;
    interop::Row row;
    QStringList header;
    for (int passed = 0; passed <= spec.headerRow; ++passed) {
        const auto more = (*source)->next(row);
        if (!more)
            return more.error();
        header.clear();
        for (const interop::Cell &cell : row.cells)
            header << cell.text;
    }
    interop::RowReader reader(spec.kind, spec.mapping, interop::uniqueHeader(header), catalog, QDate::currentDate());
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return people;
        const interop::ImportRow read = reader.read(row);
        people.keys << (read.key.isEmpty() ? QString::number(row.line) : read.key);
        people.subjects << linkage::prepare(interop::personOf(read));
    }
}

std::optional<linkage::Level> levelFrom(const QString &text)
{
    for (const linkage::Level level : {linkage::Level::Possible, linkage::Level::Likely, linkage::Level::Certain}) {
        if (text == linkage::toText(level))
            return level;
    }
    return text.isEmpty() ? std::optional(linkage::Level::Likely) : std::nullopt;
}

QJsonObject toJson(const People &people, const linkage::Pair &pair)
{
    QJsonArray reasons;
    for (const linkage::Reason &reason : pair.match.reasons)
        reasons << linkage::toText(reason.kind);
    return {{QStringLiteral("a"), people.keys[pair.one]},
            {QStringLiteral("b"), people.keys[pair.other]},
            {QStringLiteral("score"), pair.match.score},
            {QStringLiteral("level"), linkage::toText(pair.match.level)},
            {QStringLiteral("reasons"), reasons}};
}

Exit run(const Call &call)
{
    const auto level = levelFrom(call.arguments.value(QStringLiteral("level")).value_or(QString()));
    if (!level)
        return call.refuse(Exit::WrongUse, Tr::tr("--level takes possible, likely or certain."));
    const auto catalog = Catalog::load();
    if (!catalog)
        return call.refuse(catalog.error());
    const auto spec = specFor(call, call.arguments.operands().constFirst(), interop::ImportKind::Patients);
    if (!spec)
        return call.refuse(Exit::Rejected, spec.error().message);
    const auto people = readPeople(*spec, **catalog);
    if (!people)
        return call.refuse(Exit::Rejected, people.error().message);
    const auto pairs = linkage::pairs(people->subjects, *level, [](qsizetype done, qsizetype total) {
        Output::progress(Tr::tr("Row %1 of %2").arg(done).arg(total));
        return true;
    });
    Output::endProgress();
    if (call.output.form() == Output::Form::Words) {
        QList<QStringList> rows;
        for (const linkage::Pair &pair : pairs)
            rows.append({people->keys[pair.one], people->keys[pair.other], QString::number(pair.match.score, 'f', 1),
                         linkage::toText(pair.match.level)});
        call.output.table({Tr::tr("One"), Tr::tr("Other"), Tr::tr("Bits"), Tr::tr("Level")}, rows);
        Output::say(Tr::tr("%n pairs in %1 rows.", nullptr, static_cast<int>(pairs.size())).arg(people->keys.size()));
        return Exit::Done;
    }
    QJsonArray list;
    for (const linkage::Pair &pair : pairs) {
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(toJson(*people, pair));
        else
            list << toJson(*people, pair);
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json({{QStringLiteral("pairs"), list}});
    return Exit::Done;
}

} // namespace

Command patientDuplicatesCommand()
{
    QList<Option> options = tableOptions();
    options.append({QStringLiteral("level"), QStringLiteral("L"),
                    Tr::tr("How sure at least: possible, likely (default) or certain.")});
    return {{QStringLiteral("patient"), QStringLiteral("duplicates")},
            Tr::tr("Find rows of one person in a table of another program. Needs no clinic."),
            {{QStringLiteral("FILE"), Tr::tr("CSV or XLSX.")}},
            options,
            Tr::tr("Rows are named by the column that the map file calls \"key\", else by their lines. The score is in "
                   "bits: each one more doubles the odds that two rows are of one person."),
            run};
}

} // namespace xinglin::cli
