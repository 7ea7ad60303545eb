#include "ui/today/voice.h"

namespace xinglin::ui {

const QLocale *nearestLocale(const QList<QLocale> &offered, const QLocale &language)
{
    const QLocale *nearest = nullptr;
    for (const QLocale &one : offered) {
        if (one.language() != language.language())
            continue;
        if (one.territory() == language.territory())
            return &one;
        if (!nearest || (one.script() == language.script() && nearest->script() != language.script()))
            nearest = &one;
    }
    return nearest;
}

qsizetype mandarinAmong(const QStringList &voices)
{
    for (qsizetype i = 0; i < voices.size(); ++i) {
        if (voices[i].contains(u"mandarin", Qt::CaseInsensitive))
            return i;
    }
    return -1;
}

} // namespace xinglin::ui
