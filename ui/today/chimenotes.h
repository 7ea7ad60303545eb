#pragma once

#include <QByteArray>

namespace xinglin::ui {

constexpr int chimeRate = 44'100; ///< Samples a second.
/// A falling third, each note dying away: 16 bit, one channel, in the order of the machine.
QByteArray chimeNotes();

} // namespace xinglin::ui
