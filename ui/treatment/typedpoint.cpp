#include "ui/treatment/typedpoint.h"

#include "clinic/treatment/treatments.h"

#include <QRegularExpression>

#include <algorithm>

namespace xinglin::ui {

namespace {

using points::Side;

struct SideLetter
{
    char16_t letter;
    char16_t han;
    Side side;
};
constexpr SideLetter sides[] = {{u'l', u'左', Side::Left}, {u'r', u'右', Side::Right}, {u's', u'双', Side::Both}};

struct TechniqueLetter
{
    char16_t letter;
    char16_t han;
    Technique technique;
};
constexpr TechniqueLetter techniques[] = {
    {u'p', u'平', Technique::Even},       {u'b', u'补', Technique::Reinforcing}, {u'x', u'泻', Technique::Reducing},
    {u'w', u'温', Technique::WarmNeedle}, {u'd', u'电', Technique::Electro},     {u'c', u'刺', Technique::Prick},
    {u'j', u'灸', Technique::Moxa},
};

/// Takes the words behind a name; nullopt where one of them is none.
std::optional<TypedPoint> withSuffix(const QString &name, const QString &suffix)
{
    static const QRegularExpression parts(QStringLiteral("(n\\d{1,2})|(\\d+(?:\\.\\d+)?)|(\\D)"));
    TypedPoint typed;
    typed.name = name;
    for (auto match = parts.globalMatch(suffix); match.hasNext();) {
        const QRegularExpressionMatch part = match.next();
        if (!part.capturedView(1).isEmpty() && !typed.needles) {
            typed.needles = part.captured(1).mid(1).toInt();
        } else if (!part.capturedView(2).isEmpty() && !typed.depthCun) {
            typed.depthCun = part.captured(2).toDouble();
        } else if (const QString letter = part.captured(3); letter.size() == 1) {
            if (const auto side = sideOf(letter.front()); side && !typed.side)
                typed.side = side;
            else if (const auto technique = techniqueOf(letter.front()); technique && !typed.technique)
                typed.technique = technique;
            else
                return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    return typed;
}

} // namespace

std::optional<Side> sideOf(QChar letter)
{
    for (const SideLetter &one : sides) {
        if (letter == one.letter || letter == one.han)
            return one.side;
    }
    return std::nullopt;
}

std::optional<Technique> techniqueOf(QChar letter)
{
    for (const TechniqueLetter &one : techniques) {
        if (letter == one.letter || letter == one.han)
            return one.technique;
    }
    return std::nullopt;
}

QChar letterOf(Side side)
{
    for (const SideLetter &one : sides) {
        if (one.side == side)
            return one.letter;
    }
    return {};
}

QChar letterOf(Technique technique)
{
    for (const TechniqueLetter &one : techniques) {
        if (one.technique == technique)
            return one.letter;
    }
    return {};
}

QList<TypedPoint> readPoint(const QString &word, const std::function<bool(const QString &)> &isName)
{
    const QString text = word.trimmed();
    QList<TypedPoint> readings;
    if (text.isEmpty())
        return readings;
    const qsizetype stop = text.indexOf(QRegularExpression(QStringLiteral("[./]")));
    if (stop > 0) {
        if (const auto typed = withSuffix(text.left(stop), text.mid(stop + 1)))
            readings << *typed;
        return readings;
    }
    TypedPoint whole;
    whole.name = text;
    if (!isName(text)) {
        for (qsizetype letters = 1; letters <= 2 && text.size() - letters >= 2; ++letters) {
            const QString name = text.chopped(letters);
            const QString suffix = text.right(letters);
            const bool digits = std::any_of(suffix.begin(), suffix.end(), [](QChar c) { return c.isDigit(); });
            if (digits || !isName(name))
                continue;
            if (const auto typed = withSuffix(name, suffix))
                readings << *typed;
        }
    }
    readings << whole;
    return readings;
}

QString typedPoint(const TreatmentPoint &point, const TreatmentPoint &usual)
{
    QString suffix;
    if (point.side != usual.side)
        suffix += letterOf(point.side);
    if (point.technique != usual.technique && point.technique != Technique::Unsaid)
        suffix += letterOf(point.technique);
    if (point.depthCun)
        suffix += QString::number(*point.depthCun);
    const QString name = QString(point.name).remove(u' ');
    return suffix.isEmpty() ? name : name + u'.' + suffix;
}

std::optional<TypedNumber> readNumber(const QString &word)
{
    static const QRegularExpression minutes(QStringLiteral("^(\\d{1,3})(?:m|min|分)?$"));
    static const QRegularExpression sessions(QStringLiteral("^(?:x(\\d{1,3})|(\\d{1,3})x(\\d{1,2})?)$"));
    static const QRegularExpression technique(QStringLiteral("^[./](\\D)$"));
    const QString text = word.trimmed().toLower();
    TypedNumber typed;
    if (const auto match = minutes.match(text); match.hasMatch()) {
        typed.number = match.captured(1).toInt();
        return typed;
    }
    if (const auto match = sessions.match(text); match.hasMatch()) {
        typed.kind = TypedNumber::Kind::Sessions;
        typed.number = (match.capturedView(1).isEmpty() ? match.captured(2) : match.captured(1)).toInt();
        if (!match.capturedView(3).isEmpty())
            typed.perWeek = match.captured(3).toInt();
        return typed;
    }
    if (const auto match = technique.match(text); match.hasMatch()) {
        const auto known = techniqueOf(match.captured(1).front());
        if (!known)
            return std::nullopt;
        typed.kind = TypedNumber::Kind::Technique;
        typed.technique = *known;
        return typed;
    }
    return std::nullopt;
}

TreatmentPoint pointFrom(const Catalog &catalog, const TreatmentDraft &draft, const points::AcuPoint &known,
                         const TypedPoint &typed)
{
    TreatmentPoint point = treatment::pointOf(catalog, draft, known);
    if (typed.side && !known.onlySide)
        point.side = *typed.side;
    if (typed.technique)
        point.technique = *typed.technique;
    point.depthCun = typed.depthCun;
    point.needles = typed.needles.value_or(treatment::usualNeedles(catalog, draft, point));
    return point;
}

TreatmentPoint freePoint(const Catalog &catalog, const TreatmentDraft &draft, const TypedPoint &typed)
{
    TreatmentPoint point;
    point.name = typed.name;
    point.side = typed.side.value_or(Side::Midline); // one place, as far as one knows
    point.technique = typed.technique.value_or(Technique::Unsaid);
    point.depthCun = typed.depthCun;
    point.needles = typed.needles.value_or(treatment::usualNeedles(catalog, draft, point));
    return point;
}

} // namespace xinglin::ui
