#include "access/matrix/world.h"

#include "access/settings.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/queue.h"

namespace xinglin::test {

namespace {

template <class T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("the world could not be made: %s (%s)", qUtf8Printable(result.error().message),
               qUtf8Printable(result.error().detail));
    return *std::move(result);
}

const QStringList names{u"陈淑芬"_qs, u"王芳"_qs, u"李明"_qs, u"赵一白"_qs, u"钱多多"_qs, u"赵一百"_qs};

} // namespace

const QString World::s_letters = u"RPDOAUC"_qs;

World::World() : catalog(sure(Catalog::load()))
{
    const store::Actor owner = clinic.owner();
    const auto addPerson = [&](access::Roles roles) {
        const access::User user = newUser(roles);
        sure(clinic.write(owner, "people.add",
                          [&](store::Transaction &tx) { return access::addUser(tx, user, QByteArray(32, 'k')); }));
        return store::Actor{user.id.uuid(), owner.device};
    };
    otherPractitioner = addPerson(access::Role::Practitioner);
    m_custom = addPerson(access::Role::Receptionist);
    access::CustomRole role = access::copyOf(access::Role::Receptionist);
    role.name = u"前台乙"_qs;
    role.permissions -= {access::Permission::EditPatient};
    role.permissions |= {access::Permission::ReadCare};
    customRole =
        sure(clinic.write(owner, "role.save", [&](store::Transaction &tx) { return access::saveRole(tx, role); })).id;
    sure(clinic.write(owner, "role.grant", [&](store::Transaction &tx) {
        const access::UserId user(*m_custom.user);
        const auto granted = access::grantRole(tx, user, *customRole);
        return granted ? access::revoke(tx, user, access::Role::Receptionist) : granted;
    }));
    sure(clinic.write(owner, "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, u"own"_qs);
    }));

    tag = sure(clinic.write(owner, "tag.make", [](store::Transaction &tx) { return tags::make(tx, u"VIP"_qs); })).id;

    const store::Actor own = clinic.practitioner();
    m_cases = {make(0, own), make(1, otherPractitioner), make(2, own), make(3, own), make(4, own)};
    Case &merged = m_cases[static_cast<qsizetype>(Subject::Merged)];
    merged.kept = make(5, own).id;
    raw("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1", merged.id.uuid(), merged.kept.uuid());
    sure(clinic.write(owner, "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, of(Subject::Restricted).id, true, u"封存"_qs);
    }));
    const Uuid batch = Uuid::create(clinic.clock, clinic.random);
    m_batch = BatchId(batch);
    raw("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'x', 'open', 0)", batch);
    const Case &open = of(Subject::OpenBatch);
    for (const char *sql :
         {"UPDATE patient SET batch_id = ?2 WHERE id = ?1", "UPDATE visit SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE allergy SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE attachment SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE condition SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE communication SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE family_history SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE prescription SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE constitution_assessment SET batch_id = ?2 WHERE patient_id = ?1",
          "UPDATE treatment_session SET batch_id = ?2 WHERE patient_id = ?1"})
        raw(sql, open.id.uuid(), batch);

    m_resource = sure(clinic.write(owner, "resource.add", [&](store::Transaction &tx) {
                     return schedule::addResource(tx, newResource());
                 })).id;
    sure(clinic.write(owner, "roster.week", [&](store::Transaction &tx) {
        WorkingWeek always;
        always.fill({{0, 1440}});
        return schedule::setWeek(tx, *m_resource, QDate(2026, 3, 9), always, schedule::Reach::FromNowOn);
    }));
    m_service = sure(clinic.write(owner, "service.add", [&](store::Transaction &tx) {
                    return schedule::addService(tx, newService());
                })).id;
    m_enquiry = sure(clinic.write(clinic.receptionist(), "enquiry.record", [&](store::Transaction &tx) {
                    return enquiry::record(tx, {u"孙静"_qs, {}, u"推拿"_qs, {}, {}, {}});
                })).id;
    for (int i = 0; i < 20; ++i)
        m_glass << sure(clinic.write(otherPractitioner, "glass.break", [&](store::Transaction &tx) {
                       return patient::breakGlass(tx, of(Subject::Own).id, u"other"_qs, u"x"_qs);
                   })).id;

    const Case &mine = of(Subject::Own);
    person = mine.id;
    AppointmentDraft appointment;
    appointment.patient = person;
    appointment.service = *m_service;
    appointment.start = clinic.clock.now() + std::chrono::hours(1);
    appointment.outOfHours = true;
    m_appointment = sure(clinic.write(clinic.receptionist(), "appointment.book", [&](store::Transaction &tx) {
                        return schedule::book(tx, appointment);
                    })).id;
    m_ticket = sure(clinic.write(clinic.receptionist(), "queue.walkin", [&](store::Transaction &tx) {
                   return schedule::walkIn(tx, {*person, *m_service, {}, TicketPriority::Routine, {}});
               })).id;
    sure(clinic.write(clinic.receptionist(), "queue.leave",
                      [&](store::Transaction &tx) { return queue::leave(tx, *m_ticket); }));
    allergy = mine.allergy;
    visit = mine.visit;
    revision = mine.revision;
    prescription = mine.prescription;
    treatment = mine.treatment;
    session = mine.session;
}

ResourceDraft World::newResource()
{
    ResourceDraft draft;
    draft.name = u"诊室%1"_qs.arg(++m_named);
    draft.kind = ResourceKind::Room;
    draft.worksOnHolidays = true;
    return draft;
}

HealthcareServiceDraft World::newService()
{
    HealthcareServiceDraft draft;
    draft.name = u"复诊%1"_qs.arg(++m_named);
    draft.needs = {{{*m_resource}, 1}};
    return draft;
}

store::Actor World::actor(QChar letter) const
{
    return letter == Custom ? m_custom : clinic.actor(*access::roleFrom(letter));
}

PatientDraft World::patientDraft(int number) const
{
    PatientDraft draft;
    draft.name = names[number];
    draft.phone = QStringLiteral("1380013800%1").arg(number);
    draft.documentNumber = u"11010519491231002X"_qs;
    draft.address = u"北京"_qs;
    draft.deskAlert = u"听力差"_qs;
    return draft;
}

consultation::Draft World::visitDraft(PatientId patient) const
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = u"咳"_qs;
    PrescriptionDraft formula;
    formula.lines = {{{}, u"黄芪"_qs, Mass::grams(10), {}}};
    draft.prescriptions = {formula};
    TreatmentDraft needles;
    needles.name = u"针刺"_qs;
    needles.sessions = 10;
    needles.points = {{u"st36"_qs, u"足三里"_qs, points::Side::Both, Technique::Unsaid, {}, 2}};
    TreatmentDraft moxa;
    moxa.kind = TherapyKind::Moxibustion;
    moxa.name = u"艾条灸"_qs;
    draft.treatments = {needles, moxa};
    draft.medicines = {{MedicineForm::Patent, u"归脾丸"_qs, u"8丸"_qs, 3, 7, u"2盒"_qs, {}}};
    return draft;
}

AttachmentDraft World::attachmentDraft(PatientId patient) const
{
    AttachmentDraft draft;
    draft.patient = patient;
    draft.kind = AttachmentKind::Tongue;
    draft.mediaType = u"image/jpeg"_qs;
    draft.width = 40;
    draft.height = 30;
    return draft;
}

access::User World::newUser(access::Roles roles)
{
    access::User user;
    user.id = access::UserId::create(clinic.clock, clinic.random);
    user.login = QStringLiteral("user%1").arg(++m_users);
    user.name = u"新人"_qs;
    user.roles = roles;
    return user;
}

AllergyId World::allergyOf(PatientId patient)
{
    return sure(clinic.write(clinic.practitioner(), "allergy.record",
                             [&](store::Transaction &tx) {
                                 return patient::recordAllergy(tx, patient, {{}, u"花生"_qs, {}});
                             }))
        .id;
}

ConstitutionDraft World::constitutionDraft(PatientId patient)
{
    ConstitutionDraft draft;
    draft.patient = patient;
    draft.form = constitution::Form::Elderly;
    for (const constitution::Item &item : constitution::shipped().elderly.items)
        draft.answers.insert(item.id, 2);
    return draft;
}

AssessmentId World::assessmentOf(PatientId patient)
{
    return sure(
               clinic.write(clinic.practitioner(), "constitution.record",
                            [&](store::Transaction &tx) { return assessment::record(tx, constitutionDraft(patient)); }))
        .id;
}

Case World::make(int number, const store::Actor &practitioner)
{
    PatientDraft draft = patientDraft(number);
    draft.note = u"易怒"_qs;
    const Patient patient = sure(clinic.write(clinic.receptionist(), "patient.register",
                                              [&](store::Transaction &tx) { return patient::register_(tx, draft); }));
    sure(clinic.write(practitioner, "care.record", [&](store::Transaction &tx) {
        const auto medicine = patient::recordMedicine(tx, patient.id, u"华法林"_qs, {});
        return medicine ? patient::recordPregnancy(tx, patient.id, false, false) : medicine;
    }));
    const auto stored = sure(clinic.write(practitioner, "visit.sign", [&](store::Transaction &tx) {
        return consultation::sign(tx, *catalog, visitDraft(patient.id));
    }));
    const auto running = sure(clinic.write(practitioner, "treatment.begin", [&](store::Transaction &tx) {
        return treatment::beginSession(tx, stored.treatments.constLast().id, {2, {}});
    }));
    return {patient.id,
            patient.id,
            patient.number,
            patient.name,
            patient.phone,
            stored.revision.visit,
            stored.revision.id,
            stored.prescriptions.constFirst().id,
            allergyOf(patient.id),
            assessmentOf(patient.id),
            stored.treatments.constFirst().id,
            running.id,
            sure(attachments::attach(clinic.store(), practitioner, attachmentDraft(patient.id), "picture")).id,
            sure(clinic.write(practitioner, "condition.record",
                              [&](store::Transaction &tx) {
                                  return condition::add(tx, {patient.id, {}, {}, u"腰痛"_qs, {}, {}});
                              }))
                .id,
            sure(clinic.write(practitioner, "family.record",
                              [&](store::Transaction &tx) {
                                  return familyhistory::add(tx, {patient.id, Kinship::Father, {}, {}, u"中风"_qs, 58});
                              }))
                .id,
            sure(clinic.write(clinic.receptionist(), "enquiry.link",
                              [&](store::Transaction &tx) -> Result<Enquiry> {
                                  auto asked = enquiry::record(tx, {draft.name, draft.phone, u"针灸"_qs, {}, {}, {}});
                                  if (!asked)
                                      return asked;
                                  const auto linked = enquiry::link(tx, asked->id, patient.id);
                                  return linked ? asked : Result<Enquiry>(linked.error());
                              }))
                .id,
            sure(clinic.write(clinic.receptionist(), "contact.log", [&](store::Transaction &tx) {
                ContactDraft contact;
                contact.patient = patient.id;
                contact.text = u"问费用"_qs;
                return contact::log(tx, contact);
            })).id};
}

void World::raw(const char *sql, const Uuid &one, const std::optional<Uuid> &other)
{
    const auto tx = clinic.store().begin(clinic.owner(), "test.raw");
    store::Query query = tx->connection().internal(sql);
    if (other)
        query.bind(one, *other);
    else
        query.bind(one);
    query.run();
    tx->commit();
}

QByteArray PatientRow::roles(Subject subject) const
{
    switch (subject) {
    case Subject::Own:
        return own;
    case Subject::Foreign:
        return foreign;
    case Subject::Restricted:
        return restricted;
    case Subject::Merged:
        return merged;
    case Subject::OpenBatch:
        return "";
    }
    Q_UNREACHABLE();
}

bool isListed(const QByteArray &roles, QChar letter)
{
    if (letter != World::Custom)
        return roles.contains(letter.toLatin1());
    return roles.contains('C') || (roles.contains('R') && !roles.contains('c'));
}

} // namespace xinglin::test
