#include "access/drafts.h"

#include "store/vault/crypto.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCoreApplication>

namespace xinglin::drafts {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::drafts)
};

using access::Permission;

constexpr quint64 version = 1;
constexpr quint64 parts = 5;
const QString asideMark = QStringLiteral(".aside");

/// The place is inside the seal too, so that a row cannot be moved to another person or record.
QByteArray wrapped(const Uuid &user, const Place &place, const QByteArray &content)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(parts);
    out.append(version);
    out.append(user.toBytes());
    out.append(place.kind);
    out.append(place.subject.toBytes());
    out.append(content);
    out.endArray();
    return bytes;
}

QByteArray bytesFrom(QCborStreamReader &in)
{
    if (!in.isByteArray() || !in.isLengthKnown())
        return {};
    const auto read = in.readByteArray();
    const bool whole =
        read.status == QCborStreamReader::Ok && in.readByteArray().status == QCborStreamReader::EndOfString;
    return whole ? read.data : QByteArray();
}

QString textFrom(QCborStreamReader &in)
{
    if (!in.isString() || !in.isLengthKnown())
        return {};
    const auto read = in.readString();
    const bool whole = read.status == QCborStreamReader::Ok && in.readString().status == QCborStreamReader::EndOfString;
    return whole ? read.data : QString();
}

Error unreadable()
{
    return {Code::Damaged, Tr::tr("What you had typed here cannot be read any more. It is kept as it is."), {}, {}};
}

} // namespace

// The table stands behind no field group that could be opened: it is reached only here, and only for the actor's rows.

Result<Done> save(store::Transaction &tx, const Place &place, const QByteArray &content)
{
    if (auto refused = access::require(tx, Permission::ReadPeople))
        return *refused;
    if (content.size() > mostBytes)
        return Error{Code::Invalid, Tr::tr("This is too long to be kept while it is being written; save it."), {}, {}};
    const Uuid user = *tx.actor().user;
    store::Query key = tx.sql("SELECT public_key FROM user WHERE id = ?1");
    key.bind(user).next(); // require() found the person
    QByteArray plain = wrapped(user, place, content);
    const QByteArray sealed =
        crypto::boxSeal(key.get<QByteArray>(0), {reinterpret_cast<const std::uint8_t *>(plain.constData()),
                                                 static_cast<std::size_t>(plain.size())});
    wipe(plain);
    tx.connection()
        .internal("INSERT INTO draft(user_id, kind, subject_id, saved_ms, sealed) VALUES(?1, ?2, ?3, ?4, ?5)"
                  " ON CONFLICT(user_id, kind, subject_id)"
                  " DO UPDATE SET saved_ms = excluded.saved_ms, sealed = excluded.sealed")
        .bind(user, place.kind, place.subject, tx.now(), sealed)
        .run();
    return Done{};
}

Result<Done> settle(store::Transaction &tx, const QList<Place> &places)
{
    if (auto refused = access::require(tx, Permission::ReadPeople))
        return *refused;
    store::Query gone =
        tx.connection().internal("DELETE FROM draft WHERE user_id = ?1 AND kind = ?2 AND subject_id = ?3");
    for (const Place &place : places)
        gone.bind(*tx.actor().user, place.kind, place.subject).run();
    return Done{};
}

Result<Done> setAside(store::Transaction &tx, const Place &place)
{
    if (auto refused = access::require(tx, Permission::ReadPeople))
        return *refused;
    tx.connection()
        .internal("UPDATE draft SET kind = ?4, subject_id = ?5 WHERE user_id = ?1 AND kind = ?2 AND subject_id = ?3")
        .bind(*tx.actor().user, place.kind, place.subject, place.kind + asideMark, tx.newUuid())
        .run();
    return Done{};
}

Result<std::optional<Kept>> find(const store::Snapshot &view, const Place &place)
{
    if (auto refused = access::require(view, Permission::ReadPeople))
        return *refused;
    store::Query row = view.connection().internal(
        "SELECT saved_ms, sealed FROM draft WHERE user_id = ?1 AND kind = ?2 AND subject_id = ?3");
    if (!row.bind(*view.actor().user, place.kind, place.subject).next())
        return std::optional<Kept>();
    return std::optional(Kept{place, row.get<Instant>(0), row.get<QByteArray>(1)});
}

Result<QList<Kept>> mine(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadPeople))
        return *refused;
    store::Query rows = view.connection().internal(
        "SELECT kind, subject_id, saved_ms, sealed FROM draft WHERE user_id = ?1 ORDER BY saved_ms DESC, n DESC");
    rows.bind(*view.actor().user);
    QList<Kept> found;
    while (rows.next())
        found << Kept{{rows.get<QString>(0), rows.get<Uuid>(1)}, rows.get<Instant>(2), rows.get<QByteArray>(3)};
    return found;
}

Result<int> count(const store::Snapshot &view, access::UserId user)
{
    if (auto refused = access::require(view, Permission::ReadPeople))
        return *refused;
    store::Query row = view.connection().internal("SELECT count(*) FROM draft WHERE user_id = ?1");
    row.bind(user).next();
    return row.get<int>(0);
}

Result<QByteArray> open(const SecretBytes &secret, access::UserId user, const Kept &kept)
{
    const auto opened = crypto::boxOpen(secret, kept.sealed);
    if (!opened)
        return unreadable();
    const auto plain = opened->bytes();
    QCborStreamReader in(reinterpret_cast<const char *>(plain.data()), static_cast<qsizetype>(plain.size()));
    if (!in.isArray() || !in.isLengthKnown() || in.length() == 0 || !in.enterContainer() || !in.isUnsignedInteger())
        return unreadable();
    if (in.toUnsignedInteger() > version)
        return Error{
            Code::Newer, Tr::tr("What you had typed here was kept by a newer Xinglin, which has to open it."), {}, {}};
    in.next();
    const QByteArray owner = bytesFrom(in);
    const QString kind = textFrom(in);
    const QByteArray subject = bytesFrom(in);
    const bool inPlace = kind == kept.place.kind && subject == kept.place.subject.toBytes();
    if (owner != user.toBytes() || (!inPlace && kind + asideMark != kept.place.kind))
        return unreadable();
    const QByteArray content = bytesFrom(in);
    if (content.isEmpty() || in.lastError() != QCborError::NoError)
        return unreadable();
    return content;
}

} // namespace xinglin::drafts
