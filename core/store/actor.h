#pragma once

#include "base/id.h"

#include <optional>

namespace xinglin::store {

/// Who acts. Without a user: set-up, before there is one.
struct Actor
{
    std::optional<Uuid> user;
    Uuid device{Uuid::Bytes{}};
    /// Somebody whose view of the clinic the user looks at in a preview. `access` narrows the rights to those both have
    /// and that change nothing.
    std::optional<Uuid> previewed = {};
    bool operator==(const Actor &) const = default;
};

} // namespace xinglin::store
