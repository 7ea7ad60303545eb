#pragma once

#include <QString>

#include <chrono>

namespace xinglin::ui {

/// How long what was copied may stay.
constexpr std::chrono::milliseconds clipboardStay = std::chrono::seconds(30);

/// Copies something that tells who a patient is: it carries the hints by which clipboard histories leave it out, and
/// goes after @p stay, at forgetCopied() and with the program; unless something else has been copied meanwhile.
void copyBriefly(const QString &text, std::chrono::milliseconds stay = clipboardStay);
/// Takes it away now, as a lock does.
void forgetCopied();

} // namespace xinglin::ui
