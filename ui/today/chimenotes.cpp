#include "ui/today/chimenotes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace xinglin::ui {

QByteArray chimeNotes()
{
    constexpr double seconds = 1.3;
    constexpr double loudness = 0.3;
    constexpr double rise = 0.01; ///< s; a note that begins at once clicks.
    struct Note
    {
        double hertz;
        double from;
    };
    constexpr std::array<Note, 2> notes{{{659.26, 0}, {523.25, 0.35}}};
    const int count = static_cast<int>(seconds * chimeRate);
    QByteArray samples(count * qsizetype(sizeof(std::int16_t)), Qt::Uninitialized);
    for (int i = 0; i < count; ++i) {
        const double at = double(i) / chimeRate;
        double sum = 0;
        for (const Note &note : notes) {
            const double since = at - note.from;
            if (since < 0)
                continue;
            const double turn = 2 * std::numbers::pi * note.hertz * since;
            const double tone = std::sin(turn) + 0.25 * std::sin(2 * turn);
            sum += tone * std::min(1.0, since / rise) * std::exp(-5 * since);
        }
        const double end = std::min(1.0, (seconds - at) / rise);
        const auto sample = static_cast<std::int16_t>(std::lround(32'767 * loudness * sum * end));
        std::memcpy(samples.data() + i * qsizetype(sizeof sample), &sample, sizeof sample);
    }
    return samples;
}

} // namespace xinglin::ui
