// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST = a op b by the FPU, elementwise. float32 operands are rounded to TF32 first.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/elementwise.h"

inline void binary_op_init_common([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                                  [[maybe_unused]] uint32_t out_cb) {}

// `accumulate`: add the results to what DST holds.
inline void add_tiles_init([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                           bool accumulate = false) {
    elementwise_init(accumulate);
}
inline void sub_tiles_init([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                           bool accumulate = false) {
    elementwise_init(accumulate);
}
inline void mul_tiles_init([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                           bool accumulate = false) {
    elementwise_init(accumulate);
}

// Tiles are counted from the front of their circular buffer.
inline void add_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                      uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kAdd, tt::hw::Broadcast::kNone>(a_cb, b_cb, a_tile,
                                                                             b_tile, dst);
}
inline void sub_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                      uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kSubtract, tt::hw::Broadcast::kNone>(
        a_cb, b_cb, a_tile, b_tile, dst);
}
inline void mul_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                      uint32_t dst) {
    elementwise_tiles<tt::hw::ElementwiseOp::kMultiply, tt::hw::Broadcast::kNone>(
        a_cb, b_cb, a_tile, b_tile, dst);
}
