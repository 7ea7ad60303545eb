#include "ui/today/voice.h"

namespace xinglin::ui {

std::unique_ptr<Voice> Voice::ofThisPc(const QLocale &)
{
    return {};
}

} // namespace xinglin::ui
