#pragma once

#include "access/session.h"

#include <functional>

namespace xinglin::bench {

/// Throws Failure.
void makeFolder(const QString &path);

/// How big a clinic is grown, and from which numbers. The same growth gives the same people and visits.
struct Growth
{
    qint64 patients = 20'000;
    qint64 visits = 20'000;
    quint64 seed = 1;
    /// Visits come with note, answers, diagnoses and audit row, one in three with a prescription of twelve herbs, in
    /// the order of ten years. Without: the bare visits, and two copies of the store to compare reading with.
    bool charts = false;
};

/// A clinic of @p growth in the cache folder: filled with many patients a transaction and the change log on, search
/// keys at the end. What an interrupted run left is gone on with; what stands there whole is only opened.
class GrownClinic
{
public:
    using Say = std::function<void(const QString &)>;

    GrownClinic(const QString &cache, const Growth &growth);

    /// The folder's name holds the growth and a hash of the schema.
    QString folder() const { return m_folder; }
    QString plainCopy() const { return m_folder + QStringLiteral("/plain.db"); }
    QString encryptedCopy() const { return m_folder + QStringLiteral("/encrypted.db"); }
    /// What SQLCipher wants as the key of the store and of the encrypted copy.
    QByteArray keyLiteral() const { return m_keyLiteral; }
    /// When growing ended; what is measured comes after it.
    static Instant grownAt();
    static QString login();
    static QString password();
    /// About what store and copies take on the disk.
    static qint64 bytesOf(const Growth &growth);

    /// Fills what is missing and opens. Throws Failure.
    access::Session open(const Say &say);

private:
    void fill(store::Store &store, const store::Actor &actor, const Say &say);
    void fillChunk(store::Store &store, const store::Actor &actor, qint64 first);
    void fillCharts(store::Store &store, const store::Actor &actor, qint64 present, const Say &say);
    QList<Uuid> insertPeople(store::Transaction &tx, Random &random, qint64 first, qint64 count, QDate today);
    void copy(access::Session &session);
    void writeKeys(store::Store &store, const store::Actor &actor);
    access::Surroundings around();

    Growth m_growth;
    QString m_folder;
    QByteArray m_keyLiteral;
    FakeClock m_clock;
    SystemRandom m_random;
    DiskFiles m_files;
};

} // namespace xinglin::bench
