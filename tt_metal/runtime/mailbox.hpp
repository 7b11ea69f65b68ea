// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the harts of one core find in L1 when a program starts, apart from run-time arguments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/runtime/circular_buffer_placement.hpp"
#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal::runtime_internal {

// Launch message, semaphores and circular buffer descriptors: the bytes of L1 from kMailboxAddress
// on. What the program has not is zero there, so that nothing of the last program is left.
using Mailbox = std::vector<std::byte>;

inline constexpr uint32_t kMailboxAddress = hw::kLaunchMessageAddress;

Mailbox make_mailbox(const ProgramState& program, const CircularBufferPlacement& placement,
                     const CoreCoord& core, uint32_t num_circular_buffers);

}  // namespace tt::tt_metal::runtime_internal
