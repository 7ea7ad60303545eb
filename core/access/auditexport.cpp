#include "access/auditexport.h"

#include "access/training.h"
#include "store/store.h"
#include "store/vault/crypto.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QScopeGuard>

#include <limits>

namespace xinglin::auditlog {

namespace {

using access::Permission;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::auditlog)
};

constexpr qsizetype PieceBytes = qsizetype(1) << 18;

/// A stretch of the chain without gaps: from the first to the last row of that time, whatever the clock said between.
struct Stretch
{
    qint64 first = 0;
    qint64 last = 0;
};

std::optional<Stretch> stretchOf(store::Connection &connection, std::optional<Instant> from,
                                 std::optional<Instant> until)
{
    if (!from && !until) {
        const store::Heads heads = store::headsOf(connection);
        return heads.auditRows > 0 ? std::optional(Stretch{1, heads.auditRows}) : std::nullopt;
    }
    store::Query range = connection.internal("SELECT min(n), max(n) FROM audit WHERE at_ms >= ?1 AND at_ms < ?2");
    range.bind(from ? toMs(*from) : std::numeric_limits<qint64>::min(),
               until ? toMs(*until) : std::numeric_limits<qint64>::max());
    if (!range.next() || range.isNull(0))
        return std::nullopt;
    return Stretch{range.get<qint64>(0), range.get<qint64>(1)};
}

/// The lines of the table, piece by piece.
class Pieces
{
public:
    Pieces(const store::Snapshot &view, const Stretch &stretch)
        : m_view(view)
        , m_stretch(stretch)
        , m_rows(view.connection(), stretch.first - 1)
        , m_piece(store::auditTableHead())
    {
    }

    /// The next piece; empty at the end.
    const QByteArray &next()
    {
        if (m_begun)
            m_piece.clear();
        m_begun = true;
        while (m_piece.size() < PieceBytes && m_last < m_stretch.last) {
            const auto row = m_rows.next();
            if (!row || row->n > m_stretch.last)
                break;
            m_piece += store::auditTableLine(*row, personOf(row->user), m_view.zone());
            m_last = row->n;
            m_head = row->hash;
        }
        return m_piece;
    }
    qint64 last() const { return m_last; }
    const QByteArray &head() const { return m_head; }

private:
    QString personOf(const std::optional<QByteArray> &user)
    {
        if (!user)
            return {};
        auto known = m_names.constFind(*user);
        if (known == m_names.constEnd()) {
            store::Query row = m_view.connection().internal("SELECT name FROM user WHERE id = ?1");
            known = m_names.insert(*user, row.bind(*user).next() ? row.get<QString>(0) : QString());
        }
        return *known;
    }

    const store::Snapshot &m_view;
    Stretch m_stretch;
    store::AuditRows m_rows;
    QByteArray m_piece;
    bool m_begun = false;
    qint64 m_last = 0;
    QByteArray m_head;
    QHash<QByteArray, QString> m_names;
};

} // namespace

QString manifestPath(const QString &path)
{
    return path + QStringLiteral(".manifest.json");
}

Result<ExportOrder> orderExport(store::Transaction &tx, const QString &path, std::optional<Instant> from,
                                std::optional<Instant> until)
{
    if (auto refused = access::require(tx, Permission::ExportAudit))
        return *refused;
    if (path.isEmpty())
        return Error{Code::Invalid, Tr::tr("A file name is needed."), QStringLiteral("path"), {}};
    if (auto refused = access::mayLeave(tx, access::Leaving::File); !refused)
        return refused.error();
    ExportOrder order;
    order.m_path = access::leavingPath(tx, path);
    if (order.m_path != path && QFileInfo::exists(order.m_path)) // nobody was asked whether that one may be replaced
        return Error{Code::Conflict, Tr::tr("%1 is there already.").arg(order.m_path), QStringLiteral("path"), {}};
    QString detail = order.m_path;
    for (const auto &[name, time] : {std::pair("from", from), std::pair("until", until)}) {
        if (time)
            detail += QStringLiteral(", %1 %2").arg(QLatin1String(name)).arg(toMs(*time));
    }
    tx.audit({"audit.export", "audit", {}, {}, "ok", detail});
    order.m_from = from;
    order.m_until = until;
    return order;
}

Result<store::AuditManifest> writeExport(const store::Snapshot &view, const ExportOrder &order, Files &files,
                                         const std::function<void(qint64, qint64)> &progress)
{
    if (auto refused = access::require(view, Permission::ExportAudit))
        return *refused;
    const auto stretch = stretchOf(view.connection(), order.m_from, order.m_until);
    if (!stretch)
        return Error{Code::NotFound, Tr::tr("The audit log has no row of that time."), {}, {}};
    store::AuditManifest manifest;
    manifest.clinic = view.store().identity().clinic;
    manifest.device = view.store().identity().device;
    manifest.madeMs = toMs(view.now());
    manifest.first = stretch->first;
    manifest.last = stretch->last;
    manifest.before = store::auditRoot();
    if (stretch->first > 1) {
        store::Query before = view.connection().internal("SELECT hash FROM audit WHERE n = ?1");
        if (before.bind(stretch->first - 1).next())
            manifest.before = before.get<QByteArray>(0);
    }

    const QString part = order.m_path + QStringLiteral(".part");
    auto cleared = qScopeGuard([&] { static_cast<void>(files.remove(part)); });
    if (auto begun = files.write(part, {}); !begun)
        return begun.error();
    Pieces pieces(view, *stretch);
    std::optional<Error> failed;
    manifest.content = crypto::blake2b256([&]() -> QByteArrayView {
        if (failed)
            return {};
        const QByteArray &piece = pieces.next();
        if (!piece.isEmpty()) {
            if (auto added = files.append(part, piece); !added)
                failed = added.error();
        }
        if (progress)
            progress(pieces.last() - stretch->first + 1, stretch->last - stretch->first + 1);
        return piece;
    });
    if (failed)
        return *failed;
    if (pieces.last() != stretch->last)
        return Error{Code::Damaged, Tr::tr("The audit log has gaps; check the store."), {}, {}};
    manifest.head = pieces.head();
    // An older manifest must not stand beside a newer table.
    if (auto removed = files.remove(manifestPath(order.m_path)); !removed)
        return removed.error();
    if (auto synced = files.sync(part); !synced)
        return synced.error();
    if (auto placed = files.rename(part, order.m_path); !placed)
        return placed.error();
    cleared.dismiss();
    if (auto written = replaceFile(files, manifestPath(order.m_path), manifest.toJson()); !written)
        return written.error();
    return manifest;
}

} // namespace xinglin::auditlog
