#pragma once

#include "base/id.h"

#include <optional>

namespace xinglin::store {

/// Who acts. Without a user: set-up, before there is one.
struct Actor
{
    std::optional<Uuid> user;
    Uuid device{Uuid::Bytes{}};
    bool operator==(const Actor &) const = default;
};

} // namespace xinglin::store
