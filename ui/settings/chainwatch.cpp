#include "ui/settings/chainwatch.h"

#include "store/selfcheck.h"
#include "ui/kit/ondone.h"

namespace xinglin::ui {

ChainWatch::ChainWatch(Clinic &clinic, QObject *parent) : QObject(parent), m_clinic(clinic)
{
}

ChainWatch::~ChainWatch()
{
    m_whole.cancel();
}

void ChainWatch::start()
{
    struct Looked
    {
        store::AuditCheck audit;
        store::SelfCheck known;
        bool due = false;
    };
    const auto looked = m_clinic.read([](const store::Snapshot &view) {
        const store::SelfCheck known = store::selfCheck(view);
        return Looked{store::checkNewAudit(view), known, store::isWholeCheckDue(known, view.now())};
    });
    onDone(looked, this, [this](const Result<Looked> &found) {
        if (!found)
            return emit finished(); // the page or the disk that cannot be read speaks for itself
        if (!found->audit.problems.isEmpty())
            emit warned(tr("The audit log does not hold"));
        else if (found->known.wholeProblems > 0)
            emit warned(tr("The store did not pass its check"));
        const auto kept = m_clinic.write("store.checked", [audit = found->audit](store::Transaction &tx) {
            store::noteClock(tx);
            store::remember(tx, audit);
        });
        onDone(kept, this, [this, due = found->due](const Result<Done> &) {
            if (due)
                checkWhole();
            else
                emit finished();
        });
    });
}

void ChainWatch::checkWhole()
{
    m_whole = m_clinic.read([](const store::Snapshot &view) {
        auto report = view.store().verify(view);
        view.audit({"store.verify",
                    "store",
                    {},
                    {},
                    report.found.isEmpty() ? "ok" : "failed",
                    report.found.isEmpty() ? QString() : QString::number(report.found.size())});
        return report;
    });
    onDone(m_whole, this, [this](const Result<store::VerifyReport> &report) {
        if (!report)
            return emit finished();
        if (!report->found.isEmpty())
            emit warned(tr("The store did not pass its check"));
        const auto kept =
            m_clinic.write("store.checked", [found = *report](store::Transaction &tx) { store::remember(tx, found); });
        onDone(kept, this, [this](const Result<Done> &) { emit finished(); });
    });
}

} // namespace xinglin::ui
