#include "app/cli/changes.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"
#include "store/registry.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Log)
};

constexpr int MostRecords = 1'000'000;

struct Shown
{
    store::RecordSummary record;
    QString user;
};

QJsonObject toJson(const Shown &shown)
{
    const store::RecordSummary &record = shown.record;
    QJsonArray rows;
    for (const auto &[table, row] : record.rows)
        rows << QJsonObject{{QStringLiteral("table"), QString::fromUtf8(table)},
                            {QStringLiteral("id"), row.toString()}};
    QJsonObject object{{QStringLiteral("record"), textOf(record.version)},
                       {QStringLiteral("time"), isoText(record.at)},
                       {QStringLiteral("user"), shown.user.isEmpty() ? QJsonValue() : QJsonValue(shown.user)},
                       {QStringLiteral("act"), QString::fromUtf8(record.act)},
                       {QStringLiteral("rows"), rows},
                       {QStringLiteral("hash"), QString::fromLatin1(record.hash.toHex())}};
    if (record.cause)
        object.insert(QStringLiteral("cause"),
                      QJsonObject{{QStringLiteral("kind"), QString::fromUtf8(record.cause->kind)},
                                  {QStringLiteral("of"), QString::fromLatin1(record.cause->of.toHex())}});
    return object;
}

/// "patient 1, patient_phone 2"
QString rowsInWords(const store::RecordSummary &record)
{
    QMap<QByteArray, int> counts;
    for (const auto &[table, row] : record.rows)
        ++counts[table];
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts << QStringLiteral("%1 %2").arg(QString::fromUtf8(it.key())).arg(it.value());
    return parts.join(QStringLiteral(", "));
}

Result<QList<Shown>> recordsOf(const store::Snapshot &view, std::optional<Instant> since, const QByteArray &table,
                               int limit)
{
    if (auto refused = access::require(view, access::Permission::ReadHistory))
        return *refused;
    if (!table.isEmpty() && !view.registry().table(table))
        return Error{Code::NotFound, Tr::tr("There is no table %1.").arg(QString::fromUtf8(table)), {}, {}};
    const People people(view);
    QList<Shown> shown;
    for (const store::RecordSummary &record : store::records(view, since, table, limit))
        shown.append({record, people.nameOf(record.user)});
    view.audit({"log.read", {}, {}, {}, "ok", QString::number(shown.size())});
    return shown;
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    std::optional<Instant> since;
    if (const auto typed = call.arguments.value(QStringLiteral("since"))) {
        since = instantFromText(*typed, around.zone, false);
        if (!since)
            return call.refuse(Exit::WrongUse, wrongTime(*typed));
    }
    const auto limit = call.arguments.number(QStringLiteral("limit"), MostRecords, 1, MostRecords);
    if (!limit)
        return call.refuse(Exit::WrongUse, limit.error().message);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto records = read(*session, [&](const store::Snapshot &view) {
        return recordsOf(view, since, call.arguments.value(QStringLiteral("table")).value_or(QString()).toUtf8(),
                         static_cast<int>(*limit));
    });
    if (!records)
        return call.refuse(records.error());
    if (!call.output.isJson()) {
        QList<QStringList> rows;
        for (const auto &[record, user] : *records)
            rows.append(
                {isoText(record.at), user, QString::fromUtf8(record.act), textOf(record.version), rowsInWords(record)});
        call.output.table({Tr::tr("Time"), Tr::tr("User"), Tr::tr("Act"), Tr::tr("Record"), Tr::tr("Rows")}, rows);
        return Exit::Done;
    }
    QJsonArray array;
    for (const Shown &shown : *records) {
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(toJson(shown));
        else
            array << toJson(shown);
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json({{QStringLiteral("records"), array}});
    return Exit::Done;
}

} // namespace

Command logCommand()
{
    return {{QStringLiteral("log")},
            Tr::tr("Records of the change log, the oldest first."),
            {},
            {{QStringLiteral("since"), QStringLiteral("TIME"), Tr::tr("From then on: 2026-03-12 or 2026-03-12T10:30.")},
             {QStringLiteral("table"), QStringLiteral("T"), Tr::tr("Only records that touch this table.")},
             {QStringLiteral("limit"), QStringLiteral("N"), Tr::tr("At most so many.")}},
            {},
            run};
}

} // namespace xinglin::cli
