#pragma once

#include "access/people.h"
#include "store/selfcheck.h"

/// Reading the audit log. Whole with Permission::ReadAudit; with ReadOwnAudit one's own rows.
namespace xinglin::auditlog {

/// What a row is about, as people ask for it.
enum class Kind {
    Everything,
    SignIns,   ///< Signing in, locks, passwords, recovery.
    Looks,     ///< Searches, charts, histories, revealed fields.
    Changes,   ///< What was entered or changed.
    Papers,    ///< Prints, exports.
    Oversight, ///< Broken glass, people, roles, settings, backups, the log itself.
};
/// By the action's code; @p changed where the row belongs to a record.
Kind kindOf(const QByteArray &action, bool changed);

/// A row as it is read.
struct Line
{
    qint64 n = 0;
    Instant at;
    std::optional<access::UserId> user; ///< None: the program itself.
    QString person;                     ///< Their name; empty where nobody knows it any more.
    QByteArray action;
    Kind kind = Kind::Everything;
    QByteArray objectKind;
    std::optional<Uuid> object;
    std::optional<Uuid> patient;
    QByteArray outcome;
    QString detail;
    bool operator==(const Line &) const = default;
};

/// What is asked for; empty parts ask for nothing.
struct Filter
{
    std::optional<access::UserId> user;
    QList<Uuid> patients; ///< Ids of one patient's records: merged ones have rows of their own.
    Kind kind = Kind::Everything;
    std::optional<Instant> from;
    std::optional<Instant> until; ///< Not included.
    bool operator==(const Filter &) const = default;
};

struct Page
{
    QList<Line> lines;          ///< The newest first.
    std::optional<qint64> next; ///< Ask again with this; empty at the end. A page may be short and still have a next.
    bool operator==(const Page &) const = default;
};

/// Rows before row @p before, or the newest ones; asking for the newest leaves a row "audit.open" itself. Never steps
/// through more than some thousand rows. Without ReadAudit the filter's user must be the actor: NoPermission.
Result<Page> read(const store::Snapshot &view, const Filter &filter, std::optional<qint64> before = {},
                  int limit = 100);

/// How the log stands.
struct State
{
    qint64 rows = 0;
    QByteArray head;
    store::SelfCheck known;
    bool isDue = false; ///< Whether everything should be checked again.
    bool operator==(const State &) const = default;
};
/// For those who look after the store.
Result<State> state(const store::Snapshot &view);
/// Checks the whole store; leaves the row "store.verify". Minutes; a cancelled future interrupts it.
Result<store::VerifyReport> check(const store::Snapshot &view, const store::VerifyOptions &options = {});
/// Keeps what check() found, as the act "store.checked".
Result<Done> keepCheck(store::Transaction &tx, const store::VerifyReport &report);

/// The action in words: "Opened the chart". Unknown codes come back as they are.
QString wordsFor(const QByteArray &action);
QString wordsForOutcome(const QByteArray &outcome);
QString nameOf(Kind kind);

} // namespace xinglin::auditlog
