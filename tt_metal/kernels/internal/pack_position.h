// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where in each circular buffer the packer goes on, in pages from the back; 0 after every push.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/memory_map.h"

namespace ckernel {

inline uint16_t pack_position[tt::hw::kMaxCircularBuffers];

}  // namespace ckernel
