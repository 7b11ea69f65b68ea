// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parameter (bits of a float) divided by x; rounded to an integer if it is asked for.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

enum class RoundingMode : uint8_t { None, Trunc, Floor };

SFPU_INIT(rdiv_tile)

template <RoundingMode kRounding = RoundingMode::None>
inline void rdiv_tile(uint32_t dst, uint32_t value, int vector_mode = kAllOfTile) {
    constexpr auto kFunction = kRounding == RoundingMode::Trunc   ? SfpuFunction::k_div_trunc
                               : kRounding == RoundingMode::Floor ? SfpuFunction::k_div_floor
                                                                  : SfpuFunction::k_div;
    sfpu_run<kFunction>(dst, vector_mode, sfpu_scalar(value), dst_tile(dst));
}

}  // namespace ckernel
