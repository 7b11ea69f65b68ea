// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What kernels may do to the part of an L1 that is the host's, by what the host left there itself.
// Nobody else can have changed that, as these rules hold for every way on which kernels reach it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/memory_map.h"

namespace tt::sim {

// Nothing below hw::kL1UnreservedBase but semaphores of the program that is on the core. Throws
// Fault. `access` starts the message: "store to 0x00003f00".
void check_reserved_write(std::span<const std::byte> l1, uint64_t address, uint64_t size_bytes,
                          const char* access);

// Below hw::kL1ReadableBase nothing but arguments that a hart of the core was given. Throws Fault.
void check_reserved_load(std::span<const std::byte> l1, uint32_t address);

inline bool is_reserved(uint64_t l1_address) { return l1_address < hw::kL1UnreservedBase; }

}  // namespace tt::sim
