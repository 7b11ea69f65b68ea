// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Circular buffers in a compute kernel: unpack consumes, pack produces.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/circular_buffers.h"
#include "tt_metal/kernels/internal/compute_hart.h"
#include "tt_metal/kernels/internal/pack_position.h"

inline void cb_wait_front(uint32_t cb, uint32_t num_pages) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::MovementOp::kCbWaitFront>(cb, num_pages);
    }
}

inline void cb_pop_front(uint32_t cb, uint32_t num_pages) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::MovementOp::kCbPopFront>(cb, num_pages);
    }
}

inline void cb_reserve_back(uint32_t cb, uint32_t num_pages) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::MovementOp::kCbReserveBack>(cb, num_pages);
    }
}

inline void cb_push_back(uint32_t cb, uint32_t num_pages) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::MovementOp::kCbPushBack>(cb, num_pages);
        pack_position[cb] = 0;
    }
}
