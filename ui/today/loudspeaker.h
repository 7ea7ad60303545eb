#pragma once

#include "ui/today/speaker.h"

class QThread;

namespace xinglin::ui {

class Chime;
class Voice;

/// Chime and voice on a thread of their own: looking for them and starting them may take seconds.
class SoundSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SoundSource() override;

    void open(const QLocale &language);
    void announce(quint64 turn, bool chime, const QString &words);
    void stop();

signals:
    void voiceFound();
    void beepWanted();
    void finished(quint64 turn);

private:
    void speak();

    std::unique_ptr<Chime> m_chime;
    std::unique_ptr<Voice> m_voice;
    quint64 m_turn = 0;
    QString m_words;
};

/// The speaker of this PC; its end of it on the GUI thread.
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
    QThread *m_thread;     ///< Ends by itself; nobody waits for it but the end of the program.
    SoundSource *m_source; ///< Of that thread, and goes with it.
    quint64 m_turn = 0;    ///< Of what is heard now; older ones are no longer listened to.
    bool m_hasVoice = false;
};

} // namespace xinglin::ui
