#include "ui/treatment/treatmenteditor.h"

#include "clinic/treatment/pointgroups.h"
#include "clinic/treatment/treatments.h"
#include "ui/kit/ondone.h"
#include "ui/treatment/groupdialog.h"
#include "ui/treatment/pointfindings.h"
#include "ui/treatment/pointline.h"
#include "ui/treatment/therapylist.h"
#include "ui/treatment/treatmenttext.h"

#include <QLineEdit>

#include <algorithm>

namespace xinglin::ui {

namespace {

/// What the line of points writes; all else stands among the therapies.
bool isOfTheLine(const TreatmentDraft &draft)
{
    return draft.kind == TherapyKind::Acupuncture && !draft.points.isEmpty() &&
           (draft.service.isEmpty() || draft.service == u"svc_body_needle");
}

} // namespace

TreatmentEditor::TreatmentEditor(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *page)
    : QObject(page)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_page(page)
    , m_points(new PointLine(m_catalog))
    , m_therapies(new TherapyList(m_catalog))
    , m_findings(new PointFindings)
{
    connect(m_points, &PointLine::changed, this, &TreatmentEditor::edited);
    connect(m_therapies, &TherapyList::changed, this, &TreatmentEditor::edited);
    connect(m_points, &PointLine::groupsWanted, this, &TreatmentEditor::openGroups);
    connect(m_points, &PointLine::done, this, [this] { m_therapies->edit()->setFocus(Qt::TabFocusReason); });
    connect(m_findings, &PointFindings::removeWanted, this, [this](const QString &name) {
        m_points->remove(name);
        m_therapies->remove(name);
        m_points->edit()->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.touches("point_group"))
            readGroups();
    });
}

void TreatmentEditor::setDrafts(const QList<TreatmentDraft> &drafts)
{
    QList<TreatmentDraft> therapies = drafts;
    std::optional<TreatmentDraft> line;
    const auto first = std::find_if(therapies.begin(), therapies.end(), isOfTheLine);
    if (first != therapies.end()) {
        line = *first;
        therapies.erase(first);
    }
    m_setting = true;
    m_points->setDraft(line);
    m_therapies->setDrafts(therapies);
    m_setting = false;
    check();
}

void TreatmentEditor::setStored(const QList<Treatment> &treatments)
{
    QList<TreatmentDraft> drafts;
    for (const Treatment &treatment : treatments)
        drafts << treatment.content;
    setDrafts(drafts);
}

QList<TreatmentDraft> TreatmentEditor::drafts() const
{
    QList<TreatmentDraft> drafts;
    if (const auto line = m_points->draft())
        drafts << *line;
    return drafts + m_therapies->drafts();
}

void TreatmentEditor::begin(const std::optional<Treatment> &last, bool mayTreat)
{
    std::optional<TreatmentDraft> content;
    if (last) {
        content = last->content;
        content->course.reset(); // of another visit
    }
    m_points->setLast(content);
    m_points->setVisible(mayTreat);
    m_therapies->setVisible(mayTreat);
    if (mayTreat)
        readGroups();
}

void TreatmentEditor::setFacts(const consultation::PatientFacts &facts)
{
    m_facts = facts;
    check();
}

void TreatmentEditor::setReadOnly(bool readOnly)
{
    m_points->setReadOnly(readOnly);
    m_therapies->setReadOnly(readOnly);
    m_findings->setReadOnly(readOnly);
}

bool TreatmentEditor::carryOver()
{
    if (!m_points->isAncestorOf(m_page->focusWidget()))
        return false;
    m_points->takeLast();
    return true;
}

bool TreatmentEditor::finishTyping()
{
    const bool points = m_points->finishTyping();
    return m_therapies->finishTyping() && points;
}

bool TreatmentEditor::showProblem(const QString &field)
{
    if (!field.startsWith(u"treatments["))
        return false;
    const int index = field.mid(11, field.indexOf(u']') - 11).toInt();
    if (index == 0 && m_points->draft())
        m_points->goTo(field.section(u'.', 1));
    else
        m_therapies->edit()->setFocus(Qt::OtherFocusReason);
    return true;
}

void TreatmentEditor::edited()
{
    if (m_setting)
        return;
    check();
    emit changed();
}

void TreatmentEditor::check()
{
    if (m_setting)
        return;
    const points::PointPatient patient = consultation::pointPatient(m_facts);
    QList<points::PointResult> results;
    int all = 0;
    for (TreatmentDraft draft : drafts()) {
        for (TreatmentPoint &point : draft.points) // as they are called on the screen
            point.name = TreatmentText::nameOf(*m_catalog, point);
        results << treatment::check(*m_catalog, draft, patient);
        all += static_cast<int>(draft.points.size());
    }
    // The loudest of each point, and of each therapy as a whole.
    const auto loudest = [](std::optional<Severity> known, points::Severity severity) {
        const Severity shown = TreatmentText::shownAs(severity);
        return std::optional(known ? std::min(*known, shown) : shown);
    };
    QList<std::optional<Severity>> ofPoints;
    const auto line = m_points->draft();
    if (line) {
        ofPoints.resize(line->points.size());
        for (const points::PointFinding &finding : std::as_const(results.first().findings)) {
            for (const int at : finding.lines)
                ofPoints[at] = loudest(ofPoints[at], finding.severity);
        }
    }
    QList<std::optional<Severity>> ofTherapies;
    for (const points::PointResult &result : results.mid(line ? 1 : 0)) {
        std::optional<Severity> mark;
        for (const points::PointFinding &finding : result.findings)
            mark = loudest(mark, finding.severity);
        ofTherapies << mark;
    }
    m_points->setMarks(ofPoints);
    m_therapies->setMarks(ofTherapies);
    const points::PointResult whole = together(results);
    m_findings->showResult(whole, all);
    emit pregnancyMatters(!whole.scope.pregnancyUnknownPoints.isEmpty());
}

void TreatmentEditor::readGroups()
{
    const auto reading = m_clinic.read([](const store::Snapshot &view) { return pointgroup::all(view); });
    onDone(reading, this, [this](const Result<QList<pointgroup::Group>> &groups) {
        if (!groups)
            return; // who may not read treatments types points one by one
        m_groups = *groups;
        m_points->setGroups(m_groups);
    });
}

void TreatmentEditor::openGroups()
{
    m_points->finishTyping();
    auto *dialog = new GroupDialog(m_clinic, m_catalog, m_points->draft(), m_groups, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GroupDialog::kept, this, [this](const QString &name, const QString &code) {
        emit told(tr("Group %1 is typed by %2.").arg(name, code), false);
    });
    connect(dialog, &GroupDialog::retired, this,
            [this](const QString &name) { emit told(tr("Group %1 is no longer in use.").arg(name), false); });
    connect(dialog, &QDialog::finished, this, [this] { m_points->edit()->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

} // namespace xinglin::ui
