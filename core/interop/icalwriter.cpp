#include "interop/icalwriter.h"

#include <QDateTime>

namespace xinglin::interop {

namespace {

constexpr qsizetype longestLine = 75; ///< bytes

QByteArray utc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
        .toLatin1();
}

QByteArray dayText(QDate day)
{
    return day.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

QByteArray escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\n')
            out += QStringLiteral("\\n");
        else if (character == u'\\' || character == u';' || character == u',')
            out += u'\\' + QString(character);
        else if (character.unicode() >= 0x20 && character.unicode() != 0x7F)
            out += character;
        else if (character == u'\t')
            out += u' ';
    }
    return out.toUtf8();
}

QByteArray line(const QByteArray &name, const QByteArray &value)
{
    const QByteArray whole = name + ':' + value;
    QByteArray folded;
    qsizetype length = 0;
    for (qsizetype at = 0; at < whole.size();) {
        qsizetype end = at + 1;
        while (end < whole.size() && (static_cast<unsigned char>(whole.at(end)) & 0xC0) == 0x80)
            ++end; // the rest of a character
        if (length + (end - at) > longestLine) {
            folded += "\r\n ";
            length = 1;
        }
        folded += whole.mid(at, end - at);
        length += end - at;
        at = end;
    }
    return folded + "\r\n";
}

QByteArray list(const char *name, const QStringList &values)
{
    QByteArrayList parts;
    for (const QString &value : values)
        parts << escaped(value);
    return parts.isEmpty() ? QByteArray() : line(name, parts.join(','));
}

QByteArray text(const char *name, const QString &value)
{
    return value.isEmpty() ? QByteArray() : line(name, escaped(value));
}

} // namespace

QByteArray icalHead(const QString &name)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Xinglin//Xinglin//ZH\r\nCALSCALE:GREGORIAN\r\n" +
           text("X-WR-CALNAME", name);
}

QByteArray icalFoot()
{
    return "END:VCALENDAR\r\n";
}

QByteArray icalLines(const IcalEvent &event, Instant made)
{
    QByteArray out;
    for (const IcalTime &time : event.times) {
        out += "BEGIN:VEVENT\r\n" + text("UID", event.uid) + line("DTSTAMP", utc(made));
        if (time.wholeDays) {
            out += line("DTSTART;VALUE=DATE", dayText(time.first));
            out += line("DTEND;VALUE=DATE", dayText(time.last.addDays(1)));
        } else {
            out += line("DTSTART", utc(time.period.from));
            if (time.period.isValid())
                out += line("DTEND", utc(time.period.to));
        }
        if (event.returns && !time.key.isEmpty())
            out += line(time.key.size() == 8 ? "RECURRENCE-ID;VALUE=DATE" : "RECURRENCE-ID", time.key.toLatin1());
        out += text("SUMMARY", event.summary) + text("DESCRIPTION", event.description) +
               text("LOCATION", event.location) + list("CATEGORIES", event.categories) +
               list("RESOURCES", event.resources) + text("STATUS", event.status) +
               line("SEQUENCE", QByteArray::number(event.sequence));
        if (event.changed)
            out += line("LAST-MODIFIED", utc(*event.changed));
        out += line("TRANSP", event.busy ? "OPAQUE" : "TRANSPARENT") + "END:VEVENT\r\n";
    }
    return out;
}

} // namespace xinglin::interop
