#include "ui/today/voice.h"

#include <QTextToSpeech>
#include <QVoice>

namespace xinglin::ui {

namespace {

constexpr double rate = -0.1; ///< A little slower than usual: it is heard once, across a room.

class EngineVoice final : public Voice
{
public:
    explicit EngineVoice(const QString &engine) : m_engine(engine)
    {
        connect(&m_engine, &QTextToSpeech::stateChanged, this, [this](QTextToSpeech::State state) {
            if (state == QTextToSpeech::Speaking)
                m_begun = true;
            else if (m_begun || state == QTextToSpeech::Error)
                end();
        });
        connect(&m_engine, &QTextToSpeech::errorOccurred, this, [this] { end(); });
    }
    bool speaks(const QLocale &language)
    {
        if (m_engine.state() == QTextToSpeech::Error)
            return false;
        m_engine.setRate(rate);
        const QList<QLocale> offered = m_engine.availableLocales();
        if (const QLocale *nearest = nearestLocale(offered, language)) {
            m_engine.setLocale(*nearest);
            return m_engine.locale().language() == language.language() && !m_engine.availableVoices().isEmpty();
        }
        if (language.language() != QLocale::Chinese || !offered.contains(QLocale::c()))
            return false;
        m_engine.setLocale(QLocale::c());
        const QList<QVoice> voices = m_engine.availableVoices();
        QStringList names;
        for (const QVoice &one : voices)
            names << one.name();
        const qsizetype mandarin = mandarinAmong(names);
        if (mandarin >= 0)
            m_engine.setVoice(voices[mandarin]);
        return mandarin >= 0;
    }
    void say(const QString &words) override
    {
        m_saying = true;
        m_begun = false;
        m_engine.say(words);
    }
    void stop() override
    {
        m_saying = false;
        m_engine.stop();
    }

private:
    void end()
    {
        if (std::exchange(m_saying, false))
            emit finished();
    }

    QTextToSpeech m_engine;
    bool m_saying = false;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<Voice> Voice::ofThisPc(const QLocale &language)
{
    for (const QString &engine : QTextToSpeech::availableEngines()) {
        if (engine == u"mock") // says nothing
            continue;
        auto voice = std::make_unique<EngineVoice>(engine);
        if (voice->speaks(language))
            return voice;
    }
    return {};
}

} // namespace xinglin::ui
