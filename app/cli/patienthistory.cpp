#include "clinic/patient/patienthistory.h"

#include "app/cli/changes.h"
#include "app/cli/opening.h"
#include "app/cli/times.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PatientHistory)
};

struct Shown
{
    store::ColumnChange change;
    QString user;
};

Result<QList<Shown>> changesOf(const store::Snapshot &view, const QString &reference)
{
    const auto patient = patient::findByReference(view, reference);
    if (!patient)
        return patient.error();
    const auto changes = patient::history(view, patient->id);
    if (!changes)
        return changes.error();
    const People people(view);
    QList<Shown> shown;
    for (const store::ColumnChange &change : *changes)
        shown.append({change, people.nameOf(change.user)});
    return shown;
}

QJsonObject toJson(const Shown &shown)
{
    const store::ColumnChange &change = shown.change;
    return {{QStringLiteral("time"), isoText(change.at)},
            {QStringLiteral("user"), shown.user.isEmpty() ? QJsonValue() : QJsonValue(shown.user)},
            {QStringLiteral("reason"), change.reason.isEmpty() ? QJsonValue() : QJsonValue(change.reason)},
            {QStringLiteral("act"), QString::fromUtf8(change.act)},
            {QStringLiteral("table"), QString::fromUtf8(change.table)},
            {QStringLiteral("row"), change.row.toString()},
            {QStringLiteral("column"), QString::fromUtf8(change.column)},
            {QStringLiteral("from"), change.isNew ? QJsonValue() : jsonOf(change.from)},
            {QStringLiteral("to"), jsonOf(change.to)},
            {QStringLiteral("record"), textOf(change.version)}};
}

void showWords(Output &output, const QList<Shown> &changes)
{
    QList<QStringList> rows;
    for (const auto &[change, user] : changes)
        rows.append({isoText(change.at), user, QString::fromUtf8(change.act),
                     QString::fromUtf8(change.table + '.' + change.column),
                     change.isNew ? QString() : wordOf(change.from), wordOf(change.to)});
    output.table({Tr::tr("Time"), Tr::tr("User"), Tr::tr("Act"), Tr::tr("Field"), Tr::tr("Before"), Tr::tr("After")},
                 rows);
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto changes = read(
        *session, [&](const store::Snapshot &view) { return changesOf(view, call.arguments.operands().constFirst()); });
    if (!changes)
        return call.refuse(changes.error());
    QJsonArray array;
    for (const Shown &shown : *changes) {
        if (call.output.form() == Output::Form::JsonLines)
            call.output.json(toJson(shown));
        else
            array << toJson(shown);
    }
    if (call.output.form() == Output::Form::Json)
        call.output.json({{QStringLiteral("changes"), array}});
    else if (!call.output.isJson())
        showWords(call.output, *changes);
    return Exit::Done;
}

} // namespace

Command patientHistoryCommand()
{
    return {{QStringLiteral("patient"), QStringLiteral("history")},
            Tr::tr("Every change of a patient's data that you may see, the oldest first."),
            {{QStringLiteral("ID"), Tr::tr("Number, old number or id.")}},
            {},
            {},
            run};
}

} // namespace xinglin::cli
