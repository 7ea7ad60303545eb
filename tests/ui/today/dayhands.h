#pragma once

#include "support/desk.h"

#include <QElapsedTimer>
#include <QTextStream>
#include <QThread>

namespace xinglin::test {

/// The hands of somebody who works a whole day by keys alone: counts the keys of each act and measures how long after
/// the last of them the screen shows what came of it. What went wrong is collected.
class DayHands
{
public:
    explicit DayHands(Desk &desk) : m_desk(desk) {}

    void key(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        ++m_keys;
        m_last.start();
        m_desk.drive().key(key, held);
    }
    void type(const QByteArray &letters)
    {
        m_keys += static_cast<int>(letters.size());
        m_last.start();
        m_desk.drive().type(letters.constData());
    }
    /// Waits until the screen shows it.
    template <class F>
    bool sees(const char *what, F f)
    {
        QElapsedTimer patience;
        patience.start();
        while (!f()) {
            if (lost() || patience.elapsed() > 5000) {
                complain(QStringLiteral("never seen: %1").arg(QLatin1String(what)));
                return false;
            }
            QCoreApplication::processEvents();
            QThread::usleep(200);
        }
        return true;
    }
    /// One act from its first key to what it led to.
    template <class F>
    void act(const char *kind, F f)
    {
        if (lost())
            return;
        m_doing = kind;
        m_keys = 0;
        m_last.start();
        f();
        auto &cost = m_costs[kind];
        cost.keys += m_keys;
        cost.us << m_last.nsecsElapsed() / 1000;
    }
    void complain(const QString &what)
    {
        const QString minute = QLocale::c().toString(
            QDateTime::fromMSecsSinceEpoch(toMs(m_desk.clinic.clock.now()), QTimeZone("Asia/Shanghai")),
            QStringLiteral("HH:mm"));
        if (!lost())
            m_problems << QStringLiteral("%1 %2: %3").arg(minute, QLatin1String(m_doing), what);
    }
    bool lost() const { return m_problems.size() >= 5; }
    const QStringList &problems() const { return m_problems; }
    int acts() const
    {
        qsizetype all = 0;
        for (const Cost &one : m_costs)
            all += one.us.size();
        return static_cast<int>(all);
    }

    void printTable(const char *language) const
    {
        QTextStream out(stdout);
        const auto line = [&out](const QString &name, const QStringList &cells) {
            out << name.leftJustified(34);
            for (const QString &one : cells)
                out << one.rightJustified(10);
            out << '\n';
        };
        line(QStringLiteral("acts (%1)").arg(QLatin1String(language)),
             {QStringLiteral("n"), QStringLiteral("keys"), QStringLiteral("keys/act"), QStringLiteral("p50 ms"),
              QStringLiteral("p99 ms"), QStringLiteral("max ms")});
        Cost all;
        const auto row = [&line](const QString &name, Cost cost) {
            std::sort(cost.us.begin(), cost.us.end());
            const auto at = [&cost](double part) {
                const auto i = static_cast<qsizetype>(part * static_cast<double>(cost.us.size() - 1) + 0.5);
                return QString::number(static_cast<double>(cost.us.value(i)) / 1000, 'f', 1);
            };
            line(name,
                 {QString::number(cost.us.size()), QString::number(cost.keys),
                  QString::number(double(cost.keys) / static_cast<double>(qMax(qsizetype(1), cost.us.size())), 'f', 1),
                  at(0.5), at(0.99), at(1)});
        };
        for (auto it = m_costs.cbegin(); it != m_costs.cend(); ++it) {
            row(QString::fromLatin1(it.key()), *it);
            all.keys += it->keys;
            all.us << it->us;
        }
        row(QStringLiteral("all"), all);
    }

private:
    struct Cost
    {
        int keys = 0;
        QList<qint64> us;
    };
    Desk &m_desk;
    QMap<QByteArray, Cost> m_costs;
    QStringList m_problems;
    const char *m_doing = "";
    int m_keys = 0;
    QElapsedTimer m_last;
};

} // namespace xinglin::test
