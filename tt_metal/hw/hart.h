// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The five RISC-V harts of a Tensix core and the roles that software gives them.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/memory_map.h"

namespace tt::hw {

enum class Hart : uint8_t {
    kBrisc = 0,   // data movement 0; runs writers, default NoC 0
    kNcrisc = 1,  // data movement 1; runs readers, default NoC 1
    kTrisc0 = 2,  // compute: unpack
    kTrisc1 = 3,  // compute: math
    kTrisc2 = 4,  // compute: pack
};

// Upper-case name as it stands in diagnostics ("BRISC", "TRISC1").
constexpr const char* hart_name(Hart hart) {
    constexpr const char* kNames[kNumHarts] = {"BRISC", "NCRISC", "TRISC0", "TRISC1", "TRISC2"};
    return kNames[static_cast<uint8_t>(hart)];
}

constexpr bool is_data_movement(Hart hart) { return hart == Hart::kBrisc || hart == Hart::kNcrisc; }

constexpr uint32_t local_memory_size(Hart hart) {
    return is_data_movement(hart) ? kDataMovementLocalMemorySize : kComputeLocalMemorySize;
}

}  // namespace tt::hw
