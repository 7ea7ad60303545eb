#include "engines/linkage/hashing.h"
#include "engines/linkage/linkage.h"

#include <algorithm>
#include <limits>

namespace xinglin::linkage {

namespace {

/// What a key is made of. The numbers are part of stored keys: never change one, only add.
enum class Made : quint64 {
    Document = 1,    ///< The number.
    Phone = 2,       ///< The number.
    Birth = 3,       ///< A full date, whatever the calendar: some forty people of a million.
    NameAndYear = 4, ///< The name as it sounds, the year of birth.
    WholeName = 5,   ///< A name of three characters or more; the sound of one in two words of letters.
    Door = 6,        ///< The numbers of a Chinese address and one piece of its street.
    Place = 7,       ///< Two pieces of an address in letters, drawn by their hashes.
    NameAndDay = 8,  ///< The name as it sounds, the digits of month and day in any order.
};

constexpr std::size_t mostPhones = 3;
constexpr std::size_t mostSounds = 3;
constexpr quint64 places = 5;
constexpr quint64 piecesOfPlace = 2;

class Keys
{
public:
    void add(Made made, quint64 what) { m_keys.append(static_cast<qint64>(mixed(static_cast<quint64>(made), what))); }

    QList<qint64> sorted()
    {
        std::sort(m_keys.begin(), m_keys.end());
        m_keys.erase(std::unique(m_keys.begin(), m_keys.end()), m_keys.end());
        return m_keys;
    }

private:
    QList<qint64> m_keys;
};

/// The name by its sound, without an order of the parts; several where it may be read in several ways.
std::vector<quint64> sounds(const Subject &subject)
{
    std::vector<quint64> all;
    if (subject.script == Subject::Script::None || (subject.familyFolds.empty() && subject.givenFolds.empty()))
        return all;
    const std::vector<quint64> none{0};
    const auto &families = subject.familyFolds.empty() ? none : subject.familyFolds;
    const auto &givens = subject.givenFolds.empty() ? none : subject.givenFolds;
    for (const quint64 family : families) {
        for (const quint64 given : givens) {
            if (all.size() < mostSounds)
                all.push_back(mixed(std::min(family, given), std::max(family, given)));
        }
    }
    return all;
}

/// The piece that comes first in one of many orders. Two addresses agree on it as often as the share of pieces they
/// have in common (A. Z. Broder, On the Resemblance and Containment of Documents, 1997).
quint64 drawn(const std::vector<std::uint16_t> &pieces, quint64 order)
{
    quint64 least = std::numeric_limits<quint64>::max();
    for (const std::uint16_t piece : pieces)
        least = std::min(least, mixed(order, piece));
    return least;
}

} // namespace

QList<qint64> blockingKeys(const Subject &subject)
{
    Keys keys;
    if (!subject.document.isEmpty())
        keys.add(Made::Document, hashed(subject.document));
    for (std::size_t i = 0; i < std::min<std::size_t>(mostPhones, subject.phones.size()); ++i)
        keys.add(Made::Phone, hashed(subject.phones[static_cast<qsizetype>(i)]));
    const std::vector<quint64> names = sounds(subject);
    if (subject.birth) {
        const PartialDate &birth = *subject.birth;
        const bool firstOfYear = birth.month() == 1 && birth.day() == 1;
        if (birth.isFull() && !firstOfYear) {
            keys.add(Made::Birth, hashed(birth.toText()));
            QString digits = birth.toText().mid(5).remove(u'-');
            std::sort(digits.begin(), digits.end());
            for (const quint64 name : names)
                keys.add(Made::NameAndDay, mixed(name, hashed(digits)));
        }
        for (const quint64 name : names)
            keys.add(Made::NameAndYear, mixed(name, static_cast<quint64>(birth.year())));
    }
    if (subject.script == Subject::Script::Han) {
        const QString whole = std::min(subject.family, subject.given) + std::max(subject.family, subject.given);
        if (whole.size() >= 3)
            keys.add(Made::WholeName, hashed(whole));
    } else if (!subject.family.isEmpty() && !subject.given.isEmpty()) {
        keys.add(Made::WholeName, names.front());
    }
    if (subject.addressPieces.empty())
        return keys.sorted();
    if (subject.addressHan) {
        if (subject.addressNumbers != 0)
            keys.add(Made::Door, mixed(subject.addressNumbers, drawn(subject.addressPieces, 0)));
        return keys.sorted();
    }
    for (quint64 place = 0; place < places; ++place) {
        quint64 joined = place;
        for (quint64 i = 0; i < piecesOfPlace; ++i)
            joined = mixed(joined, drawn(subject.addressPieces, place * piecesOfPlace + i));
        keys.add(Made::Place, joined);
    }
    return keys.sorted();
}

} // namespace xinglin::linkage
