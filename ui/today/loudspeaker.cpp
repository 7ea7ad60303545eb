#include "ui/today/loudspeaker.h"

#include "ui/today/chime.h"
#include "ui/today/voice.h"

#include <QApplication>
#include <QThread>

namespace xinglin::ui {

SoundSource::~SoundSource() = default;

void SoundSource::open(const QLocale &language)
{
    m_chime = Chime::ofThisPc();
    if (m_chime)
        connect(m_chime.get(), &Chime::finished, this, &SoundSource::speak);
    m_voice = Voice::ofThisPc(language);
    if (!m_voice)
        return;
    connect(m_voice.get(), &Voice::finished, this, [this] { emit finished(m_turn); });
    emit voiceFound();
}

void SoundSource::announce(quint64 turn, bool chime, const QString &words)
{
    stop();
    m_turn = turn;
    m_words = words;
    if (chime && m_chime)
        return m_chime->play();
    if (chime)
        emit beepWanted();
    speak();
}

void SoundSource::speak()
{
    if (m_words.isEmpty() || !m_voice)
        return emit finished(m_turn);
    m_voice->say(m_words);
}

void SoundSource::stop()
{
    if (m_chime)
        m_chime->stop();
    if (m_voice)
        m_voice->stop();
}

Loudspeaker::Loudspeaker() : m_thread(new QThread), m_source(new SoundSource)
{
    m_thread->setObjectName(QStringLiteral("loudspeaker"));
    m_source->moveToThread(m_thread);
    connect(m_source, &SoundSource::voiceFound, this, [this] {
        m_hasVoice = true;
        emit voiceFound();
    });
    connect(m_source, &SoundSource::beepWanted, this, [] { QApplication::beep(); });
    connect(m_source, &SoundSource::finished, this, [this](quint64 turn) {
        if (turn == m_turn)
            emit finished();
    });
    connect(m_thread, &QThread::finished, m_source, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connect(qApp, &QCoreApplication::aboutToQuit, m_thread, [thread = m_thread] {
        thread->quit();
        thread->wait(1'000);
    });
    m_thread->start();
}

Loudspeaker::~Loudspeaker()
{
    stop();
    m_thread->quit();
}

void Loudspeaker::open(const QLocale &language)
{
    QMetaObject::invokeMethod(m_source, [source = m_source, language] { source->open(language); });
}

void Loudspeaker::announce(bool chime, const QString &words)
{
    QMetaObject::invokeMethod(
        m_source, [source = m_source, turn = ++m_turn, chime, words] { source->announce(turn, chime, words); });
}

void Loudspeaker::stop()
{
    ++m_turn;
    QMetaObject::invokeMethod(m_source, [source = m_source] { source->stop(); });
}

Speaker::Make Speaker::ofThisPc()
{
    return [] { return std::make_unique<Loudspeaker>(); };
}

} // namespace xinglin::ui
