#include "access/backups.h"
#include "access/drafts.h"
#include "access/roles.h"
#include "access/settings.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/contact/communication.h"
#include "clinic/contact/enquiry.h"
#include "clinic/patient/duplicates.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/relations.h"
#include "clinic/patient/segments.h"
#include "clinic/patient/tags.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/ownformulas.h"
#include "clinic/prescription/prices.h"
#include "clinic/record/attachments.h"
#include "clinic/record/attestations.h"
#include "clinic/record/certificates.h"
#include "clinic/record/conditions.h"
#include "clinic/record/constitution.h"
#include "clinic/record/familyhistory.h"
#include "clinic/record/notetemplates.h"
#include "clinic/record/phrases.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/queue.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/series.h"
#include "clinic/schedule/waitlist.h"
#include "clinic/treatment/pointgroups.h"
#include "clinic/treatment/sessions.h"
#include "demo/frontdesk.h"
#include "interop/importing.h"
#include "store/backupfiles.h"
#include "support/testclinic.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace xinglin;

namespace {

template <class T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + result.error().detail));
    return *std::move(result);
}

consultation::Draft visitOf(PatientId patient, int number)
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = QStringLiteral("入睡困难 %1 月").arg(number + 1);
    draft.visit.note.answers = {{QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}}};
    draft.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")}};
    PrescriptionDraft formula;
    for (const QString &herb : {QStringLiteral("黄芪"), QStringLiteral("党参"), QStringLiteral("白术")})
        formula.lines << PrescriptionLine{{}, herb, Mass::grams(18), {}}; // more than usual of the last
    draft.prescriptions = {formula};
    TreatmentDraft needles;
    needles.name = QStringLiteral("针刺");
    needles.sessions = 10;
    needles.points = {{QStringLiteral("st36"), QStringLiteral("足三里"), points::Side::Both, Technique::Unsaid, {}, 2},
                      {QStringLiteral("bl13"), QStringLiteral("肺俞"), points::Side::Both, Technique::Unsaid, {}, 2}};
    TreatmentDraft current;
    current.kind = TherapyKind::Physiotherapy;
    current.name = QStringLiteral("中频电疗");
    const TherapyParameter &frequency = therapyParameters(current.kind).constFirst();
    current.parameters = {{frequency.code, 80, frequency.unit}};
    draft.treatments = {needles, current};
    draft.medicines = {
        {MedicineForm::Patent, QStringLiteral("归脾丸"), QStringLiteral("8丸"), 3, 7, QStringLiteral("2盒"), {}}};
    return draft;
}

/// What stands in a record beside visits.
void tellRecord(test::TestClinic &clinic, const consultation::Stored &visit)
{
    const PatientId patient = visit.revision.patient;
    const auto practitioner = clinic.practitioner();
    const auto write = [&](const QByteArray &act, auto f) { return sure(clinic.write(practitioner, act, f)); };
    write("allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, patient, {{}, QStringLiteral("花生"), QStringLiteral("皮疹")});
    });
    write("care.record", [&](store::Transaction &tx) {
        const auto medicine = patient::recordMedicine(tx, patient, QStringLiteral("华法林"), {});
        return medicine ? patient::recordPregnancy(tx, patient, false, false) : medicine;
    });
    write("condition.record", [&](store::Transaction &tx) {
        return condition::add(tx, {patient, {}, {}, QStringLiteral("腰痛"), PartialDate::of(2019), {}});
    });
    write("family.record", [&](store::Transaction &tx) {
        return familyhistory::add(tx, {patient, Kinship::Father, {}, {}, QStringLiteral("中风"), 58});
    });
    write("constitution.record", [&](store::Transaction &tx) {
        ConstitutionDraft draft;
        draft.patient = patient;
        draft.form = constitution::Form::Elderly;
        for (const constitution::Item &item : constitution::shipped().elderly.items)
            draft.answers.insert(item.id, 2);
        return assessment::record(tx, draft);
    });
    const auto running = write("treatment.begin", [&](store::Transaction &tx) {
        return treatment::beginSession(tx, visit.treatments.constFirst().id, {2, {}});
    });
    write("treatment.end", [&](store::Transaction &tx) {
        return treatment::endSession(tx, running.id, {2, {}, {}, false});
    });
    write("certificate.issue", [&](store::Transaction &tx) {
        return certificate::issue(tx, {visit.revision.visit, QStringLiteral("不寐"), tx.today(), tx.today().addDays(2),
                                       QStringLiteral("休息")});
    });
    sure(clinic.write(clinic.another(access::Role::Practitioner), "visit.countersign",
                      [&](store::Transaction &tx) { return attestation::countersign(tx, visit.revision.id); }));
    AttachmentDraft picture;
    picture.patient = patient;
    picture.kind = AttachmentKind::Tongue;
    picture.mediaType = QStringLiteral("image/jpeg");
    picture.width = 40;
    picture.height = 30;
    sure(attachments::attach(clinic.store(), practitioner, picture, "picture"));
}

/// What a practitioner has kept to write by.
void keepOwn(test::TestClinic &clinic)
{
    const auto write = [&](const QByteArray &act, auto f) { return sure(clinic.write(clinic.practitioner(), act, f)); };
    write("phrase.save", [](store::Transaction &tx) {
        phrases::Phrase phrase;
        phrase.text = QStringLiteral("忌生冷");
        return phrases::save(tx, phrase);
    });
    write("template.save", [](store::Transaction &tx) {
        notetemplate::Draft draft;
        draft.name = QStringLiteral("心脾两虚不寐");
        draft.note.complaint = QStringLiteral("入睡困难");
        draft.note.answers = {{QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_pale"), {}, {}}};
        draft.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")}};
        return notetemplate::save(tx, draft);
    });
    write("formula.save", [](store::Transaction &tx) {
        ownformula::Draft draft;
        draft.name = QStringLiteral("安神方");
        draft.lines = {PrescriptionLine{{}, QStringLiteral("酸枣仁"), Mass::grams(15), {}}};
        return ownformula::save(tx, draft);
    });
    write("points.save", [](store::Transaction &tx) {
        pointgroup::Draft draft;
        draft.name = QStringLiteral("失眠方");
        draft.points = {{QStringLiteral("ht7"), QStringLiteral("神门"), points::Side::Both, Technique::Unsaid, {}, 2}};
        return pointgroup::save(tx, draft);
    });
    sure(clinic.write(clinic.owner(), "prices.settle", [](store::Transaction &tx) {
        return prices::settle(tx, {{QStringLiteral("黄芪"), 120}});
    }));
}

/// Who belongs to whom, who is counted how, who asked, and what was said.
void tellPeople(test::TestClinic &clinic, const QList<Patient> &patients)
{
    const auto desk = [&](const QByteArray &act, auto f) { return sure(clinic.write(clinic.receptionist(), act, f)); };
    desk("relation.relate", [&](store::Transaction &tx) {
        RelationDraft draft;
        draft.patient = patients[1].id;
        draft.relative = patients[0].id;
        draft.relationship = QStringLiteral("MTH");
        return relation::relate(tx, draft);
    });
    const auto tag = sure(clinic.write(clinic.owner(), "tag.make",
                                       [](store::Transaction &tx) { return tags::make(tx, QStringLiteral("膏方")); }));
    desk("tag.put", [&](store::Transaction &tx) { return tags::put(tx, patients[0].id, tag.id); });
    desk("segment.save", [](store::Transaction &tx) {
        segment::Segment segment;
        segment.name = QStringLiteral("老年人");
        segment.definition.group.conditions = {{segments::Field::Age, segments::Operator::AtLeast, qint64(60)}};
        return segment::save(tx, segment);
    });
    const auto asked = desk("enquiry.record", [&](store::Transaction &tx) {
        EnquiryDraft draft;
        draft.name = QStringLiteral("孙悦");
        draft.phone = QStringLiteral("13900139055");
        draft.wish = QStringLiteral("腰痛想针灸");
        draft.source = QStringLiteral("朋友介绍");
        draft.campaign = QStringLiteral("冬病夏治");
        draft.referredBy = patients[0].id;
        return enquiry::record(tx, draft);
    });
    desk("contact.log", [&](store::Transaction &tx) {
        ContactDraft draft;
        draft.enquiry = asked.id;
        draft.text = QStringLiteral("告知周三有号");
        draft.reached = true;
        return contact::log(tx, draft);
    });
    desk("enquiry.become",
         [&](store::Transaction &tx) { return enquiry::become(tx, asked.id, enquiry::patientDraft(asked.content)); });
}

/// Two records of one person, one that only looks like it, and a file of another program.
void tellDuplicates(test::TestClinic &clinic, const Catalog &catalog)
{
    const auto one = clinic.patient(QStringLiteral("吴国栋"), QStringLiteral("13900139066"));
    const auto other = clinic.patient(QStringLiteral("吴国栋"), QStringLiteral("13900139066"));
    const auto third = clinic.patient(QStringLiteral("吴国梁"), QStringLiteral("13900139066"));
    sure(clinic.write(clinic.receptionist(), "duplicate.say", [&](store::Transaction &tx) {
        return duplicates::say(tx, one.id, third.id, duplicates::Opinion::Different, QStringLiteral("兄弟"));
    }));
    sure(clinic.write(clinic.owner(), "patient.merge", [&](store::Transaction &tx) {
        patient::MergeDraft draft;
        draft.kept = one.id;
        draft.merged = other.id;
        return patient::merge(tx, draft);
    }));
    for (const QString &name : {QStringLiteral("郑海燕"), QStringLiteral("鄭海燕")})
        clinic.patient(name, QStringLiteral("13900139033")); // still to be looked at
    const QString path = clinic.folder() + QStringLiteral("-patients.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write("病历号,姓名,性别,出生日期,电话\nK1,沈月,女,1990-02-03,13900139044\n"
                   "K2,,男,1990-02-03,13900139045\n") <= 0)
        qFatal("no file");
    file.close();
    const auto looked = sure(interop::lookAt(path, interop::ImportKind::Patients, {}));
    sure(interop::runImport(clinic.store(), clinic.owner(), catalog, looked.spec));
    sure(clinic.write(clinic.owner(), "import.mapping", [](store::Transaction &tx) {
        return batch::keepMapping(tx, QStringLiteral("patients"), QStringLiteral("姓名"), QByteArray("{}"));
    }));
}

/// Who can be booked, who is, who waits for a time, and a day of the queue.
void runDesk(test::TestClinic &clinic, const QList<Patient> &patients)
{
    const QTimeZone zone = clinic.around().zone;
    QDate day = civilDay(clinic.clock.now(), zone).addDays(1);
    while (day.dayOfWeek() != Qt::Thursday)
        day = day.addDays(1);
    const auto desk = [&](const QByteArray &act, auto f) { return sure(clinic.write(clinic.receptionist(), act, f)); };
    const auto own = [&](const QByteArray &act, auto f) { return sure(clinic.write(clinic.owner(), act, f)); };
    const auto front = own("service.add", [&](store::Transaction &tx) { return demo::openFrontDesk(tx, day); });
    const HealthcareServiceId again = front.service(QStringLiteral("复诊")).id;
    const ResourceId lu = front.resource(QStringLiteral("陆清和")).id;
    own("holiday.set", [&](store::Transaction &tx) {
        return schedule::setCalendarDay(tx, day.addDays(30), freebusy::SpecialDay::Holiday, QStringLiteral("馆庆"));
    });
    own("roster.exception", [&](store::Transaction &tx) {
        return schedule::addException(
            tx, {lu, {freebusy::Exception::Kind::Away, day.addDays(2), day.addDays(2), {}}, QStringLiteral("培训")});
    });
    desk("appointment.wish",
         [&](store::Transaction &tx) { return schedule::wishForSex(tx, patients[2].id, Sex::Female); });
    desk("appointment.series", [&](store::Transaction &tx) -> Result<QList<Appointment>> {
        SeriesDraft course;
        course.patient = patients[0].id;
        course.service = again;
        course.first = day;
        course.weekdays = {4};
        course.count = 4;
        const auto days = schedule::proposeSeries(tx, course);
        if (!days)
            return days.error();
        QList<FreeTime> times;
        for (const SeriesDay &one : *days)
            times << one.time.value();
        return schedule::bookSeries(tx, course, times);
    });
    desk("waitlist.offer", [&](store::Transaction &tx) -> Result<WaitlistOffer> {
        WaitlistDraft wish;
        wish.patient = patients[2].id;
        wish.service = again;
        wish.first = day;
        wish.last = day.addDays(14);
        const auto entry = schedule::addToWaitlist(tx, wish);
        FreeQuestion question;
        question.service = again;
        question.first = question.last = day;
        const auto free = schedule::freeTimes(tx, question);
        if (!entry || !free)
            return entry ? free.error() : entry.error();
        return schedule::offer(tx, entry->id, free->constFirst());
    });
    AppointmentDraft wish;
    wish.patient = patients[1].id;
    wish.service = again;
    wish.with = lu;
    wish.start = freebusy::instantOf(day, 600, zone);
    const auto booked = desk("appointment.book", [&](store::Transaction &tx) { return schedule::book(tx, wish); });
    clinic.clock.set(freebusy::instantOf(day, 590, zone));
    desk("queue.checkin", [&](store::Transaction &tx) { return schedule::checkIn(tx, booked.id); });
    desk("queue.walkin", [&](store::Transaction &tx) {
        return schedule::walkIn(tx, {patients[3].id, again, lu, TicketPriority::Routine, {}});
    });
    desk("queue.next", [&](store::Transaction &tx) { return queue::callNext(tx, lu); });
}

/// A golden store says something of every table.
void expectEachTable(store::Store &store, const store::Actor &actor)
{
    const auto view = store.snapshot(actor);
    QStringList empty;
    for (const store::TableInfo &table : view->registry().tables()) {
        const QByteArray sql = "SELECT 1 FROM " + table.name + " LIMIT 1";
        if (!view->connection().internal(sql.constData()).next())
            empty << QLatin1String(table.name);
    }
    if (!empty.isEmpty())
        qFatal("Nothing stands in %s.", qPrintable(empty.join(u' ')));
}

} // namespace

/// Makes the small store that is kept of a released schema, with something in each table. Run by hand when a schema is
/// frozen: goldenstore tests/data/golden/0006.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString target = QCoreApplication::arguments().value(1);
    if (target.isEmpty() || !QDir().mkpath(target))
        qFatal("A folder is wanted.");
    test::TestClinic clinic;
    const auto catalog = sure(Catalog::load());
    const auto owner = clinic.owner();
    QList<Patient> patients;
    for (const QString &name : {QStringLiteral("陈淑芬"), QStringLiteral("崔诗菲"), QStringLiteral("王建国"),
                                QStringLiteral("李秀英"), QStringLiteral("张伟"), QStringLiteral("刘洋"),
                                QStringLiteral("杨敏"), QStringLiteral("赵磊"), QStringLiteral("黄静")}) {
        patients << clinic.patient(name, QStringLiteral("1390013900%1").arg(patients.size()));
        clinic.clock.advance(std::chrono::hours(5));
        const auto visit = sure(clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, *catalog, visitOf(patients.last().id, int(patients.size())));
        }));
        if (patients.size() == 1)
            tellRecord(clinic, visit);
    }
    keepOwn(clinic);
    tellPeople(clinic, patients);
    tellDuplicates(clinic, *catalog);
    runDesk(clinic, patients);
    sure(clinic.write(clinic.receptionist(), "patient.register", [](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = QStringLiteral("周大山");
        draft.phone = QStringLiteral("13900139077");
        draft.otherPhones = {{QStringLiteral("13900139088"), QStringLiteral("女儿")}};
        return patient::register_(tx, draft);
    }));
    const access::CustomRole role = sure(clinic.write(owner, "roles.save", [](store::Transaction &tx) {
        access::CustomRole copy = access::copyOf(access::Role::Receptionist);
        copy.name = QStringLiteral("晚班前台");
        return access::saveRole(tx, copy);
    }));
    sure(clinic.write(owner, "roles.grant", [&](store::Transaction &tx) {
        return access::grantRole(tx, access::UserId(*clinic.actor(access::Role::Dispenser).user), role.id);
    }));
    sure(clinic.write(owner, "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, QStringLiteral("own"));
    }));
    sure(clinic.write(owner, "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, patients.last().id, true, QStringLiteral("员工家属"));
    }));
    sure(clinic.write(clinic.receptionist(), "glass.break", [&](store::Transaction &tx) {
        return patient::breakGlass(tx, patients.first().id, QStringLiteral("emergency"), QStringLiteral("急诊来电"));
    }));
    sure(clinic.write(clinic.practitioner(), "draft.save", [&](store::Transaction &tx) {
        return drafts::save(tx, {QStringLiteral("visit"), patients.first().id.uuid()}, QByteArray("{}"));
    }));
    const access::BackupPlaces places{clinic.folder() + QStringLiteral("-backups"), {}};
    const auto made =
        sure(access::makeBackup(clinic.around(), *clinic.session().databaseKey, places, store::BackupCause::Asked,
                                [](const store::BackupProgress &) { return true; }));
    sure(access::noteBackup(clinic.store(), owner, made));
    expectEachTable(clinic.store(), owner);
    clinic.takeStore().reset();
    QStringList files{QStringLiteral("keyring"), QStringLiteral("clinic.db")};
    files << store::backupfiles::attachmentsOf(clinic.folder());
    for (const QString &file : std::as_const(files)) {
        const QString there = target + u'/' + file;
        QDir().mkpath(QFileInfo(there).path());
        QFile::remove(there);
        if (!QFile::copy(clinic.folder() + u'/' + file, there))
            qFatal("%s cannot be written", qPrintable(file));
    }
    std::printf("%s\n", qPrintable(QDir::cleanPath(target)));
    return 0;
}
