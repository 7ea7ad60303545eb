#pragma once

#include "access/people.h"
#include "clinic/catalog/catalog.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

namespace xinglin::ui {

/// A paper of the kind about nobody, painted as the real ones are: to show what a setting does. @p kind is one of
/// letterheadKinds() or the queue slip.
Sheets sampleOf(const QString &kind, const access::ClinicProfile &clinic, std::shared_ptr<const Catalog> catalog,
                const QLocale &locale, const PaperDress &dress = {});

} // namespace xinglin::ui
