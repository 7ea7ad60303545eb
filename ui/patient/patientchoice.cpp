#include "ui/patient/patientchoice.h"

#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

namespace xinglin::ui {

namespace {
constexpr int mostFound = 8;
} // namespace

PatientChoice::PatientChoice(Clinic &clinic, QWidget *parent)
    : QLineEdit(parent), m_clinic(clinic), m_search(clinic), m_completion(new Completion(this))
{
    setPlaceholderText(tr("Name, pinyin, phone or number"));
    m_completion->setSong(true);
    connect(m_completion, &Completion::queryChanged, this, [this](const QString &typed) {
        if (m_chosen) {
            m_chosen.reset();
            emit chosenChanged();
        }
        if (typed.trimmed().isEmpty())
            return drop();
        m_hits.clear();
        m_declined = false;
        m_searching = true;
        m_search.ask(typed, mostFound);
    });
    connect(&m_search, &PatientSearch::found, this, [this](const QString &, const QList<PatientHit> &hits) {
        m_searching = false;
        offer(hits);
        emit answered();
    });
    connect(&m_search, &PatientSearch::failed, this, [this](const Error &error) {
        if (std::exchange(m_searching, false))
            emit failed(error);
    });
    connect(m_completion, &Completion::dismissed, this, [this] { m_declined = true; });
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        const PatientHit hit = m_hits.at(row.data.toInt());
        drop();
        m_chosen = hit.id;
        setText(hit.name);
        emit chosenChanged();
    });
}

void PatientChoice::setChosen(const std::optional<PatientId> &id, const QString &name)
{
    drop();
    m_chosen = id;
    setText(name);
}

void PatientChoice::drop()
{
    m_search.drop();
    m_completion->close();
    m_hits.clear();
    m_searching = false;
    m_declined = false;
}

void PatientChoice::propose()
{
    setFocus(Qt::OtherFocusReason);
    offer(QList<PatientHit>(m_hits));
}

void PatientChoice::setPatient(const std::optional<PatientId> &id)
{
    setChosen(id, {});
    if (!id)
        return;
    const auto asked = m_clinic.read([id = *id](const store::Snapshot &view) { return patient::findPlain(view, id); });
    onDone(asked, this, [this, id](const Result<Patient> &patient) {
        if (m_chosen == id)
            setText(patient ? patient->name : tr("somebody whom you may not see"));
    });
}

bool PatientChoice::isComposing() const
{
    return m_completion->isComposing();
}

void PatientChoice::offer(const QList<PatientHit> &hits)
{
    m_hits.clear();
    QList<CompletionRow> rows;
    for (const PatientHit &hit : hits) {
        if (hit.id == m_but)
            continue;
        rows << CompletionRow{hit.name, sexAndAge(hit.sex, hit.birthDate, today(m_clinic)),
                              hit.phone.isEmpty() ? hit.number : hit.phone, int(m_hits.size())};
        m_hits << hit;
    }
    m_completion->setRows(rows);
}

} // namespace xinglin::ui
