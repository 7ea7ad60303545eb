#include "access/matrix/world.h"

#include "clinic/changes.h"
#include "clinic/chart/chart.h"
#include "clinic/patient/batches.h"
#include "clinic/patient/channels.h"
#include "clinic/patient/duplicates.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/merge.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patienttrail.h"
#include "clinic/patient/relations.h"
#include "clinic/patient/reveal.h"
#include "clinic/prescription/asof.h"
#include "clinic/prescription/checksign.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/prescription/similar.h"
#include "clinic/prescription/timeline.h"
#include "clinic/prescription/visitpaper.h"
#include "clinic/record/attestations.h"
#include "clinic/record/certificates.h"
#include "clinic/record/visits.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/freetimes.h"

namespace xinglin::test {

namespace {

using Tx = store::Transaction;
using View = store::Snapshot;

/// A list that does not hold the patient is as good as a refusal.
Outcome holds(const Result<QList<PatientHit>> &hits, const Case &one)
{
    if (!hits)
        return hits.error().code;
    const bool held =
        std::any_of(hits->cbegin(), hits->cend(), [&](const PatientHit &hit) { return hit.id == one.kept; });
    return held ? Outcome() : Outcome(Code::NotFound);
}

/// Two records that cannot become one were found all the same.
Outcome unlessConflict(const Outcome &outcome)
{
    return outcome == Code::Conflict ? Outcome() : outcome;
}

/// Somebody else, whom everybody may see.
PatientId another(const World &world, const Case &one)
{
    const Case &own = world.of(Subject::Own);
    return own.id == one.id ? world.of(Subject::Foreign).id : own.id;
}

/// Another one each time; nobody's patient.
RelationDraft brotherOf(Tx &tx, const Case &one)
{
    return {one.id, {}, tx.newUuid().toString(), {}, u"BRO"_qs, false};
}

ContactDraft contactDraft(const Case &one)
{
    ContactDraft draft;
    draft.patient = one.id;
    draft.text = QStringLiteral("x");
    return draft;
}

} // namespace

const QList<PatientRow> &patientRows()
{
    static const QList<PatientRow> rows{
        // function, own, foreign, restricted, merged
        {"patient::find",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::find(view, one.id)); }},
        {"patient::findPlain",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::findPlain(view, one.id)); }},
        {"patient::findByReference",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(patient::findByReference(view, one.number));
         }},
        {"patient::recordsOf",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::recordsOf(view, one.id)); }},
        {"patient::trail",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::trail(view, one.id)); }},
        {"patient::open",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::open(view, one.id)); }},
        {"schedule::habitsOf",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(schedule::habitsOf(view, one.id)); }},
        {"schedule::wishForSex",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) { return outcomeOf(schedule::wishForSex(tx, one.id, Sex::Female)); },
         {}},
        {"schedule::usualWalkIn",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(schedule::usualWalkIn(view, one.id)); }},
        {"schedule::attendance",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(schedule::attendance(view, one.id)); }},
        {"patient::search",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view,
            const Case &one) { // Merged people are found by the numbers they had, no longer by their other name.
             return holds(patient::search(view, one.id == one.kept ? one.name : one.number), one);
         }},
        {"patient::household",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &world, const View &view, const Case &one) {
             // Merged people are found by the telephone of the record that stays.
             const QString phone = one.id == one.kept ? one.phone : world.patientDraft(5).phone;
             return holds(patient::household(view, phone, {}), one);
         }},
        {"patient::edit",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &world, Tx &tx, const Case &one) {
             PatientDraft draft = world.patientDraft();
             draft.address = tx.newUuid().toString();
             return outcomeOf(patient::edit(tx, one.id, draft));
         },
         {}},
        {"patient::setRestricted",
         "O",
         "O",
         "O",
         "O",
         [](World &, Tx &tx, const Case &one) { return outcomeOf(patient::setRestricted(tx, one.id, true, u"x"_qs)); },
         {}},
        {"patient::previewMerge",
         "O",
         "O",
         "O",
         "O",
         {},
         [](World &world, const View &view, const Case &one) {
             return unlessConflict(outcomeOf(patient::previewMerge(view, another(world, one), one.id)));
         }},
        {"patient::merge",
         "O",
         "O",
         "O",
         "O",
         [](World &world, Tx &tx, const Case &one) {
             return unlessConflict(outcomeOf(patient::merge(tx, {one.id, another(world, one), {}, {}, {}})));
         },
         {}},
        {"patient::aliases",
         "O",
         "O",
         "O",
         "O",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::aliases(view, one.id)); }},
        {"patient::unmerge",
         "O",
         "O",
         "O",
         "O",
         [](World &, Tx &tx, const Case &one) {
             return unlessConflict(outcomeOf(patient::unmerge(tx, one.id, u"x"_qs)));
         },
         {}},
        {"relation::family",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(relation::family(view, one.id)); }},
        {"relation::relate",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &, Tx &tx, const Case &one) { return outcomeOf(relation::relate(tx, brotherOf(tx, one))); },
         {}},
        {"relation::end",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &, Tx &tx, const Case &one) {
             const auto made = relation::relate(tx, brotherOf(tx, one));
             return outcomeOf(relation::end(tx, made ? made->id : tx.create<RelationId>()));
         },
         {}},
        {"relation::retract",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &, Tx &tx, const Case &one) {
             const auto made = relation::relate(tx, brotherOf(tx, one));
             return outcomeOf(relation::retract(tx, made ? made->id : tx.create<RelationId>(), u"误录"_qs));
         },
         {}},
        {"tags::ofPatient",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(tags::ofPatient(view, one.id)); }},
        {"tags::put",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &world, Tx &tx, const Case &one) { return outcomeOf(tags::put(tx, one.id, *world.tag)); },
         {}},
        {"tags::take",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &world, Tx &tx, const Case &one) {
             const auto given = tags::put(tx, one.id, *world.tag);
             return given ? outcomeOf(tags::take(tx, one.id, *world.tag)) : outcomeOf(given);
         },
         {}},
        {"channels::referrer",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(channels::referrer(view, one.id)); }},
        {"channels::referrals",
         "RPDOU",
         "RPDOU",
         "O",
         "RPDOU",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(channels::referrals(view, one.id)); }},
        {"duplicates::say",
         "RPOc",
         "RPOc",
         "O",
         "RPOc",
         [](World &world, Tx &tx, const Case &one) {
             return outcomeOf(duplicates::say(tx, one.id, another(world, one), duplicates::Opinion::Different, {}));
         },
         {}},
        {"patient::knowsAllergy",
         "O",
         "O",
         "O",
         "O",
         {},
         [](World &, const View &view, const Case &one) {
             const auto kept = access::require(view, access::Permission::RunBatch)
                                   ? Result<PatientId>(Error{Code::NoPermission, {}, {}, {}})
                                   : patient::canonical(view, one.id);
             return kept ? outcomeOf(patient::knowsAllergy(view, *kept, {{}, u"虾"_qs, {}}, {})) : outcomeOf(kept);
         }},
        {"patient::importAllergy",
         "O",
         "O",
         "O",
         "O",
         [](World &world, Tx &tx, const Case &one) {
             const auto kept = access::require(tx, access::Permission::RunBatch)
                                   ? Result<PatientId>(Error{Code::NoPermission, {}, {}, {}})
                                   : patient::canonical(tx, one.id);
             if (!kept)
                 return outcomeOf(kept);
             return outcomeOf(patient::importAllergy(tx, world.batch(), *kept, {{}, u"虾"_qs, {}}));
         },
         {}},
        {"patient::reveal",
         "RP",
         "RP",
         "",
         "RP",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(patient::reveal(view, one.id, MaskedField::Address));
         }},
        {"patient::allergies",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::allergies(view, one.id)); }},
        {"patient::recordAllergy",
         "RP",
         "RP",
         "",
         "RP",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(patient::recordAllergy(tx, one.id, {{}, u"虾"_qs, {}}));
         },
         {}},
        {"patient::retractAllergy",
         "P",
         "P",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(patient::retractAllergy(tx, *one.allergy, u"误录"_qs));
         },
         {}},
        {"patient::recordPregnancy",
         "P",
         "P",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) { return outcomeOf(patient::recordPregnancy(tx, one.id, true, {})); },
         {}},
        {"patient::recordMedicine",
         "P",
         "P",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(patient::recordMedicine(tx, one.id, u"二甲双胍"_qs, {}));
         },
         {}},
        {"patient::history",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::history(view, one.id)); }},
        {"patient::asItStood",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(patient::asItStood(view, one.id, view.now()));
         }},
        {"patient::stripAsOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(patient::stripAsOf(view, one.id, view.now()));
         }},
        {"consultation::visitsAsOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::visitsAsOf(view, one.id, view.now()));
         }},
        {"consultation::withContents",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::withContents(view, one.id, {}));
         }},
        {"chart::events",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(chart::events(view, one.id)); }},
        {"chart::measurements",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(chart::measurements(view, one.id)); }},
        {"chart::notes",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(chart::notes(view, one.id)); }},
        {"chart::states",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(chart::states(view, one.id)); }},
        {"chart::stored",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(chart::stored(view, *one.revision)); }},
        {"record::revision",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(record::revision(view, *one.revision)); }},
        {"record::placesOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(record::placesOf(view, one.id)); }},
        {"consultation::formulaTimeline",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::formulaTimeline(view, one.id));
         }},
        {"consultation::similar",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             const DiagnosisEntry pattern{DiagnosisKind::Pattern, u"x"_qs, u"y"_qs, u"z"_qs};
             return outcomeOf(consultation::similar(view, pattern, one.id));
         }},
        {"consultation::spanOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(consultation::spanOf(view, one.id)); }},
        {"consultation::asOf",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::asOf(view, *one.visit, view.now()));
         }},
        {"changes::ofPatient",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(changes::ofPatient(view, one.id)); }},

        // What was asked and said; an enquiry is hidden with the patient whom it became.
        {"enquiry::find",
         "RPO",
         "RPO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(enquiry::find(view, *one.enquiry)); }},
        {"enquiry::ofPatient",
         "RPO",
         "RPO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(enquiry::ofPatient(view, one.id)); }},
        {"enquiry::edit",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             return unlessConflict(outcomeOf(enquiry::edit(tx, *one.enquiry, {u"x"_qs, {}, {}, {}, {}, {}})));
         },
         {}},
        {"enquiry::close",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             return unlessConflict(outcomeOf(enquiry::close(tx, *one.enquiry, u"x"_qs)));
         },
         {}},
        {"enquiry::reopen",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             return unlessConflict(outcomeOf(enquiry::reopen(tx, *one.enquiry)));
         },
         {}},
        {"enquiry::link",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &world, Tx &tx, const Case &one) { return outcomeOf(enquiry::link(tx, world.enquiry(), one.id)); },
         {}},
        {"contact::log",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) -> Outcome { return outcomeOf(contact::log(tx, contactDraft(one))); },
         {}},
        {"contact::retract",
         "RPO",
         "RPO",
         "O",
         "RPO",
         [](World &, Tx &tx, const Case &one) { return outcomeOf(contact::retract(tx, *one.contact, u"x"_qs)); },
         {}},
        {"contact::ofPatient",
         "RPO",
         "RPO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(contact::ofPatient(view, one.id)); }},
        {"contact::ofEnquiry",
         "RPO",
         "RPO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(contact::ofEnquiry(view, *one.enquiry)); }},

        // Breaking the glass is for what is hidden.
        {"patient::findForGlass",
         "RP",
         "RP",
         "RP",
         "RP",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(patient::findForGlass(view, one.number)); }},
        {"patient::breakGlass",
         "RP",
         "RP",
         "RP",
         "RP",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(patient::breakGlass(tx, one.id, u"emergency"_qs, u"x"_qs));
         },
         {}},

        {"record::save",
         "P",
         "P",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             return outcomeOf(record::save(tx, world.visitDraft(one.id).visit));
         },
         {}},
        {"record::sign",
         "P",
         "P",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             return outcomeOf(record::sign(tx, world.visitDraft(one.id).visit));
         },
         {}},
        {"record::current",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(record::current(view, *one.visit)); }},
        {"record::visitsOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(record::visitsOf(view, one.id)); }},

        {"condition::ofPatient",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(condition::ofPatient(view, one.id)); }},
        {"condition::fromVisits",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(condition::fromVisits(view, one.id)); }},
        {"condition::add",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             return outcomeOf(condition::add(tx, {one.id, {}, {}, tx.newUuid().toString(), {}, {}}));
         },
         {}},
        {"condition::resolve",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             // Another one each time; whoever may not record one meets the one that is there.
             const auto fresh = condition::add(tx, {one.id, {}, {}, tx.newUuid().toString(), {}, {}});
             return outcomeOf(condition::resolve(tx, fresh ? fresh->id : *one.condition));
         },
         {}},
        {"condition::reactivate",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             // Another one each time; whoever may not record one meets the one that is there.
             const auto fresh = condition::add(tx, {one.id, {}, {}, tx.newUuid().toString(), {}, {}});
             if (fresh)
                 static_cast<void>(condition::resolve(tx, fresh->id));
             return outcomeOf(condition::reactivate(tx, fresh ? fresh->id : *one.condition));
         },
         {}},
        {"condition::markInError",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             // Another one each time; whoever may not record one meets the one that is there.
             const auto fresh = condition::add(tx, {one.id, {}, {}, tx.newUuid().toString(), {}, {}});
             return outcomeOf(condition::markInError(tx, fresh ? fresh->id : *one.condition, u"误录"_qs));
         },
         {}},
        {"familyhistory::ofPatient",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(familyhistory::ofPatient(view, one.id)); }},
        {"familyhistory::add",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             return outcomeOf(familyhistory::add(tx, {one.id, Kinship::Sister, {}, {}, tx.newUuid().toString(), {}}));
         },
         {}},
        {"familyhistory::markInError",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             // Another one each time; whoever may not record one meets the one that is there.
             const auto fresh = familyhistory::add(tx, {one.id, Kinship::Sister, {}, {}, tx.newUuid().toString(), {}});
             return outcomeOf(familyhistory::markInError(tx, fresh ? fresh->id : *one.family, u"误录"_qs));
         },
         {}},
        {"assessment::record",
         "P",
         "P",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(assessment::record(tx, World::constitutionDraft(one.id)));
         },
         {}},
        {"assessment::markInError",
         "P",
         "P",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) -> Outcome {
             // Another one each time; whoever may not record one meets the one that is there.
             const auto fresh = assessment::record(tx, World::constitutionDraft(one.id));
             return outcomeOf(assessment::markInError(tx, fresh ? fresh->id : *one.assessment, u"误录"_qs));
         },
         {}},
        {"assessment::ofPatient",
         "PDOC",
         "PDOC",
         "O",
         "PDOC",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(assessment::ofPatient(view, one.id)); }},
        {"assessment::latest",
         "PDOC",
         "PDOC",
         "O",
         "PDOC",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(assessment::latest(view, one.id)); }},
        {"assessment::answersOf",
         "PDOC",
         "PDOC",
         "O",
         "PDOC",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(assessment::answersOf(view, *one.assessment));
         }},
        {"assessment::paper",
         "PDOC",
         "PDOC",
         "O",
         "PDOC",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(assessment::paper(view, *one.assessment));
         }},
        {"attachments::add",
         "P",
         "P",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             const auto file = world.clinic.store().attached().keep("picture");
             return file ? outcomeOf(attachments::add(tx, world.attachmentDraft(one.id), *file)) : outcomeOf(file);
         },
         {}},
        {"attachments::markInError",
         "P",
         "",
         "",
         "P",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(attachments::markInError(tx, *one.attachment, u"误录"_qs));
         },
         {}},
        {"attachments::list",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(attachments::list(view, one.id)); }},
        {"attachments::find",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(attachments::find(view, *one.attachment));
         }},
        {"attachments::content",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(attachments::content(view, *one.attachment));
         }},
        {"attachments::forExport",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(attachments::forExport(view, *one.attachment, u"/tmp/x"_qs));
         }},

        {"consultation::factsFor",
         "PDOC",
         "PDOC",
         "O",
         "PDOC",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(consultation::factsFor(view, one.id)); }},
        {"consultation::save",
         "P",
         "P",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             return outcomeOf(consultation::save(tx, *world.catalog, world.visitDraft(one.id)));
         },
         {}},
        {"consultation::sign",
         "P",
         "P",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             return outcomeOf(consultation::sign(tx, *world.catalog, world.visitDraft(one.id)));
         },
         {}},
        {"consultation::current",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(consultation::current(view, *one.visit)); }},
        {"consultation::summaryPaper",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::summaryPaper(view, *one.visit));
         }},
        {"consultation::medicinePaper",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::medicinePaper(view, *one.visit));
         }},
        {"consultation::secondsOf",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::secondsOf(view, *one.revision));
         }},
        {"attestation::of",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(attestation::of(view, *one.revision)); }},
        {"attestation::mayCountersign",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(attestation::mayCountersign(view, *one.revision));
         }},
        // The note is the practitioner's own: whoever might sign under another's hears that.
        {"attestation::countersign",
         "P",
         "",
         "",
         "P",
         {},
         [](World &world, const View &view, const Case &one) -> Outcome {
             const auto tx = world.clinic.store().begin(view.actor(), "visit.countersign");
             const auto done = attestation::countersign(*tx, *one.revision);
             return done || done.error().code == Code::Conflict ? Outcome() : done.error().code;
         }},
        {"certificate::ofVisit",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(certificate::ofVisit(view, *one.visit)); }},
        {"certificate::paper",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) -> Outcome {
             // None was issued: whoever may read that hears it.
             const auto paper = certificate::paper(view, *one.visit);
             const bool mayRead = certificate::ofVisit(view, *one.visit).ok();
             return paper                                             ? Outcome()
                    : mayRead && paper.error().code == Code::NotFound ? Outcome()
                                                                      : paper.error().code;
         }},
        {"certificate::issue",
         "P",
         "",
         "",
         "P",
         [](World &world, Tx &tx, const Case &one) {
             CertificateDraft draft;
             draft.visit = *one.visit;
             draft.from = draft.to = civilDay(world.clinic.clock.now(), QTimeZone("Asia/Shanghai"));
             return outcomeOf(certificate::issue(tx, draft));
         },
         {}},
        {"consultation::visitsOf",
         "RPDO",
         "RPDO",
         "O",
         "RPDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(consultation::visitsOf(view, one.id)); }},
        {"checksign::ofVisit",
         "PDO",
         "DO",
         "O",
         "PDO",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(checksign::ofVisit(view, *one.visit)); }},
        {"checksign::maySign",
         "PD",
         "D",
         "",
         "PD",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(checksign::maySign(view, *one.revision)); }},
        // The prescription is the practitioner's own: they hear that, as somebody does who has checked it.
        {"checksign::sign",
         "PD",
         "D",
         "",
         "PD",
         {},
         [](World &world, const View &view, const Case &one) -> Outcome {
             const auto tx = world.clinic.store().begin(view.actor(), "prescription.check");
             const auto done = checksign::sign(*tx, *one.revision);
             return done || done.error().code == Code::Conflict ? Outcome() : done.error().code;
         }},
        {"consultation::lastPrescriptions",
         "PDO",
         "DO",
         "O",
         "PDO",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::lastPrescriptions(view, one.id));
         }},
        {"consultation::paper",
         "P",
         "",
         "",
         "P",
         {},
         [](World &, const View &view, const Case &one) {
             return outcomeOf(consultation::paper(view, *one.prescription));
         }},

        // What is given is not narrative: reception counts needles for everybody.
        {"treatment::ofRevision",
         "RPO",
         "RO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) -> Outcome {
             if (!access::allows(view, access::Permission::ReadTreatments))
                 return Code::NoPermission;
             if (const auto kept = patient::canonical(view, one.id); !kept)
                 return kept.error().code;
             const bool none = treatment::ofRevision(view, *one.revision, one.id).isEmpty();
             return none ? Outcome(Code::NoPermission) : Outcome();
         }},
        {"treatment::ordersOf",
         "RPO",
         "RO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) -> Outcome {
             const auto orders = treatment::ordersOf(view, one.id);
             return orders && orders->size() < 2 ? Outcome(Code::Broken) : outcomeOf(orders);
         }},
        {"treatment::lastPoints",
         "RPO",
         "RO",
         "O",
         "RPO",
         {},
         [](World &, const View &view, const Case &one) -> Outcome {
             const auto last = treatment::lastPoints(view, one.id);
             return last && !*last ? Outcome(Code::Broken) : outcomeOf(last);
         }},
        {"treatment::sheet",
         "RP",
         "R",
         "",
         "RP",
         {},
         [](World &, const View &view, const Case &one) { return outcomeOf(treatment::sheet(view, *one.visit)); }},
        {"treatment::beginSession",
         "RP",
         "R",
         "",
         "RP",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(treatment::beginSession(tx, *one.treatment, {2, {}}));
         },
         {}},
        {"treatment::endSession",
         "RP",
         "R",
         "",
         "RP",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(treatment::endSession(tx, *one.session, {2, {}, {}, false}));
         },
         {}},
        {"treatment::retractSession",
         "RP",
         "R",
         "",
         "RP",
         [](World &, Tx &tx, const Case &one) {
             return outcomeOf(treatment::retractSession(tx, *one.session, u"x"_qs));
         },
         {}},
    };
    return rows;
}

} // namespace xinglin::test
