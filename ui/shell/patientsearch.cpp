#include "ui/shell/patientsearch.h"

#include "ui/kit/ondone.h"

#include <QTimer>

namespace xinglin::ui {

PatientSearch::PatientSearch(Clinic &clinic, QObject *parent)
    : QObject(parent), m_clinic(clinic), m_settle(new QTimer(this))
{
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMs);
    connect(m_settle, &QTimer::timeout, this, &PatientSearch::note);
}

PatientSearch::~PatientSearch()
{
    m_running.cancel();
}

void PatientSearch::ask(const QString &typed, int limit)
{
    drop();
    m_typed = typed;
    m_since.start();
    m_running =
        m_clinic.read([typed, limit](const store::Snapshot &view) { return patient::search(view, typed, limit); });
    const quint64 question = m_question;
    onDone(m_running, this, [this, question](const Result<QList<PatientHit>> &hits) {
        if (question != m_question)
            return;
        if (!hits) {
            emit failed(hits.error());
            return;
        }
        m_hits = hits->size();
        if (!m_typed.trimmed().isEmpty())
            m_settle->start();
        emit found(m_typed, *hits, m_since.elapsed());
    });
}

void PatientSearch::drop()
{
    ++m_question;
    m_settle->stop();
    m_running.cancel();
    m_typed.clear();
}

void PatientSearch::note()
{
    const auto noted = m_clinic.read(
        [typed = m_typed, hits = m_hits](const store::Snapshot &view) { patient::noteSearch(view, typed, hits); });
    onDone(noted, this, [this](const Result<Done> &done) {
        if (!done)
            emit failed(done.error());
    });
}

} // namespace xinglin::ui
