#include "ui/patient/patientchoice.h"

#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QApplication>

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
        catchUp();
        emit answered();
    });
    connect(&m_search, &PatientSearch::failed, this, [this](const Error &error) {
        m_hurried = false;
        m_typed.clear();
        if (std::exchange(m_searching, false))
            emit failed(error);
    });
    connect(m_completion, &Completion::dismissed, this, [this] { m_declined = true; });
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        if (!m_searching)
            return take(PatientHit(m_hits.at(row.data.toInt())));
        // The list was of what had been typed before.
        m_hurried = m_typedAhead;
    });
}

void PatientChoice::take(const PatientHit &hit)
{
    drop();
    m_chosen = hit.id;
    setText(hit.name);
    emit chosenChanged();
}

void PatientChoice::keyPressEvent(QKeyEvent *event)
{
    if (m_hurried) {
        m_typed.emplace_back(event->clone());
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_typedAhead && m_searching && !isComposing()) {
        m_hurried = true;
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PatientChoice::catchUp()
{
    const auto typed = std::exchange(m_typed, {});
    if (!std::exchange(m_hurried, false) || m_hits.size() != 1)
        return; // nobody is chosen unseen among several
    const QWidget *here = window();
    take(PatientHit(m_hits.constFirst()));
    for (const auto &one : typed) {
        QWidget *hand = here->focusWidget();
        if (hand)
            QApplication::sendEvent(hand, one.get());
    }
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
    m_hurried = false;
    m_typed.clear();
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
