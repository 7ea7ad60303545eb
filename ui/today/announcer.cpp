#include "ui/today/announcer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int patienceMs = 20'000;
constexpr qint64 mostBytes = 1 << 12;
const QString chimeKey = QStringLiteral("chime");
const QString voiceKey = QStringLiteral("voice");

/// Whether it is among them, not called again since.
bool holds(const QList<RoomCall> &called, const RoomCall &call)
{
    return std::any_of(called.cbegin(), called.cend(),
                       [&](const RoomCall &one) { return one.number == call.number && one.called == call.called; });
}

} // namespace

QString roomSoundPath(const QString &clinicFolder)
{
    return clinicFolder + QStringLiteral("/waitingroom.json");
}

RoomSound readRoomSound(Files &files, const QString &path)
{
    if (!files.exists(path))
        return {};
    const Result<QByteArray> bytes = files.read(path, mostBytes);
    if (!bytes)
        return {};
    const QJsonObject said = QJsonDocument::fromJson(*bytes).object();
    return {said.value(chimeKey).toBool(true), said.value(voiceKey).toBool(true)};
}

Result<Done> writeRoomSound(Files &files, const QString &path, const RoomSound &sound)
{
    return replaceFile(files, path,
                       QJsonDocument(QJsonObject{{chimeKey, sound.chime}, {voiceKey, sound.voice}}).toJson());
}

Announcer::Announcer(std::unique_ptr<Speaker> speaker, QObject *parent)
    : QObject(parent), m_speaker(std::move(speaker)), m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    connect(m_patience, &QTimer::timeout, this, [this] {
        m_speaker->stop();
        end();
    });
    connect(m_speaker.get(), &Speaker::finished, this, &Announcer::end);
    connect(m_speaker.get(), &Speaker::voiceFound, this, &Announcer::voiceFound);
    m_speaker->open(QLocale()); // the words are in the language of the program
}

Announcer::~Announcer() = default;

QString Announcer::words(const RoomCall &call)
{
    //: Read aloud by a voice.
    return call.room.isEmpty() ? tr("Number %1, please come in").arg(call.number)
                               : tr("Number %1, please come to %2").arg(QString::number(call.number), call.room);
}

QList<RoomCall> Announcer::show(const QList<RoomCall> &called)
{
    QList<RoomCall> fresh;
    for (auto one = called.crbegin(); m_known && one != called.crend(); ++one) { // the first called first
        if (!holds(*m_known, *one))
            fresh << *one;
    }
    m_known = called;
    std::erase_if(m_waiting, [&](const RoomCall &one) { return !holds(called, one); });
    m_waiting.insert(m_waiting.end(), fresh.cbegin(), fresh.cend());
    if (m_now && !holds(called, *m_now)) {
        m_speaker->stop();
        end();
    } else {
        next();
    }
    return fresh;
}

void Announcer::close()
{
    m_known.reset();
    m_waiting.clear();
    m_now.reset();
    m_patience->stop();
    m_speaker->stop();
}

void Announcer::setSound(const RoomSound &sound)
{
    const bool quieter = (m_sound.chime && !sound.chime) || (m_sound.voice && !sound.voice);
    m_sound = sound;
    if (!quieter || !m_now)
        return;
    m_speaker->stop(); // at once, not after the sentence
    end();
}

void Announcer::next()
{
    if (m_now || m_waiting.empty())
        return;
    const bool aloud = m_sound.voice && m_speaker->hasVoice();
    if (!m_sound.chime && !aloud)
        return m_waiting.clear();
    m_now = m_waiting.front();
    m_waiting.pop_front();
    m_patience->start();
    m_speaker->announce(m_sound.chime, aloud ? words(*m_now) : QString());
}

void Announcer::end()
{
    m_now.reset();
    m_patience->stop();
    next();
}

} // namespace xinglin::ui
