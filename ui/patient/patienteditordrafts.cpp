#include "ui/patient/patienteditorpage.h"

#include "clinic/patient/patients.h"
#include "ui/kit/ondone.h"
#include "ui/patient/householdlinks.h"
#include "ui/patient/lookalikes.h"
#include "ui/patient/patientmerge.h"
#include "ui/shell/formhand.h"

#include <QHideEvent>

namespace xinglin::ui {

void PatientEditorPage::buildKeeper(std::shared_ptr<access::Keys> keys)
{
    m_keeper = new DraftKeeper(
        m_clinic, std::move(keys), [this] { return typed(); }, this);
    connect(m_keeper, &DraftKeeper::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
}

PatientContent PatientEditorPage::content() const
{
    PatientContent content;
    content.editing = m_editing;
    content.enquiry = m_enquiry;
    content.before = m_editor->before();
    content.draft = m_editor->draft();
    if (m_editor->allergies())
        content.care = m_editor->allergies()->begun();
    if (m_editor->household())
        content.relations = m_editor->household()->typed();
    content.hand = m_hand ? *m_hand : handIn(*this, {});
    return content;
}

std::optional<DraftKeeper::Draft> PatientEditorPage::typed() const
{
    if (!m_begun || !m_editor->isEnabled() || !m_editor->isDirty())
        return {};
    return DraftKeeper::Draft{m_editing ? drafts::Place{draftkind::patient, m_editing->uuid()}
                                        : drafts::Place{draftkind::registration, m_subject},
                              toBytes(content())};
}

void PatientEditorPage::askForRegistration(bool takeUp)
{
    SystemRandom random; // the store's own belongs to the writer
    m_subject = Uuid::create(*m_clinic.store().options().clock, random);
    const auto asked = m_clinic.read(m_keeper->finderOfNewest(draftkind::registration));
    onDone(asked, this, [this, takeUp, question = m_question](const Result<std::optional<RestoredDraft>> &found) {
        if (question != m_question || m_editing || !found || !*found)
            return;
        const RestoredDraft draft = **found;
        if (takeUp && !m_editor->isDirty())
            return restore(draft);
        m_strip->offer(MessageStrip::Kind::Note, tr("Another registration was begun and not finished."),
                       tr("Go on with that"), [this, draft] {
                           m_keeper->flush(); // what is here is kept, and is found in the list of what is unfinished
                           m_keeper->begin();
                           restore(draft);
                       });
    });
}

void PatientEditorPage::resumeRegistration(const Uuid &subject)
{
    if (m_begun && !m_editing && m_subject == subject && hasUnsaved())
        return;
    m_keeper->flush();
    m_editing.reset();
    m_revision.reset();
    begin({}, {});
    m_subject = subject;
    const auto asked = m_clinic.read(m_keeper->finder({{draftkind::registration, subject}}));
    onDone(asked, this, [this, question = m_question](const Result<std::optional<RestoredDraft>> &found) {
        if (question == m_question && found && *found)
            restore(**found);
    });
}

void PatientEditorPage::restore(const RestoredDraft &draft)
{
    const auto parsed = draft.problem ? Result<PatientContent>(*draft.problem) : patientContent(draft.content);
    if (!parsed) {
        m_keeper->setAside(draft.place);
        return m_strip->say(MessageStrip::Kind::Caution, parsed.error().message);
    }
    m_keeper->begin(DraftKeeper::Draft{draft.place, draft.content});
    const QString restored = DraftKeeper::restoredWords(m_clinic, draft.saved);
    PatientContent content = *parsed;
    if (!m_editing) {
        m_subject = draft.place.subject;
        put(content);
        return m_strip->offerDiscard(restored, [this] { return discard(); });
    }
    const PatientDraft now = m_editor->before();
    const MergedPatient merged = merge(content.before, content.draft, now);
    const bool changed = content.before != now;
    content.draft = merged.draft;
    put(content);
    m_editor->showSaved(merged.both);
    const auto throwAway = [this] { return discard(); };
    if (!merged.both.isEmpty())
        m_strip->offerDiscard(
            tr("%1 The record was changed since then: where both differ, what is saved stands below the field.",
               "after: Restored what you had typed at 10:42.")
                .arg(restored),
            throwAway, MessageStrip::Kind::Caution);
    else if (changed)
        m_strip->offerDiscard(tr("%1 The record was changed since then, elsewhere; that is kept.",
                                 "after: Restored what you had typed at 10:42.")
                                  .arg(restored),
                              throwAway);
    else
        m_strip->offerDiscard(restored, throwAway);
}

void PatientEditorPage::put(const PatientContent &content)
{
    m_editor->resume(content.draft, content.care);
    if (m_editor->household())
        m_editor->household()->put(content.relations);
    m_hand = content.hand;
    if (isVisible())
        activate();
    const PatientDraft draft = m_editor->draft();
    m_others->compare(draft, m_editing);
    if (!m_editing) {
        setEnquiry(content.enquiry);
        lookForEnquiries(draft);
    }
    emit headingChanged();
}

DraftStrip::Act PatientEditorPage::discard()
{
    const PatientContent thrown = content();
    m_editor->showSaved({});
    m_editor->resume(m_editor->before(), {});
    if (m_editor->household())
        m_editor->household()->put({});
    m_keeper->flush();
    return [this, thrown] {
        put(thrown);
        m_keeper->flush();
    };
}

void PatientEditorPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && !isResting()) {
        if (!isHidden() && m_begun)
            m_hand = handIn(*this, {}); // covered, not left: a lock changes nothing
        m_keeper->flush();
    }
    Page::hideEvent(event);
}

} // namespace xinglin::ui
