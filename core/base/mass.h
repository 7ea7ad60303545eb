#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace xinglin {

/// Mass in whole milligrams; doses of herbs, never a bare number.
class Mass
{
public:
    constexpr Mass() = default;
    static constexpr Mass milligrams(std::int64_t mg) { return Mass(mg); }
    /// Rounded to the nearest milligram.
    static Mass grams(double g);
    /// Reads "9", "9.5", "0.3" (grams, ASCII or full-width digits, an optional g or 克); nullopt for anything else,
    /// for negative amounts and for more than 100 kg.
    static std::optional<Mass> fromGramText(const QString &text);

    constexpr std::int64_t milligrams() const { return m_mg; }
    constexpr double grams() const { return static_cast<double>(m_mg) / 1000.0; }
    /// Grams with a point and no trailing zeros: "9", "0.5".
    QString gramText() const;

    constexpr auto operator<=>(const Mass &) const = default;
    constexpr Mass operator+(Mass other) const { return Mass(m_mg + other.m_mg); }
    constexpr Mass operator-(Mass other) const { return Mass(m_mg - other.m_mg); }
    constexpr Mass operator*(std::int64_t factor) const { return Mass(m_mg * factor); }
    Mass &operator+=(Mass other)
    {
        m_mg += other.m_mg;
        return *this;
    }

private:
    constexpr explicit Mass(std::int64_t mg) : m_mg(mg) {}
    std::int64_t m_mg = 0;
};

} // namespace xinglin
