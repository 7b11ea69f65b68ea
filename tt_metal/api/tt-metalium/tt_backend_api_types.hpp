// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Number formats and architectures, under the names that host programs use for them.
#pragma once

#include <cstdint>

#include "tt_metal/hw/data_format.h"

namespace tt {

using DataFormat = hw::DataFormat;

enum class ARCH { WORMHOLE_B0 = 2, BLACKHOLE = 3 };

// Bytes of one 32x32 tile.
constexpr std::uint32_t tile_size(DataFormat format) { return hw::tile_size_bytes(format); }

}  // namespace tt
