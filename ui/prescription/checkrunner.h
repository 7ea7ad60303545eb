#pragma once

#include "clinic/prescription/consultation.h"

#include <QObject>

#include <memory>

namespace xinglin::ui {

/// Checks a prescription aside while somebody types: only the newest draft counts, and one check runs at a time.
class CheckRunner : public QObject
{
    Q_OBJECT

public:
    explicit CheckRunner(std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    void ask(const PrescriptionDraft &draft, const consultation::PatientFacts &facts);
    /// Nothing asked before is answered any more.
    void drop();

signals:
    void checked(const xinglin::PrescriptionDraft &draft, const xinglin::consultation::PatientFacts &facts,
                 const xinglin::safety::CheckResult &result);

private:
    void run();

    std::shared_ptr<const Catalog> m_catalog;
    PrescriptionDraft m_draft;
    consultation::PatientFacts m_facts;
    quint64 m_question = 0;
    bool m_running = false;
    bool m_waiting = false;
};

} // namespace xinglin::ui
