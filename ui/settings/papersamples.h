#pragma once

#include "access/people.h"
#include "clinic/catalog/catalog.h"
#include "ui/paper/sheets.h"

#include <QLocale>

namespace xinglin::ui {

/// A paper of the kind about nobody, painted as the real ones are: to show what a setting does. @p kind is one of
/// resizableKinds().
Sheets sampleOf(const QString &kind, const access::ClinicProfile &clinic, std::shared_ptr<const Catalog> catalog,
                const QLocale &locale);

} // namespace xinglin::ui
