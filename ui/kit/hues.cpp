#include "ui/kit/hues.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Hues)
};
} // namespace

const QList<Hue> &hues()
{
    static const QList<Hue> all{{QStringLiteral("azurite"), Tone::Azurite},
                                {QStringLiteral("malachite"), Tone::Malachite},
                                {QStringLiteral("gamboge"), Tone::Gamboge},
                                {QStringLiteral("slate"), Tone::Slate}};
    return all;
}

Tone toneOf(const QString &hue)
{
    for (const Hue &one : hues()) {
        if (one.name == hue)
            return one.tone;
    }
    return Tone::Neutral;
}

QString hueWords(const QString &hue)
{
    switch (toneOf(hue)) {
    case Tone::Azurite:
        return Tr::tr("Blue");
    case Tone::Malachite:
        return Tr::tr("Green");
    case Tone::Gamboge:
        return Tr::tr("Yellow");
    case Tone::Slate:
        return Tr::tr("Slate");
    default:
        return Tr::tr("Plain");
    }
}

} // namespace xinglin::ui
