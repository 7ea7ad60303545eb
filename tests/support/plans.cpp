#include "support/plans.h"

#include "store/connection.h"

#include <QFile>
#include <QMutex>
#include <QSet>

namespace xinglin::test {

namespace {

struct Watch
{
    QMutex lock;
    QSet<QByteArray> seen;
    QStringList forbidden;
    QStringList allowed;
};

Watch &watch()
{
    static Watch state;
    return state;
}

/// Lines of plans.txt: a piece of SQL, a tab, the reason. Blank lines and those with # count for nothing.
QStringList allowedScans()
{
    QStringList pieces;
    QFile file(QStringLiteral(XINGLIN_PLAN_LIST));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/lint/plans.txt is missing");
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#'))
            pieces << line.section(u'\t', 0, 0);
    }
    return pieces;
}

void explain(store::Connection &connection, const QByteArray &sql)
{
    Watch &state = watch();
    {
        const QMutexLocker hold(&state.lock);
        if (state.seen.contains(sql))
            return;
        state.seen.insert(sql);
    }
    const QString text = QString::fromUtf8(sql).simplified();
    store::Query plan = connection.internal(("EXPLAIN QUERY PLAN " + sql).constData());
    while (plan.next()) {
        const QString line = plan.get<QString>(3);
        // A covering index still reads every entry; only walking one in order up to a limit is fine, and is listed.
        if (!line.startsWith(u"SCAN") || line.contains(u"CONSTANT ROW") || line.contains(u"VIRTUAL TABLE"))
            continue;
        // What following merges has found: a patient's records. Tables asked for each of them are still looked at.
        if (line == u"SCAN same")
            continue;
        const QMutexLocker hold(&state.lock);
        const bool listed = std::any_of(state.allowed.cbegin(), state.allowed.cend(),
                                        [&](const QString &piece) { return text.contains(piece); });
        if (!listed)
            state.forbidden << text + QStringLiteral(" → ") + line;
    }
}

} // namespace

void watchPlans()
{
    Watch &state = watch();
    if (state.allowed.isEmpty())
        state.allowed = allowedScans();
    store::Connection::onPrepare = explain;
}

QStringList takeForbiddenScans()
{
    Watch &state = watch();
    const QMutexLocker hold(&state.lock);
    return std::exchange(state.forbidden, {});
}

} // namespace xinglin::test
