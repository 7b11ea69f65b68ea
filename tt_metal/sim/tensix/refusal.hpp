// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the kernel API refuses, in words.
#pragma once

#include <cstdint>
#include <string>

#include "tt_metal/hw/refusal.h"

namespace tt::sim {

// "DRAM bank 99: the chip has no such bank".
std::string describe_refusal(hw::Refusal reason, uint32_t value);

}  // namespace tt::sim
