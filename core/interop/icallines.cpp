#include "interop/icallines.h"

#include "base/text/textdecoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Ical)
};

constexpr std::array wantedNames{
    "UID",      "SUMMARY",       "DESCRIPTION", "LOCATION", "CATEGORIES",   "RESOURCES",  "STATUS",        "TRANSP",
    "SEQUENCE", "LAST-MODIFIED", "DTSTART",     "DTEND",    "DURATION",     "RRULE",      "EXRULE",        "RDATE",
    "EXDATE",   "RECURRENCE-ID", "ATTENDEE",    "TZID",     "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION"};

bool isWanted(const QByteArray &name)
{
    return std::find(wantedNames.begin(), wantedNames.end(), name) != wantedNames.end();
}

/// What an event or a task is; one does not stand in another.
bool isItem(const QByteArray &name)
{
    return name == "VEVENT" || name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY";
}

Error tooMuch(const QString &sentence)
{
    return {Code::Invalid, sentence, {}, {}};
}

/// Lines as they were before they were folded.
class Lines
{
public:
    explicit Lines(const QByteArray &bytes) : m_bytes(bytes) {}

    bool next()
    {
        text.clear();
        isCut = false;
        if (m_at >= m_bytes.size())
            return false;
        line = m_line;
        take();
        while (m_at < m_bytes.size() && (m_bytes.at(m_at) == ' ' || m_bytes.at(m_at) == '\t')) {
            ++m_at;
            take();
        }
        return true;
    }

    qint64 line = 0;
    QByteArray text;
    bool isCut = false;

private:
    /// To the end of the line as it stands in the file.
    void take()
    {
        qsizetype end = m_at;
        while (end < m_bytes.size() && m_bytes.at(end) != '\n' && m_bytes.at(end) != '\r')
            ++end;
        const qsizetype room = std::max<qsizetype>(0, IcalLimits::lineBytes - text.size());
        isCut = isCut || end - m_at > room;
        text += m_bytes.mid(m_at, std::min(end - m_at, room));
        m_at = end;
        if (m_at < m_bytes.size())
            m_at += m_bytes.mid(m_at, 2) == "\r\n" ? 2 : 1;
        ++m_line;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    qint64 m_line = 1;
};

/// Where @p sign comes first outside of quotes; -1: nowhere.
qsizetype indexOutside(const QByteArray &text, qsizetype from, const char *signs)
{
    bool quoted = false;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text.at(at) == '"')
            quoted = !quoted;
        else if (!quoted && strchr(signs, text.at(at)) != nullptr && text.at(at) != '\0')
            return at;
    }
    return -1;
}

/// False for what is no content line.
bool readProperty(const QByteArray &text, IcalProperty &property)
{
    qsizetype colon = indexOutside(text, 0, ":");
    const bool unbalanced = colon < 0;
    if (unbalanced) // a quote that nothing ends
        colon = text.indexOf(':');
    if (colon <= 0)
        return false;
    property.value = text.mid(colon + 1);
    const QByteArray head = text.left(colon);
    qsizetype at = unbalanced ? head.indexOf(';') : indexOutside(head, 0, ";");
    property.name = (at < 0 ? head : head.left(at)).trimmed().toUpper();
    while (at >= 0) {
        const qsizetype next = unbalanced ? head.indexOf(';', at + 1) : indexOutside(head, at + 1, ";");
        const QByteArray one = head.mid(at + 1, next < 0 ? -1 : next - at - 1);
        const qsizetype equals = one.indexOf('=');
        if (equals > 0 && property.parameters.size() < 64)
            property.parameters.append({one.left(equals).trimmed().toUpper(), one.mid(equals + 1).trimmed()});
        at = next;
    }
    return !property.name.isEmpty();
}

/// Puts lines into components.
class Builder
{
public:
    std::optional<Error> take(const Lines &lines)
    {
        if (lines.text.trimmed().isEmpty())
            return std::nullopt;
        IcalProperty property;
        property.line = lines.line;
        if (!readProperty(lines.text, property)) {
            remark(lines, Tr::tr("This is no line of a calendar."));
            return std::nullopt;
        }
        if (property.name == "BEGIN")
            return begin(property.value.trimmed().toUpper(), lines.line);
        if (property.name == "END") {
            end(property.value.trimmed().toUpper());
            return std::nullopt;
        }
        if (m_open.isEmpty())
            return std::nullopt;
        if (m_open.constLast().name == "VCALENDAR" && property.name == "METHOD")
            m_tree.methods.insert(m_calendar, property.value.trimmed().toUpper());
        IcalComponent *component = current();
        if (component == nullptr || !isWanted(property.name))
            return std::nullopt;
        if (lines.isCut || property.value.size() > IcalLimits::valueBytes) {
            remark(lines, Tr::tr("This is longer than anything that is read."));
            property.value.truncate(IcalLimits::valueBytes);
        }
        if (++m_properties > IcalLimits::properties)
            return tooMuch(Tr::tr("There is more in this calendar than is read at once; divide it."));
        component->properties << property;
        return std::nullopt;
    }
    IcalTree finish() { return std::move(m_tree); }

private:
    /// A component that has begun. Of one that is not kept, the place is -1.
    struct Open
    {
        QByteArray name;
        qsizetype place = -1;
        qsizetype part = -1;
    };

    IcalComponent *current()
    {
        const Open &open = m_open.constLast();
        if (open.place < 0)
            return nullptr;
        IcalComponent &component = m_tree.components[open.place];
        return open.part < 0 ? &component : &component.parts[open.part];
    }

    void remark(const Lines &lines, const QString &why)
    {
        IcalComponent *component = m_open.isEmpty() ? nullptr : current();
        if (component != nullptr && component->remarks.size() < 100)
            component->remarks.append({lines.line, {}, icalText(lines.text.left(80)).text, why});
    }

    std::optional<Error> begin(const QByteArray &name, qint64 line)
    {
        if (m_open.size() >= IcalLimits::depth)
            return tooMuch(Tr::tr("This calendar is nested too deep to be one, from line %1 on.").arg(line));
        if (name == "VCALENDAR") {
            m_open.clear(); // of a calendar that was never ended
            m_open.append({name});
            ++m_calendar;
            m_tree.isCalendar = true;
            return std::nullopt;
        }
        if (name == "VCARD")
            m_tree.isContacts = true;
        if (isItem(name)) // what has begun and not ended is cut off
            leaveItem();
        Open open{name};
        const bool top = m_open.isEmpty() || m_open.constLast().name == "VCALENDAR";
        if (!top && m_open.constLast().name == "VTIMEZONE" && m_open.constLast().place >= 0 &&
            (name == "STANDARD" || name == "DAYLIGHT")) {
            open.place = m_open.constLast().place;
            open.part = m_tree.components[open.place].parts.size();
            m_tree.components[open.place].parts << componentAt(name, line);
        } else if (isItem(name) || (top && name != "VCARD" && name != "VALARM")) {
            if (m_tree.components.size() >= IcalLimits::components)
                return tooMuch(Tr::tr("There is more in this calendar than is read at once; divide it."));
            open.place = m_tree.components.size();
            m_tree.components << componentAt(name, line);
            m_tree.isCalendar = m_tree.isCalendar || isItem(name);
        }
        m_open << open;
        return std::nullopt;
    }

    IcalComponent componentAt(const QByteArray &name, qint64 line)
    {
        IcalComponent made;
        made.line = line;
        made.name = name.left(80);
        made.calendar = m_calendar;
        return made;
    }

    void leaveItem()
    {
        for (qsizetype at = 0; at < m_open.size(); ++at) {
            if (isItem(m_open[at].name)) {
                m_open.resize(at);
                return;
            }
        }
    }

    void end(const QByteArray &name)
    {
        for (qsizetype at = m_open.size() - 1; at >= 0; --at) {
            if (m_open[at].name != name)
                continue;
            m_open.resize(at + 1);
            if (IcalComponent *component = current())
                component->isEnded = true;
            m_open.removeLast();
            return;
        }
    }

    IcalTree m_tree;
    QList<Open> m_open;
    qsizetype m_properties = 0;
    int m_calendar = 0;
};

} // namespace

QByteArray IcalProperty::parameter(const char *wanted) const
{
    for (const auto &[known, given] : parameters) {
        if (known == wanted)
            return given.size() >= 2 && given.startsWith('"') && given.endsWith('"') ? given.mid(1, given.size() - 2)
                                                                                     : given;
    }
    return {};
}

const IcalProperty *IcalComponent::find(const char *wanted) const
{
    const auto found = std::find_if(properties.cbegin(), properties.cend(),
                                    [wanted](const IcalProperty &one) { return one.name == wanted; });
    return found == properties.cend() ? nullptr : &*found;
}

qsizetype IcalComponent::count(const char *wanted) const
{
    return std::count_if(properties.cbegin(), properties.cend(),
                         [wanted](const IcalProperty &one) { return one.name == wanted; });
}

Result<IcalTree> parseIcal(QByteArray bytes)
{
    if (bytes.size() > IcalLimits::bytes)
        return tooMuch(Tr::tr("This calendar is larger than %1 MiB; divide it.").arg(IcalLimits::bytes >> 20));
    for (const auto &[mark, encoding] :
         {std::pair("\xFF\xFE", TextEncoding::Utf16Le), std::pair("\xFE\xFF", TextEncoding::Utf16Be)}) {
        if (!bytes.startsWith(mark))
            continue;
        QString text;
        TextDecoder decoder(encoding, TextDecoder::Misfits::Replace);
        decoder.decode(QByteArrayView(bytes).sliced(2), true, text);
        bytes = text.toUtf8();
    }
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    Lines lines(bytes);
    Builder builder;
    while (lines.next()) {
        if (const auto failed = builder.take(lines))
            return *failed;
    }
    return builder.finish();
}

IcalText icalText(const QByteArray &value)
{
    if (QByteArrayView(value).isValidUtf8())
        return {QString::fromUtf8(value), IcalText::Encoding::Utf8};
    QString text;
    TextDecoder decoder(TextEncoding::Gb18030);
    if (decoder.decode(value, true, text))
        return {text, IcalText::Encoding::Gb18030};
    return {QString::fromUtf8(value), IcalText::Encoding::Neither};
}

QList<QByteArray> icalParts(const QByteArray &value)
{
    QList<QByteArray> parts;
    QByteArray part;
    for (qsizetype at = 0; at < value.size(); ++at) {
        if (value.at(at) == '\\' && at + 1 < value.size()) {
            part += value.mid(at++, 2);
        } else if (value.at(at) == ',') {
            parts << std::exchange(part, {});
        } else {
            part += value.at(at);
        }
    }
    parts << part;
    return parts;
}

QString unescaped(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'\\' || at + 1 == text.size()) {
            plain += text.at(at);
            continue;
        }
        const QChar next = text.at(++at);
        if (next == u'n' || next == u'N')
            plain += u'\n';
        else if (next == u'\\' || next == u',' || next == u';' || next == u':' || next == u'"')
            plain += next;
        else
            plain += u'\\' + QString(next);
    }
    return plain;
}

} // namespace xinglin::interop
