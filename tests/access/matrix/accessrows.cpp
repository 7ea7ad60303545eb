#include "access/activity.h"
#include "access/auditexport.h"
#include "access/backups.h"
#include "access/locks.h"
#include "access/matrix/world.h"
#include "access/printed.h"

#include "access/health.h"
#include "access/settings.h"
#include "clinic/journal.h"
#include "clinic/patient/batches.h"
#include "clinic/patient/channels.h"
#include "clinic/patient/duplicates.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/importmatch.h"
#include "clinic/patient/patienttrail.h"
#include "clinic/patient/segments.h"
#include "clinic/patient/segmentsql.h"
#include "clinic/patient/tags.h"
#include "clinic/prescription/checksign.h"
#include "clinic/prescription/importvisit.h"
#include "clinic/prescription/medicineorders.h"
#include "clinic/prescription/overrides.h"
#include "clinic/prescription/ownformulas.h"
#include "clinic/prescription/prices.h"
#include "clinic/record/notetemplates.h"
#include "clinic/record/phrases.h"
#include "clinic/record/visits.h"

namespace xinglin::test {

namespace {

using Tx = store::Transaction;
using View = store::Snapshot;

const QByteArray anyKey(32, 'k');

/// Another open import than the one the world has.
BatchId newBatch(Tx &tx)
{
    const auto id = tx.create<BatchId>();
    if (!access::allows(tx, access::Permission::RunBatch))
        return id;
    tx.connection()
        .internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'y', 'open', 0)")
        .bind(id)
        .run();
    return id;
}

linkage::Subject subjectOf(const PatientDraft &draft)
{
    return linkage::prepare(duplicates::personOf(draft));
}

/// A question that everybody may ask who may look for patients.
segment::Segment segmentNamed(const QString &name)
{
    segment::Segment one;
    one.name = name;
    one.definition.group.conditions << segments::Condition{segments::Field::Sex, segments::Operator::AnyOf,
                                                           QStringList{u"female"_qs}};
    return one;
}

access::UserId idOf(const World &world, access::Role role)
{
    return access::UserId(*world.clinic.actor(role).user);
}

} // namespace

const QList<Row> &accessRows()
{
    static const QList<Row> rows{
        {"batch::open",
         "O",
         [](World &, Tx &tx) {
             const Outcome outcome = outcomeOf(batch::open(tx, {u"patients"_qs, u"a.csv"_qs, "d", "{}"}));
             if (outcome != Code::Conflict) // the world has an open one
                 return outcome;
             newBatch(tx);
             return Outcome();
         },
         {}},
        {"batch::requireOpen",
         "", // part of others
         {},
         [](World &, const View &view) -> Outcome {
             batch::requireOpen(view, BatchId(Uuid(Uuid::Bytes{})));
             return {};
         }},
        {"batch::advance",
         "O",
         [](World &, Tx &tx) { return outcomeOf(batch::advance(tx, newBatch(tx), 1, {}, {})); },
         {}},
        {"batch::close", "O", [](World &, Tx &tx) { return outcomeOf(batch::close(tx, newBatch(tx))); }, {}},
        {"batch::rollBack", "O", [](World &, Tx &tx) { return outcomeOf(batch::rollBack(tx, newBatch(tx))); }, {}},
        {"patient::import",
         "O",
         [](World &world, Tx &tx) { return outcomeOf(patient::import(tx, newBatch(tx), world.patientDraft())); },
         {}},
        {"consultation::importVisit",
         "O",
         [](World &world, Tx &tx) {
             ImportedVisit visit;
             visit.patient = *world.person;
             visit.day = tx.today();
             return outcomeOf(consultation::importVisit(tx, newBatch(tx), visit));
         },
         {}},
        {"batch::keepMapping",
         "O",
         [](World &, Tx &tx) {
             return outcomeOf(batch::keepMapping(tx, u"patients"_qs, tx.newUuid().toString(), "{}"));
         },
         {}},
        {"batch::mappingFor",
         "O",
         {},
         [](World &, const View &view) { return outcomeOf(batch::mappingFor(view, u"patients"_qs, u"a"_qs)); }},
        {"batch::list", "O", {}, [](World &, const View &view) { return outcomeOf(batch::list(view)); }},
        {"batch::find",
         "O",
         {},
         [](World &, const View &view) {
             const auto all = batch::list(view);
             return all ? outcomeOf(batch::find(view, all->constFirst().id)) : outcomeOf(all);
         }},
        {"batch::lines",
         "O",
         {},
         [](World &world, const View &view) { return outcomeOf(batch::lines(view, BatchId(world.person->uuid()))); }},
        {"batch::wouldStay",
         "O",
         {},
         [](World &, const View &view) {
             const auto all = batch::list(view);
             return all ? outcomeOf(batch::wouldStay(view, all->constFirst().id)) : outcomeOf(all);
         }},
        {"batch::known",
         "O",
         {},
         [](World &world, const View &view) {
             return outcomeOf(batch::known(view, world.patientDraft(), subjectOf(world.patientDraft()), {}));
         }},
        {"batch::whose",
         "O",
         {},
         [](World &world, const View &view) {
             PatientDraft draft = world.patientDraft();
             draft.documentNumber.clear();
             draft.oldNumber = world.of(Subject::Own).number;
             return outcomeOf(batch::whose(view, draft, subjectOf(draft)));
         }},
        {"duplicates::alike",
         "RPDO",
         {},
         [](World &world, const View &view) { return outcomeOf(duplicates::alike(view, world.patientDraft())); }},
        {"duplicates::review",
         "RPDO",
         {},
         [](World &, const View &view) { return outcomeOf(duplicates::review(view)); }},
        {"duplicates::count", "RPDO", {}, [](World &, const View &view) { return outcomeOf(duplicates::count(view)); }},
        {"patient::hitsOf",
         "RPDO",
         {},
         [](World &, const View &view) -> Outcome {
             if (auto refused = access::require(view, access::Permission::SearchPatients))
                 return refused->code;
             patient::hitsOf(view, {1});
             return {};
         }},
        {"access::health",
         "OAU",
         {},
         [](World &world, const store::Snapshot &view) {
             return outcomeOf(access::health(view, world.clinic.around()));
         }},
        {"printed::again",
         "RPDOAU",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(printed::again(view, {})); }},
        {"printed::discarded",
         "RPDOAU",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(printed::discarded(view, {})); }},
        {"access::clockWarning",
         "RPDOAU",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(access::clockWarning(view)); }},
        {"journal::lastDay",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(journal::lastDay(view)); }},
        {"journal::lastOwn",
         "RPDO",
         {},
         [](World &, const store::Snapshot &view) { return outcomeOf(journal::lastOwn(view)); }},
        {"access::found",
         "",
         [](World &, Tx &tx) {
             access::Founding founding;
             founding.clinic.name = u"第二"_qs;
             return outcomeOf(access::found(tx, founding));
         },
         {},
         Code::Conflict},
        {"access::addUser",
         "OA",
         [](World &world, Tx &tx) {
             // Only an owner gives roles with it.
             const bool owner = bool(access::rolesOf(tx) & access::Role::Owner);
             return outcomeOf(access::addUser(
                 tx, world.newUser(owner ? access::Roles(access::Role::Receptionist) : access::Roles()), anyKey));
         },
         {}},
        {"access::editUser",
         "OA",
         [](World &world, Tx &tx) -> Outcome {
             auto user = access::user(tx, idOf(world, access::Role::Dispenser));
             if (!user)
                 return user.error().code;
             user->title = tx.newUuid().toString();
             return outcomeOf(access::editUser(tx, *user));
         },
         {}},
        {"access::setActive",
         "OA",
         [](World &world, Tx &tx) {
             // To and fro, so that each call changes something.
             const auto user = access::user(tx, access::UserId(*world.otherPractitioner.user));
             return outcomeOf(
                 access::setActive(tx, access::UserId(*world.otherPractitioner.user), user && !user->active));
         },
         {}},
        {"access::grant",
         "O",
         [](World &world, Tx &tx) {
             const Instant end = tx.now() + std::chrono::milliseconds(1 + tx.random().next() % 100000);
             return outcomeOf(
                 access::grant(tx, access::UserId(*world.otherPractitioner.user), access::Role::Dispenser, end));
         },
         {}},
        {"access::revoke",
         "O",
         [](World &world, Tx &tx) -> Outcome {
             const access::UserId user(*world.otherPractitioner.user);
             if (const auto given = access::grant(tx, user, access::Role::Auditor); !given)
                 return given.error().code;
             return outcomeOf(access::revoke(tx, user, access::Role::Auditor));
         },
         {}},
        {"access::grantsOf",
         "RPDOAU",
         {},
         [](World &world, const View &view) {
             return outcomeOf(access::grantsOf(view, idOf(world, access::Role::Owner)));
         }},
        {"access::beginPreview",
         "OA",
         {},
         [](World &world, const View &view) {
             return outcomeOf(access::beginPreview(view, idOf(world, access::Role::Dispenser)));
         }},
        {"access::lastUses", "OA", {}, [](World &, const View &view) { return outcomeOf(access::lastUses(view)); }},
        {"access::activityOf",
         "OU",
         {},
         [](World &world, const View &view) {
             return outcomeOf(access::activityOf(view, world.clinic.session().user));
         }},
        {"access::standing", "RPDOAU", {}, [](World &, const View &view) { return outcomeOf(access::standing(view)); }},
        {"access::lockRules",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(access::lockRules(view)); }},
        {"access::users", "RPDOAU", {}, [](World &, const View &view) { return outcomeOf(access::users(view)); }},
        {"access::user",
         "RPDOAU",
         {},
         [](World &world, const View &view) { return outcomeOf(access::user(view, world.clinic.session().user)); }},
        {"access::clinicProfile",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(access::clinicProfile(view)); }},
        {"access::editClinicProfile",
         "OA",
         [](World &world, Tx &tx) {
             access::ClinicProfile profile;
             profile.id = access::ClinicId(world.clinic.store().identity().clinic);
             profile.name = u"杏林"_qs;
             profile.address = tx.newUuid().toString();
             return outcomeOf(access::editClinicProfile(tx, profile));
         },
         {}},

        {"access::customRoles",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(access::customRoles(view)); }},
        {"access::customGrants",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(access::customGrants(view)); }},
        {"access::saveRole",
         "O",
         [](World &, Tx &tx) {
             access::CustomRole role = access::copyOf(access::Role::Dispenser);
             role.name = tx.newUuid().toString();
             return outcomeOf(access::saveRole(tx, role));
         },
         {}},
        {"access::grantRole",
         "O",
         [](World &world, Tx &tx) {
             const Instant end = tx.now() + std::chrono::milliseconds(1 + tx.random().next() % 100000);
             return outcomeOf(
                 access::grantRole(tx, access::UserId(*world.otherPractitioner.user), *world.customRole, end));
         },
         {}},
        {"access::revokeRole",
         "O",
         [](World &world, Tx &tx) -> Outcome {
             const access::UserId user = idOf(world, access::Role::Auditor);
             if (const auto given = access::grantRole(tx, user, *world.customRole); !given)
                 return given.error().code;
             return outcomeOf(access::revokeRole(tx, user, *world.customRole));
         },
         {}},

        {"settings::value",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(settings::value(view, u"records.sharing"_qs)); }},
        {"settings::number",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(settings::number(view, u"lock.minutes"_qs)); }},
        {"settings::isOn",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(settings::isOn(view, u"lock.pin"_qs)); }},
        {"settings::picture",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(settings::picture(view, u"paper.logo"_qs)); }},
        {"settings::setValue",
         "O",
         [](World &, Tx &tx) {
             return outcomeOf(settings::setValue(tx, u"backup.folder"_qs, tx.newUuid().toString()));
         },
         {}},
        {"access::backups", "OAU", {}, [](World &, const View &view) { return outcomeOf(access::backups(view)); }},
        {"access::backupStanding",
         "OAU",
         {},
         [](World &, const View &view) { return outcomeOf(access::backupStanding(view)); }},
        {"access::backupPlaces",
         "RPDOAU",
         {},
         [](World &world, const View &view) { return outcomeOf(access::backupPlaces(view, world.clinic.around())); }},

        {"auditlog::read", "OU", {}, [](World &, const View &view) { return outcomeOf(auditlog::read(view, {})); }},
        {"auditlog::state", "OAU", {}, [](World &, const View &view) { return outcomeOf(auditlog::state(view)); }},
        {"auditlog::check",
         "OAU",
         {},
         [](World &, const View &view) {
             store::VerifyOptions options;
             options.structure = false;
             return outcomeOf(auditlog::check(view, options));
         }},
        {"consultation::overrides",
         "O",
         {},
         [](World &, const View &view) { return outcomeOf(consultation::overrides(view)); }},
        // These change nothing that is synced, so that they leave no record.
        {"auditlog::keepCheck",
         "OAU",
         {},
         [](World &world, const View &view) {
             const auto tx = world.clinic.store().begin(view.actor(), "store.checked");
             return outcomeOf(auditlog::keepCheck(*tx, {}));
         }},
        {"auditlog::orderExport",
         "OU",
         {},
         [](World &world, const View &view) {
             const auto tx = world.clinic.store().begin(view.actor(), "audit.export");
             return outcomeOf(auditlog::orderExport(*tx, u"log.csv"_qs));
         }},
        {"auditlog::writeExport",
         "OU",
         {},
         [](World &world, const View &view) {
             const auto tx = world.clinic.store().begin(world.clinic.owner(), "audit.export");
             const auto order = auditlog::orderExport(*tx, world.clinic.folder() + u"/log.csv"_qs);
             return outcomeOf(auditlog::writeExport(view, *order, world.clinic.files));
         }},
        {"patient::labels",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(patient::labels(view, {world.person->uuid()})); }},

        {"patient::register_",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(patient::register_(tx, world.patientDraft())); },
         {}},
        {"patient::count", "RPDOU", {}, [](World &, const View &view) { return outcomeOf(patient::count(view)); }},
        {"tags::inUse", "RPDO", {}, [](World &, const View &view) { return outcomeOf(tags::inUse(view)); }},
        {"tags::counted", "RPDO", {}, [](World &, const View &view) { return outcomeOf(tags::counted(view)); }},
        {"tags::make",
         "RPO",
         [](World &, Tx &tx) { return outcomeOf(tags::make(tx, u"标签%1"_qs.arg(tx.random().next()))); },
         {}},
        {"tags::rename",
         "RPO",
         [](World &, Tx &tx) {
             const QString name = u"标签%1"_qs.arg(tx.random().next());
             const auto made = tags::make(tx, name);
             return outcomeOf(tags::rename(tx, made ? made->id : tx.create<TagId>(), name.chopped(1)));
         },
         {}},
        {"tags::retire",
         "RPO",
         [](World &, Tx &tx) {
             const auto made = tags::make(tx, u"标签%1"_qs.arg(tx.random().next()));
             return outcomeOf(tags::retire(tx, made ? made->id : tx.create<TagId>()));
         },
         {}},
        {"channels::sources", "RPDO", {}, [](World &, const View &view) { return outcomeOf(channels::sources(view)); }},
        {"channels::campaigns",
         "RPDO",
         {},
         [](World &, const View &view) { return outcomeOf(channels::campaigns(view)); }},
        {"enquiry::record",
         "RPO",
         [](World &, Tx &tx) {
             return outcomeOf(enquiry::record(tx, {u"x"_qs, {}, {}, {}, {}, {}}));
         },
         {}},
        {"enquiry::become",
         "RPO",
         [](World &world, Tx &tx) -> Outcome {
             const auto asked = enquiry::record(tx, {u"x"_qs, {}, {}, {}, {}, {}}); // another one each time
             return outcomeOf(enquiry::become(tx, asked ? asked->id : world.enquiry(), world.patientDraft()));
         },
         {}},
        {"enquiry::list",
         "RPO",
         {},
         [](World &, const View &view) { return outcomeOf(enquiry::list(view, EnquiryStatus::Open)); }},
        {"enquiry::search",
         "RPO",
         {},
         [](World &, const View &view) { return outcomeOf(enquiry::search(view, EnquiryStatus::Open, u"x"_qs)); }},
        {"enquiry::withPhone",
         "RPO",
         {},
         [](World &, const View &view) { return outcomeOf(enquiry::withPhone(view, u"13800138000"_qs)); }},
        {"enquiry::countOpen",
         "RPO",
         {},
         [](World &, const View &view) { return outcomeOf(enquiry::countOpen(view, 9)); }},
        {"segment::all", "RPDO", {}, [](World &, const View &view) { return outcomeOf(segment::all(view)); }},
        {"segment::save",
         "RPO",
         [](World &, Tx &tx) { return outcomeOf(segment::save(tx, segmentNamed(u"老客"_qs))); },
         {}},
        {"segment::retire",
         "RPO",
         [](World &, Tx &tx) -> Outcome {
             const auto kept = segment::save(tx, segmentNamed(u"常客"_qs));
             return outcomeOf(segment::retire(tx, kept ? kept->id : tx.create<SegmentId>()));
         },
         {}},
        {"segment::count",
         "RPDO",
         {},
         [](World &, const View &view) { return outcomeOf(segment::count(view, segmentNamed({}).definition)); }},
        {"segment::page",
         "RPDO",
         {},
         [](World &, const View &view) { return outcomeOf(segment::page(view, segmentNamed({}).definition)); }},
        {"segment::compile",
         "RPDO",
         {},
         [](World &, const View &view) { return outcomeOf(segment::compile(view, segmentNamed({}).definition, {})); }},
        {"segment::thresholds",
         "RPDOAU",
         {},
         [](World &, const View &view) { return outcomeOf(segment::thresholds(view)); }},
        {"segment::stages",
         "RPDO",
         {},
         [](World &world, const View &view) { return outcomeOf(segment::stages(view, {*world.person})); }},
        {"segment::offered", "RPDO", {}, [](World &, const View &view) { return outcomeOf(segment::offered(view)); }},
        {"phrases::all", "P", {}, [](World &, const View &view) { return outcomeOf(phrases::all(view)); }},
        {"phrases::save",
         "P",
         [](World &, Tx &tx) {
             phrases::Phrase phrase;
             phrase.text = u"纳可，二便调。"_qs;
             return outcomeOf(phrases::save(tx, phrase));
         },
         {}},
        {"phrases::retire",
         "P",
         [](World &, Tx &tx) -> Outcome {
             phrases::Phrase phrase;
             phrase.text = u"神清，精神可。"_qs;
             const auto kept = phrases::save(tx, phrase);
             return outcomeOf(phrases::retire(tx, kept ? kept->id : tx.create<phrases::PhraseId>()));
         },
         {}},
        {"medicineorder::known",
         "P",
         {},
         [](World &, const View &view) { return outcomeOf(medicineorder::known(view)); }},
        {"notetemplate::all", "P", {}, [](World &, const View &view) { return outcomeOf(notetemplate::all(view)); }},
        {"notetemplate::save",
         "P",
         [](World &, Tx &tx) {
             notetemplate::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = u"xt%1"_qs.arg(tx.random().next() % 1000000000);
             draft.note.complaint = u"入睡困难"_qs;
             return outcomeOf(notetemplate::save(tx, draft));
         },
         {}},
        {"notetemplate::retire",
         "P",
         [](World &, Tx &tx) -> Outcome {
             notetemplate::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = u"yt%1"_qs.arg(tx.random().next() % 1000000000);
             draft.note.complaint = u"入睡困难"_qs;
             const auto made = notetemplate::save(tx, draft);
             return made ? outcomeOf(notetemplate::retire(tx, made->id)) : Outcome(made.error().code);
         },
         {}},
        {"ownformula::all", "PDO", {}, [](World &, const View &view) { return outcomeOf(ownformula::all(view)); }},
        {"ownformula::save",
         "P",
         [](World &, Tx &tx) {
             ownformula::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = u"xx%1"_qs.arg(tx.random().next() % 1000000000);
             draft.lines << PrescriptionLine{{}, u"黄芪"_qs, Mass::grams(30), {}};
             return outcomeOf(ownformula::save(tx, draft));
         },
         {}},
        {"ownformula::retire",
         "P",
         [](World &, Tx &tx) -> Outcome {
             ownformula::Draft draft;
             draft.name = tx.newUuid().toString();
             draft.code = u"yy%1"_qs.arg(tx.random().next() % 1000000000);
             draft.lines << PrescriptionLine{{}, u"黄芪"_qs, Mass::grams(30), {}};
             const auto made = ownformula::save(tx, draft);
             return made ? outcomeOf(ownformula::retire(tx, made->id)) : Outcome(made.error().code);
         },
         {}},
        {"prices::all", "PDO", {}, [](World &, const View &view) { return outcomeOf(prices::all(view)); }},
        {"prices::settle",
         "O",
         [](World &, Tx &tx) {
             return outcomeOf(prices::settle(tx, {{u"黄芪"_qs, 120}}));
         },
         {}},
        {"prices::settleTerms",
         "O",
         [](World &, Tx &tx) { return outcomeOf(prices::settleTerms(tx, Money::fen(100), true)); },
         {}},
        {"checksign::waiting", "PD", {}, [](World &, const View &view) { return outcomeOf(checksign::waiting(view)); }},
        {"record::unfinished", "P", {}, [](World &, const View &view) { return outcomeOf(record::unfinished(view)); }},
        {"patient::openGlass", "RP", {}, [](World &, const View &view) { return outcomeOf(patient::openGlass(view)); }},
        {"patient::glassInbox",
         "OU",
         {},
         [](World &, const View &view) { return outcomeOf(patient::glassInbox(view)); }},
        {"patient::glassReviewed",
         "OU",
         {},
         [](World &, const View &view) { return outcomeOf(patient::glassReviewed(view)); }},
        {"patient::endGlass",
         "RP",
         [](World &world, Tx &tx) -> Outcome {
             const auto broken = patient::breakGlass(tx, *world.person, u"other"_qs, u"x"_qs);
             return broken ? outcomeOf(patient::endGlass(tx, broken->id)) : Outcome(broken.error().code);
         },
         {}},
        {"patient::review",
         "O",
         [](World &world, Tx &tx) {
             return outcomeOf(patient::review(tx, world.glass(), GlassVerdict::Justified, {}));
         },
         {}},
    };
    return rows;
}

} // namespace xinglin::test
