#include "safetymutant.h"

#include <QJsonDocument>
#include <QTest>

namespace xinglin::safety {

void Tally::add(bool noticed, const QString &what)
{
    ++made;
    if (noticed)
        ++caught;
    else
        lost << what;
}

void Tally::print() const
{
    const QString rest = silent > 0 ? u"; %1 more change nothing"_qs.arg(silent) : QString();
    qInfo("mutants: %d of %d caught: %s%s", caught, made, qPrintable(kind), qPrintable(rest));
}

const naive::Rows &rows()
{
    static const naive::Rows read = naive::Rows::read(catalogFiles());
    return read;
}

bool notices(const SafetyTables &tables, const Probe &probe)
{
    return !naive::difference(probe.wanted, check(tables, probe.input)).isEmpty();
}

bool notices(const SafetyTables &tables, const QList<Probe> &probes)
{
    return std::any_of(probes.begin(), probes.end(), [&tables](const Probe &probe) { return notices(tables, probe); });
}

Probe probe(const CheckInput &input)
{
    return {input, naive::wanted(rows(), input)};
}

CheckInput lineOf(const QString &name, std::optional<qint64> mg, Route route, const QString &way)
{
    CheckInput input;
    input.lines = {{name, {}, mg ? std::optional(Mass::milligrams(*mg)) : std::nullopt, way}};
    input.route = route;
    input.patient.sex = Sex::Female;
    input.patient.age = 30;
    input.patient.pregnant = false;
    return input;
}

qint64 milligrams(const QJsonObject &row, const QString &key)
{
    return qRound64(row[key].toDouble() * 1000);
}

namespace {

/// One herb under @p name: both sides of its limits by every way of taking, without an amount, in pregnancy.
QList<CheckInput> questions(const QJsonObject &row, const QString &name)
{
    QList<CheckInput> asked;
    const QString own = row[u"dose_route"_qs].toString();
    QStringList ways = {QString(), u"冲服"_qs};
    if (own == u"泡服" || own == u"炖服" || own == u"吞服" || own == u"研末服")
        ways << own;
    QList<qint64> amounts;
    if (row[u"dose_max_g"_qs].isDouble()) {
        const qint64 least = milligrams(row, u"dose_min_g"_qs);
        const qint64 most = milligrams(row, u"dose_max_g"_qs);
        amounts = {least - 1, least, most, most + 1, 2 * most, 2 * most + 1};
    } else {
        amounts = {1000};
    }
    for (const qint64 mg : amounts) {
        for (const QString &way : std::as_const(ways))
            asked << lineOf(name, mg, Route::Decoction, way);
        for (const Route route : {Route::Granule, Route::Pill, Route::Powder, Route::External})
            asked << lineOf(name, mg, route);
        for (const Route route : {Route::Decoction, Route::Pill, Route::Powder}) {
            CheckInput twice = lineOf(name, mg, route);
            twice.timesPerDay = 2;
            asked << twice;
        }
    }
    for (const Route route : {Route::Decoction, Route::Pill, Route::External}) {
        asked << lineOf(name, {}, route);
        asked << lineOf(name, {}, route);
        asked.last().patient.pregnant = true;
    }
    return asked;
}

} // namespace

const QList<Probe> &probesOf(const QString &herb)
{
    static QHash<QString, QList<Probe>> known;
    QList<Probe> &probes = known[herb];
    if (probes.isEmpty()) {
        const QJsonObject row = rows().herbs.value(herb);
        for (const CheckInput &input : questions(row, row[u"name_zh"_qs].toString()))
            probes << probe(input);
    }
    return probes;
}

QByteArray bytesOf(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QJsonArray &herbRows()
{
    static const QJsonArray read = QJsonDocument::fromJson(catalogBytes(u"herbs.json"_qs)).array();
    return read;
}

Result<SafetyTables> withHerbs(const QByteArray &herbs, const QByteArray &names)
{
    auto catalog = HerbCatalog::fromJson(herbs, names, QByteArrayLiteral("[]"));
    if (!catalog)
        return catalog.error();
    return SafetyTables{*catalog, tables().pairs, tables().allergens, tables().severities};
}
Tally &of(QMap<QString, Tally> &tallies, const QString &kind)
{
    Tally &tally = tallies[kind];
    tally.kind = kind;
    return tally;
}

void judge(const QMap<QString, Tally> &tallies, int atLeast)
{
    int made = 0;
    QStringList lost;
    for (const Tally &tally : tallies) {
        tally.print();
        made += tally.made;
        lost << tally.lost;
    }
    QVERIFY2(lost.isEmpty(), qPrintable(u"%1 not noticed: "_qs.arg(lost.size()) + lost.mid(0, 40).join(u"; "_qs)));
    QVERIFY2(made >= atLeast, qPrintable(QString::number(made)));
}

QList<const CorpusCase *> casesWith(const QString &start, const QSet<QString> &herbs)
{
    QList<const CorpusCase *> found;
    for (const CorpusCase &one : corpus()) {
        const bool kind =
            start.isEmpty() || std::any_of(one.findings.begin(), one.findings.end(),
                                           [&start](const QString &finding) { return finding.startsWith(start); });
        QSet<QString> known;
        for (const CheckLine &line : one.input.lines)
            known << rows().names.value(line.name);
        if (kind && known.contains(herbs))
            found << &one;
    }
    return found;
}

bool corpusNotices(const SafetyTables &tables, const QList<const CorpusCase *> &cases)
{
    return std::any_of(cases.begin(), cases.end(),
                       [&tables](const CorpusCase *one) { return !differences(tables, *one).isEmpty(); });
}

} // namespace xinglin::safety
