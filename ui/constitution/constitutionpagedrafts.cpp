#include "ui/constitution/constitutionpage.h"

#include "clinic/draftcontent.h"
#include "ui/constitution/questionnairepane.h"

#include <QHideEvent>

namespace xinglin::ui {

void ConstitutionPage::buildKeeper(std::shared_ptr<access::Keys> keys)
{
    m_keeper = new DraftKeeper(
        m_clinic, std::move(keys), [this] { return typed(); }, this);
    connect(m_keeper, &DraftKeeper::failed, this, &ConstitutionPage::refuse);
    connect(m_questions, &QuestionnairePane::changed, m_keeper, &DraftKeeper::touch);
}

drafts::Place ConstitutionPage::place() const
{
    return {draftkind::constitution, m_patient->uuid()};
}

std::optional<DraftKeeper::Draft> ConstitutionPage::typed() const
{
    if (!m_patient || !m_questions->isBegun())
        return {};
    return DraftKeeper::Draft{place(), toBytes(m_questions->content())};
}

bool ConstitutionPage::hasUnsaved() const
{
    return m_patient && m_questions->isBegun();
}

void ConstitutionPage::restore(const RestoredDraft &draft)
{
    const auto parsed =
        draft.problem ? Result<ConstitutionContent>(*draft.problem) : constitutionContent(draft.content);
    begin();
    if (!parsed) {
        m_keeper->setAside(draft.place);
        return m_strip->say(MessageStrip::Kind::Caution, parsed.error().message);
    }
    m_keeper->begin(DraftKeeper::Draft{draft.place, draft.content});
    m_questions->put(*parsed);
    m_strip->offerDiscard(DraftKeeper::restoredWords(m_clinic, draft.saved), [this] { return discard(); });
}

DraftStrip::Act ConstitutionPage::discard()
{
    const ConstitutionContent thrown = m_questions->content();
    ConstitutionContent empty = thrown;
    empty.draft.answers.clear();
    empty.draft.by = AnsweredBy::Staff;
    m_questions->put(empty);
    m_keeper->flush();
    return [this, thrown] {
        m_questions->put(thrown);
        m_keeper->flush();
    };
}

void ConstitutionPage::rest(bool resting)
{
    m_keeper->rest(resting);
    Page::rest(resting);
    if (resting)
        return;
    m_stale = true;
    refresh();
    if (std::exchange(m_handed, false))
        m_strip->say(MessageStrip::Kind::Note, m_questions->isComplete()
                                                   ? tr("The patient has answered everything. Look it over, then save.")
                                                   : tr("The patient has not answered everything yet."));
}

void ConstitutionPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && !isResting())
        m_keeper->flush();
    Page::hideEvent(event);
}

} // namespace xinglin::ui
