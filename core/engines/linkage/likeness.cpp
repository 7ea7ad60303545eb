#include "engines/linkage/likeness.h"

#include <QVarLengthArray>

#include <algorithm>

namespace xinglin::linkage {

namespace {

double jaro(QStringView one, QStringView other)
{
    const qsizetype window = std::max<qsizetype>(0, std::max(one.size(), other.size()) / 2 - 1);
    QVarLengthArray<bool, 64> taken(other.size());
    std::fill(taken.begin(), taken.end(), false);
    QVarLengthArray<QChar, 64> common;
    for (qsizetype i = 0; i < one.size(); ++i) {
        const qsizetype last = std::min(other.size(), i + window + 1);
        for (qsizetype j = std::max<qsizetype>(0, i - window); j < last; ++j) {
            if (taken[j] || one[i] != other[j])
                continue;
            taken[j] = true;
            common.append(one[i]);
            break;
        }
    }
    if (common.isEmpty())
        return 0;
    int moved = 0;
    for (qsizetype j = 0, k = 0; j < other.size(); ++j) {
        if (taken[j])
            moved += other[j] != common[k++] ? 1 : 0;
    }
    const auto found = static_cast<double>(common.size());
    return (found / static_cast<double>(one.size()) + found / static_cast<double>(other.size()) +
            (found - moved / 2.0) / found) /
           3;
}

} // namespace

double jaroWinkler(QStringView one, QStringView other)
{
    if (one.isEmpty() || other.isEmpty())
        return 0;
    // Which characters meet may depend on who looks for whom.
    if (other < one)
        std::swap(one, other);
    qsizetype prefix = 0;
    while (prefix < std::min({qsizetype(4), one.size(), other.size()}) && one[prefix] == other[prefix])
        ++prefix;
    const double plain = jaro(one, other);
    return plain + static_cast<double>(prefix) * 0.1 * (1 - plain);
}

int edits(QStringView one, QStringView other, int most)
{
    if (qAbs(one.size() - other.size()) > most)
        return most + 1;
    while (!one.isEmpty() && !other.isEmpty() && one.front() == other.front()) {
        one = one.sliced(1);
        other = other.sliced(1);
    }
    while (!one.isEmpty() && !other.isEmpty() && one.back() == other.back()) {
        one.chop(1);
        other.chop(1);
    }
    const qsizetype width = other.size() + 1;
    QVarLengthArray<int, 192> rows(3 * width);
    int *before = rows.data();
    int *above = before + width;
    int *row = above + width;
    for (qsizetype j = 0; j < width; ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (qsizetype j = 1; j < width; ++j) {
            const int replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[width - 1], most + 1);
}

double dice(const std::vector<std::uint16_t> &one, const std::vector<std::uint16_t> &other)
{
    if (one.empty() || other.empty())
        return 0;
    int common = 0;
    for (auto i = one.begin(), j = other.begin(); i != one.end() && j != other.end();) {
        const auto x = *i;
        const auto y = *j;
        common += x == y ? 1 : 0;
        i += x <= y ? 1 : 0;
        j += y <= x ? 1 : 0;
    }
    return 2.0 * common / static_cast<double>(one.size() + other.size());
}

bool meet(const std::vector<quint64> &one, const std::vector<quint64> &other)
{
    for (auto i = one.begin(), j = other.begin(); i != one.end() && j != other.end();) {
        if (*i == *j)
            return true;
        *i < *j ? ++i : ++j;
    }
    return false;
}

} // namespace xinglin::linkage
