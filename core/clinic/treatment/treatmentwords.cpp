#include "clinic/treatment/treatmentwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::treatment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::treatment)
};

QString comma()
{
    return Tr::tr(", ", "between names");
}

QString numberText(double number)
{
    return QLocale::c().toString(number, 'g', 6);
}

QString unitWord(const TherapyParameter &parameter)
{
    return QLocale().language() == QLocale::Chinese ? parameter.unitZh : parameter.unitEn;
}

} // namespace

QString sideWord(points::Side side)
{
    switch (side) {
    case points::Side::Both:
        return Tr::tr("both sides");
    case points::Side::Left:
        return Tr::tr("left");
    case points::Side::Right:
        return Tr::tr("right");
    case points::Side::Midline:
        return {};
    }
    Q_UNREACHABLE();
}

QString techniqueWord(Technique technique)
{
    switch (technique) {
    case Technique::Unsaid:
        return {};
    case Technique::Even:
        return Tr::tr("even", "needling technique");
    case Technique::Reinforcing:
        return Tr::tr("reinforcing");
    case Technique::Reducing:
        return Tr::tr("reducing");
    case Technique::WarmNeedle:
        return Tr::tr("warm needle");
    case Technique::Electro:
        return Tr::tr("electro");
    case Technique::Prick:
        return Tr::tr("prick");
    case Technique::Moxa:
        return Tr::tr("moxa");
    }
    Q_UNREACHABLE();
}

QString pointInWords(const TreatmentPoint &point, const PointName &name)
{
    QStringList said;
    if (point.side == points::Side::Left || point.side == points::Side::Right)
        said << sideWord(point.side);
    if (point.technique != Technique::Unsaid)
        said << techniqueWord(point.technique);
    if (point.depthCun)
        said << Tr::tr("%1 cun").arg(numberText(*point.depthCun));
    const QString named = name ? name(point) : point.name;
    return said.isEmpty() ? named : Tr::tr("%1 (%2)").arg(named, said.join(comma()));
}

QString inWords(const TreatmentDraft &draft, const PointName &name)
{
    QStringList points;
    for (const TreatmentPoint &point : draft.points)
        points << pointInWords(point, name);
    QStringList how;
    if (draft.technique != Technique::Unsaid)
        how << techniqueWord(draft.technique);
    if (draft.minutes)
        how << Tr::tr("%n min", nullptr, *draft.minutes);
    for (const TreatmentParameter &one : draft.parameters) {
        if (const TherapyParameter *known = therapyParameter(one.code))
            how << Tr::tr("%1 %2", "number and unit").arg(numberText(one.number), unitWord(*known));
    }
    if (draft.needleCount() > 0)
        how << Tr::tr("%n needle(s)", nullptr, draft.needleCount());
    if (!draft.instructions.isEmpty())
        how << draft.instructions;
    const QString where = points.join(comma());
    const QString what = where.isEmpty()        ? draft.name
                         : draft.name.isEmpty() ? where
                                                : Tr::tr("%1: %2").arg(draft.name, where);
    if (how.isEmpty() || what.isEmpty())
        return what + how.join(comma());
    return Tr::tr("%1; %2", "points, then how").arg(what, how.join(comma()));
}

QString howOften(const TreatmentDraft &draft)
{
    if (draft.sessions == 1)
        return {};
    const QString sessions = Tr::tr("%n session(s)", nullptr, draft.sessions);
    return draft.perWeek ? Tr::tr("%1, %2 a week").arg(sessions).arg(*draft.perWeek) : sessions;
}

QString shortly(const QString &name, int points, int sessions)
{
    QString part = name;
    if (points > 0)
        part = Tr::tr("%1, %n point(s)", nullptr, points).arg(name);
    if (sessions > 1)
        part = Tr::tr("%1 × %2", "treatment and its sessions").arg(part).arg(sessions);
    return part;
}

QString summary(const QList<TreatmentDraft> &drafts)
{
    QStringList parts;
    for (const TreatmentDraft &draft : drafts)
        parts << shortly(draft.name, static_cast<int>(draft.points.size()), draft.sessions);
    return parts.join(Tr::tr("; ", "between treatments"));
}

} // namespace xinglin::treatment
