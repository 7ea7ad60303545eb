#pragma once

#include "access/session.h"
#include "bench/grownclinic.h"

#include <QTemporaryDir>

namespace xinglin::bench {

/// A clinic that something is written into once and that is then thrown away, and a copy of its database as it was
/// before, for the baseline. Throws Failure.
class Place
{
public:
    /// Founds one below @p under.
    Place(const QString &under, bool training);
    /// A copy of @p grown, which is closed again.
    Place(const QString &under, GrownClinic &grown, const GrownClinic::Say &say);

    access::Session &session() { return m_session; }
    access::Surroundings around();
    FakeClock &clock() { return m_clock; }
    /// A path in the folder that is thrown away.
    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// The database as it was, and what SQLCipher wants as its key.
    QString copy() const { return file(QStringLiteral("bare.db")); }
    QByteArray keyLiteral() const;

private:
    explicit Place(const QString &under);
    void enter();

    QTemporaryDir m_folder;
    FakeClock m_clock{GrownClinic::grownAt()};
    SystemRandom m_random;
    DiskFiles m_files;
    access::Session m_session;
};

} // namespace xinglin::bench
