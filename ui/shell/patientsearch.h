#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/patients.h"

#include <QElapsedTimer>
#include <QObject>

class QTimer;

namespace xinglin::ui {

/// Asks for patients while somebody types: only the newest question counts, older ones are cancelled. When typing has
/// settled, one look with the terms is noted in the audit log.
class PatientSearch : public QObject
{
    Q_OBJECT

public:
    explicit PatientSearch(Clinic &clinic, QObject *parent = nullptr);
    ~PatientSearch() override;

    /// Asks for @p typed; found() or failed() follows unless another question comes first.
    void ask(const QString &typed, int limit = 50);
    /// Forgets the question; nothing follows.
    void drop();
    QString typed() const { return m_typed; }

    /// How long typing must rest until the search is noted.
    static constexpr int settleMs = 800;

signals:
    void found(const QString &typed, const QList<xinglin::PatientHit> &hits, qint64 ms);
    void failed(const xinglin::Error &error);

private:
    void note();

    Clinic &m_clinic;
    QFuture<Result<QList<PatientHit>>> m_running;
    QElapsedTimer m_since;
    QTimer *m_settle;
    QString m_typed;
    qsizetype m_hits = 0;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
