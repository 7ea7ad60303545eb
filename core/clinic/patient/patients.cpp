#include "clinic/patient/patients.h"

#include "base/text/phone.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patientrows.h"

#include "store/store.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

Error missing(PatientId id)
{
    return {Code::NotFound, Tr::tr("There is no such patient."), {}, id.toString()};
}

/// The draft in the form it is stored in; call after problems() found none.
struct Clean
{
    std::optional<PartialDate> birth;
    QString phone;
    QList<PatientPhone> otherPhones;
    QString guardianPhone;
    QString emergencyPhone;
    QString document;
    Sex sex;
};

QString storedPhone(const QString &typed)
{
    const auto parsed = parsePhone(typed);
    return parsed ? parsed->text : QString();
}

Clean cleaned(const PatientDraft &draft, QDate today)
{
    Clean clean{PartialDate::fromText(draft.birthDate),
                storedPhone(draft.phone),
                {},
                storedPhone(draft.guardian.phone),
                storedPhone(draft.emergencyPhone),
                {},
                draft.sex};
    for (const PatientPhone &phone : draft.otherPhones) {
        if (const QString text = storedPhone(phone.phone); !text.isEmpty())
            clean.otherPhones << PatientPhone{text, phone.whose.trimmed()};
    }
    if (!draft.documentNumber.trimmed().isEmpty()) {
        const auto facts =
            checkDocument(draft.documentKind.value_or(DocumentKind::ResidentId), draft.documentNumber, today);
        if (facts) {
            clean.document = facts->number;
            if (!clean.birth && facts->birth)
                clean.birth = PartialDate::of(*facts->birth);
            if (clean.sex == Sex::Unknown && facts->sex)
                clean.sex = *facts->sex == DocumentSex::Male ? Sex::Male : Sex::Female;
        }
    }
    return clean;
}

/// The next number of this device: its letter and seven digits, after the highest there is.
QString nextNumber(store::Transaction &tx)
{
    const QString letter = tx.store().identity().letter;
    store::Query last =
        tx.sql("SELECT number FROM patient WHERE number >= ?1 AND number < ?2 ORDER BY number DESC LIMIT 1");
    last.bind(letter, next(letter));
    const qint64 highest = last.next() ? last.get<QString>(0).mid(letter.size()).toLongLong() : 0;
    return letter + QString::number(highest + 1).rightJustified(7, u'0');
}

void writePhones(store::Transaction &tx, PatientId id, const QList<PatientPhone> &wanted)
{
    QList<PatientPhone> missing = wanted;
    store::Query known = tx.sql("SELECT id, phone, whose FROM patient_phone WHERE patient_id = ?1 AND ended = 0");
    known.bind(id);
    QList<Uuid> ended;
    while (known.next()) {
        if (!missing.removeOne(PatientPhone{known.get<QString>(1), known.get<QString>(2)}))
            ended << known.get<Uuid>(0);
    }
    for (const Uuid &phone : std::as_const(ended))
        tx.sql("UPDATE patient_phone SET ended = 1 WHERE id = ?1").bind(phone).run();
    for (const PatientPhone &phone : std::as_const(missing))
        tx.sql("INSERT INTO patient_phone(id, patient_id, phone, whose) VALUES(?1, ?2, ?3, ?4)")
            .bind(tx.newUuid(), id, phone.phone, orNull(phone.whose))
            .run();
}

} // namespace

QList<Error> problems(const PatientDraft &draft, QDate today)
{
    QList<Error> found;
    const auto refuse = [&](const char *field, const QString &message) {
        found << Error{Code::Invalid, message, QLatin1String(field), {}};
    };
    const auto checkPhone = [&](const char *field, const QString &typed) {
        if (typed.trimmed().isEmpty())
            return;
        if (const auto phone = parsePhone(typed); !phone)
            refuse(field, phone.error().message);
    };
    if (draft.name.trimmed().isEmpty())
        refuse("name", Tr::tr("The name is needed."));
    else if (draft.name.trimmed().size() > 100)
        refuse("name", Tr::tr("A name has at most 100 characters."));
    if (draft.phone.trimmed().isEmpty() && !draft.withoutPhone)
        refuse("phone", Tr::tr("A telephone number is needed."));
    checkPhone("phone", draft.phone);
    for (const PatientPhone &phone : draft.otherPhones)
        checkPhone("otherPhones", phone.phone);
    checkPhone("guardian.phone", draft.guardian.phone);
    checkPhone("emergencyPhone", draft.emergencyPhone);

    std::optional<PartialDate> birth;
    if (!draft.birthDate.trimmed().isEmpty()) {
        birth = PartialDate::fromText(draft.birthDate);
        if (!birth)
            refuse("birthDate", Tr::tr("A birth date is a year, a month or a day, such as 1979-08-21."));
        else if (birth->earliest() > today)
            refuse("birthDate", Tr::tr("The birth date lies in the future."));
        else if (birth->latest().addYears(130) < today)
            refuse("birthDate", Tr::tr("Nobody is that old; check the birth year."));
    }
    if (!draft.documentNumber.trimmed().isEmpty()) {
        const auto facts =
            checkDocument(draft.documentKind.value_or(DocumentKind::ResidentId), draft.documentNumber, today);
        if (!facts) {
            refuse("documentNumber", facts.error().message);
        } else {
            if (birth && facts->birth && !draft.birthLunar &&
                (*facts->birth < birth->earliest() || *facts->birth > birth->latest()))
                refuse("birthDate", Tr::tr("The ID number says %1.").arg(facts->birth->toString(Qt::ISODate)));
            const Sex said = !facts->sex ? Sex::Unknown : *facts->sex == DocumentSex::Male ? Sex::Male : Sex::Female;
            if (said != Sex::Unknown && (draft.sex == Sex::Male || draft.sex == Sex::Female) && draft.sex != said)
                refuse("sex",
                       said == Sex::Male ? Tr::tr("The ID number says male.") : Tr::tr("The ID number says female."));
        }
    }
    return found;
}

Result<Patient> register_(store::Transaction &tx, const PatientDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RegisterPatient))
        return *refused;
    if (const auto wrong = problems(draft, tx.today()); !wrong.isEmpty())
        return wrong.first();
    const Clean clean = cleaned(draft, tx.today());
    const auto id = tx.create<PatientId>();
    const QString kind =
        clean.document.isEmpty() ? QString() : toText(draft.documentKind.value_or(DocumentKind::ResidentId));
    tx.sql(
          "INSERT INTO patient(id, number, old_number, name, sex, birth_date, birth_lunar, phone, document_kind,"
          " document_number, address, insurance, occupation, marital_status, guardian_name, guardian_relation,"
          " guardian_phone, emergency_name, emergency_phone, source, desk_alert, note, registered_ms, registered_by_id)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,"
          " ?22, ?23, ?24)")
        .bind(id, nextNumber(tx), orNull(draft.oldNumber), draft.name.trimmed(), xinglin::toText(clean.sex),
              clean.birth, draft.birthLunar, orNull(clean.phone), kind, orNull(clean.document), orNull(draft.address),
              orNull(draft.insurance), orNull(draft.occupation), orNull(draft.maritalStatus),
              orNull(draft.guardian.name), orNull(draft.guardian.relation), orNull(clean.guardianPhone),
              orNull(draft.emergencyName), orNull(clean.emergencyPhone), orNull(draft.source), orNull(draft.deskAlert),
              orNull(draft.note), tx.now(), tx.actor().user)
        .run();
    writePhones(tx, id, clean.otherPhones);
    tx.audit({tx.act(), "patient", id.uuid(), id.uuid(), "ok", {}});
    return find(tx, id);
}

Result<Patient> edit(store::Transaction &tx, PatientId id, const PatientDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    if (const auto wrong = problems(draft, tx.today()); !wrong.isEmpty())
        return wrong.first();
    static const QByteArray known = "SELECT 1 FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    if (!tx.sql(known.constData()).bind(id).next())
        return missing(id);
    const Clean clean = cleaned(draft, tx.today());
    const QString kind =
        clean.document.isEmpty() ? QString() : toText(draft.documentKind.value_or(DocumentKind::ResidentId));
    tx.sql("UPDATE patient SET name = ?2, sex = ?3, birth_date = ?4, birth_lunar = ?5, phone = ?6, document_kind = ?7,"
           " document_number = ?8, address = ?9, insurance = ?10, occupation = ?11, marital_status = ?12,"
           " guardian_name = ?13, guardian_relation = ?14, guardian_phone = ?15, emergency_name = ?16,"
           " emergency_phone = ?17, source = ?18, old_number = ?19 WHERE id = ?1")
        .bind(id, draft.name.trimmed(), xinglin::toText(clean.sex), clean.birth, draft.birthLunar, orNull(clean.phone),
              kind, orNull(clean.document), orNull(draft.address), orNull(draft.insurance), orNull(draft.occupation),
              orNull(draft.maritalStatus), orNull(draft.guardian.name), orNull(draft.guardian.relation),
              orNull(clean.guardianPhone), orNull(draft.emergencyName), orNull(clean.emergencyPhone),
              orNull(draft.source), orNull(draft.oldNumber))
        .run();
    if (access::allows(tx, Permission::EditAlert))
        tx.sql("UPDATE patient SET desk_alert = ?2 WHERE id = ?1").bind(id, orNull(draft.deskAlert)).run();
    if (access::allows(tx, Permission::WriteVisit))
        tx.sql("UPDATE patient SET note = ?2 WHERE id = ?1").bind(id, orNull(draft.note)).run();
    writePhones(tx, id, clean.otherPhones);
    tx.audit({tx.act(), "patient", id.uuid(), id.uuid(), "ok", {}});
    return find(tx, id);
}

Result<Patient> find(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const auto kept = canonical(view, id);
    if (!kept)
        return kept.error();
    static const QByteArray sql =
        QByteArray("SELECT ") + PatientColumns + " FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    store::Query row = view.sql(sql.constData());
    if (!row.bind(*kept).next())
        return missing(id);
    Patient patient = patientFrom(row);
    addParts(view, patient);
    return patient;
}

Result<Patient> findByReference(const store::Snapshot &view, const QString &reference)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const QString text = reference.trimmed();
    if (const auto id = PatientId::fromString(text))
        return find(view, *id);
    bool digits = false;
    const qint64 number = text.toLongLong(&digits);
    const QString whole = digits && text.size() <= 7
                              ? view.store().identity().letter + QString::number(number).rightJustified(7, u'0')
                              : text.toUpper();
    // One of an open import must not stand in the way of who has the number.
    static const QByteArray numbered = "SELECT p.id FROM patient p WHERE p.number = ?1 AND " + inClosedBatch("p");
    store::Query byNumber = view.sql(numbered.constData());
    if (byNumber.bind(whole).next())
        return find(view, byNumber.get<PatientId>(0));
    static const QByteArray called = "SELECT p.id FROM patient p WHERE p.old_number = ?1 AND " + inClosedBatch("p");
    store::Query byOldNumber = view.sql(called.constData());
    if (byOldNumber.bind(text).next())
        return find(view, byOldNumber.get<PatientId>(0));
    return Error{Code::NotFound, Tr::tr("There is no patient %1.").arg(text), {}, {}};
}

Result<PatientStrip> open(const store::Snapshot &view, PatientId id)
{
    auto found = find(view, id);
    if (!found)
        return found.error();
    PatientStrip strip;
    strip.patient = *std::move(found);
    const PatientId kept = strip.patient.id;
    if (access::allows(view, Permission::ReadAllergies)) {
        auto known = allergies(view, kept);
        if (!known)
            return known.error();
        strip.allergies = *std::move(known);
    }
    if (access::allows(view, Permission::ReadCare)) {
        static const QByteArray medicines = "SELECT m.medicine, m.dosage FROM medication_statement m WHERE " +
                                            where("m") + " AND m.status = 'active' ORDER BY m.n";
        store::Query rows = view.sql(medicines.constData());
        rows.bind(kept);
        QStringList names;
        while (rows.next())
            names << (rows.get<QString>(0) + (rows.isNull(1) ? QString() : u' ' + rows.get<QString>(1)));
        strip.medicines = names;
        static const QByteArray pregnancy =
            "SELECT s.pregnant, s.lactating, s.recorded_ms FROM pregnancy_status s WHERE " + where("s") +
            " ORDER BY s.recorded_ms DESC, s.n DESC LIMIT 1";
        store::Query row = view.sql(pregnancy.constData());
        if (row.bind(kept).next())
            strip.pregnancy =
                PregnancyStatus{row.get<std::optional<bool>>(0), row.get<std::optional<bool>>(1), row.get<Instant>(2)};
    }
    store::Query rank =
        view.sql("SELECT r.visits, r.last_visit FROM patient_rank r JOIN patient p ON p.n = r.pid WHERE p.id = ?1");
    if (rank.bind(kept).next()) {
        strip.visits = rank.get<int>(0);
        if (const qint64 day = rank.get<qint64>(1); day > 0)
            strip.lastVisit = QDate(1970, 1, 1).addDays(day);
    }
    view.audit({"patient.open", "patient", kept.uuid(), kept.uuid(), "ok", {}});
    return strip;
}

Result<qint64> count(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    store::Query query = view.sql("SELECT count(*) FROM patient_rank");
    query.next();
    return query.get<qint64>(0);
}

QByteArray inClosedBatch(const char *alias)
{
    const QByteArray a(alias);
    return "(" + a + ".batch_id IS NULL OR EXISTS (SELECT 1 FROM import_batch ib WHERE ib.id = " + a +
           ".batch_id AND ib.state = 'closed'))";
}

QByteArray where(const char *alias)
{
    const QByteArray a(alias);
    return a +
           ".patient_id IN (WITH RECURSIVE same(id) AS (VALUES(?1) UNION"
           " SELECT mp.id FROM patient mp JOIN same ON mp.merged_into_id = same.id) SELECT id FROM same) AND " +
           inClosedBatch(alias);
}

Result<PatientId> canonical(const store::Snapshot &view, PatientId id)
{
    static const QByteArray sql = "SELECT p.merged_into_id FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    PatientId at = id;
    for (int hops = 0; hops < 32; ++hops) {
        store::Query row = view.sql(sql.constData());
        if (!row.bind(at).next())
            return missing(id);
        const auto into = row.get<std::optional<PatientId>>(0);
        if (!into)
            return at;
        at = *into;
    }
    return Error{Code::Damaged, Tr::tr("This patient's merges run in a circle."), {}, id.toString()};
}

} // namespace xinglin::patient
