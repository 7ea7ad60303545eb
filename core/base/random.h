#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace xinglin {

/// Source of random bytes; injected, so that tests and the demo clinic repeat.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    std::uint64_t next();
    /// Uniform in [0, @p below); @p below > 0.
    std::uint64_t below(std::uint64_t below);
    /// Uniform in [0, 1).
    double unit();
};

/// The operating system's generator.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// Repeatable (SplitMix64). For tests and demonstration data only, never for keys.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace xinglin
