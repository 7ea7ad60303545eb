#pragma once

#include "clinic/prescription/consultation.h"

#include <QObject>

#include <memory>

namespace xinglin::ui {

/// Checks a visit's prescriptions aside while somebody types: only the newest drafts count, and one check runs at a
/// time.
class CheckRunner : public QObject
{
    Q_OBJECT

public:
    explicit CheckRunner(std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    void ask(const QList<PrescriptionDraft> &drafts, const consultation::PatientFacts &facts);
    /// Nothing asked before is answered any more.
    void drop();

signals:
    /// A result for each.
    void checked(const QList<xinglin::PrescriptionDraft> &drafts, const xinglin::consultation::PatientFacts &facts,
                 const QList<xinglin::safety::CheckResult> &results);

private:
    void run();

    std::shared_ptr<const Catalog> m_catalog;
    QList<PrescriptionDraft> m_drafts;
    consultation::PatientFacts m_facts;
    quint64 m_question = 0;
    bool m_running = false;
    bool m_waiting = false;
};

} // namespace xinglin::ui
