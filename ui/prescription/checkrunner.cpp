#include "ui/prescription/checkrunner.h"

#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"

namespace xinglin::ui {

CheckRunner::CheckRunner(std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QObject(parent), m_catalog(std::move(catalog))
{
}

void CheckRunner::ask(const QList<PrescriptionDraft> &drafts, const consultation::PatientFacts &facts)
{
    m_drafts = drafts;
    m_facts = facts;
    ++m_question;
    m_waiting = true;
    if (!m_running)
        run();
}

void CheckRunner::drop()
{
    ++m_question;
    m_waiting = false;
}

void CheckRunner::run()
{
    m_waiting = false;
    m_running = true;
    const auto checking = aside([catalog = m_catalog, drafts = m_drafts, facts = m_facts] {
        QList<safety::CheckResult> results;
        for (qsizetype i = 0; i < drafts.size(); ++i)
            results << consultation::check(*catalog, drafts, i, facts);
        return Result<QList<safety::CheckResult>>(results);
    });
    onDone(checking, this,
           [this, question = m_question, drafts = m_drafts,
            facts = m_facts](const Result<QList<safety::CheckResult>> &results) {
               m_running = false;
               if (question == m_question && results)
                   emit checked(drafts, facts, *results);
               if (m_waiting)
                   run();
           });
}

} // namespace xinglin::ui
