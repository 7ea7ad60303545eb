#pragma once

#include "base/files.h"
#include "clinic/schedule/resources.h"

#include <QSet>
#include <QWidget>

#include <functional>

namespace xinglin::ui {

/// Columns that this PC does not show. They stand in a file beside the store and leave it neither with a backup nor
/// with the change log: another PC has another screen.
using HiddenResources = QSet<ResourceId>;

QString hiddenResourcesPath(const QString &clinicFolder);
/// None where the file is not there or says nothing that can be understood. Blocks.
HiddenResources readHiddenResources(Files &files, const QString &path);
/// Whole or not at all. Blocks.
Result<Done> writeHiddenResources(Files &files, const QString &path, const HiddenResources &hidden);

/// Asks who and what is to be shown, as chips; @p then gets what is not.
void askResources(QWidget *window, const QList<Resource> &all, const HiddenResources &hidden,
                  const std::function<void(const HiddenResources &)> &then);

} // namespace xinglin::ui
