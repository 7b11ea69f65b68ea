// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles combined with the first row, column or datum of another, and the same alone: repeated over
// a tile.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

// ── Any operation, any part ──

template <EltwiseBinaryType kType, BroadcastType kPart>
inline void init_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t out_cb = 16) {
    compute_kernel_hw_startup(a_cb, b_cb, out_cb);
    fpu_set_accumulation(false);
}

// DST[dst] = A op (a part of B). Tiles are counted from the front of their circular buffer.
template <EltwiseBinaryType kType, BroadcastType kPart>
inline void any_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    fpu_unpack_pair(a_cb, b_cb, a_tile, b_tile);
    fpu_elementwise(kType, kPart, fpu_accumulation(), dst);
}

template <BroadcastType kPart>
inline void add_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    any_tiles_bcast<ELWADD, kPart>(a_cb, b_cb, a_tile, b_tile, dst);
}
template <BroadcastType kPart>
inline void sub_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    any_tiles_bcast<ELWSUB, kPart>(a_cb, b_cb, a_tile, b_tile, dst);
}
template <BroadcastType kPart>
inline void mul_tiles_bcast(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                            uint32_t dst) {
    any_tiles_bcast<ELWMUL, kPart>(a_cb, b_cb, a_tile, b_tile, dst);
}

// ── One name each ──
// `op`_tiles_bcast_`part`, with upstream's two spellings of its init function.

#define FPU_BCAST(op, type, part, kind)                                                \
    inline void op##_tiles_bcast_##part(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, \
                                        uint32_t b_tile, uint32_t dst) {               \
        any_tiles_bcast<type, BroadcastType::kind>(a_cb, b_cb, a_tile, b_tile, dst);   \
    }                                                                                  \
    inline void op##_bcast_##part##_init_short(uint32_t = 0, uint32_t = 1) {           \
        fpu_set_accumulation(false);                                                   \
    }                                                                                  \
    inline void op##_tiles_bcast_##part##_init_short(uint32_t = 0, uint32_t = 1) {     \
        fpu_set_accumulation(false);                                                   \
    }

#define FPU_BCASTS(op, type)       \
    FPU_BCAST(op, type, rows, ROW) \
    FPU_BCAST(op, type, cols, COL) \
    FPU_BCAST(op, type, scalar, SCALAR)

FPU_BCASTS(add, ELWADD)
FPU_BCASTS(sub, ELWSUB)
FPU_BCASTS(mul, ELWMUL)

#undef FPU_BCASTS
#undef FPU_BCAST

// ── One tile alone ──

template <BroadcastType kPart>
inline void unary_bcast_init(uint32_t in_cb, uint32_t out_cb) {
    compute_kernel_hw_startup(in_cb, out_cb);
}

template <BroadcastType kOldPart, BroadcastType kNewPart>
inline void reconfigure_unary_bcast(uint32_t, uint32_t, uint32_t, uint32_t) {}

// DST[dst] = a part of tile `in_tile`, repeated over the tile.
template <BroadcastType kPart>
inline void unary_bcast(uint32_t in_cb, uint32_t in_tile, uint32_t dst) {
    fpu_unpack(in_cb, in_tile);
    fpu_copy(dst, kPart);
}

}  // namespace ckernel
