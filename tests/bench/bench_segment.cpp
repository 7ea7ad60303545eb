// How long counting and listing the patients of a segment take, beside counting all of them. Fails only on wrong
// results.
#include "bench/expect.h"
#include "bench/grownclinic.h"
#include "bench/report.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/segments.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;
using namespace xinglin::segments;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
};
constexpr Tier tiers[] = {{"S", 20'000}, {"M", 200'000}, {"L", 1'000'000}};

struct Question
{
    QString name;
    Definition definition;
};

Definition all(const QList<Condition> &conditions)
{
    return {{Group::Join::All, conditions, {}}};
}

QList<Question> questions()
{
    return {
        {QStringLiteral("stage dormant"),
         all({{Field::Stage, Operator::AnyOf, QStringList{QStringLiteral("dormant")}}})},
        {QStringLiteral("women from 60 years on, seen in the last year"),
         all({{Field::Sex, Operator::AnyOf, QStringList{QStringLiteral("female")}},
              {Field::Age, Operator::AtLeast, qint64(60)},
              {Field::LastVisit, Operator::WithinDays, qint64(365)}})},
        {QStringLiteral("birthday in the next week"), all({{Field::Birthday, Operator::NextDays, qint64(7)}})},
        {QStringLiteral("no allergy known"), all({{Field::Allergy, Operator::Unknown, {}}})},
        {QStringLiteral("a constitution was never assessed"), all({{Field::Constitution, Operator::Unknown, {}}})},
        {QStringLiteral("a herb prescribed"),
         all({{Field::Herb, Operator::AnyOf, QStringList{QStringLiteral("huang-qi")}}})},
        {QStringLiteral("nobody"), all({{Field::Name, Operator::Contains, QStringLiteral("查无此人")}})},
    };
}

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

template <class F>
QList<qint64> timed(const access::Session &session, int rounds, F f)
{
    QList<qint64> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer watch;
        watch.start();
        const auto view = session.store->snapshot(session.actor);
        view->connection().setInterrupt([] { return false; }); // as a screen asks
        f(*view);
        times << watch.nsecsElapsed();
    }
    return times;
}

/// Every patient is in one stage, and every page holds what the count counts.
void check(const store::Snapshot &view)
{
    qint64 together = 0;
    for (const QString &code : rowOf(Field::Stage).choices)
        together += expect(segment::count(view, all({{Field::Stage, Operator::AnyOf, QStringList{code}}})));
    if (together != expect(patient::count(view)))
        throw store::Failure(Code::Broken, QStringLiteral("The stages do not make up all patients."), {});
    for (const Question &one : questions()) {
        const qint64 people = expect(segment::count(view, one.definition));
        const auto page = expect(segment::page(view, one.definition, {}, 50));
        if (page.hits.size() != std::min<qint64>(people, 50))
            throw store::Failure(Code::Broken, QStringLiteral("List and count differ: %1").arg(one.name), {});
    }
}

Report measure(const access::Session &session, const QString &tier, int rounds)
{
    Report report;
    report.bench = QStringLiteral("segment");
    report.tier = tier;
    report.machine = describeMachine({}, {});
    report.baseline = {QStringLiteral("SELECT count(*) FROM patient_rank, the same store, the same snapshot.")};
    const auto base = timed(session, rounds, [](const store::Snapshot &view) {
        access::allows(view, access::Permission::SearchPatients);
        store::Query all = view.sql("SELECT count(*) FROM patient_rank");
        all.next();
    });
    report.rows << timeRow(QStringLiteral("count of all"), {}, base);
    const double against = spreadOf(base).p50;
    for (const Question &one : questions()) {
        qint64 people = 0;
        const auto counted = timed(session, rounds, [&](const store::Snapshot &view) {
            people = expect(segment::count(view, one.definition));
        });
        const auto listed =
            timed(session, rounds, [&](const store::Snapshot &view) { expect(segment::page(view, one.definition)); });
        Row row = timeRow(QStringLiteral("count: %1 (%2)").arg(one.name).arg(people), {}, counted);
        row.ratio = row.spread.p50 / against;
        row.against = QStringLiteral("count of all (p50)");
        report.rows.append(row);
        report.rows << timeRow(QStringLiteral("first page of it"), {}, listed);
    }
    return report;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times segments of the patients of a grown clinic."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("tier"), QStringLiteral("S, M or L: 20 000, 200 000 or 1 000 000 patients."),
         QStringLiteral("tier"), QStringLiteral("S")},
        {QStringLiteral("rounds"), QStringLiteral("How often each is asked."), QStringLiteral("n"),
         QStringLiteral("9")},
        {QStringLiteral("charts"), QStringLiteral("Visits with notes, one in three with herbs.")},
        {QStringLiteral("cache"), QStringLiteral("Where grown clinics are kept."), QStringLiteral("folder"),
         QStringLiteral(XINGLIN_BENCH_CACHE)},
    });
    parser.process(program);
    const QString tier = parser.value(QStringLiteral("tier"));
    const auto known = std::find_if(std::begin(tiers), std::end(tiers),
                                    [&](const Tier &one) { return tier == QLatin1String(one.name); });
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    if (known == std::end(tiers) || rounds < 1)
        parser.showHelp(2);
    try {
        Growth growth;
        growth.patients = known->patients;
        growth.visits = known->patients;
        growth.charts = parser.isSet(QStringLiteral("charts"));
        GrownClinic clinic(parser.value(QStringLiteral("cache")), growth);
        const access::Session session = clinic.open(say);
        check(*session.store->snapshot(session.actor));
        QTextStream(stdout) << measure(session, tier, rounds).toText() << Qt::endl;
    } catch (const store::Failure &failure) {
        say(failure.error().message + QLatin1Char(' ') + failure.error().detail);
        return 1;
    }
    return 0;
}
