#include "clinic/prescription/medicineorders.h"

#include "access/permission.h"
#include "clinic/patient/patientrows.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace xinglin {

QString toText(MedicineForm form)
{
    return form == MedicineForm::Granule ? QStringLiteral("granule") : QStringLiteral("patent");
}

std::optional<MedicineForm> medicineFormFrom(const QString &text)
{
    for (const MedicineForm form : {MedicineForm::Patent, MedicineForm::Granule}) {
        if (toText(form) == text)
            return form;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::medicineorder {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::medicineorder)
};

using patient::orNull;

constexpr qsizetype mostOrders = 20;
constexpr qsizetype mostWords = 200;

} // namespace

std::optional<Error> problem(const QList<MedicineOrder> &orders, bool toSign)
{
    qsizetype patent = 0;
    for (qsizetype i = 0; i < orders.size(); ++i) {
        const MedicineOrder &one = orders.at(i);
        const auto refuse = [&](const char *what, const QString &message) {
            return Error{
                Code::Invalid, message, QStringLiteral("medicines[%1].%2").arg(i).arg(QLatin1String(what)), {}};
        };
        if (toSign && one.name.trimmed().isEmpty())
            return refuse("name", Tr::tr("A medicine has no name."));
        for (const QString &words : {one.name, one.dose, one.quantity, one.instructions}) {
            if (words.size() > mostWords)
                return refuse("name", Tr::tr("%1: this is too long.").arg(one.name.left(40)));
        }
        if (toSign && one.dose.trimmed().isEmpty())
            return refuse("dose", Tr::tr("%1: say how much is taken at a time.").arg(one.name));
        if (one.timesPerDay < 1 || one.timesPerDay > 24)
            return refuse("times", Tr::tr("%1: times a day are between 1 and 24.").arg(one.name));
        if (one.days < 1 || one.days > 180)
            return refuse("days", Tr::tr("%1: days are between 1 and 180.").arg(one.name));
        patent += one.form == MedicineForm::Patent;
        if (i >= mostOrders || (toSign && patent > mostPatent))
            return refuse("name", Tr::tr("A prescription names at most %n patent medicine(s).", nullptr, mostPatent));
    }
    return std::nullopt;
}

QString inWords(const MedicineOrder &order)
{
    QStringList words{QStringList{order.name, order.dose}.join(u' ').trimmed()};
    words << Tr::tr("%n time(s) a day", nullptr, order.timesPerDay) << Tr::tr("%n day(s)", nullptr, order.days);
    if (!order.quantity.isEmpty())
        words << order.quantity;
    if (!order.instructions.isEmpty())
        words << order.instructions;
    return words.join(Tr::tr(", ", "between parts of an order"));
}

QStringList allergensNamed(const MedicineOrder &order, const QStringList &allergies)
{
    const QString name = order.name.trimmed();
    QStringList found;
    for (const QString &allergy : allergies) {
        const QString substance = allergy.trimmed();
        if (name.size() > 1 && substance.size() > 1 &&
            (name.contains(substance, Qt::CaseInsensitive) || substance.contains(name, Qt::CaseInsensitive)))
            found << substance;
    }
    return found;
}

void write(store::Transaction &tx, RevisionId revision, const QString &number, const QList<MedicineOrder> &orders)
{
    int rank = 0;
    for (const MedicineOrder &one : orders)
        tx.sql("INSERT INTO medicine_order(id, revision_id, rank, number, form, name, dose, times_per_day, days,"
               " quantity, instructions) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
            .bind(tx.newUuid(), revision, ++rank, number.isEmpty() ? QStringLiteral("") : number, toText(one.form),
                  orNull(one.name), orNull(one.dose), one.timesPerDay, one.days, orNull(one.quantity),
                  orNull(one.instructions))
            .run();
}

Result<QList<MedicineOrder>> known(const store::Snapshot &view)
{
    if (auto refused = access::require(view, access::Permission::WritePrescriptions))
        return *refused;
    store::Query rows = view.sql("SELECT form, name, dose, times_per_day, days, quantity, instructions"
                                 " FROM medicine_order WHERE number <> '' ORDER BY n DESC LIMIT 500");
    QList<MedicineOrder> found;
    QSet<QString> names;
    while (rows.next()) {
        const MedicineOrder one{medicineFormFrom(rows.get<QString>(0)).value_or(MedicineForm::Patent),
                                rows.get<QString>(1),
                                rows.get<QString>(2),
                                rows.get<int>(3),
                                rows.get<int>(4),
                                rows.get<QString>(5),
                                rows.get<QString>(6)};
        if (!names.contains(one.name))
            found << one;
        names.insert(one.name);
    }
    return found;
}

Orders ofRevision(const store::Snapshot &view, RevisionId revision)
{
    store::Query rows = view.sql("SELECT rank, number, form, name, dose, times_per_day, days, quantity, instructions"
                                 " FROM medicine_order WHERE revision_id = ?1");
    rows.bind(revision);
    Orders found;
    QList<std::pair<int, MedicineOrder>> ranked; // sorted here: where SQLite sorts, it copies every row
    while (rows.next()) {
        found.number = rows.get<QString>(1);
        ranked.append(
            {rows.get<int>(0),
             {medicineFormFrom(rows.get<QString>(2)).value_or(MedicineForm::Patent), rows.get<QString>(3),
              rows.get<QString>(4), rows.get<int>(5), rows.get<int>(6), rows.get<QString>(7), rows.get<QString>(8)}});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    for (const auto &[rank, order] : std::as_const(ranked))
        found.orders << order;
    return found;
}

} // namespace xinglin::medicineorder
