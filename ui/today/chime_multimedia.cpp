#include "ui/today/chime.h"
#include "ui/today/chimenotes.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>

namespace xinglin::ui {

namespace {

class SinkChime final : public Chime
{
public:
    SinkChime(const QAudioDevice &device, const QAudioFormat &format) : m_sink(device, format)
    {
        m_notes.setData(chimeNotes());
        connect(&m_sink, &QAudioSink::stateChanged, this, [this](QAudio::State state) {
            if (!m_playing || state == QAudio::ActiveState || state == QAudio::SuspendedState)
                return;
            stop();
            emit finished();
        });
    }
    void play() override
    {
        stop();
        if (!m_notes.open(QIODevice::ReadOnly))
            return emit finished();
        m_playing = true;
        m_sink.start(&m_notes);
        if (m_playing && m_sink.error() != QAudio::NoError) {
            stop();
            emit finished();
        }
    }
    void stop() override
    {
        m_playing = false;
        m_sink.stop();
        m_notes.close();
    }

private:
    QBuffer m_notes;
    QAudioSink m_sink;
    bool m_playing = false;
};

} // namespace

std::unique_ptr<Chime> Chime::ofThisPc()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(chimeRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isNull() || !device.isFormatSupported(format))
        return {};
    return std::make_unique<SinkChime>(device, format);
}

} // namespace xinglin::ui
