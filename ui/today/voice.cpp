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

} // namespace xinglin::ui
