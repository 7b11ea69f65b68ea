// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Ownership of DST: math acquires it, zeroed, and commits its results; pack waits for them and
// releases DST.
#pragma once

#include "tt_metal/kernels/internal/compute_hart.h"

namespace ckernel {

inline void tile_regs_acquire() {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kDstAcquire>();
    }
}

inline void tile_regs_commit() {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kDstCommit>();
    }
}

inline void tile_regs_wait() {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kDstWait>();
    }
}

inline void tile_regs_release() {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kDstRelease>();
    }
}

// Older spelling: one pair of calls for both harts.
inline void acquire_dst() {
    tile_regs_acquire();
    tile_regs_wait();
}

inline void release_dst() {
    tile_regs_commit();
    tile_regs_release();
}

}  // namespace ckernel
