// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Two ways to name a core. They are different types, so that one is never taken for the other.
#pragma once

#include <compare>
#include <cstdint>

namespace tt::sim {

// Place in the grid of workers, from (0,0), without holes.
struct CoreCoord {
    uint32_t x = 0;
    uint32_t y = 0;

    auto operator<=>(const CoreCoord&) const = default;
};

// Place on the network, as in a NoC address.
struct NocCoord {
    uint32_t x = 0;
    uint32_t y = 0;

    auto operator<=>(const NocCoord&) const = default;
};

}  // namespace tt::sim
