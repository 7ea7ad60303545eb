#include "ui/today/chime.h"

namespace xinglin::ui {

std::unique_ptr<Chime> Chime::ofThisPc()
{
    return {};
}

} // namespace xinglin::ui
