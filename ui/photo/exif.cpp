#include "ui/photo/exif.h"

#include <QtEndian>

namespace xinglin::ui {

namespace {

constexpr quint16 TagExif = 0x8769;
constexpr quint16 TagTaken = 0x9003;
constexpr quint16 TagOffset = 0x9011;
constexpr quint16 TypeText = 2;
constexpr quint16 TypeLong = 4;
constexpr int MostEntries = 512;

/// The TIFF part of an Exif segment; every reading is checked against its end.
class Tiff
{
public:
    explicit Tiff(QByteArrayView bytes) : m_bytes(bytes), m_big(bytes.startsWith("MM")) {}

    bool isOne() const { return (m_bytes.startsWith("II") || m_bytes.startsWith("MM")) && number16(2) == 42; }
    std::optional<quint32> first() const { return number32(4); }

    /// Place of the entry with this tag in the directory at @p directory.
    std::optional<qsizetype> entry(quint32 directory, quint16 tag) const
    {
        const auto count = number16(directory);
        if (!count || *count > MostEntries)
            return std::nullopt;
        for (quint32 i = 0; i < *count; ++i) {
            const qsizetype at = qsizetype(directory) + 2 + 12 * qsizetype(i);
            if (number16(at) == tag)
                return at;
        }
        return std::nullopt;
    }
    std::optional<quint32> longAt(qsizetype entry) const
    {
        return number16(entry + 2) == TypeLong ? number32(entry + 8) : std::nullopt;
    }
    QByteArray textAt(qsizetype entry) const
    {
        const auto count = number32(entry + 4);
        if (number16(entry + 2) != TypeText || !count || *count > 64)
            return {};
        const auto place = *count <= 4 ? std::optional(static_cast<quint32>(entry + 8)) : number32(entry + 8);
        if (!place || qsizetype(*place) + qsizetype(*count) > m_bytes.size())
            return {};
        QByteArray text = m_bytes.sliced(*place, *count).toByteArray();
        if (const qsizetype end = text.indexOf('\0'); end >= 0)
            text.truncate(end);
        return text;
    }

private:
    std::optional<quint16> number16(qsizetype at) const
    {
        if (at < 0 || at + 2 > m_bytes.size())
            return std::nullopt;
        return m_big ? qFromBigEndian<quint16>(m_bytes.data() + at) : qFromLittleEndian<quint16>(m_bytes.data() + at);
    }
    std::optional<quint32> number32(qsizetype at) const
    {
        if (at < 0 || at + 4 > m_bytes.size())
            return std::nullopt;
        return m_big ? qFromBigEndian<quint32>(m_bytes.data() + at) : qFromLittleEndian<quint32>(m_bytes.data() + at);
    }

    QByteArrayView m_bytes;
    bool m_big;
};

/// What follows "Exif\0\0" in the APP1 segment.
QByteArrayView tiffIn(QByteArrayView jpeg)
{
    const auto byte = [&](qsizetype at) { return static_cast<quint8>(jpeg[at]); };
    if (jpeg.size() < 4 || byte(0) != 0xFF || byte(1) != 0xD8)
        return {};
    for (qsizetype at = 2; at + 4 <= jpeg.size() && byte(at) == 0xFF;) {
        const quint8 marker = byte(at + 1);
        const qsizetype length = byte(at + 2) * 256 + byte(at + 3);
        if (marker == 0xDA || length < 2 || at + 2 + length > jpeg.size())
            return {}; // the picture itself, or cut short
        const QByteArrayView segment = jpeg.sliced(at + 4, length - 2);
        if (marker == 0xE1 && segment.startsWith(QByteArrayView("Exif\0\0", 6)))
            return segment.sliced(6);
        at += 2 + length;
    }
    return {};
}

/// Seconds east of Greenwich in "+08:00".
std::optional<int> offsetIn(const QByteArray &text)
{
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    bool hoursOk = false;
    bool minutesOk = false;
    const int hours = text.mid(1, 2).toInt(&hoursOk);
    const int minutes = text.mid(4, 2).toInt(&minutesOk);
    if (!hoursOk || !minutesOk || hours > 14 || minutes > 59)
        return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

std::optional<Instant> takenAt(QByteArrayView jpeg, const QTimeZone &zone)
{
    const Tiff tiff(tiffIn(jpeg));
    if (!tiff.isOne())
        return std::nullopt;
    const auto first = tiff.first();
    const auto pointer = first ? tiff.entry(*first, TagExif) : std::nullopt;
    const auto exif = pointer ? tiff.longAt(*pointer) : std::nullopt;
    const auto taken = exif ? tiff.entry(*exif, TagTaken) : std::nullopt;
    if (!taken)
        return std::nullopt;
    const QDateTime local =
        QDateTime::fromString(QString::fromLatin1(tiff.textAt(*taken)), QStringLiteral("yyyy:MM:dd HH:mm:ss"));
    if (!local.isValid() || local.date().year() < 1990)
        return std::nullopt; // a clock that was never set
    const auto entry = tiff.entry(*exif, TagOffset);
    const auto offset = entry ? offsetIn(tiff.textAt(*entry)) : std::nullopt;
    const QDateTime moment = offset ? QDateTime(local.date(), local.time(), Qt::OffsetFromUTC, *offset)
                                    : QDateTime(local.date(), local.time(), zone);
    return moment.isValid() ? std::optional(instantFromMs(moment.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace xinglin::ui
