#pragma once

#include "ui/today/speaker.h"

namespace xinglin::ui {

class Chime;
class Voice;

/// The chime, on a thread of its own.
class ChimePlayer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ChimePlayer() override;

    void open();
    void play(quint64 turn);
    void stop();

signals:
    void beepWanted(); ///< There is nothing better.
    void finished(quint64 turn);

private:
    std::unique_ptr<Chime> m_chime;
    quint64 m_turn = 0;
};

/// The voice, on another: an engine without a sound device may never answer, and the chime is heard all the same.
class VoiceReader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~VoiceReader() override;

    void open(const QLocale &language);
    void say(quint64 turn, const QString &words);
    void stop();

signals:
    void voiceFound();
    void finished(quint64 turn);

private:
    std::unique_ptr<Voice> m_voice;
    quint64 m_turn = 0;
};

/// The speaker of this PC; its end of it on the GUI thread. Its threads end by themselves, and nobody waits for them
/// but, shortly, the end of the program.
class Loudspeaker final : public Speaker
{
    Q_OBJECT

public:
    Loudspeaker();
    ~Loudspeaker() override;

    void open(const QLocale &language) override;
    bool hasVoice() const override { return m_hasVoice; }
    void announce(bool chime, const QString &words) override;
    void stop() override;

private:
    void speak();

    ChimePlayer *m_player; ///< Each goes with its thread.
    VoiceReader *m_reader;
    quint64 m_turn = 0; ///< Of what is heard now; older ones are no longer listened to.
    QString m_words;
    bool m_hasVoice = false;
};

} // namespace xinglin::ui
