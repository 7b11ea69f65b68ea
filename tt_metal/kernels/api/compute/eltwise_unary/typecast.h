// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// To another format. Out of range: to the nearest number there is, to UInt8 modulo 256; towards
// zero to 32 bits, to the nearest to UInt16. All formats of floats are one in DST.
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

// Formats as numbers, as upstream spells the template arguments.
template <auto kIn, auto kOut>
inline void typecast_tile_init() {}

constexpr SfpuFunction typecast_function(DataFormat out) {
    switch (out) {
        case DataFormat::Int32:
            return SfpuFunction::k_to_int32;
        case DataFormat::UInt32:
            return SfpuFunction::k_to_uint32;
        case DataFormat::UInt16:
            return SfpuFunction::k_to_uint16;
        case DataFormat::UInt8:
            return SfpuFunction::k_to_uint8;
        default:
            return SfpuFunction::k_to_float32;
    }
}

template <auto kIn, auto kOut>
inline void typecast_tile(uint32_t dst) {
    constexpr auto kFunction = typecast_function(static_cast<DataFormat>(kOut));
    sfpu_run<kFunction, static_cast<DataFormat>(kIn)>(dst, kAllOfTile, dst_tile(dst));
}

}  // namespace ckernel
