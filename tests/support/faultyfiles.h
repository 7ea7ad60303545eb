#pragma once

#include "base/files.h"

#include <QFile>

namespace xinglin {

/// A disk that fails at the call of the test's choice, once or from then on, as when the power goes.
class FaultyFiles final : public Files
{
public:
    enum class How {
        Before, ///< Nothing is done.
        Torn,   ///< Half of the bytes are written; otherwise as Before.
        After,  ///< The deed is done, but reported as failed.
    };

    explicit FaultyFiles(Files &disk) : m_disk(disk) {}

    /// The @p call-th changing or reading call from now on fails, the first being 1; with @p forGood all after it too.
    void failAt(int call, How how, bool forGood)
    {
        m_calls = 0;
        m_failAt = call;
        m_how = how;
        m_forGood = forGood;
    }
    void heal() { m_failAt = 0; }
    bool failed() const { return m_failAt > 0 && m_calls >= m_failAt; }
    int calls() const { return m_calls; }

    bool exists(const QString &path) override { return m_disk.exists(path); }

    Result<QByteArray> read(const QString &path, qint64 maxBytes) override
    {
        if (fails())
            return broken();
        return m_disk.read(path, maxBytes);
    }

    Result<Done> write(const QString &path, const QByteArray &bytes) override
    {
        if (!fails())
            return m_disk.write(path, bytes);
        if (doesHalf())
            (void)m_disk.write(path, bytes.first(bytes.size() / 2));
        else if (doesAll())
            (void)m_disk.write(path, bytes);
        return broken();
    }

    Result<Done> rename(const QString &from, const QString &to) override
    {
        return act([&] { return m_disk.rename(from, to); });
    }
    Result<Done> remove(const QString &path) override
    {
        return act([&] { return m_disk.remove(path); });
    }
    Result<Done> makeFolder(const QString &path) override
    {
        return act([&] { return m_disk.makeFolder(path); });
    }
    Result<Done> append(const QString &path, const QByteArray &bytes) override
    {
        if (!fails())
            return m_disk.append(path, bytes);
        if (doesHalf())
            (void)m_disk.append(path, bytes.first(bytes.size() / 2));
        else if (doesAll())
            (void)m_disk.append(path, bytes);
        return broken();
    }
    Result<Done> copy(const QString &from, const QString &to) override
    {
        if (!fails())
            return m_disk.copy(from, to);
        if (doesHalf() || doesAll())
            (void)m_disk.copy(from, to);
        if (doesHalf())
            (void)QFile::resize(to, QFile(to).size() / 2);
        return broken();
    }
    Result<Done> link(const QString &from, const QString &to) override
    {
        return act([&] { return m_disk.link(from, to); });
    }
    Result<Done> sync(const QString &path) override
    {
        return act([&] { return m_disk.sync(path); });
    }

private:
    template <class Deed>
    Result<Done> act(Deed deed)
    {
        if (!fails())
            return deed();
        if (doesAll())
            (void)deed();
        return broken();
    }

    bool fails()
    {
        ++m_calls;
        return m_failAt > 0 && (m_forGood ? m_calls >= m_failAt : m_calls == m_failAt);
    }
    // Once the power has gone nothing more is done at all.
    bool isTheCall() const { return m_calls == m_failAt; }
    bool doesHalf() const { return m_how == How::Torn && isTheCall(); }
    bool doesAll() const { return m_how == How::After && isTheCall(); }

    static Error broken()
    {
        return Error{Code::Broken, QStringLiteral("The disk of the test failed."), {}, QStringLiteral("fault")};
    }

    Files &m_disk;
    int m_calls = 0;
    int m_failAt = 0;
    How m_how = How::Before;
    bool m_forGood = false;
};

} // namespace xinglin
