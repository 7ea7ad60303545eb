#include "clinic/unfinished.h"

#include "clinic/catalog/constitutions.h"
#include "clinic/draftcontent.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/checksign.h"
#include "clinic/record/visits.h"

#include <algorithm>

namespace xinglin::unfinished {

namespace {

using What = Item::What;

void describe(Item &item, const VisitContent &content)
{
    const VisitDraft &visit = content.draft.visit;
    item.what = content.amending ? What::Amendment : visit.visit ? What::Visit : What::NewVisit;
    item.patient = visit.patient;
    item.visit = visit.visit;
    item.words = visit.note.complaint;
}

void describe(Item &item, const PatientContent &content)
{
    item.what = content.editing ? What::Patient : What::Registration;
    item.patient = content.editing;
    item.name = content.draft.name;
    item.words = content.editing ? QString() : content.draft.phone;
}

/// "23 / 60"
QString answeredOf(const ConstitutionDraft &draft)
{
    int answered = 0;
    const QList<constitution::Item> asked = constitution::shipped().of(draft.form).itemsFor(draft.sex);
    for (const constitution::Item &item : asked)
        answered += draft.answers.contains(item.id) ? 1 : 0;
    return QStringLiteral("%1 / %2").arg(answered).arg(asked.size());
}

Item itemOf(const drafts::Kept &kept, const QByteArray &bytes)
{
    Item item;
    item.what = What::Unreadable;
    item.typed = true;
    item.at = kept.saved;
    item.place = kept.place;
    if (const auto visit = visitContent(bytes)) {
        describe(item, *visit);
    } else if (const auto person = patientContent(bytes)) {
        describe(item, *person);
    } else if (const auto care = careContent(bytes)) {
        item.what = What::Care;
        item.patient = PatientId(kept.place.subject);
        for (const AllergyDraft &allergy : care->added)
            item.words = item.words.isEmpty() ? allergy.substance : item.words;
    } else if (const auto assessed = constitutionContent(bytes)) {
        item.what = What::Constitution;
        item.patient = assessed->draft.patient;
        item.words = answeredOf(assessed->draft);
    } else if (const auto form = formContent(bytes)) {
        item.what = What::Form;
        item.patient = PatientId::fromString(form->fields.value(FormContent::patient));
        item.visit = VisitId::fromString(form->fields.value(FormContent::visit));
    }
    return item;
}

QString nameOf(const store::Snapshot &view, PatientId id)
{
    const auto patient = patient::find(view, id);
    return patient ? patient->name : QString();
}

Item itemOf(const store::Snapshot &view, const checksign::Waiting &waiting)
{
    Item item;
    item.what = What::Check;
    item.at = waiting.signedAt;
    item.patient = waiting.patient;
    item.visit = waiting.visit;
    item.name = nameOf(view, waiting.patient);
    VisitSummary visit;
    visit.id = waiting.visit;
    if (const auto filled = consultation::withContents(view, waiting.patient, {visit}); filled && !filled->isEmpty())
        item.words = filled->first().prescription.value_or(QString());
    return item;
}

} // namespace

Result<QList<Item>> list(const store::Snapshot &view, const SecretBytes *secret)
{
    const auto kept = drafts::mine(view); // asks whether the person may be here at all
    if (!kept)
        return kept.error();
    QList<Item> items;
    for (const drafts::Kept &draft : *kept) {
        const auto opened = secret ? drafts::open(*secret, access::UserId(*view.actor().user), draft)
                                   : Result<QByteArray>(Error{Code::Damaged, {}, {}, {}});
        Item item = itemOf(draft, opened ? *opened : QByteArray());
        if (item.patient)
            item.name = nameOf(view, *item.patient);
        items << item;
    }
    const auto visits = access::allows(view, access::Permission::ReadNarrative)
                            ? record::unfinished(view)
                            : Result<QList<VisitSummary>>(QList<VisitSummary>());
    if (!visits)
        return visits.error();
    for (const VisitSummary &visit : *visits) {
        const auto is = [&](const Item &item) { return item.visit == visit.id && item.what != What::Form; };
        if (std::any_of(items.cbegin(), items.cend(), is))
            continue;
        Item item;
        item.at = visit.started;
        item.visit = visit.id;
        item.words = visit.complaint.value_or(QString());
        if (const auto stored = record::current(view, visit.id)) {
            item.patient = stored->patient;
            item.name = nameOf(view, stored->patient);
        }
        items << item;
    }
    if (access::allows(view, access::Permission::CheckPrescription)) {
        const auto waiting = checksign::waiting(view);
        if (!waiting)
            return waiting.error();
        for (const checksign::Waiting &one : *waiting)
            items << itemOf(view, one);
    }
    std::stable_sort(items.begin(), items.end(), [](const Item &one, const Item &other) { return one.at > other.at; });
    return items;
}

} // namespace xinglin::unfinished
