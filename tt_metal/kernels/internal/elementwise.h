// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Elementwise operations of the FPU on a pair of tiles, with or without repetition of B.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

// Whether results are added to DST; chosen by the init functions.
inline bool accumulate_elementwise;

template <tt::hw::ElementwiseOp kOp, tt::hw::Broadcast kBroadcast>
inline void elementwise_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                              uint32_t dst) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackAB>(a_cb | b_cb << 8, a_tile | b_tile << 16);
    }
    if constexpr (kDoesMath) {
        constexpr uint32_t kMode = static_cast<uint32_t>(kOp) | static_cast<uint32_t>(kBroadcast)
                                                                    << 8;
        tt::hw::issue<tt::hw::TensixOp::kMathElementwise>(
            dst, kMode | uint32_t{accumulate_elementwise} << 16);
    }
}

inline void elementwise_init(bool accumulate) {
    if constexpr (kDoesMath) {
        accumulate_elementwise = accumulate;
    }
}
