#pragma once

#include "clinic/contact/communication.h"

#include <QDate>
#include <QTimeZone>

/// Contacts in the words of screens.
namespace xinglin::ui {

/// As offered and listed: "Call", "Message", "At the desk".
QString mediumName(ContactMedium medium);
/// "They called", "We called, no answer", "They wrote", "At the desk"
QString wayWords(const ContactDraft &contact);
/// When, shortly: the time of today's, else "yesterday 10:02", "14 days ago".
QString whenWords(Instant at, const QTimeZone &zone, QDate today);

} // namespace xinglin::ui
