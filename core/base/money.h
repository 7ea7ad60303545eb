#pragma once

#include <compare>
#include <cstdint>

namespace xinglin {

/// An amount of money in whole fen (hundredths of a yuan, CNY).
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fen(std::int64_t amount) { return Money(amount); }
    constexpr std::int64_t fen() const { return m_fen; }
    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money operator+(Money other) const { return Money(m_fen + other.m_fen); }
    constexpr Money operator-(Money other) const { return Money(m_fen - other.m_fen); }

private:
    constexpr explicit Money(std::int64_t amount) : m_fen(amount) {}
    std::int64_t m_fen = 0;
};

} // namespace xinglin
