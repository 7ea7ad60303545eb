#include "base/text/phone.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/batches.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/reveal.h"
#include "store/store.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

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

/// Brings the further telephones to what is wanted. Those of merged records count as the patient's own.
void writePhones(store::Transaction &tx, PatientId id, const QString &first, const QList<PatientPhone> &wanted)
{
    struct Known
    {
        Uuid id;
        PatientPhone phone;
    };
    QList<Known> known;
    static const QByteArray sql =
        "SELECT t.id, t.phone, t.whose FROM patient_phone t WHERE " + where("t") + " AND t.ended = 0";
    store::Query rows = tx.sql(sql.constData());
    rows.bind(id);
    while (rows.next())
        known << Known{rows.get<Uuid>(0), {rows.get<QString>(1), rows.get<QString>(2)}};
    QList<PatientPhone> missing = wanted;
    for (const Known &one : std::as_const(known))
        missing.removeAll(one.phone);
    QList<Uuid> ended;
    for (const Known &one : std::as_const(known)) {
        // What is shown once, or as the first one, was not taken away where it stands a second time.
        const bool stands = std::any_of(known.cbegin(), known.cend(), [&](const Known &other) {
            return other.phone.phone == one.phone.phone && wanted.contains(other.phone);
        });
        if (one.phone.phone != first && !stands)
            ended << one.id;
    }
    QList<PatientId> dropped;
    for (const auto &[alias, phone] : aliasPhones(tx, id)) {
        if (phone != first && missing.removeIf([&](const PatientPhone &one) { return one.phone == phone; }) == 0)
            dropped << alias;
    }
    for (const Uuid &phone : std::as_const(ended))
        tx.sql("UPDATE patient_phone SET ended = 1 WHERE id = ?1").bind(phone).run();
    for (const PatientId &alias : std::as_const(dropped))
        tx.sql("UPDATE patient SET phone = NULL WHERE id = ?1").bind(alias).run();
    for (const PatientPhone &phone : std::as_const(missing))
        tx.sql("INSERT INTO patient_phone(id, patient_id, phone, whose) VALUES(?1, ?2, ?3, ?4)")
            .bind(tx.newUuid(), id, phone.phone, orNull(phone.whose))
            .run();
}

/// The row and telephones of a draft in which problems() found none; nobody's batch at the desk.
PatientId insert(store::Transaction &tx, const PatientDraft &draft, std::optional<BatchId> batch)
{
    const Clean clean = cleaned(draft, tx.today());
    const auto id = tx.create<PatientId>();
    const QString kind =
        clean.document.isEmpty() ? QString() : toText(draft.documentKind.value_or(DocumentKind::ResidentId));
    tx.sql(
          "INSERT INTO patient(id, number, old_number, name, sex, birth_date, birth_lunar, phone, document_kind,"
          " document_number, address, insurance, occupation, marital_status, guardian_name, guardian_relation,"
          " guardian_phone, emergency_name, emergency_phone, source, desk_alert, note, registered_ms, registered_by_id,"
          " batch_id, campaign, referred_by_id)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,"
          " ?22, ?23, ?24, ?25, ?26, ?27)")
        .bind(id, nextNumber(tx), orNull(draft.oldNumber), draft.name.trimmed(), xinglin::toText(clean.sex),
              clean.birth, draft.birthLunar, orNull(clean.phone), kind, orNull(clean.document), orNull(draft.address),
              orNull(draft.insurance), orNull(draft.occupation), orNull(draft.maritalStatus),
              orNull(draft.guardian.name), orNull(draft.guardian.relation), orNull(clean.guardianPhone),
              orNull(draft.emergencyName), orNull(clean.emergencyPhone), orNull(draft.source), orNull(draft.deskAlert),
              orNull(draft.note), tx.now(), tx.actor().user, batch, orNull(draft.campaign), draft.referredBy)
        .run();
    for (const PatientPhone &phone : clean.otherPhones) {
        if (phone.phone != clean.phone)
            tx.sql("INSERT INTO patient_phone(id, batch_id, patient_id, phone, whose) VALUES(?1, ?2, ?3, ?4, ?5)")
                .bind(tx.newUuid(), batch, id, phone.phone, orNull(phone.whose))
                .run();
    }
    return id;
}

Identifiers storedIdentifiers(const store::Transaction &tx, PatientId id)
{
    store::Query row = tx.sql(IdentifiersSql);
    row.bind(id).next();
    return identifiersFrom(row);
}

Error halfMask(const char *field)
{
    return {Code::Invalid, Tr::tr("Type the whole of it anew, or leave it as it was."), QLatin1String(field), {}};
}

/// Puts what is stored in the place of what the person could not see: fields that still hold their mask, and all of
/// them where none is shown.
std::optional<Error> fillMasked(const store::Transaction &tx, PatientId id, PatientDraft &draft)
{
    if (access::allows(tx, Permission::ReadIdentifiers))
        return std::nullopt;
    const bool shown = access::allows(tx, Permission::RevealIdentifiers);
    const Identifiers stored = storedIdentifiers(tx, id);
    std::optional<Error> wrong;
    const auto keep = [&](MaskedField field, const char *name, QString &typed, const QString &value) {
        if (typed.trimmed().isEmpty() ? !shown : typed.trimmed() == masked(field, value))
            typed = value;
        else if (typed.contains(u'*') && !wrong)
            wrong = halfMask(name);
    };
    keep(MaskedField::DocumentNumber, "documentNumber", draft.documentNumber, stored.documentNumber);
    keep(MaskedField::Address, "address", draft.address, stored.address);
    keep(MaskedField::Insurance, "insurance", draft.insurance, stored.insurance);
    keep(MaskedField::GuardianName, "guardian.name", draft.guardian.name, stored.guardian.name);
    keep(MaskedField::GuardianPhone, "guardian.phone", draft.guardian.phone, stored.guardian.phone);
    keep(MaskedField::EmergencyName, "emergencyName", draft.emergencyName, stored.emergencyName);
    keep(MaskedField::EmergencyPhone, "emergencyPhone", draft.emergencyPhone, stored.emergencyPhone);
    if (!shown) {
        const auto keepPlain = [](QString &typed, const QString &value) {
            if (typed.trimmed().isEmpty())
                typed = value;
        };
        keepPlain(draft.occupation, stored.occupation);
        keepPlain(draft.maritalStatus, stored.maritalStatus);
        keepPlain(draft.guardian.relation, stored.guardian.relation);
        if (!draft.documentKind)
            draft.documentKind = stored.documentKind;
    }
    return wrong;
}

/// Sets whom the draft names as the one who sent the patient to the record that stays. What stood there before is not
/// asked again: they may have been hidden or merged with the patient since. One whom the actor may not see was not
/// meant to be taken away.
std::optional<Error> nameReferrer(const store::Transaction &tx, std::optional<PatientId> patient, PatientDraft &draft)
{
    if (patient) {
        store::Query row = tx.sql("SELECT referred_by_id FROM patient WHERE id = ?1");
        row.bind(*patient).next();
        const auto stored = row.get<std::optional<PatientId>>(0);
        if (!draft.referredBy && stored && !canonical(tx, *stored))
            draft.referredBy = stored;
        if (draft.referredBy == stored)
            return std::nullopt;
    }
    if (!draft.referredBy)
        return std::nullopt;
    const QString field = QStringLiteral("referredBy");
    const auto by = canonical(tx, *draft.referredBy);
    if (!by)
        return Error{by.error().code, by.error().message, field, by.error().detail};
    if (by.value() == patient)
        return Error{Code::Invalid, Tr::tr("Nobody is sent by themselves."), field, {}};
    draft.referredBy = *by;
    return std::nullopt;
}

/// The alert and the note: written by those who may; from others only what they were shown is accepted.
std::optional<Error> writeWords(store::Transaction &tx, PatientId id, const PatientDraft &draft)
{
    const auto refuse = [](const char *field, const QString &message) {
        return Error{Code::NoPermission, message, QLatin1String(field), {}};
    };
    if (access::allows(tx, Permission::EditAlert)) {
        tx.sql("UPDATE patient SET desk_alert = ?2 WHERE id = ?1").bind(id, orNull(draft.deskAlert)).run();
    } else {
        QString shown;
        if (access::allows(tx, Permission::ReadAlert)) {
            store::Query row = tx.sql("SELECT desk_alert FROM patient WHERE id = ?1");
            row.bind(id).next();
            shown = row.get<QString>(0);
        }
        if (draft.deskAlert.trimmed() != shown)
            return refuse("deskAlert", Tr::tr("Your role does not allow changing the alert for the desk."));
    }
    // Reading it was asked when the draft was made; what was not shown cannot be meant to be cleared.
    if (access::allows(tx, Permission::WriteVisit) && sharesWith(tx, Permission::ReadNarrative, id))
        tx.sql("UPDATE patient SET note = ?2 WHERE id = ?1").bind(id, orNull(draft.note)).run();
    else if (!draft.note.trimmed().isEmpty())
        return refuse("note", Tr::tr("Your role does not allow changing the note."));
    return std::nullopt;
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
    PatientDraft whole = draft;
    if (auto wrong = nameReferrer(tx, {}, whole))
        return *wrong;
    const PatientId id = insert(tx, whole, {});
    tx.audit({tx.act(), "patient", id.uuid(), id.uuid(), "ok", {}});
    return find(tx, id);
}

Result<PatientId> import(store::Transaction &tx, BatchId batch, const PatientDraft &draft)
{
    if (auto refused = access::require(tx, Permission::RunBatch))
        return *refused;
    if (auto refused = batch::requireOpen(tx, batch))
        return *refused;
    if (const auto wrong = problems(draft, tx.today()); !wrong.isEmpty())
        return wrong.first();
    return insert(tx, draft, batch);
}

Result<Patient> edit(store::Transaction &tx, PatientId id, const PatientDraft &draft, std::optional<qint64> expected)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    const auto found = canonical(tx, id);
    if (!found)
        return found.error();
    const PatientId kept = *found;
    if (expected && *expected != revisionOf(tx, kept))
        return Error{Code::Stale,
                     Tr::tr("Somebody changed this patient since you opened them. Yours is kept; compare both."),
                     {},
                     {}};
    PatientDraft whole = draft;
    if (auto wrong = fillMasked(tx, kept, whole))
        return *wrong;
    if (const auto wrong = problems(whole, tx.today()); !wrong.isEmpty())
        return wrong.first();
    if (auto wrong = nameReferrer(tx, kept, whole))
        return *wrong;
    const Clean clean = cleaned(whole, tx.today());
    const QString kind =
        clean.document.isEmpty() ? QString() : toText(whole.documentKind.value_or(DocumentKind::ResidentId));
    tx.sql("UPDATE patient SET name = ?2, sex = ?3, birth_date = ?4, birth_lunar = ?5, phone = ?6, document_kind = ?7,"
           " document_number = ?8, address = ?9, insurance = ?10, occupation = ?11, marital_status = ?12,"
           " guardian_name = ?13, guardian_relation = ?14, guardian_phone = ?15, emergency_name = ?16,"
           " emergency_phone = ?17, source = ?18, old_number = ?19, campaign = ?20, referred_by_id = ?21 WHERE id = ?1")
        .bind(kept, whole.name.trimmed(), xinglin::toText(clean.sex), clean.birth, whole.birthLunar,
              orNull(clean.phone), kind, orNull(clean.document), orNull(whole.address), orNull(whole.insurance),
              orNull(whole.occupation), orNull(whole.maritalStatus), orNull(whole.guardian.name),
              orNull(whole.guardian.relation), orNull(clean.guardianPhone), orNull(whole.emergencyName),
              orNull(clean.emergencyPhone), orNull(whole.source), orNull(whole.oldNumber), orNull(whole.campaign),
              whole.referredBy)
        .run();
    if (auto refused = writeWords(tx, kept, whole))
        return *refused;
    writePhones(tx, kept, clean.phone, clean.otherPhones);
    tx.audit({tx.act(), "patient", kept.uuid(), kept.uuid(), "ok", {}});
    return find(tx, kept);
}

PatientDraft withoutMasks(const PatientDraft &draft)
{
    PatientDraft plain = draft;
    for (QString *text : {&plain.documentNumber, &plain.address, &plain.insurance, &plain.guardian.name,
                          &plain.guardian.phone, &plain.emergencyName, &plain.emergencyPhone}) {
        if (text->contains(u'*'))
            text->clear();
    }
    return plain;
}

} // namespace xinglin::patient
