#include "clinic/changesofqueue.h"

#include "clinic/changewords.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

QString textOf(const store::Value &value)
{
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

QString stageLine(const QString &from, const QString &to, const QString &number, const QString &with)
{
    if (to == u"in-consultation")
        return with.isEmpty() ? Tr::tr("Number %1 called in.").arg(number)
                              : Tr::tr("Number %1 called in to %2.").arg(number, with);
    if (to == u"done")
        return Tr::tr("Consultation of number %1 ended.").arg(number);
    if (to == u"left")
        return Tr::tr("Number %1 left without having been seen.").arg(number);
    if (to == u"entered-in-error")
        return Tr::tr("Number %1 taken out of the queue.").arg(number);
    return from == u"entered-in-error" ? Tr::tr("Number %1 is in the queue again.").arg(number)
                                       : Tr::tr("Number %1 waits again.").arg(number);
}

QString priorityText(const QString &priority)
{
    return priority == u"urgent" ? Tr::tr("urgent") : priority == u"priority" ? Tr::tr("priority") : Tr::tr("in turn");
}

} // namespace

QStringList queueSentences(const store::Snapshot &view, const Uuid &row, bool isNew,
                           const QMap<QByteArray, store::ColumnChange> &columns)
{
    store::Query found = view.sql("SELECT t.patient_id, q.number, s.name, r.name FROM queue_ticket t"
                                  " JOIN healthcare_service s ON s.id = t.service_id"
                                  " LEFT JOIN queue_number q ON q.ticket_id = t.id"
                                  " LEFT JOIN resource r ON r.id = t.with_id WHERE t.id = ?1");
    if (!found.bind(row).next() || !patient::canonical(view, found.get<PatientId>(0)))
        return {};
    const QString number = QString::number(found.get<std::optional<int>>(1).value_or(0));
    if (isNew)
        return {Tr::tr("Came and waits under number %1: %2.").arg(number, found.get<QString>(2))};
    const bool skipped = columns.contains("skips");
    const auto stage = columns.constFind("stage");
    QStringList lines;
    if (skipped && (stage == columns.cend() || textOf(stage->to) == u"waiting"))
        lines << Tr::tr("Number %1 was called and not there.").arg(number);
    else if (stage != columns.cend())
        lines << stageLine(textOf(stage->from), textOf(stage->to), number, found.get<QString>(3));
    else if (columns.contains("called_ms"))
        lines << Tr::tr("Number %1 called once more.").arg(number);
    if (const auto priority = columns.constFind("priority"); priority != columns.cend())
        lines << fieldSentence(Tr::tr("Priority of number %1").arg(number), priorityText(textOf(priority->from)),
                               priorityText(textOf(priority->to)));
    return lines;
}

} // namespace xinglin::changes
