#pragma once

#include "base/result.h"
#include "interop/ical.h"

#include <QByteArray>
#include <QHash>

/// From bytes to the components of a calendar, without their meaning.
namespace xinglin::interop {

/// What a calendar may have; one that goes beyond is refused in words.
struct IcalLimits
{
    static constexpr qint64 bytes = qint64(1) << 24;
    static constexpr qsizetype components = 50'000;
    static constexpr qsizetype properties = 500'000;           ///< Of those that are read, in all.
    static constexpr qsizetype lineBytes = qsizetype(1) << 20; ///< Unfolded; longer ones are cut off.
    static constexpr qsizetype valueBytes = 65'536;            ///< Of a property that is read.
    static constexpr qsizetype depth = 16;
    static constexpr qsizetype times = 5'000; ///< Of an event, within the window.
    static constexpr qsizetype timesInAll = 200'000;
};

/// A content line: NAME;PARAM=VALUE:VALUE.
struct IcalProperty
{
    qint64 line = 0;
    QByteArray name; ///< In capitals.
    QList<std::pair<QByteArray, QByteArray>> parameters;
    QByteArray value; ///< As it stands there.

    /// The first of this name, without its quotes; empty where there is none.
    QByteArray parameter(const char *wanted) const;
};

struct IcalComponent
{
    qint64 line = 0;
    QByteArray name;                ///< In capitals.
    int calendar = 0;               ///< Which VCALENDAR of the file it is in.
    QList<IcalProperty> properties; ///< Those that are read anywhere.
    QList<IcalComponent> parts;     ///< Of a time zone: STANDARD and DAYLIGHT.
    bool isEnded = false;           ///< By its END.
    QList<IcalRemark> remarks;

    const IcalProperty *find(const char *wanted) const;
    qsizetype count(const char *wanted) const;
};

struct IcalTree
{
    QList<IcalComponent> components; ///< All but calendars, alarms and what stands inside of others.
    QHash<int, QByteArray> methods;  ///< METHOD of a calendar by its number.
    bool isCalendar = false;         ///< Some calendar or event begins in it.
    bool isContacts = false;         ///< Some vCard begins in it.
};

/// Lines end as on any system, folded ones are joined. Invalid where it is too large, has too much in it, or is nested
/// too deep.
Result<IcalTree> parseIcal(QByteArray bytes);

/// The text of a value: from UTF-8, else GB 18030, else with U+FFFD for what fits neither.
struct IcalText
{
    enum class Encoding { Utf8, Gb18030, Neither };
    QString text;
    Encoding encoding = Encoding::Utf8;
};
IcalText icalText(const QByteArray &value);
/// Parts of a list, at commas that are not escaped; with their escapes.
QList<QByteArray> icalParts(const QByteArray &value);
/// Without escapes: \n \, \; and two backslashes.
QString unescaped(const QString &text);

} // namespace xinglin::interop
