#pragma once

#include <QObject>

#include <memory>

namespace xinglin::ui {

/// Two notes that ask to be listened to. Lives on the thread that made it.
class Chime : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void play() = 0; ///< finished() follows unless it is stopped.
    virtual void stop() = 0;

    /// Null where nothing can be heard. May take its time.
    static std::unique_ptr<Chime> ofThisPc();

signals:
    void finished();
};

} // namespace xinglin::ui
