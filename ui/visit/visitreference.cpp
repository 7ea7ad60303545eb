#include "ui/visit/visitreference.h"

#include "ui/kit/ondone.h"
#include "ui/shell/notewords.h"
#include "ui/visit/referencepane.h"

#include <QTimer>

#include <utility>

namespace xinglin::ui {

namespace {
/// After the last key.
constexpr int pauseMs = 250;
} // namespace

VisitReference::VisitReference(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_pane(new ReferencePane)
    , m_pause(new QTimer(this))
    , m_nameOf([](const QString &) { return QString(); })
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &VisitReference::ask);
    connect(m_pane, &ReferencePane::chosen, this, &VisitReference::choose);
}

void VisitReference::setTemplates(const QList<notetemplate::Template> &known)
{
    m_templates = known;
    show();
}

void VisitReference::setNote(std::optional<PatientId> patient, std::optional<VisitId> visit,
                             const QList<DiagnosisEntry> &diagnoses, bool closed)
{
    About about{patient, visit, {}, closed};
    std::copy_if(diagnoses.begin(), diagnoses.end(), std::back_inserter(about.diagnoses),
                 [](const DiagnosisEntry &entry) { return entry.kind != DiagnosisKind::Western; });
    if (about == m_about)
        return;
    const bool same = about.patient == m_about.patient && about.diagnoses == m_about.diagnoses;
    m_about = about;
    if (!same) {
        m_found.reset();
        m_all = false;
        ++m_question; // what is on its way is about something else
    }
    show();
    m_pause->start();
}

void VisitReference::showNote()
{
    m_showsHerb = false;
    show();
}

void VisitReference::showHerb(const QString &id)
{
    m_showsHerb = true;
    m_herb = id;
    show();
}

void VisitReference::rest(bool resting)
{
    m_resting = resting;
    if (!resting)
        m_pause->start();
}

std::optional<DiagnosisEntry> VisitReference::leading() const
{
    for (const DiagnosisKind kind : {DiagnosisKind::Pattern, DiagnosisKind::Disease}) {
        for (const DiagnosisEntry &entry : m_about.diagnoses) {
            if (entry.kind == kind && !entry.code.isEmpty())
                return entry;
        }
    }
    return std::nullopt;
}

QList<QStringList> VisitReference::namesOf(const Catalog &catalog, const QList<DiagnosisEntry> &entries,
                                           DiagnosisKind kind)
{
    QList<QStringList> all;
    for (const DiagnosisEntry &entry : entries) {
        if (entry.kind != kind)
            continue;
        QStringList names{entry.display};
        if (const Term *term = catalog.diagnosis.byCode(entry.codeSystem, entry.code))
            names = QStringList{term->zh} + term->aliases;
        all << names;
    }
    return all;
}

void VisitReference::ask()
{
    if (m_resting || !m_about.patient || m_about.diagnoses.isEmpty())
        return;
    const auto asked =
        m_clinic.read([catalog = m_catalog, about = m_about, leading = leading()](const store::Snapshot &view) {
            Found found;
            if (!about.closed)
                found.formulas = safety::formulasNaming(catalog->formulas,
                                                        namesOf(*catalog, about.diagnoses, DiagnosisKind::Pattern),
                                                        namesOf(*catalog, about.diagnoses, DiagnosisKind::Method));
            if (leading) {
                if (const auto past = consultation::similar(view, *leading, *about.patient, about.visit))
                    found.past = *past; // who may not read it sees the books alone
            }
            return found;
        });
    onDone(asked, this, [this, question = ++m_question](const Result<Found> &found) {
        if (question != m_question || m_resting || !found)
            return;
        m_found = *found;
        show();
    });
}

QList<notetemplate::Template> VisitReference::naming() const
{
    QList<notetemplate::Template> list;
    if (m_about.closed)
        return list;
    for (const DiagnosisKind kind : {DiagnosisKind::Pattern, DiagnosisKind::Disease}) {
        for (const DiagnosisEntry &entry : m_about.diagnoses) {
            if (entry.kind != kind)
                continue;
            for (const notetemplate::Template &one : notetemplate::naming(m_templates, entry)) {
                if (!list.contains(one))
                    list << one;
            }
        }
    }
    return list;
}

Reference VisitReference::ofNote() const
{
    Reference reference;
    QList<DiagnosisEntry> named;
    for (const DiagnosisKind kind : {DiagnosisKind::Pattern, DiagnosisKind::Disease}) {
        std::copy_if(m_about.diagnoses.begin(), m_about.diagnoses.end(), std::back_inserter(named),
                     [kind](const DiagnosisEntry &entry) { return entry.kind == kind; });
        if (!named.isEmpty())
            break; // a disease alone where there is no pattern
    }
    if (named.isEmpty())
        return reference;
    reference.subject = diagnosisWords(*m_catalog, named);
    const auto add = [&](const ReferenceGroup &group) {
        if (!group.rows.isEmpty() || !group.text.isEmpty())
            reference.groups << group;
    };
    add(ReferenceWords::templates(naming()));
    if (m_found) {
        add(ReferenceWords::formulas(m_found->formulas, m_all));
        if (const std::optional<DiagnosisEntry> entry = leading())
            add(ReferenceWords::past(m_found->past, diagnosisWords(*m_catalog, {*entry}), m_nameOf));
    }
    return reference;
}

void VisitReference::show()
{
    m_pane->setReference(m_showsHerb ? ReferenceWords::herb(*m_catalog, m_herb) : ofNote());
}

void VisitReference::choose(const ReferenceAction &action)
{
    switch (action.kind) {
    case ReferenceAction::Kind::Template:
        for (const notetemplate::Template &one : std::as_const(m_templates)) {
            if (one.id.toString() == action.id)
                return emit templateWanted(notetemplate::Template(one));
        }
        return;
    case ReferenceAction::Kind::Formula:
        emit formulaWanted(action.id);
        return;
    case ReferenceAction::Kind::AllFormulas:
        m_all = true;
        return show();
    case ReferenceAction::Kind::Case:
        if (const auto visit = VisitId::fromString(action.id))
            emit visitWanted(*visit);
        return;
    }
}

} // namespace xinglin::ui
