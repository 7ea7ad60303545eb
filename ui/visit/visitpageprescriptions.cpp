#include "ui/visit/visitpage.h"

#include "ui/kit/safetyring.h"
#include "ui/kit/stepper.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/checkrunner.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

// Several prescriptions of one visit: each is checked beside the others, and what holds a signature is led to.

namespace xinglin::ui {

namespace {

/// The gravest of what no reason covers.
SegmentMark markOf(const safety::CheckResult &result, const PrescriptionDraft &draft)
{
    std::optional<Severity> gravest;
    for (const safety::Finding &finding : result.findings) {
        if (PrescriptionWords::overrideOf(finding, draft))
            continue;
        if (finding.severity == safety::Severity::Severe)
            gravest = Severity::Stop;
        else if (finding.severity == safety::Severity::Warning && gravest != Severity::Stop)
            gravest = Severity::Caution;
    }
    return gravest ? SegmentMark{iconOf(*gravest), toneOf(*gravest), wordOf(*gravest)} : SegmentMark();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

} // namespace

void VisitPage::buildPrescriptions()
{
    connect(m_prescription, &PrescriptionEditor::shownChanged, this, &VisitPage::turned);
    connect(m_runner, &CheckRunner::checked, this,
            [this](const QList<PrescriptionDraft> &drafts, const consultation::PatientFacts &facts,
                   const QList<safety::CheckResult> &results) {
                if (drafts != m_prescription->drafts() || facts != m_facts)
                    return; // a newer one is on its way
                m_checked = drafts;
                m_results = results;
                showResults();
            });
    connect(m_check, &CheckPanel::remedyChosen, this, [this](const Remedy &remedy, const safety::Finding &finding) {
        m_prescription->apply(remedy, finding);
        if (remedy.kind == Remedy::Kind::Withdraw)
            settleBeside(finding, {});
    });
    connect(m_check, &CheckPanel::reasonGiven, this, [this](const safety::Finding &finding, const QString &reason) {
        m_prescription->giveReason(finding, reason);
        settleBeside(finding, reason);
    });
}

void VisitPage::showResults()
{
    const int shown = m_prescription->shown();
    m_prescription->showResult(m_results.at(shown));
    m_check->showResult(m_checked.at(shown), *m_facts, m_results.at(shown));
    QList<SegmentMark> marks;
    QStringList elsewhere;
    bool asks = false;
    for (int place = 0; place < m_results.size(); ++place) {
        marks << markOf(m_results.at(place), m_checked.at(place));
        if (place == shown)
            continue;
        elsewhere << PrescriptionWords::openWords(place, m_results.at(place), m_checked.at(place));
        asks = asks || (m_results.at(place).scope.pregnancyUnknown && !m_checked.at(place).lines.isEmpty());
    }
    elsewhere.removeAll(QString());
    m_prescription->showMarks(marks);
    m_check->setElsewhere(elsewhere, asks);
    showHelp();
    if (std::exchange(m_leadsToFinding, false))
        m_check->focusFirst();
}

void VisitPage::turned()
{
    m_check->turn();
    m_keeper->touch();
    if (m_facts && m_checked == m_prescription->drafts())
        showResults();
    else
        check();
    showReference();
    emit headingChanged();
}

void VisitPage::turnPrescription(int by)
{
    if (!m_patient || m_prescription->count() < 2)
        return;
    const int count = m_prescription->count();
    if (m_middle->currentWidget() != m_prescription)
        return showPrescription(true);
    if (m_prescription->showPlace((m_prescription->shown() + by + count) % count))
        m_prescription->sheet()->setFocus(Qt::ShortcutFocusReason);
}

void VisitPage::addPrescription()
{
    if (!m_patient || isSigned())
        return;
    showPrescription(true);
    m_prescription->add();
}

void VisitPage::settleBeside(const safety::Finding &finding, const QString &reason)
{
    if (finding.beside.isEmpty())
        return;
    const QStringList herbs = sorted(finding.herbs + finding.beside);
    for (int place = 0; place < m_results.size(); ++place) {
        const QList<safety::Finding> &found = m_results.at(place).findings;
        const auto same = std::find_if(found.begin(), found.end(), [&](const safety::Finding &one) {
            return one.rule == finding.rule && sorted(one.herbs + one.beside) == herbs;
        });
        if (place != m_prescription->shown() && same != found.end())
            m_prescription->giveReasonIn(place, *same, reason);
    }
    edited();
    check();
}

bool VisitPage::settlePrescriptions()
{
    if (const std::optional<int> place = m_prescription->placeWithoutDose()) {
        showPrescription(true);
        m_prescription->showPlace(*place);
        m_prescription->goToMissingDose();
        m_strip->say(MessageStrip::Kind::Stop, tr("A herb has no dose yet."));
        return false;
    }
    const QList<PrescriptionDraft> all = m_prescription->drafts();
    for (int place = 0; place < all.size(); ++place) {
        if (all.at(place).lines.isEmpty() || m_prescription->numbersPassed(place))
            continue;
        m_prescription->showPlace(place);
        m_prescription->settleNumbers();
        showPrescription(true);
        m_prescription->packetsStepper()->setFocus(Qt::ShortcutFocusReason);
        return false;
    }
    return true;
}

int VisitPage::placeOf(const Error &error) const
{
    static const QString start = QStringLiteral("prescriptions[");
    const int index = error.field.mid(start.size()).section(u']', 0, 0).toInt();
    int written = -1;
    const QList<PrescriptionDraft> all = m_prescription->drafts();
    for (int place = 0; place < all.size(); ++place) {
        if (!all.at(place).lines.isEmpty() && ++written == index)
            return place;
    }
    return m_prescription->shown();
}

void VisitPage::leadTo(const Error &error)
{
    showPrescription(true);
    m_prescription->showPlace(placeOf(error));
    if (error.field.endsWith(u"findings")) {
        if (m_checked == m_prescription->drafts())
            m_check->focusFirst();
        else
            m_leadsToFinding = true;
    } else if (error.field.endsWith(u"lines")) {
        m_prescription->goToMissingDose();
    } else {
        m_prescription->packetsStepper()->setFocus(Qt::OtherFocusReason);
    }
}

QString VisitPage::shownNumber() const
{
    return isSigned() || m_amending ? m_signedPrescriptions.value(m_prescription->shown()).number : QString();
}

} // namespace xinglin::ui
