#include "clinic/schedule/hourstext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using freebusy::DayPart;

Error refused(const QString &sentence)
{
    return {Code::Invalid, sentence, QStringLiteral("hours"), {}};
}

QString clockText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

/// Minutes of the day of "8", "8:30", "8.30", "830", "0830", "8点", "8点半", "8点30分".
std::optional<int> minuteFrom(const QString &piece)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})(?:[:.点时](半|\\d{1,2})?分?)?$"));
    static const QRegularExpression digits(QStringLiteral("^(\\d{1,2})(\\d{2})$"));
    int hour = 0;
    int minute = 0;
    if (const auto plain = digits.match(piece); plain.hasMatch()) {
        hour = plain.captured(1).toInt();
        minute = plain.captured(2).toInt();
    } else if (const auto match = clock.match(piece); match.hasMatch()) {
        hour = match.captured(1).toInt();
        minute = match.captured(2) == u"半" ? 30 : match.captured(2).toInt();
    } else {
        return std::nullopt;
    }
    if (minute > 59 || hour * 60 + minute > 2880)
        return std::nullopt;
    return hour * 60 + minute;
}

/// With one dash between two times and one space between two parts.
QString plain(const QString &typed)
{
    static const QRegularExpression dash(QStringLiteral("\\s*(?:[-‐‑‒–—−~〜到至]+|\\bto\\b)\\s*"));
    static const QRegularExpression gap(QStringLiteral("[\\s,;、。/+&]+"));
    static const QRegularExpression colon(QStringLiteral("\\s*[:∶]\\s*"));
    QString text = typed.normalized(QString::NormalizationForm_KC).toLower();
    text.replace(colon, QStringLiteral(":"));
    text.replace(dash, QStringLiteral("-"));
    text.replace(gap, QStringLiteral(" "));
    return text.trimmed();
}

bool isFree(const QString &text)
{
    static const QStringList words{QString(), QStringLiteral("-"), QStringLiteral("休"), QStringLiteral("休息"),
                                   QStringLiteral("off")};
    return words.contains(text);
}

} // namespace

QString hoursText(const DayPart &part)
{
    return clockText(part.from) + QStringLiteral("–") + clockText(part.to);
}

QString hoursText(const QList<DayPart> &parts)
{
    QStringList texts;
    for (const DayPart &part : parts)
        texts << hoursText(part);
    return texts.join(u' ');
}

Result<QList<DayPart>> hoursFrom(const QString &typed)
{
    const QString text = plain(typed);
    QList<DayPart> parts;
    if (isFree(text))
        return parts;
    for (const QString &piece : text.split(u' ')) {
        const QStringList ends = piece.split(u'-');
        const auto from = ends.size() == 2 ? minuteFrom(ends[0]) : std::nullopt;
        const auto to = ends.size() == 2 ? minuteFrom(ends[1]) : std::nullopt;
        if (!from || !to)
            return refused(Tr::tr("“%1” is no time; write 8:30-12.").arg(piece));
        const DayPart part{*from, *to};
        if (!part.isValid())
            return refused(Tr::tr("%1 ends before it begins.").arg(hoursText(part)));
        if (!parts.isEmpty() && part.from < parts.constLast().to)
            return refused(Tr::tr("%1 begins before %2 ends.").arg(hoursText(part), hoursText(parts.constLast())));
        parts << part;
    }
    return parts;
}

} // namespace xinglin::schedule
