#pragma once

#include <QtGlobal>

#include <compare>

namespace xinglin {

/// An amount of money in whole fen (hundredths of a yuan, CNY).
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fen(qint64 amount) { return Money(amount); }
    constexpr qint64 fen() const { return m_fen; }
    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money operator+(Money other) const { return Money(m_fen + other.m_fen); }
    constexpr Money operator-(Money other) const { return Money(m_fen - other.m_fen); }

private:
    constexpr explicit Money(qint64 amount) : m_fen(amount) {}
    qint64 m_fen = 0;
};

} // namespace xinglin
