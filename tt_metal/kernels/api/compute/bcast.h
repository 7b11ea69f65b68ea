// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST = a op b by the FPU, where b's first row, first column or first datum is repeated over the
// tile.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/elementwise.h"

enum class BroadcastType : uint8_t {
    NONE = static_cast<uint8_t>(tt::hw::Broadcast::kNone),
    ROW = static_cast<uint8_t>(tt::hw::Broadcast::kRow),
    COL = static_cast<uint8_t>(tt::hw::Broadcast::kColumn),
    SCALAR = static_cast<uint8_t>(tt::hw::Broadcast::kScalar),
};

inline void init_bcast([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                       [[maybe_unused]] uint32_t out_cb) {
    elementwise_init(/*accumulate=*/false);
}

template <BroadcastType kType>
inline void add_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kAdd, static_cast<tt::hw::Broadcast>(kType)>(
        a_cb, b_cb, a_tile, b_tile, dst);
}
template <BroadcastType kType>
inline void sub_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kSubtract, static_cast<tt::hw::Broadcast>(kType)>(
        a_cb, b_cb, a_tile, b_tile, dst);
}
template <BroadcastType kType>
inline void mul_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kMultiply, static_cast<tt::hw::Broadcast>(kType)>(
        a_cb, b_cb, a_tile, b_tile, dst);
}
