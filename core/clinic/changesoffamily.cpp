#include "clinic/changesoffamily.h"

#include "clinic/patient/kinship.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

} // namespace

QString nameOfPatient(const store::Snapshot &view, const store::Value &id)
{
    const auto *bytes = std::get_if<QByteArray>(&id);
    const auto known = bytes ? PatientId::fromBytes(*bytes) : std::nullopt;
    if (!known || !access::allows(view, access::Permission::SearchPatients))
        return {};
    const auto patient = patient::findPlain(view, *known);
    return patient ? patient->name : QString();
}

QStringList relationLines(const store::Snapshot &view, const Uuid &row, const QString &status)
{
    store::Query query =
        view.sql("SELECT patient_id, relative_id, relationship, name, guardian FROM related_person WHERE id = ?1");
    if (!query.bind(row).next())
        return {};
    const QString whose = nameOfPatient(view, query.value(0));
    const QString who = query.isNull(1) ? query.get<QString>(3) : nameOfPatient(view, query.value(1));
    if (whose.isEmpty() || who.isEmpty())
        return {};
    const QString word = kinship::nameOf(query.get<QString>(2));
    if (status.isEmpty())
        return {(query.get<bool>(4) ? Tr::tr("Family of %1: %2 recorded as %3 and guardian.")
                                    : Tr::tr("Family of %1: %2 recorded as %3."))
                    .arg(whose, who, word)};
    return {(status == u"entered-in-error" ? Tr::tr("Family of %1: %2 (%3) marked as entered in error.")
             : status == u"ended"          ? Tr::tr("Family of %1: %2 (%3) is related no more.")
                                           : Tr::tr("Family of %1: %2 (%3) is related again."))
                .arg(whose, who, word)};
}

QStringList tagLines(const store::Snapshot &view, const Uuid &row, bool ended)
{
    store::Query query = view.sql("SELECT t.name FROM patient_tag g JOIN tag t ON t.id = g.tag_id WHERE g.id = ?1");
    if (!query.bind(row).next())
        return {};
    return {(ended ? Tr::tr("Tag \"%1\" taken away.") : Tr::tr("Tag \"%1\" given.")).arg(query.get<QString>(0))};
}

} // namespace xinglin::changes
