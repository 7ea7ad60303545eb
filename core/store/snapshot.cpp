#include "store/snapshot.h"

#include "store/store.h"

namespace xinglin::store {

Snapshot::Snapshot(Store &store, Connection &connection, const Actor &actor, std::function<void()> giveBack)
    : m_store(store), m_connection(&connection), m_actor(actor), m_giveBack(std::move(giveBack))
{
}

Snapshot::~Snapshot()
{
    m_connection->rowRule = nullptr;
    if (m_giveBack)
        m_giveBack();
}

Query Snapshot::sql(const char *text) const
{
    return m_connection->gated(text, m_open);
}

void Snapshot::setRowRule(std::function<bool(const Uuid &)> rule) const
{
    m_connection->rowRule = std::move(rule);
}

Instant Snapshot::now() const
{
    return m_store.options().clock->now();
}

const QTimeZone &Snapshot::zone() const
{
    return m_store.options().zone;
}

QDate Snapshot::today() const
{
    return civilDay(now(), zone());
}

const Registry &Snapshot::registry() const
{
    return m_store.registry();
}

} // namespace xinglin::store
