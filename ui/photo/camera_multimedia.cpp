#include "ui/photo/camera.h"

#include <QCamera>
#include <QCameraDevice>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>

namespace xinglin::ui {

namespace {

/// The finest format the camera has at a rate that can be looked at.
QCameraFormat finest(const QCameraDevice &device)
{
    const auto formats = device.videoFormats();
    const auto pixels = [](const QCameraFormat &format) {
        return qint64(format.resolution().width()) * format.resolution().height();
    };
    const auto best = std::max_element(formats.cbegin(), formats.cend(), [&](const auto &one, const auto &other) {
        const bool slow = one.maxFrameRate() < 5;
        const bool otherSlow = other.maxFrameRate() < 5;
        return slow != otherSlow ? slow : pixels(one) < pixels(other);
    });
    return best == formats.cend() ? QCameraFormat() : *best;
}

class DeviceCamera final : public Camera
{
public:
    explicit DeviceCamera(const QCameraDevice &device) : m_camera(device)
    {
        m_session.setCamera(&m_camera);
        m_session.setVideoSink(&m_sink);
        m_session.setImageCapture(&m_capture);
        if (const QCameraFormat format = finest(device); !format.isNull())
            m_camera.setCameraFormat(format);
        connect(&m_sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &frame) {
            if (const QImage image = frame.toImage(); !image.isNull())
                emit seen(image);
        });
        connect(&m_capture, &QImageCapture::imageCaptured, this,
                [this](int, const QImage &picture) { emit taken(picture); });
        connect(&m_capture, &QImageCapture::errorOccurred, this, [this](int, QImageCapture::Error, const QString &why) {
            emit failed(Camera::tr("The camera took no picture: %1").arg(why));
        });
        connect(&m_camera, &QCamera::errorOccurred, this, [this](QCamera::Error error, const QString &why) {
            if (error != QCamera::NoError)
                emit failed(Camera::tr("The camera cannot be used: %1").arg(why));
        });
    }

    void start() override
    {
        m_camera.start();
        // A white balance and an exposure that the camera finds anew for each picture make pictures differ that do not.
        if (m_camera.isWhiteBalanceModeSupported(QCamera::WhiteBalanceSunlight))
            m_camera.setWhiteBalanceMode(QCamera::WhiteBalanceSunlight);
        if (m_camera.isFlashModeSupported(QCamera::FlashOff))
            m_camera.setFlashMode(QCamera::FlashOff);
    }
    void stop() override { m_camera.stop(); }
    void take() override
    {
        if (m_capture.isReadyForCapture())
            m_capture.capture();
        else
            emit failed(Camera::tr("The camera is not ready yet; try again in a moment."));
    }

private:
    QCamera m_camera;
    QVideoSink m_sink;
    QImageCapture m_capture;
    QMediaCaptureSession m_session;
};

} // namespace

Camera::Source Camera::ofThisPc()
{
    return {[] { return !QMediaDevices::videoInputs().isEmpty(); },
            []() -> std::unique_ptr<Camera> {
                const QCameraDevice device = QMediaDevices::defaultVideoInput();
                return device.isNull() ? nullptr : std::make_unique<DeviceCamera>(device);
            }};
}

} // namespace xinglin::ui
