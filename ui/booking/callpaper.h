#pragma once

#include "access/people.h"
#include "ui/booking/calltable.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

namespace xinglin::ui {

/// Calls on paper, A5: time, who and which number, what to say, a line for the answer. @p title says what they are
/// about.
Sheets callDraftSheets(const QList<Call> &calls, const QString &title, const access::ClinicProfile &clinic, QDate day,
                       const QTimeZone &zone, const QLocale &locale, const PaperDress &dress);

} // namespace xinglin::ui
