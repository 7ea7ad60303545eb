#pragma once

#include <QLocale>
#include <QObject>

#include <functional>
#include <memory>

namespace xinglin::ui {

/// What is heard in the waiting room. Nothing here waits; what takes its time happens beside the GUI thread.
class Speaker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks for a voice that speaks the language; voiceFound() follows where there is one.
    virtual void open(const QLocale &language) = 0;
    virtual bool hasVoice() const = 0;
    /// The chime where it is wanted, then the words, where there are any. finished() follows unless it is stopped.
    virtual void announce(bool chime, const QString &words) = 0;
    virtual void stop() = 0;

    using Make = std::function<std::unique_ptr<Speaker>()>;
    /// That of this PC: the chime through Qt Multimedia, a voice through Qt TextToSpeech, as far as the program was
    /// built with them; else the beep of the system.
    static Make ofThisPc();

signals:
    void voiceFound();
    void finished();
};

} // namespace xinglin::ui
