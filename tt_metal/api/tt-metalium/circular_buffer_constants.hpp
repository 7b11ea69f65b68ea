// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

#include "tt_metal/hw/circular_buffer_index.h"

namespace tt::tt_metal {

// Of the chip that has most; a device may have fewer.
inline constexpr std::uint32_t NUM_CIRCULAR_BUFFERS = hw::kMaxCircularBuffers;

}  // namespace tt::tt_metal
