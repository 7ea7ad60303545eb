#pragma once

#include "access/session.h"
#include "app/cli/command.h"
#include "store/failure.h"

#include <memory>

namespace xinglin::cli {

/// What every command that opens a clinic works with; outlives its session.
struct Machine
{
    SystemClock clock;
    SystemRandom random;
    DiskFiles files;

    /// The clinic's folder as asked for, else the desktop's. @p clockInstead replaces the system's clock.
    access::Surroundings around(const Arguments &arguments, const Clock *clockInstead = nullptr);
};

/// The folder of the clinic where none is named; the desktop uses the same.
QString defaultStore();

/// The password: from --password-fd, from the file that XINGLIN_PASSWORD_FILE names, or asked on the terminal; @p twice
/// where it is a new one. The caller wipes it.
Result<QString> passwordFor(const Arguments &arguments, const QString &login, bool twice = false);

/// Who acts: --user, or the only user of the clinic.
Result<QString> loginFor(const Arguments &arguments, const access::Surroundings &around);

/// Opens the clinic and signs in. The session's store keeps the clinic's search keys. @p password, where it is not
/// null, receives what was typed.
Result<access::Session> openClinic(const Arguments &arguments, const access::Surroundings &around,
                                   QString *password = nullptr);

/// Says why a clinic could not be opened; what is missing on the command line is wrong use.
Exit refuseOpening(const Call &call, const Error &error);

/// Runs f(const store::Snapshot &) and commits the looks it noted before anything of it is returned.
template <class F>
auto read(const access::Session &session, F f) -> std::invoke_result_t<F, const store::Snapshot &>
try {
    QList<QPair<store::Actor, store::AuditEntry>> looks;
    auto result = [&] {
        const auto view = session.store->snapshot(session.actor);
        auto found = f(static_cast<const store::Snapshot &>(*view));
        for (const store::AuditEntry &entry : view->audited())
            looks.append({session.actor, entry});
        return found;
    }();
    if (!looks.isEmpty())
        session.store->commitAudit(looks);
    return result;
} catch (const store::Failure &failure) {
    return failure.error();
}

/// Runs f(store::Transaction &) as the act @p act; a value commits, a refusal rolls back.
template <class F>
auto write(const access::Session &session, const QByteArray &act, F f) -> std::invoke_result_t<F, store::Transaction &>
try {
    const auto tx = session.store->begin(session.actor, act);
    auto result = f(*tx);
    if (result)
        tx->commit();
    return result;
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::cli
