#include "ui/today/loudspeaker.h"

#include "ui/today/chime.h"
#include "ui/today/voice.h"

#include <QApplication>
#include <QSet>
#include <QThread>

namespace xinglin::ui {

namespace {

constexpr int patienceMs = 5'000; ///< At the end of the program, for an engine that is just being opened.

/// The threads that run; known to the thread of the windows alone.
QSet<QThread *> &running()
{
    static QSet<QThread *> all;
    return all;
}

/// Their libraries go with the program: what still runs in them then would read what is freed.
void waitForAll()
{
    for (QThread *thread : std::as_const(running())) {
        thread->quit();
        thread->wait(patienceMs);
    }
    running().clear();
}

/// Moves it to a thread of its own, whose end takes it along.
void startThread(QObject *worker, const QString &name)
{
    if (running().isEmpty()) {
        qRemovePostRoutine(waitForAll);
        qAddPostRoutine(waitForAll);
    }
    auto *thread = new QThread;
    thread->setObjectName(name);
    worker->moveToThread(thread);
    QObject::connect(thread, &QThread::finished, worker, &QObject::deleteLater);
    QObject::connect(thread, &QThread::finished, qApp, [thread] { running().remove(thread); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    running().insert(thread);
    thread->start();
}

} // namespace

ChimePlayer::~ChimePlayer() = default;

void ChimePlayer::open()
{
    m_chime = Chime::ofThisPc();
    if (m_chime)
        connect(m_chime.get(), &Chime::finished, this, [this] { emit finished(m_turn); });
}

void ChimePlayer::play(quint64 turn)
{
    m_turn = turn;
    if (m_chime)
        return m_chime->play();
    emit beepWanted();
    emit finished(turn);
}

void ChimePlayer::stop()
{
    if (m_chime)
        m_chime->stop();
}

VoiceReader::~VoiceReader() = default;

void VoiceReader::open(const QLocale &language)
{
    m_voice = Voice::ofThisPc(language);
    if (!m_voice)
        return;
    connect(m_voice.get(), &Voice::finished, this, [this] { emit finished(m_turn); });
    emit voiceFound();
}

void VoiceReader::say(quint64 turn, const QString &words)
{
    m_turn = turn;
    m_voice->say(words);
}

void VoiceReader::stop()
{
    if (m_voice)
        m_voice->stop();
}

Loudspeaker::Loudspeaker() : m_player(new ChimePlayer), m_reader(new VoiceReader)
{
    connect(m_player, &ChimePlayer::beepWanted, this, [] { QApplication::beep(); });
    connect(m_player, &ChimePlayer::finished, this, [this](quint64 turn) {
        if (turn == m_turn)
            speak();
    });
    connect(m_reader, &VoiceReader::voiceFound, this, [this] {
        m_hasVoice = true;
        emit voiceFound();
    });
    connect(m_reader, &VoiceReader::finished, this, [this](quint64 turn) {
        if (turn == m_turn)
            emit finished();
    });
    startThread(m_player, QStringLiteral("chime"));
    startThread(m_reader, QStringLiteral("voice"));
}

Loudspeaker::~Loudspeaker()
{
    stop();
    for (QObject *worker : {static_cast<QObject *>(m_player), static_cast<QObject *>(m_reader)})
        QMetaObject::invokeMethod(worker, [] { QThread::currentThread()->quit(); });
}

void Loudspeaker::open(const QLocale &language)
{
    QMetaObject::invokeMethod(m_player, [player = m_player] { player->open(); });
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, language] { reader->open(language); });
}

void Loudspeaker::announce(bool chime, const QString &words)
{
    ++m_turn;
    m_words = words;
    if (!chime)
        return speak();
    QMetaObject::invokeMethod(m_player, [player = m_player, turn = m_turn] { player->play(turn); });
}

void Loudspeaker::speak()
{
    if (m_words.isEmpty() || !m_hasVoice)
        return emit finished();
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, turn = m_turn, words = m_words] { reader->say(turn, words); });
}

void Loudspeaker::stop()
{
    ++m_turn;
    QMetaObject::invokeMethod(m_player, [player = m_player] { player->stop(); });
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->stop(); });
}

Speaker::Make Speaker::ofThisPc()
{
    return [] { return std::make_unique<Loudspeaker>(); };
}

} // namespace xinglin::ui
