#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>

#include <memory>

namespace xinglin::ui {

/// Reads words aloud. Lives on the thread that made it.
class Voice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void say(const QString &words) = 0; ///< finished() follows unless it is stopped.
    virtual void stop() = 0;

    /// One of this PC that speaks the language; null where there is none. May take its time.
    static std::unique_ptr<Voice> ofThisPc(const QLocale &language);

signals:
    void finished();
};

/// That of @p offered that comes nearest to the language: of its country where there is one. Null: none speaks it.
const QLocale *nearestLocale(const QList<QLocale> &offered, const QLocale &language);
/// The first of the voices that speaks Mandarin by its name; -1: none. Some systems give their language a code that Qt
/// does not know ("cmn") and offers as no language at all.
qsizetype mandarinAmong(const QStringList &voices);

} // namespace xinglin::ui
