#include "ui/visit/visitpage.h"

#include "ui/kit/banner.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/ondone.h"
#include "ui/patient/patientbanner.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/formhand.h"
#include "ui/shell/who.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"

#include <QLineEdit>
#include <QStackedWidget>

#include <utility>

namespace xinglin::ui {

QStringList VisitPage::halfWritten()
{
    static const QStringList names{
        QStringLiteral("vitals"),       QStringLiteral("inspectionTerms"), QStringLiteral("listeningTerms"),
        QStringLiteral("inquiryTerms"), QStringLiteral("palpationTerms"),  QStringLiteral("tongueQuick"),
        QStringLiteral("pulse0"),       QStringLiteral("pulse1"),          QStringLiteral("pulse2"),
        QStringLiteral("pulse3"),       QStringLiteral("pulse4"),          QStringLiteral("pulse5"),
        QStringLiteral("pulseOverall"), QStringLiteral("herbEdit"),        QStringLiteral("formulaEdit"),
        QStringLiteral("pointEdit"),    QStringLiteral("therapyEdit")};
    return names;
}

void VisitPage::buildKeeper(std::shared_ptr<access::Keys> keys)
{
    m_keeper = new DraftKeeper(
        m_clinic, std::move(keys), [this] { return typed(); }, this);
    connect(m_keeper, &DraftKeeper::failed, this, &VisitPage::refused);
    connect(m_check, &CheckPanel::reasonEdited, m_keeper, &DraftKeeper::touch);
    for (const QString &name : halfWritten()) {
        if (const auto *line = findChild<QLineEdit *>(name))
            connect(line, &QLineEdit::textChanged, m_keeper, &DraftKeeper::touch);
    }
    connect(m_note->dayEdit(), &QLineEdit::textChanged, m_keeper, &DraftKeeper::touch);
}

Hand VisitPage::handNow() const
{
    Hand hand = handIn(*this, halfWritten());
    if (m_note->isDayHalfWritten()) // a whole one is a value
        hand.lines.insert(m_note->dayEdit()->objectName(), m_note->dayEdit()->text());
    return hand;
}

drafts::Place VisitPage::place() const
{
    if (!m_visit)
        return {draftkind::newVisit, m_patient->uuid()};
    return {m_signed ? draftkind::amendment : draftkind::visit, m_visit->uuid()};
}

VisitContent VisitPage::content() const
{
    VisitContent content;
    content.draft = draft();
    // Also without a line yet: packets and route may have been set.
    content.draft.prescriptions = m_prescription->drafts();
    content.amending = m_amending;
    content.numbersPassed = m_prescription->numbersPassed(0);
    for (int place = 1; place < m_prescription->count(); ++place)
        content.furtherPassed << m_prescription->numbersPassed(place);
    content.shown = m_prescription->shown();
    content.prescription = m_middle->currentWidget() == m_prescription;
    content.herb = m_prescription->sheet()->current();
    content.reason = m_check->reasonBegun();
    content.hand = m_hand ? *m_hand : handNow();
    return content;
}

std::optional<DraftKeeper::Draft> VisitPage::typed() const
{
    if (!m_patient)
        return {};
    if (!isSigned()) {
        const VisitContent now = content();
        const bool half = !now.hand.lines.isEmpty() || !now.reason.rule.isEmpty();
        if (half || m_amending || draft() != m_saved)
            return DraftKeeper::Draft{place(), toBytes(now)};
    }
    if (m_keepOther)
        return DraftKeeper::Draft{{m_other->amending ? draftkind::amendment : draftkind::visit, m_visit->uuid()},
                                  toBytes(*m_other)};
    return {};
}

void VisitPage::putContent(const VisitContent &content)
{
    m_amending = content.amending;
    m_reason = content.draft.visit.reason;
    m_note->setNote(content.draft.visit.note);
    m_note->setDay(content.draft.visit.day, m_today);
    m_prescription->setDrafts(content.draft.prescriptions, QList<bool>{content.numbersPassed} + content.furtherPassed,
                              content.shown);
    m_prescription->medicines()->setOrders(content.draft.medicines);
    m_treatments->setDrafts(content.draft.treatments);
    m_check->resumeReason(content.reason);
    showState();
    showPrescription(content.prescription);
    m_prescription->sheet()->setCurrent(content.herb);
    m_hand = content.hand;
    if (isVisible())
        putHandBack();
    check();
}

void VisitPage::putHandBack()
{
    const Hand hand = *std::exchange(m_hand, std::nullopt);
    if (hand.lines.contains(QStringLiteral("formulaEdit")))
        m_prescription->pickFormula(); // the line is hidden otherwise
    putHand(*this, hand, true);
    if (hand.field.isEmpty())
        m_note->focusComplaint();
}

void VisitPage::restore(const RestoredDraft &draft)
{
    const auto parsed = draft.problem ? Result<VisitContent>(*draft.problem) : visitContent(draft.content);
    if (!parsed) {
        m_keeper->setAside(draft.place);
        m_strip->say(MessageStrip::Kind::Caution, parsed.error().message);
        return;
    }
    m_keeper->begin(DraftKeeper::Draft{draft.place, draft.content});
    m_restored = DraftKeeper::restoredWords(m_clinic, draft.saved);
    m_stored = content();
    m_stored->hand = {};
    if (m_signed && !parsed->amending) {
        m_other = *parsed;
        m_keepOther = true;
        return m_strip->offer(
            MessageStrip::Kind::Caution,
            tr("This visit was signed since. What you had typed before is kept; amend it to take that up."),
            tr("Amend"), {}, [this] { amend(); });
    }
    putContent(*parsed);
    const std::optional<RevisionId> &based = parsed->draft.visit.basedOn;
    if (based != m_basedOn) {
        m_other = m_stored;
        return m_strip->offer(
            MessageStrip::Kind::Caution,
            tr("%1 The visit was saved again since then.", "after: Restored what you had typed at 10:42.")
                .arg(m_restored),
            tr("Show what was saved"), [this] { lookAtOther(); });
    }
    offerDiscard();
}

void VisitPage::offerDiscard()
{
    m_strip->offerDiscard(m_restored, [this]() -> DraftStrip::Act {
        m_other = content();
        m_keepOther = false;
        putContent(*m_stored);
        m_keeper->flush();
        return [this] { bringBack(); };
    });
}

void VisitPage::bringBack()
{
    VisitContent typed = *std::exchange(m_other, std::nullopt);
    m_keepOther = false;
    if (m_signed) { // it is taken up as an amendment, for the reason just given
        typed.draft.visit.reason = m_amending ? m_reason : typed.draft.visit.reason;
        typed.amending = true;
    }
    putContent(typed);
    m_keeper->flush();
    offerDiscard();
}

void VisitPage::lookAtOther()
{
    const bool showsTyped = !m_keepOther;
    VisitContent now = content();
    putContent(*std::exchange(m_other, now));
    m_keepOther = showsTyped;
    if (showsTyped)
        m_strip->offer(MessageStrip::Kind::Note, tr("This is what was saved. What you had typed is kept."),
                       tr("Show what I had typed"), [this] { lookAtOther(); });
    else
        m_strip->offer(MessageStrip::Kind::Note, m_restored, tr("Show what was saved"), [this] { lookAtOther(); });
}

void VisitPage::comeBack()
{
    const QDate day = today(m_clinic);
    const auto asked = m_clinic.read([patient = *m_patient, visit = m_visit, day](const store::Snapshot &view) {
        Result<Opened> opened = gather(view, patient, visit);
        if (opened)
            opened->today = day;
        return opened;
    });
    onDone(asked, this, [this, question = m_question](const Result<Opened> &opened) {
        if (question != m_question || isResting())
            return;
        if (!opened)
            return refused(opened.error());
        const std::optional<RevisionId> newest =
            opened->stored ? std::optional(opened->stored->revision.id) : std::nullopt;
        if (newest == m_basedOn || m_busy) { // nothing was written here meanwhile: everything stays as it was left
            m_facts = opened->facts;
            fillBanner(*m_banner, opened->strip, opened->today);
            m_history->setVisits(opened->visits, opened->lastNote);
            m_prescription->setLast(opened->lastPrescriptions);
            m_treatments->begin(opened->lastPoints, opened->mayTreat);
            return check();
        }
        const std::optional<DraftKeeper::Draft> mine = typed();
        showOpened(*opened);
        if (mine)
            restore({mine->place, m_clinic.store().options().clock->now(), mine->content, {}});
    });
}

} // namespace xinglin::ui
