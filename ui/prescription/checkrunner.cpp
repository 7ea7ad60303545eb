#include "ui/prescription/checkrunner.h"

#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"

namespace xinglin::ui {

CheckRunner::CheckRunner(std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QObject(parent), m_catalog(std::move(catalog))
{
}

void CheckRunner::ask(const PrescriptionDraft &draft, const consultation::PatientFacts &facts)
{
    m_draft = draft;
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
    const auto checking = aside([catalog = m_catalog, draft = m_draft, facts = m_facts] {
        return Result<safety::CheckResult>(consultation::check(*catalog, draft, facts));
    });
    onDone(checking, this,
           [this, question = m_question, draft = m_draft, facts = m_facts](const Result<safety::CheckResult> &result) {
               m_running = false;
               if (question == m_question && result)
                   emit checked(draft, facts, *result);
               if (m_waiting)
                   run();
           });
}

} // namespace xinglin::ui
