#include "ui/photo/camera.h"

namespace xinglin::ui {

Camera::Source Camera::ofThisPc()
{
    return {[] { return false; }, [] { return std::unique_ptr<Camera>(); }};
}

} // namespace xinglin::ui
