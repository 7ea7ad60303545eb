#pragma once

#include "base/id.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

namespace xinglin::queueing {

/// One consultation that is over.
struct Consultation
{
    Uuid practitioner{Uuid::Bytes{}};
    Uuid service{Uuid::Bytes{}};
    std::chrono::milliseconds lasted{0};
    bool operator==(const Consultation &) const = default;
};

/// Fewer consultations than so many say nothing about the next one.
constexpr qsizetype leastHistory = 5;

/// How long consultations last here, by who gives them and what for.
class Lengths
{
public:
    Lengths() = default;
    explicit Lengths(const QList<Consultation> &past);

    /// The median of that practitioner and service; where they are too few, of the service with anybody; where these
    /// are too few as well, nothing.
    std::optional<std::chrono::milliseconds> usual(const Uuid &practitioner, const Uuid &service) const;

private:
    QHash<std::pair<Uuid, Uuid>, std::chrono::milliseconds> m_ofBoth;
    QHash<Uuid, std::chrono::milliseconds> m_ofService;
};

/// Somebody who calls patients in.
struct Caller
{
    Uuid practitioner{Uuid::Bytes{}};
    std::optional<Instant> begun; ///< Of the present consultation; nothing: they are free.
    Uuid service{Uuid::Bytes{}};  ///< What that is.
    bool operator==(const Caller &) const = default;
};

/// One who waits, in the order in which they will be called.
struct InLine
{
    Uuid service{Uuid::Bytes{}};
    QList<Uuid> anyOf; ///< Who may call them: one, or whoever of several is free first.
    bool operator==(const InLine &) const = default;
};

/// How long each of @p line still waits at @p now, were all to last as long as usual; nothing for whom that is not
/// known, because nobody calls them or there is too little history of what comes before them. A consultation that lasts
/// longer than usual is taken to end now.
QList<std::optional<std::chrono::minutes>> waits(const QList<InLine> &line, const QList<Caller> &callers,
                                                 const Lengths &lengths, Instant now);

} // namespace xinglin::queueing
