#pragma once

#include "ui/shell/mainwindow.h"

namespace xinglin {

/// Pictures and papers: the strip in the chart, the page of the tongue, the one of a single picture. Needs the pages of
/// patients and visits.
void furnishPhotos(ui::Workspace &workspace, Clinic &clinic, const ui::Office &office);

} // namespace xinglin
