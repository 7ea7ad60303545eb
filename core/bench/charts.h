#pragma once

#include "base/random.h"
#include "clinic/prescription/consultation.h"
#include "store/transaction.h"

namespace xinglin::bench {

/// What stands in the charts of a grown clinic: notes of the demo clinic's illnesses, each with its answers, diagnoses
/// and a prescription of exactly twelve herbs. @p catalog outlives it.
class Charts
{
public:
    static constexpr int Herbs = 12;

    Charts(const Catalog &catalog, quint64 seed);

    /// A note and, asked for, its prescription; the patient is the caller's.
    const consultation::Draft &one(quint64 number) const { return m_drafts[qsizetype(number) % m_drafts.size()]; }
    qsizetype size() const { return m_drafts.size(); }

    /// Writes a signed visit of now in the rows the product writes, without asking anything of the patient.
    void write(store::Transaction &tx, PatientId patient, bool prescribed, Random &random) const;

private:
    const Catalog &m_catalog;
    QList<consultation::Draft> m_drafts;
    QList<safety::CheckResult> m_checks; ///< Of somebody of whom nothing is known.
};

} // namespace xinglin::bench
