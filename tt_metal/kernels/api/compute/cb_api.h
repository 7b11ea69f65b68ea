// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Circular buffers in a compute kernel: unpack consumes, pack produces.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/circular_buffers.h"
#include "tt_metal/kernels/internal/compute_hart.h"
#include "tt_metal/kernels/internal/l1.h"
#include "tt_metal/kernels/internal/mailboxes.h"
#include "tt_metal/kernels/internal/pack_position.h"

namespace ckernel {

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

// L1 address in bytes of a tile counted from the front, which the unpack hart has waited for. All
// three harts have to ask, and get it when the unpack hart does.
inline uint32_t get_tile_address(uint32_t cb, uint32_t tile) {
    return told_by_unpack([=] {
        return tt::hw::query<tt::hw::MovementOp::kCbReadPointer>(cb) + tile * get_tile_size(cb);
    });
}

// The same for a 32-bit word of a tile.
inline uint32_t read_tile_value(uint32_t cb, uint32_t tile, uint32_t word) {
    return told_by_unpack([=] {
        const uint32_t address =
            tt::hw::query<tt::hw::MovementOp::kCbReadPointer>(cb) + tile * get_tile_size(cb);
        return l1_pointer<uint32_t>(address)[word];
    });
}

}  // namespace ckernel
