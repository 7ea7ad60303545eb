#pragma once

#include "engines/colour/scene.h"
#include "ui/photo/camera.h"
#include "ui/photo/pictures.h"

#include <QBuffer>
#include <QTimer>

namespace xinglin::test {

/// A tongue with the colour card beside it under the lamp of this number, as a camera would leave it.
inline QImage tongueImage(std::size_t lamp, bool withCard = true, QSize size = {640, 480})
{
    Scene scene(640, 480);
    if (!withCard)
        scene.withoutCard();
    return ui::imageOf(scene.taken(lamps()[lamp])).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

inline QByteArray encoded(const QImage &image, const char *format = "JPEG")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, 95))
        qFatal("no %s can be written", format);
    return bytes;
}

/// Sees and takes the same picture always.
class StillCamera : public ui::Camera
{
public:
    explicit StillCamera(const QImage &picture) : m_picture(picture) {}
    void start() override
    {
        QTimer::singleShot(0, this, [this] { emit seen(m_picture.scaled(320, 240)); });
    }
    void stop() override {}
    void take() override { emit taken(m_picture); }

    static ui::Camera::Source with(const QImage &picture)
    {
        return {[] { return true; }, [picture] { return std::make_unique<StillCamera>(picture); }};
    }

private:
    QImage m_picture;
};

} // namespace xinglin::test
