#include "clinic/changewords.h"

#include "access/auditlog.h"
#include "access/permission.h"
#include "base/partialdate.h"
#include "base/text/daywords.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/reveal.h"

#include <QCoreApplication>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

struct Words
{
    const char *code;
    const char *text;
};

/// Of "table.column", or of a column that is called the same everywhere.
constexpr Words fields[] = {
    {"patient.number", QT_TRANSLATE_NOOP("xinglin::changes", "Number")},
    {"patient.old_number", QT_TRANSLATE_NOOP("xinglin::changes", "Old number")},
    {"patient.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name")},
    {"patient.sex", QT_TRANSLATE_NOOP("xinglin::changes", "Sex")},
    {"patient.birth_date", QT_TRANSLATE_NOOP("xinglin::changes", "Birth date")},
    {"patient.birth_lunar", QT_TRANSLATE_NOOP("xinglin::changes", "Birth date by the lunar calendar")},
    {"patient.phone", QT_TRANSLATE_NOOP("xinglin::changes", "Telephone")},
    {"patient.document_kind", QT_TRANSLATE_NOOP("xinglin::changes", "Kind of document")},
    {"patient.document_number", QT_TRANSLATE_NOOP("xinglin::changes", "Document number")},
    {"patient.address", QT_TRANSLATE_NOOP("xinglin::changes", "Address")},
    {"patient.insurance", QT_TRANSLATE_NOOP("xinglin::changes", "Insurance")},
    {"patient.occupation", QT_TRANSLATE_NOOP("xinglin::changes", "Occupation")},
    {"patient.marital_status", QT_TRANSLATE_NOOP("xinglin::changes", "Marital status")},
    {"patient.guardian_name", QT_TRANSLATE_NOOP("xinglin::changes", "Guardian")},
    {"patient.guardian_relation", QT_TRANSLATE_NOOP("xinglin::changes", "Guardian's relation")},
    {"patient.guardian_phone", QT_TRANSLATE_NOOP("xinglin::changes", "Guardian's telephone")},
    {"patient.emergency_name", QT_TRANSLATE_NOOP("xinglin::changes", "Emergency contact")},
    {"patient.emergency_phone", QT_TRANSLATE_NOOP("xinglin::changes", "Emergency telephone")},
    {"patient.source", QT_TRANSLATE_NOOP("xinglin::changes", "How they came")},
    {"patient.campaign", QT_TRANSLATE_NOOP("xinglin::changes", "Campaign")},
    {"patient.referred_by_id", QT_TRANSLATE_NOOP("xinglin::changes", "Referred by")},
    {"patient.desk_alert", QT_TRANSLATE_NOOP("xinglin::changes", "Desk alert")},
    {"patient.note", QT_TRANSLATE_NOOP("xinglin::changes", "Note")},
    {"patient.restricted", QT_TRANSLATE_NOOP("xinglin::changes", "Restricted")},
    {"patient.deceased", QT_TRANSLATE_NOOP("xinglin::changes", "Deceased")},
    {"patient_phone.phone", QT_TRANSLATE_NOOP("xinglin::changes", "Further telephone")},
    {"patient_phone.whose", QT_TRANSLATE_NOOP("xinglin::changes", "Whose telephone")},
    {"tag.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name of the tag")},
    {"tag.retired", QT_TRANSLATE_NOOP("xinglin::changes", "Tag retired")},
    {"allergy.substance", QT_TRANSLATE_NOOP("xinglin::changes", "Allergy")},
    {"allergy.reaction", QT_TRANSLATE_NOOP("xinglin::changes", "Reaction")},
    {"medication_statement.medicine", QT_TRANSLATE_NOOP("xinglin::changes", "Medicine")},
    {"medication_statement.dosage", QT_TRANSLATE_NOOP("xinglin::changes", "Dosage")},
    {"visit.day", QT_TRANSLATE_NOOP("xinglin::changes", "Day of the visit")},
    {"visit_revision.complaint", QT_TRANSLATE_NOOP("xinglin::changes", "Complaint")},
    {"visit_revision.history", QT_TRANSLATE_NOOP("xinglin::changes", "History")},
    {"visit_revision.inspection", QT_TRANSLATE_NOOP("xinglin::changes", "Inspection")},
    {"visit_revision.listening", QT_TRANSLATE_NOOP("xinglin::changes", "Listening")},
    {"visit_revision.advice", QT_TRANSLATE_NOOP("xinglin::changes", "Advice")},
    {"visit_revision.note", QT_TRANSLATE_NOOP("xinglin::changes", "Note on the visit")},
    {"diagnosis.display", QT_TRANSLATE_NOOP("xinglin::changes", "Diagnosis")},
    {"point_group.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name of the group of points")},
    {"point_group.code", QT_TRANSLATE_NOOP("xinglin::changes", "Code of the group of points")},
    {"point_group.active", QT_TRANSLATE_NOOP("xinglin::changes", "Group of points in use")},
    {"formula_template.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name of the own formula")},
    {"formula_template.code", QT_TRANSLATE_NOOP("xinglin::changes", "Code of the own formula")},
    {"formula_template.indication", QT_TRANSLATE_NOOP("xinglin::changes", "What the own formula is for")},
    {"formula_template.active", QT_TRANSLATE_NOOP("xinglin::changes", "Own formula in use")},
    {"note_template.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name of the template")},
    {"note_template.code", QT_TRANSLATE_NOOP("xinglin::changes", "Code of the template")},
    {"note_template.active", QT_TRANSLATE_NOOP("xinglin::changes", "Template in use")},
    {"enquiry.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name in the enquiry")},
    {"enquiry.phone", QT_TRANSLATE_NOOP("xinglin::changes", "Telephone in the enquiry")},
    {"enquiry.wish", QT_TRANSLATE_NOOP("xinglin::changes", "Wish")},
    {"enquiry.source", QT_TRANSLATE_NOOP("xinglin::changes", "How the enquirer came")},
    {"enquiry.campaign", QT_TRANSLATE_NOOP("xinglin::changes", "Campaign of the enquiry")},
    {"appointment.note", QT_TRANSLATE_NOOP("xinglin::changes", "Note on the appointment")},
    {"appointment.start_ms", QT_TRANSLATE_NOOP("xinglin::changes", "Beginning of the appointment")},
    {"appointment.end_ms", QT_TRANSLATE_NOOP("xinglin::changes", "End of the appointment")},
    {"segment.name", QT_TRANSLATE_NOOP("xinglin::changes", "Name of the segment")},
    {"segment.retired", QT_TRANSLATE_NOOP("xinglin::changes", "Segment retired")},
    {"clinic.name", QT_TRANSLATE_NOOP("xinglin::changes", "Clinic's name")},
    {"clinic.address", QT_TRANSLATE_NOOP("xinglin::changes", "Clinic's address")},
    {"clinic.phone", QT_TRANSLATE_NOOP("xinglin::changes", "Clinic's telephone")},
    {"clinic.licence", QT_TRANSLATE_NOOP("xinglin::changes", "Clinic's licence")},
    {"user.login", QT_TRANSLATE_NOOP("xinglin::changes", "Sign-in name")},
    {"user.name", QT_TRANSLATE_NOOP("xinglin::changes", "Person's name")},
    {"user.title", QT_TRANSLATE_NOOP("xinglin::changes", "Title")},
    {"user.licence", QT_TRANSLATE_NOOP("xinglin::changes", "Certificate")},
    {"user.active", QT_TRANSLATE_NOOP("xinglin::changes", "May sign in")},
    {"user_role.role", QT_TRANSLATE_NOOP("xinglin::changes", "Role")},
};

/// Kinds of what is attached.
constexpr Words attachments[] = {
    {"tongue", QT_TRANSLATE_NOOP("xinglin::changes", "picture of the tongue")},
    {"face", QT_TRANSLATE_NOOP("xinglin::changes", "picture of the face")},
    {"report", QT_TRANSLATE_NOOP("xinglin::changes", "report")},
    {"letter", QT_TRANSLATE_NOOP("xinglin::changes", "letter")},
    {"other", QT_TRANSLATE_NOOP("xinglin::changes", "file")},
};

template <std::size_t N>
QString find(const Words (&table)[N], QByteArrayView code)
{
    for (const Words &words : table) {
        if (code == QByteArrayView(words.code))
            return QCoreApplication::translate("xinglin::changes", words.text);
    }
    return {};
}

bool isFlag(QByteArrayView column)
{
    return column == "birth_lunar" || column == "restricted" || column == "deceased" || column == "active" ||
           column == "revoked" || column == "ended" || column == "retired";
}

QString sexText(const QString &stored)
{
    switch (sexFrom(stored).value_or(Sex::Unknown)) {
    case Sex::Female:
        return Tr::tr("female");
    case Sex::Male:
        return Tr::tr("male");
    case Sex::Other:
        return Tr::tr("other", "sex");
    case Sex::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString documentText(const QString &stored)
{
    const auto kind = patient::documentKindFrom(stored);
    if (!kind)
        return stored;
    switch (*kind) {
    case DocumentKind::ResidentId:
        return Tr::tr("ID card");
    case DocumentKind::Passport:
        return Tr::tr("Passport");
    case DocumentKind::HkMacaoPermit:
        return Tr::tr("Hong Kong and Macao permit");
    case DocumentKind::TaiwanPermit:
        return Tr::tr("Taiwan permit");
    case DocumentKind::ForeignerResidence:
        return Tr::tr("Foreigner's residence permit");
    case DocumentKind::Other:
        return Tr::tr("Other document");
    }
    Q_UNREACHABLE();
}

} // namespace

QString actText(const QByteArray &act)
{
    if (act.endsWith(".undo"))
        return Tr::tr("Took back: %1").arg(auditlog::wordsFor(act.chopped(5)));
    if (act.endsWith(".redo"))
        return Tr::tr("Did again: %1").arg(auditlog::wordsFor(act.chopped(5)));
    return auditlog::wordsFor(act);
}

QString attachmentText(const QString &kind)
{
    return find(attachments, kind.toLatin1());
}

QString fieldName(const QByteArray &table, const QByteArray &column)
{
    return find(fields, table + '.' + column);
}

QString maskedText(const QByteArray &column, const QString &value)
{
    struct Masked
    {
        const char *column;
        MaskedField field;
    };
    static constexpr Masked table[] = {
        {"document_number", MaskedField::DocumentNumber},
        {"address", MaskedField::Address},
        {"insurance", MaskedField::Insurance},
        {"guardian_name", MaskedField::GuardianName},
        {"guardian_phone", MaskedField::GuardianPhone},
        {"emergency_name", MaskedField::EmergencyName},
        {"emergency_phone", MaskedField::EmergencyPhone},
    };
    for (const Masked &masked : table) {
        if (column == masked.column)
            return value.isEmpty() ? value : patient::masked(masked.field, value);
    }
    return value;
}

QString valueText(const QByteArray &column, const store::Value &value, const QTimeZone &zone)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        if (isFlag(column))
            return *number != 0 ? Tr::tr("yes") : Tr::tr("no");
        if (column == "day")
            return dayInWords(QDate(1970, 1, 1).addDays(*number));
        if (column.endsWith("_ms"))
            return momentInWords(instantFromMs(*number), zone);
        return QString::number(*number);
    }
    const auto *text = std::get_if<QString>(&value);
    if (text == nullptr)
        return {};
    if (column == "sex")
        return sexText(*text);
    if (column == "document_kind")
        return documentText(*text);
    if (column == "role" && text->size() == 1) {
        const auto role = access::roleFrom(text->at(0));
        return role ? access::nameOf(*role) : *text;
    }
    return *text;
}

QString fieldSentence(const QString &field, const QString &from, const QString &to)
{
    if (from.isEmpty())
        return Tr::tr("%1 set to \"%2\".").arg(field, to);
    if (to.isEmpty())
        return Tr::tr("%1 \"%2\" removed.").arg(field, from);
    return Tr::tr("%1 changed from \"%2\" to \"%3\".").arg(field, from, to);
}

} // namespace xinglin::changes
