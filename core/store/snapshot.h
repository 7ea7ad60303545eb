#pragma once

#include "base/clock.h"
#include "store/actor.h"
#include "store/audit.h"
#include "store/connection.h"

#include <QTimeZone>

#include <any>
#include <functional>
#include <memory>
#include <typeindex>
#include <unordered_map>

namespace xinglin::store {

class Store;

/// A consistent read view. Cheap; many at once, each on its own thread. Touching a table whose field group no
/// access::require() of this call has opened throws Failure(NoPermission).
class Snapshot
{
public:
    virtual ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    /// A cached statement; @p text is SQL with ?1, ?2, … Broken SQL throws Failure.
    Query sql(const char *text) const;
    const Actor &actor() const { return m_actor; }
    Instant now() const;
    const QTimeZone &zone() const;
    /// The clinic's civil day.
    QDate today() const;
    const Store &store() const { return m_store; }
    const Registry &registry() const;

    /// For `access` alone: opens field groups for the rest of this call.
    void open(const OpenGroups &groups) const { m_open |= groups; }
    const OpenGroups &opened() const { return m_open; }
    /// For what was opened to be masked: back to what was open before.
    void narrow(const OpenGroups &before) const { m_open = before; }
    /// Notes a look; the result of the call is withheld until the row is committed.
    void audit(const AuditEntry &entry) const { m_audit << entry; }
    const QList<AuditEntry> &audited() const { return m_audit; }

    /// For `access` alone: what it worked out about the actor, for as long as this view lasts.
    std::any &noted() const { return m_noted; }
    /// What a part of the program remembers of this view for as long as it lasts: one of each type, made when it is
    /// first asked for. Of a transaction, whoever remembers rows forgets those that change.
    template <class T>
    T &remembered() const
    {
        std::shared_ptr<void> &slot = m_remembered[std::type_index(typeid(T))];
        if (!slot)
            slot = std::make_shared<T>();
        return *static_cast<T *>(slot.get());
    }
    /// Says which rows of restricted patients this view may touch: what the SQL function row_open(id) asks. Without it
    /// none may.
    void setRowRule(std::function<bool(const Uuid &)> rule) const;

    /// For `store` itself: past the gate.
    Connection &connection() const { return *m_connection; }

protected:
    friend class Store;
    Snapshot(Store &store, Connection &connection, const Actor &actor, std::function<void()> giveBack);

    Store &m_store;
    Connection *m_connection;
    Actor m_actor;
    mutable OpenGroups m_open;
    mutable QList<AuditEntry> m_audit;

private:
    mutable std::any m_noted;
    mutable std::unordered_map<std::type_index, std::shared_ptr<void>> m_remembered;
    std::function<void()> m_giveBack;
};

} // namespace xinglin::store
