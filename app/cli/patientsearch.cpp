#include "app/cli/opening.h"
#include "app/cli/patientjson.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::PatientSearch)
};

void showJson(Output &output, const QList<PatientHit> &hits, double ms)
{
    QJsonArray patients;
    for (const PatientHit &hit : hits) {
        if (output.form() == Output::Form::JsonLines)
            output.json(toJson(hit));
        else
            patients << toJson(hit);
    }
    if (output.form() == Output::Form::Json)
        output.json({{QStringLiteral("patients"), patients}, {QStringLiteral("ms"), ms}});
}

void showWords(Output &output, const QList<PatientHit> &hits)
{
    QList<QStringList> rows;
    for (const PatientHit &hit : hits)
        rows.append({hit.number, hit.name, sexInWords(hit.sex), hit.birthDate ? hit.birthDate->toText() : QString(),
                     hit.phone, hit.lastVisit ? hit.lastVisit->toString(Qt::ISODate) : QString()});
    output.table(
        {Tr::tr("Number"), Tr::tr("Name"), Tr::tr("Sex"), Tr::tr("Born"), Tr::tr("Telephone"), Tr::tr("Last visit")},
        rows);
}

Exit run(const Call &call)
{
    const auto limit = call.arguments.number(QStringLiteral("limit"), 50, 1, 1000);
    if (!limit)
        return call.refuse(Exit::WrongUse, limit.error().message);
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const QString text = call.arguments.operands().constFirst();
    double ms = 0;
    const auto hits = read(*session, [&](const store::Snapshot &view) {
        QElapsedTimer timer;
        timer.start();
        auto found = patient::search(view, text, static_cast<int>(*limit));
        ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (found)
            patient::noteSearch(view, text, found->size());
        return found;
    });
    if (!hits)
        return call.refuse(hits.error());
    if (call.output.isJson())
        showJson(call.output, *hits, ms);
    else if (hits->isEmpty())
        Output::say(Tr::tr("Nobody was found."));
    else
        showWords(call.output, *hits);
    return Exit::Done;
}

} // namespace

Command patientSearchCommand()
{
    return {{QStringLiteral("patient"), QStringLiteral("search")},
            Tr::tr("Find patients, the best first."),
            {{QStringLiteral("TEXT"),
              Tr::tr("Part of a name, pinyin, initials, part of a telephone, tail of an ID number, or a number.")}},
            {{QStringLiteral("limit"), QStringLiteral("N"), Tr::tr("At most so many (default 50).")}},
            {},
            run};
}

} // namespace xinglin::cli
