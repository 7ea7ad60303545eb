#pragma once

#include "access/drafts.h"
#include "ui/shell/mainwindow.h"

namespace xinglin {

/// The place "settings" with the sections this person may use; nothing where there is none.
void furnishSettings(ui::Workspace &workspace, Clinic &clinic, const ui::Reference &reference,
                     const ui::Office &office);

/// Leads to the form of the settings that a draft belongs to; nowhere, where this person may not use it any more.
void goOnSetting(ui::Workspace &workspace, const drafts::Place &place);

/// The last backup of the day, before the store closes.
QWidget *part(Clinic &clinic, const ui::Office &office, const std::function<void()> &ready);

} // namespace xinglin
