#include "ui/today/voice.h"

#include <QTextToSpeech>

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
        const QList<QLocale> offered = m_engine.availableLocales();
        const QLocale *nearest = nearestLocale(offered, language);
        if (!nearest)
            return false;
        m_engine.setLocale(*nearest);
        m_engine.setRate(rate);
        return m_engine.locale().language() == language.language() && !m_engine.availableVoices().isEmpty();
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
