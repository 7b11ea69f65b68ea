// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where a program's circular buffers lie in L1: one after another upward from the unreserved base,
// each aligned, and at the same address on all of its cores; those on buffers lie there and take no
// room.
#pragma once

#include <cstdint>
#include <vector>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal::runtime_internal {

struct CircularBufferPlacement {
    uint64_t base = hw::kL1UnreservedBase;  // of the first on each core
    std::vector<uint64_t> addresses;        // in the order of the circular buffers
    uint64_t end = base;                    // of the highest that is on no buffer
    CoreCoord fullest_core;                 // one of those that have it
};

// Throws std::invalid_argument if a buffer under one of them was freed.
CircularBufferPlacement place_circular_buffers(const std::vector<CircularBuffer>& buffers,
                                               uint64_t base, uint64_t alignment);

}  // namespace tt::tt_metal::runtime_internal
