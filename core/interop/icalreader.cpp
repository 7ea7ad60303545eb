#include "interop/icalreader.h"

#include "interop/icalseries.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Ical)
};

constexpr qsizetype shownBytes = 200;
constexpr qsizetype mostPeople = 200;

QString shown(const QByteArray &value)
{
    return icalText(value.left(shownBytes)).text;
}

/// Texts of an event, with a remark where they are not in the encoding that calendars have.
class Texts
{
public:
    Texts(const IcalComponent &component, IcalEvent &event) : m_component(component), m_event(event) {}

    QString one(const char *name)
    {
        const IcalProperty *property = m_component.find(name);
        return property == nullptr ? QString() : unescaped(decoded(*property, property->value)).trimmed();
    }
    QStringList list(const char *name)
    {
        QStringList all;
        for (const IcalProperty &property : m_component.properties) {
            if (property.name != name)
                continue;
            for (const QByteArray &part : icalParts(property.value)) {
                const QString text = unescaped(decoded(property, part)).trimmed();
                if (!text.isEmpty() && all.size() < mostPeople)
                    all << text;
            }
        }
        return all;
    }
    QStringList people()
    {
        QStringList all;
        for (const IcalProperty &property : m_component.properties) {
            const QByteArray name = property.name == "ATTENDEE" ? property.parameter("CN") : QByteArray();
            if (!name.isEmpty() && all.size() < mostPeople)
                all << decoded(property, name).trimmed();
        }
        return all;
    }

private:
    QString decoded(const IcalProperty &property, const QByteArray &value)
    {
        const IcalText text = icalText(value);
        if (text.encoding != IcalText::Encoding::Utf8)
            m_event.remarks.append({property.line, QString::fromLatin1(property.name), text.text.left(shownBytes),
                                    text.encoding == IcalText::Encoding::Gb18030
                                        ? Tr::tr("The text is not UTF-8; it was read as GB 18030.")
                                        : Tr::tr("Some bytes of the text fit no character and were replaced.")});
        return text.text;
    }

    const IcalComponent &m_component;
    IcalEvent &m_event;
};

QString nameOf(const QByteArray &component)
{
    if (component == "VTODO")
        return Tr::tr("a task");
    if (component == "VJOURNAL")
        return Tr::tr("a journal entry");
    if (component == "VFREEBUSY")
        return Tr::tr("a list of free and busy times");
    if (component == "VAVAILABILITY")
        return Tr::tr("hours of availability");
    return shown(component);
}

class Reader
{
public:
    Reader(const IcalTree &tree, const IcalWindow &window) : m_tree(tree), m_series(tree, window), m_window(window) {}

    void read(const IcalComponent &component)
    {
        if (component.name != "VEVENT") {
            refuse(component, {}, Tr::tr("This is no event but %1.").arg(nameOf(component.name)));
            return;
        }
        for (const char *name : {"UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"}) {
            if (component.count(name) > 1)
                return refuse(component, component.find(name), Tr::tr("It says this more than once."));
        }
        if (!component.isEnded)
            return refuse(component, {}, Tr::tr("The event is cut off: its end is not there."));
        IcalEvent event;
        event.line = component.line;
        event.remarks = component.remarks;
        Texts texts(component, event);
        event.uid = texts.one("UID");
        event.summary = texts.one("SUMMARY");
        event.description = texts.one("DESCRIPTION");
        event.location = texts.one("LOCATION");
        event.categories = texts.list("CATEGORIES");
        event.resources = texts.list("RESOURCES");
        event.people = texts.people();
        event.status = texts.one("STATUS").toUpper();
        if (m_tree.methods.value(component.calendar) == "CANCEL")
            event.status = QStringLiteral("CANCELLED");
        event.busy = texts.one("TRANSP").toUpper() != u"TRANSPARENT";
        event.sequence = std::max(0, texts.one("SEQUENCE").toInt());
        if (const IcalProperty *changed = component.find("LAST-MODIFIED")) {
            if (const auto moment = icalMoment(changed->value))
                event.changed = instantFromMs(moment->clockTime.toMSecsSinceEpoch());
        }
        if (const auto problem = m_series.expand(component, event))
            return refuse(component, problem->property, problem->why);
        m_times += event.times.size();
        if (m_times > IcalLimits::timesInAll)
            return refuse(component, component.find("RRULE"),
                          Tr::tr("There are more times in this calendar than are read at once; divide it."));
        m_file.events << event;
    }
    IcalFile finish() { return std::move(m_file); }

private:
    void refuse(const IcalComponent &component, const IcalProperty *property, const QString &why)
    {
        const auto text = [&](const char *name) {
            const IcalProperty *one = component.find(name);
            return one == nullptr ? QString() : unescaped(shown(one->value)).trimmed();
        };
        m_file.refused.append({property == nullptr ? component.line : property->line, shown(component.name),
                               text("UID"), text("SUMMARY"),
                               property == nullptr ? QString() : QString::fromLatin1(property->name),
                               property == nullptr ? QString() : shown(property->value), why});
    }

    const IcalTree &m_tree;
    IcalSeries m_series;
    IcalWindow m_window;
    IcalFile m_file;
    qsizetype m_times = 0;
};

} // namespace

Result<QByteArray> icalBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, Tr::tr("The file %1 cannot be read.").arg(path), {}, file.errorString()};
    const QByteArray bytes = file.read(IcalLimits::bytes + 1);
    if (bytes.size() > IcalLimits::bytes)
        return Error{Code::Invalid,
                     Tr::tr("This calendar is larger than %1 MiB; divide it.").arg(IcalLimits::bytes >> 20),
                     {},
                     {}};
    return bytes;
}

Result<IcalFile> readIcal(const QByteArray &bytes, const IcalWindow &window, const std::function<bool()> &isStopped)
{
    if (bytes.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("This file is empty."), {}, {}};
    const auto tree = parseIcal(bytes);
    if (!tree)
        return tree.error();
    if (!tree->isCalendar)
        return Error{Code::Invalid,
                     tree->isContacts ? Tr::tr("These are contacts (vCard), and no calendar.")
                                      : Tr::tr("This is no calendar (iCalendar)."),
                     {},
                     {}};
    Reader reader(*tree, window);
    qsizetype read = 0;
    for (const IcalComponent &component : tree->components) {
        if (component.name == "VTIMEZONE")
            continue;
        if (isStopped && ++read % 64 == 0 && isStopped())
            return Error{Code::Cancelled, Tr::tr("Reading was stopped."), {}, {}};
        reader.read(component);
    }
    return reader.finish();
}

} // namespace xinglin::interop
