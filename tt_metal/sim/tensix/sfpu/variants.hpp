// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the sources of the variants share, and what they offer.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <utility>

#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/tensix/sfpu/lanes.hpp"
#include "tt_metal/sim/tensix/sfpu/sfpu.hpp"
#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim::sfpu {

// The letters of the column `formats`; bit i stands for kSfpuFormats[i].
enum Formats : uint32_t { F = 1, S = 2, U = 4, H = 8, B = 16, ALL = 31 };

using Routines = std::span<const std::array<SfpuRoutine, 3>, hw::kNumSfpuFunctions>;

// Of the instruction set that every host of the architecture has, and of better ones.
Routines baseline_routines();
#if defined(__x86_64__)
Routines avx2_routines();
Routines avx512_routines();
#endif

}  // namespace tt::sim::sfpu
