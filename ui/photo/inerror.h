#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"

#include <functional>

class QWidget;

namespace xinglin::ui {

/// Asks why this was attached in error and marks it so; then tells @p then how it went, unless @p window is gone. No
/// means nothing happens.
void askInError(Clinic &clinic, const Attachment &attachment, QWidget *window,
                const std::function<void(const Result<Done> &)> &then);

} // namespace xinglin::ui
