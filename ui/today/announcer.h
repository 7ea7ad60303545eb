#pragma once

#include "base/files.h"
#include "clinic/schedule/queue.h"
#include "ui/today/speaker.h"

#include <deque>

class QTimer;

namespace xinglin::ui {

/// What is heard in the waiting room on this PC. It stands in a file beside the store, since it describes a loudspeaker
/// and must not follow a backup to another PC.
struct RoomSound
{
    bool chime = true;
    bool voice = true;
    bool operator==(const RoomSound &) const = default;
};
QString roomSoundPath(const QString &clinicFolder);
/// All of it where the file is not there or says nothing that can be understood. Blocks.
RoomSound readRoomSound(Files &files, const QString &path);
/// Whole or not at all. Blocks.
Result<Done> writeRoomSound(Files &files, const QString &path, const RoomSound &sound);

/// Says calls one after the other, each once, and no longer than they hold.
class Announcer : public QObject
{
    Q_OBJECT

public:
    explicit Announcer(std::unique_ptr<Speaker> speaker, QObject *parent = nullptr);
    ~Announcer() override;

    /// The calls that hold now; returns those that are new, which will be heard. Of the first ones none is.
    QList<RoomCall> show(const QList<RoomCall> &called);
    /// Nothing more is heard; the next calls are first ones.
    void close();

    void setSound(const RoomSound &sound);
    RoomSound sound() const { return m_sound; }
    bool hasVoice() const { return m_speaker->hasVoice(); }
    /// What is said of a call: never a name.
    static QString words(const RoomCall &call);

signals:
    void voiceFound();

private:
    void next();
    void end();

    std::unique_ptr<Speaker> m_speaker;
    RoomSound m_sound;
    std::optional<QList<RoomCall>> m_known;
    std::deque<RoomCall> m_waiting;
    std::optional<RoomCall> m_now;
    QTimer *m_patience; ///< An engine that never ends holds nobody up.
};

} // namespace xinglin::ui
