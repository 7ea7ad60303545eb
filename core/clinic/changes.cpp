#include "clinic/changes.h"

#include "base/text/daywords.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/changesofcontacts.h"
#include "clinic/changesoffamily.h"
#include "clinic/changesofqueue.h"
#include "clinic/changesofschedule.h"
#include "clinic/changewords.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/medicineorders.h"
#include "clinic/record/familyhistory.h"
#include "clinic/rowsofpatient.h"
#include "clinic/takebackofschedule.h"
#include "clinic/treatment/treatmentrows.h"
#include "clinic/treatment/treatmentwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

using access::Permission;
using store::ColumnChange;

constexpr const char *narratives[] = {"complaint", "history", "inspection", "listening", "advice", "note"};

/// The changes of one row in one record, by column.
struct Row
{
    QByteArray table;
    Uuid id{Uuid::Bytes{}};
    bool isNew = false;
    QMap<QByteArray, ColumnChange> columns;
    QStringList order;

    QString to(const char *column) const { return text(columns.value(column).to); }
    bool has(const char *column) const { return columns.contains(column); }
    bool isOn(const char *column) const
    {
        const store::Value value = columns.value(column).to;
        return std::holds_alternative<qint64>(value) && std::get<qint64>(value) != 0;
    }
    static QString text(const store::Value &value)
    {
        return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
    }
};

QList<Row> rowsOf(const store::RecordChanges &record)
{
    QList<Row> rows;
    for (const ColumnChange &change : record.changes) {
        if (rows.isEmpty() || rows.last().id != change.row || rows.last().table != change.table)
            rows << Row{change.table, change.row, change.isNew, {}, {}};
        rows.last().columns.insert(change.column, change);
        rows.last().order << QString::fromLatin1(change.column);
    }
    return rows;
}

QString inBrackets(const QString &word, const QString &more)
{
    return more.isEmpty() ? word : Tr::tr("%1 (%2)").arg(word, more);
}

/// A column of a row that is not part of the change, such as what an allergy was to.
QString stored(const store::Snapshot &view, const char *sql, const Uuid &row)
{
    store::Query query = view.sql(sql);
    return query.bind(row).next() ? query.get<QString>(0) : QString();
}

QString dayText(qint64 day)
{
    return dayInWords(QDate(1970, 1, 1).addDays(day));
}

QString dayOfVisit(const store::Snapshot &view, const Uuid &visit)
{
    store::Query query = view.sql("SELECT day FROM visit WHERE id = ?1");
    return query.bind(visit).next() ? dayText(query.get<qint64>(0)) : QString();
}

/// Whether the reader may read what was written about this patient.
bool isShared(const store::Snapshot &view, const Uuid &patient, Permission permission = Permission::ReadNarrative)
{
    const auto kept = patient::canonical(view, PatientId(patient));
    return kept && patient::sharesWith(view, permission, *kept);
}

QStringList fieldLines(const store::Snapshot &view, const Row &row)
{
    const bool full = row.table != "patient" || access::allows(view, Permission::ReadIdentifiers);
    QStringList lines;
    for (const QString &name : row.order) {
        const ColumnChange &change = *row.columns.constFind(name.toLatin1());
        const QString field = fieldName(row.table, change.column);
        if (field.isEmpty() || (row.table == "patient" && change.column == "note" && !isShared(view, row.id)))
            continue;
        QString from = valueText(change.column, change.from, view.zone());
        QString to = valueText(change.column, change.to, view.zone());
        if (change.column == "referred_by_id") {
            from = nameOfPatient(view, change.from);
            to = nameOfPatient(view, change.to);
        }
        if (!full) {
            from = maskedText(change.column, from);
            to = maskedText(change.column, to);
        }
        // Of a new row, a tick that is not set says nothing.
        const auto *flag = std::get_if<qint64>(&change.to);
        if ((from.isEmpty() && to.isEmpty()) || (row.isNew && flag != nullptr && *flag == 0))
            continue;
        lines << fieldSentence(field, from, to);
    }
    return lines;
}

QStringList patientLines(const store::Snapshot &view, Row row)
{
    QStringList lines;
    if (row.isNew) {
        lines << Tr::tr("%1 registered under the number %2.").arg(row.to("name"), row.to("number"));
        row.order.removeAll(QStringLiteral("name"));
        row.order.removeAll(QStringLiteral("number"));
    } else if (row.has("restricted")) {
        lines << (row.isOn("restricted") ? Tr::tr("The record was restricted.")
                                         : Tr::tr("The restriction of the record was lifted."));
        row.order.removeAll(QStringLiteral("restricted"));
    }
    if (row.has("merged_into_id") && !row.isNew)
        lines << (std::holds_alternative<std::monostate>(row.columns.value("merged_into_id").to)
                      ? Tr::tr("The merge with another record was undone.")
                      : Tr::tr("The record was merged into another one."));
    return lines + fieldLines(view, row);
}

QStringList phoneLines(const store::Snapshot &view, const Row &row)
{
    if (row.isNew)
        return {Tr::tr("Further telephone added: %1.").arg(inBrackets(row.to("phone"), row.to("whose")))};
    if (!row.has("ended"))
        return fieldLines(view, row);
    const QString phone = stored(view, "SELECT phone FROM patient_phone WHERE id = ?1", row.id);
    return {
        (row.isOn("ended") ? Tr::tr("Further telephone removed: %1.") : Tr::tr("Further telephone brought back: %1."))
            .arg(phone)};
}

QStringList allergyLines(const store::Snapshot &view, const Row &row)
{
    if (row.isNew)
        return {Tr::tr("Allergy recorded: %1.").arg(inBrackets(row.to("substance"), row.to("reaction")))};
    if (!row.has("verification"))
        return fieldLines(view, row);
    const QString substance = stored(view, "SELECT substance FROM allergy WHERE id = ?1", row.id);
    return {(row.to("verification") == u"entered-in-error" ? Tr::tr("Allergy marked as entered in error: %1.")
                                                           : Tr::tr("Allergy stands again: %1."))
                .arg(substance)};
}

QStringList medicineLines(const store::Snapshot &view, const Row &row)
{
    if (row.isNew)
        return {Tr::tr("Medicine recorded: %1.").arg(inBrackets(row.to("medicine"), row.to("dosage")))};
    if (!row.has("status"))
        return fieldLines(view, row);
    const QString medicine = stored(view, "SELECT medicine FROM medication_statement WHERE id = ?1", row.id);
    const QString status = row.to("status");
    return {(status == u"entered-in-error" ? Tr::tr("Medicine marked as entered in error: %1.")
             : status == u"stopped"        ? Tr::tr("Medicine stopped: %1.")
                                           : Tr::tr("Medicine taken again: %1."))
                .arg(medicine)};
}

QStringList pregnancyLines(const Row &row)
{
    if (!row.has("pregnant") && !row.has("lactating"))
        return {Tr::tr("Pregnancy set to \"not asked\".")};
    if (row.isOn("pregnant"))
        return {Tr::tr("Recorded as pregnant.")};
    if (row.isOn("lactating"))
        return {Tr::tr("Recorded as breast-feeding.")};
    return {Tr::tr("Recorded as not pregnant.")};
}

QStringList conditionLines(const store::Snapshot &view, const Row &row)
{
    store::Query query = view.sql("SELECT display, onset, patient_id FROM condition WHERE id = ?1");
    if (!query.bind(row.id).next() || !isShared(view, query.get<Uuid>(2)))
        return {};
    const QString name = query.get<QString>(0);
    if (row.isNew)
        return {Tr::tr("Problem recorded: %1.").arg(inBrackets(name, query.get<QString>(1)))};
    if (!row.has("clinical_status"))
        return {};
    const QString status = row.to("clinical_status");
    return {(status == u"entered-in-error" ? Tr::tr("Problem marked as entered in error: %1.")
             : status == u"resolved"       ? Tr::tr("Problem resolved: %1.")
                                           : Tr::tr("Problem active again: %1."))
                .arg(name)};
}

QStringList familyLines(const store::Snapshot &view, const Row &row)
{
    store::Query query =
        view.sql("SELECT display, relationship, onset_age, patient_id FROM family_history WHERE id = ?1");
    if (!query.bind(row.id).next() || !isShared(view, query.get<Uuid>(3)))
        return {};
    const auto kinship = familyhistory::kinshipFrom(query.get<QString>(1));
    const auto age = query.get<std::optional<qint64>>(2);
    const QString whom = kinship ? familyhistory::nameOf(*kinship) : query.get<QString>(1);
    const QString what = inBrackets(query.get<QString>(0), age ? Tr::tr("at %1").arg(*age) : QString());
    if (row.isNew)
        return {Tr::tr("Family history recorded: %1: %2.").arg(whom, what)};
    if (!row.has("status"))
        return {};
    return {(row.to("status") == u"entered-in-error" ? Tr::tr("Family history marked as entered in error: %1: %2.")
                                                     : Tr::tr("Family history stands again: %1: %2."))
                .arg(whom, what)};
}

QStringList certificateLines(const store::Snapshot &view, const Row &row)
{
    if (!row.isNew)
        return {}; // what replaces it says so
    store::Query days = view.sql("SELECT from_day, to_day FROM certificate WHERE id = ?1");
    if (!days.bind(row.id).next())
        return {};
    return {Tr::tr("Sick note issued from %1 to %2.").arg(dayText(days.get<qint64>(0)), dayText(days.get<qint64>(1)))};
}

QStringList attestationLines(const store::Snapshot &view, const Row &row)
{
    store::Query found = view.sql("SELECT u.name, a.remark, a.scope FROM attestation a"
                                  " LEFT JOIN user u ON u.id = a.attester_id WHERE a.id = ?1");
    if (!found.bind(row.id).next())
        return {};
    if (found.get<QString>(2) == u"prescription")
        return {Tr::tr("Prescription checked by %1.").arg(found.get<QString>(0))};
    if ((view.registry().group("narrative") & ~view.opened().read) != 0)
        return {}; // what was said of a note is for those who may read it
    const QString remark = found.get<QString>(1);
    return {remark.isEmpty() ? Tr::tr("Countersigned by %1.").arg(found.get<QString>(0))
                             : Tr::tr("Countersigned by %1: %2.").arg(found.get<QString>(0), remark)};
}

QStringList constitutionLines(const store::Snapshot &view, const Row &row)
{
    store::Query assessment = view.sql("SELECT form, day FROM constitution_assessment WHERE id = ?1");
    if (!assessment.bind(row.id).next())
        return {};
    const QString day = dayText(assessment.get<qint64>(1));
    if (!row.isNew)
        return {row.to("status") == u"entered-in-error"
                    ? Tr::tr("Constitution assessed on %1 marked as entered in error.").arg(day)
                    : Tr::tr("Constitution assessed on %1 stands again.").arg(day)};
    const constitution::Definition &definition = constitution::shipped();
    const constitution::Questionnaire *form = definition.find(assessment.get<QString>(0));
    const constitution::Words words = constitution::summary(
        definition, form ? form->form : constitution::Form::Standard, patient::constitutionScores(view, row.id));
    return {Tr::tr("Constitution assessed on %1: %2.").arg(day, words.in(QLocale().language() == QLocale::Chinese))};
}

QStringList attachmentLines(const store::Snapshot &view, const Row &row)
{
    store::Query query = view.sql("SELECT kind, title, patient_id FROM attachment WHERE id = ?1");
    if (!query.bind(row.id).next() || !isShared(view, query.get<Uuid>(2)))
        return {};
    const QString name = inBrackets(attachmentText(query.get<QString>(0)), query.get<QString>(1));
    if (row.isNew)
        return {Tr::tr("Attached: %1.").arg(name)};
    if (!row.has("status"))
        return fieldLines(view, row);
    return {(row.to("status") == u"entered-in-error" ? Tr::tr("Attached in error: %1.")
                                                     : Tr::tr("Attachment stands again: %1."))
                .arg(name)};
}

QStringList visitLines(const store::Snapshot &view, const Row &row)
{
    if (row.isNew) {
        const store::Value day = row.columns.value("day").to;
        return {Tr::tr("Visit of %1 begun.")
                    .arg(std::holds_alternative<qint64>(day) ? dayText(std::get<qint64>(day)) : QString())};
    }
    if (row.to("status") == u"entered-in-error")
        return {Tr::tr("Visit of %1 marked as entered in error.").arg(dayOfVisit(view, row.id))};
    return fieldLines(view, row);
}

QString diagnosesOf(const store::Snapshot &view, const Uuid &revision)
{
    store::Query rows = view.sql("SELECT display FROM diagnosis WHERE revision_id = ?1 ORDER BY rank");
    rows.bind(revision);
    QStringList names;
    while (rows.next())
        names << rows.get<QString>(0);
    return names.join(u'·');
}

/// Doses of a revision's herbs by name.
QMap<QString, QString> herbsOf(const store::Snapshot &view, const Uuid &revision)
{
    store::Query rows = view.sql("SELECT i.name, i.dose_mg FROM prescription p JOIN prescription_item i"
                                 " ON i.prescription_id = p.id WHERE p.revision_id = ?1");
    rows.bind(revision);
    QMap<QString, QString> herbs;
    while (rows.next()) {
        const auto dose = rows.get<std::optional<Mass>>(1);
        herbs.insert(rows.get<QString>(0), dose ? Tr::tr("%1 g").arg(dose->gramText()) : QString());
    }
    return herbs;
}

QStringList herbLines(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    QStringList lines;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const auto old = before.constFind(it.key());
        if (old == before.cend())
            lines << Tr::tr("Herb added: %1 %2.").arg(it.key(), it.value());
        else if (*old != it.value())
            lines << fieldSentence(it.key(), *old, it.value());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            lines << Tr::tr("Herb removed: %1 %2.").arg(it.key(), it.value());
    }
    return lines;
}

/// What a revision orders, each in words with how often, by its course.
QMap<QByteArray, QString> treatmentsOf(const store::Snapshot &view, const Uuid &revision)
{
    QMap<QByteArray, QString> found;
    for (const Treatment &one : treatment::readTreatments(view, RevisionId(revision))) {
        const QString often = treatment::howOften(one.content);
        const QString words = treatment::inWords(one.content);
        found.insert(one.course.toBytes(), often.isEmpty() ? words : Tr::tr("%1; %2").arg(words, often));
    }
    return found;
}

QStringList treatmentLines(const QMap<QByteArray, QString> &before, const QMap<QByteArray, QString> &after)
{
    QStringList lines;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const auto old = before.constFind(it.key());
        if (old == before.cend())
            lines << Tr::tr("Treatment ordered: %1.").arg(it.value());
        else if (*old != it.value())
            lines << fieldSentence(Tr::tr("Treatment"), *old, it.value());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            lines << Tr::tr("Treatment taken out: %1.").arg(it.value());
    }
    return lines;
}

QStringList sessionLines(const store::Snapshot &view, const Row &row)
{
    store::Query owner = view.sql("SELECT patient_id FROM treatment_session WHERE id = ?1");
    if (!owner.bind(row.id).next() || !isShared(view, owner.get<Uuid>(0), Permission::ReadTreatments))
        return {};
    const auto number = [&](const char *column) {
        const store::Value value = row.columns.value(column).to;
        return std::holds_alternative<qint64>(value) ? static_cast<int>(std::get<qint64>(value)) : 0;
    };
    const QString name =
        stored(view, "SELECT t.name FROM treatment_session s JOIN treatment t ON t.id = s.treatment_id WHERE s.id = ?1",
               row.id);
    if (row.isNew)
        return {Tr::tr("%1: session begun, %n needle(s) in.", nullptr, number("needles_in")).arg(name)};
    if (row.to("status") == u"entered-in-error")
        return {Tr::tr("%1: session marked as entered in error.").arg(name)};
    if (!row.has("needles_out"))
        return {};
    const QString out = row.to("status") == u"stopped"
                            ? Tr::tr("%1: session broken off, %n needle(s) out.", nullptr, number("needles_out"))
                            : Tr::tr("%1: session ended, %n needle(s) out.", nullptr, number("needles_out"));
    const QString reason = row.to("needles_reason");
    return reason.isEmpty() ? QStringList{out.arg(name)}
                            : QStringList{out.arg(name), Tr::tr("Needles did not agree: %1.").arg(reason)};
}

QString medicinesOf(const store::Snapshot &view, const Uuid &revision)
{
    QStringList words;
    for (const MedicineOrder &one : medicineorder::ofRevision(view, RevisionId(revision)).orders)
        words << medicineorder::inWords(one);
    return words.join(u'\n');
}

QStringList revisionLines(const store::Snapshot &view, const Row &row)
{
    store::Query owner = view.sql("SELECT v.patient_id FROM visit_revision r JOIN visit v ON v.id = r.visit_id"
                                  " WHERE r.id = ?1");
    if (!owner.bind(row.id).next())
        return {};
    const auto patient = owner.get<Uuid>(0);
    if (!isShared(view, patient))
        return {};
    store::Query revision = view.sql("SELECT visit_id, parent_id, number, status, complaint, history, inspection,"
                                     " listening, advice, note FROM visit_revision WHERE id = ?1");
    if (!revision.bind(row.id).next())
        return {};
    const QString day = dayOfVisit(view, revision.get<Uuid>(0));
    const QString status = revision.get<QString>(3);
    QStringList lines{(status == u"final"              ? Tr::tr("Visit of %1 signed.")
                       : status == u"amended"          ? Tr::tr("Visit of %1 amended and signed again.")
                       : status == u"entered-in-error" ? Tr::tr("Visit of %1 marked as entered in error.")
                       : revision.get<int>(2) > 1      ? Tr::tr("Visit of %1 saved again, not signed.")
                                                       : Tr::tr("Visit of %1 saved, not signed."))
                          .arg(day)};
    const auto parent = revision.get<std::optional<Uuid>>(1);
    if (!parent)
        return lines;
    store::Query before = view.sql("SELECT complaint, history, inspection, listening, advice, note FROM visit_revision"
                                   " WHERE id = ?1");
    if (!before.bind(*parent).next())
        return lines;
    for (int i = 0; i < 6; ++i) {
        const QString from = before.get<QString>(i);
        const QString to = revision.get<QString>(4 + i);
        if (from != to)
            lines << fieldSentence(fieldName("visit_revision", narratives[i]), from, to);
    }
    const QString diagnosesBefore = diagnosesOf(view, *parent);
    const QString diagnosesNow = diagnosesOf(view, row.id);
    if (diagnosesBefore != diagnosesNow)
        lines << fieldSentence(fieldName("diagnosis", "display"), diagnosesBefore, diagnosesNow);
    if (isShared(view, patient, Permission::ReadPrescriptions)) {
        lines << herbLines(herbsOf(view, *parent), herbsOf(view, row.id));
        const QString medicinesBefore = medicinesOf(view, *parent);
        const QString medicinesNow = medicinesOf(view, row.id);
        if (medicinesBefore != medicinesNow)
            lines << fieldSentence(Tr::tr("Ready-made medicines"), medicinesBefore, medicinesNow);
    }
    if (isShared(view, patient, Permission::ReadTreatments))
        lines << treatmentLines(treatmentsOf(view, *parent), treatmentsOf(view, row.id));
    return lines;
}

} // namespace

QStringList sentences(const store::Snapshot &view, const store::RecordChanges &record)
{
    QStringList lines;
    const QList<Row> rows = rowsOf(record);
    const bool revised =
        std::any_of(rows.cbegin(), rows.cend(), [](const Row &row) { return row.table == "visit_revision"; });
    const bool many = takeback::isAboutMany(view, record);
    for (const Row &row : rows) {
        // References are free to read: they alone make no sentence.
        const store::TableInfo *table = view.registry().table(row.table);
        if ((table->group & ~view.opened().read) != 0 && row.table != "visit_revision")
            continue;
        if (row.table == "patient")
            lines << patientLines(view, row);
        else if (row.table == "patient_phone")
            lines << phoneLines(view, row);
        else if (row.table == "allergy")
            lines << allergyLines(view, row);
        else if (row.table == "medication_statement")
            lines << medicineLines(view, row);
        else if (row.table == "pregnancy_status")
            lines << pregnancyLines(row);
        else if (row.table == "constitution_assessment")
            lines << constitutionLines(view, row);
        else if (row.table == "attachment")
            lines << attachmentLines(view, row);
        else if (row.table == "condition")
            lines << conditionLines(view, row);
        else if (row.table == "family_history")
            lines << familyLines(view, row);
        else if (row.table == "related_person" && (row.isNew || row.has("status")))
            lines << relationLines(view, row.id, row.isNew ? QString() : row.to("status"));
        else if (row.table == "patient_tag" && (row.isNew || row.has("ended")))
            lines << tagLines(view, row.id, row.isOn("ended"));
        else if (row.table == "tag" && row.isNew)
            lines << Tr::tr("Tag made: %1.").arg(row.to("name"));
        else if (row.table == "enquiry" || row.table == "communication")
            lines << contactSentences(view, row.table, row.id, row.isNew, row.columns);
        else if (isOfSchedule(row.table))
            lines << scheduleSentences(view, row.table, row.id, row.isNew, row.columns, many);
        else if (row.table == "queue_ticket")
            lines << queueSentences(view, row.id, row.isNew, row.columns);
        else if (row.table == "certificate")
            lines << certificateLines(view, row);
        else if (row.table == "attestation")
            lines << attestationLines(view, row);
        else if (row.table == "visit_revision")
            lines << revisionLines(view, row);
        else if (row.table == "visit" && !(revised && row.isNew))
            lines << visitLines(view, row);
        else if (row.table == "treatment_session")
            lines << sessionLines(view, row);
        else if (row.table == "point_group" && row.isNew)
            lines << Tr::tr("Group of points saved: %1.").arg(row.to("name"));
        else if (row.table == "formula_template" && row.isNew)
            lines << Tr::tr("Own formula kept: %1.").arg(row.to("name"));
        else if (row.table == "note_template" && row.isNew)
            lines << Tr::tr("Template of a note kept: %1.").arg(row.to("name"));
        else if (row.table == "segment" && row.isNew)
            lines << Tr::tr("Segment kept: %1.").arg(row.to("name"));
        else if (row.table == "segment" && row.has("definition"))
            lines << Tr::tr("Segment asks something else now.") << fieldLines(view, row);
        else if (row.table == "segment" || row.table == "point_group" || row.table == "formula_template" ||
                 row.table == "note_template")
            lines << fieldLines(view, row);
        else if (row.table == "tag" || row.table == "user" || row.table == "user_role" || row.table == "clinic")
            lines << fieldLines(view, row);
    }
    return lines;
}

Result<QList<Told>> ofPatient(const store::Snapshot &view, PatientId id, std::optional<qint64> before, int limit)
{
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    const auto patient = patient::find(view, id);
    if (!patient)
        return patient.error();
    if (!access::allows(view, Permission::ReadIdentifiers))
        access::allows(view, Permission::RevealIdentifiers); // these see them masked
    access::allows(view, Permission::ReadAlert);
    const QList<store::RowName> rows = rowsOfPatient(view, patient->id);
    QHash<Uuid, QString> names;
    if (const auto users = access::users(view)) {
        for (const access::User &user : *users)
            names.insert(user.id.uuid(), user.name);
    }
    QList<Told> told;
    while (told.isEmpty()) {
        const auto records = store::recordsOf(view, rows, before, limit);
        for (const store::RecordChanges &record : records) {
            before = record.n;
            const QStringList lines = sentences(view, record);
            if (!lines.isEmpty())
                told << Told{record.n,   record.version, record.at, record.user ? names.value(*record.user) : QString(),
                             record.act, record.reason,  lines};
        }
        if (records.isEmpty())
            break;
    }
    view.audit({"patient.history", "patient", patient->id.uuid(), patient->id.uuid(), "ok", {}});
    return told;
}

} // namespace xinglin::changes
