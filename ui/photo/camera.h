#pragma once

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>

namespace xinglin::ui {

/// A camera of this PC. What it sees and takes stays in memory: no file is written.
class Camera : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// One picture in full size; taken() or failed() follows.
    virtual void take() = 0;

    /// Where cameras are asked for.
    struct Source
    {
        std::function<bool()> isThere;
        std::function<std::unique_ptr<Camera>()> first; ///< Null where there is none.
    };
    /// Those of this PC; none where the program was built without Qt Multimedia.
    static Source ofThisPc();

signals:
    /// What is in front of it, several times a second.
    void seen(const QImage &frame);
    void taken(const QImage &picture);
    void failed(const QString &sentence);
};

} // namespace xinglin::ui
