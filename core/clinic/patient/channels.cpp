#include "clinic/patient/channels.h"

#include "base/text/searchkeys.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace xinglin::channels {

namespace {

using access::Permission;

/// More different words than this nobody reads; the first by their letters are offered.
constexpr int mostWords = 300;

struct Channel
{
    QString zh;
    QString en;
};

const QList<Channel> &channels()
{
    static const QList<Channel> all = [] {
        QFile file(QStringLiteral(":/catalog/channels.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the channels that ship are missing");
        QList<Channel> found;
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll())[QStringLiteral("channels")].toArray();
        for (const QJsonValue &row : rows)
            found << Channel{row[QStringLiteral("zh")].toString(), row[QStringLiteral("en")].toString()};
        return found;
    }();
    return all;
}

/// The words of a column that patients hold whom the reader may see. Each step looks up the next word in the index, so
/// it costs as many steps as there are words, not patients.
QStringList used(const store::Snapshot &view, const QByteArray &column)
{
    const QByteArray sql =
        "WITH RECURSIVE word(w) AS (SELECT min(" + column + ") FROM patient WHERE " + column +
        " IS NOT NULL UNION ALL SELECT (SELECT min(o." + column + ") FROM patient o WHERE o." + column +
        " > word.w) FROM word WHERE word.w IS NOT NULL) SELECT word.w FROM word WHERE word.w IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM patient p WHERE p." +
        column + " = word.w AND " + patient::isSeen("p") + " AND " + patient::inClosedBatch("p") + ") LIMIT ?1";
    store::Query rows = view.sql(sql.constData());
    rows.bind(mostWords);
    QStringList found;
    while (rows.next())
        found << rows.get<QString>(0);
    return found;
}

/// The patient's record and those that were merged into it.
QByteArray ofReferrer()
{
    return "p.referred_by_id IN (WITH RECURSIVE same(id) AS (VALUES(?1) UNION SELECT mp.id FROM patient mp JOIN same"
           " ON mp.merged_into_id = same.id) SELECT id FROM same) AND p.merged_into_id IS NULL AND p.id <> ?1 AND " +
           patient::isSeen("p") + " AND " + patient::inClosedBatch("p");
}

qint64 numberOf(const store::Snapshot &view, PatientId id)
{
    store::Query row = view.sql("SELECT p.n FROM patient p WHERE p.id = ?1");
    return row.bind(id).next() ? row.get<qint64>(0) : 0;
}

} // namespace

const QStringList &shipped()
{
    static const auto in = [](bool chinese) {
        QStringList words;
        for (const Channel &channel : channels())
            words << (chinese ? channel.zh : channel.en);
        return words;
    };
    static const QStringList zh = in(true);
    static const QStringList en = in(false);
    return QLocale().language() == QLocale::Chinese ? zh : en;
}

Result<QStringList> sources(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    QStringList words = shipped();
    QSet<QString> known;
    for (const Channel &channel : channels())
        known << normaliseName(channel.zh) << normaliseName(channel.en);
    for (const QString &word : used(view, "source")) {
        if (const QString folded = normaliseName(word); !known.contains(folded)) {
            known << folded;
            words << word;
        }
    }
    return words;
}

Result<QStringList> campaigns(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    return used(view, "campaign");
}

Result<std::optional<PatientHit>> referrer(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = patient::requireSearch(view))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    store::Query row = view.sql("SELECT p.referred_by_id FROM patient p WHERE p.id = ?1");
    row.bind(*kept).next();
    const auto by = row.get<std::optional<PatientId>>(0);
    const auto sender = by ? patient::canonical(view, *by) : Result<PatientId>(*kept);
    if (!sender || *sender == *kept)
        return std::optional<PatientHit>();
    const QList<PatientHit> hits = patient::hitsOf(view, {numberOf(view, *sender)});
    return hits.isEmpty() ? std::optional<PatientHit>() : std::optional(hits.constFirst());
}

Result<Referrals> referrals(const store::Snapshot &view, PatientId patient, std::optional<qint64> before, int limit)
{
    if (auto refused = patient::requireSearch(view))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const QByteArray number = "SELECT count(*) FROM patient p WHERE " + ofReferrer();
    static const QByteArray page = "SELECT p.n, p.registered_ms FROM patient p WHERE " + ofReferrer() +
                                   " AND (?2 IS NULL OR p.n < ?2) ORDER BY p.n DESC LIMIT ?3";
    Referrals found;
    store::Query all = view.sql(number.constData());
    all.bind(*kept).next();
    found.count = all.get<qint64>(0);
    store::Query rows = view.sql(page.constData());
    rows.bind(*kept, before, limit);
    while (rows.next()) {
        const qint64 n = rows.get<qint64>(0);
        for (const PatientHit &hit : patient::hitsOf(view, {n}))
            found.people << Referred{hit, rows.get<Instant>(1), n};
    }
    return found;
}

} // namespace xinglin::channels
