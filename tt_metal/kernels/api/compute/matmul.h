// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Products of tiles, added to DST.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

// Whether tiles of B are transposed on their way in; chosen by the init functions.
inline bool matmul_transposes_b;

inline void matmul_init([[maybe_unused]] uint32_t a_cb = 0, [[maybe_unused]] uint32_t b_cb = 1,
                        [[maybe_unused]] uint32_t transpose = 0) {
    if constexpr (kUnpacks) {
        matmul_transposes_b = transpose != 0;
    }
}

// Of operands that are in the source registers already.
template <uint32_t num_faces = 4>
inline void matmul_tiles_math(uint32_t dst) {
    fpu_math<tt::hw::TensixOp::kMathMatmul>(dst);
}

// DST[dst] += A[a_tile] x B[b_tile]; tiles are counted from the front of their circular buffer.
inline void matmul_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                         uint32_t dst) {
    fpu_unpack_pair(a_cb, b_cb, a_tile, b_tile,
                    matmul_transposes_b ? tt::hw::kUnpackTransposeB : 0);
    matmul_tiles_math(dst);
}
// Older form: what is said here must be what the init function was told.
inline void matmul_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                         uint32_t dst, uint32_t) {
    matmul_tiles(a_cb, b_cb, a_tile, b_tile, dst);
}

// `ct_dim` x `rt_dim` output tiles at a time; B is ct_dim tiles wide, A has rows of kt_dim tiles.
inline void matmul_block_init(uint32_t a_cb, uint32_t b_cb, uint32_t transpose = 0,
                              [[maybe_unused]] uint32_t ct_dim = 1,
                              [[maybe_unused]] uint32_t rt_dim = 1,
                              [[maybe_unused]] uint32_t kt_dim = 1) {
    matmul_init(a_cb, b_cb, transpose);
}

// One step along K for a block of `rt_dim` x `ct_dim` output tiles: DST[dst], row-major, += a
// column of A tiles, `kt_dim` tiles apart from a_tile on, times a row of B tiles from b_tile on.
// `transpose` is what the init function was told.
inline void matmul_block(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                         uint32_t dst, [[maybe_unused]] uint32_t transpose, uint32_t ct_dim,
                         uint32_t rt_dim, uint32_t kt_dim) {
    for (uint32_t row = 0; row < rt_dim; ++row, a_tile += kt_dim, dst += ct_dim) {
        for (uint32_t column = 0; column < ct_dim; ++column) {
            matmul_tiles(a_cb, b_cb, a_tile, b_tile + column, dst + column);
        }
    }
}

// ── Older spellings ──
// "short": after the kernel's first; "with_dt": after a buffer of another format.

inline void mm_init(uint32_t a_cb = 0, uint32_t b_cb = 1, uint32_t out_cb = 16,
                    uint32_t transpose = 0) {
    compute_kernel_hw_startup<SrcOrder::Reverse>(a_cb, b_cb, out_cb);
    matmul_init(a_cb, b_cb, transpose);
}
inline void mm_init_short(uint32_t a_cb = 0, uint32_t b_cb = 1, uint32_t transpose = 0) {
    matmul_init(a_cb, b_cb, transpose);
}
inline void mm_init_short_with_dt(uint32_t a_cb, uint32_t b_cb, uint32_t, uint32_t transpose = 0) {
    matmul_init(a_cb, b_cb, transpose);
}
inline void mm_block_init(uint32_t a_cb = 0, uint32_t b_cb = 1, uint32_t out_cb = 16,
                          uint32_t transpose = 0, uint32_t ct_dim = 1, uint32_t rt_dim = 1,
                          uint32_t kt_dim = 1) {
    compute_kernel_hw_startup<SrcOrder::Reverse>(a_cb, b_cb, out_cb);
    matmul_block_init(a_cb, b_cb, transpose, ct_dim, rt_dim, kt_dim);
}
inline void mm_block_init_short(uint32_t a_cb, uint32_t b_cb, uint32_t transpose = 0,
                                uint32_t ct_dim = 1, uint32_t rt_dim = 1, uint32_t kt_dim = 1) {
    matmul_block_init(a_cb, b_cb, transpose, ct_dim, rt_dim, kt_dim);
}
inline void mm_block_init_short_with_dt(uint32_t a_cb, uint32_t b_cb, uint32_t,
                                        uint32_t transpose = 0, uint32_t ct_dim = 1,
                                        uint32_t rt_dim = 1, uint32_t kt_dim = 1) {
    matmul_block_init(a_cb, b_cb, transpose, ct_dim, rt_dim, kt_dim);
}
inline void mm_block_init_short_with_both_dt(uint32_t a_cb, uint32_t b_cb, uint32_t, uint32_t,
                                             uint32_t transpose = 0, uint32_t ct_dim = 1,
                                             uint32_t rt_dim = 1, uint32_t kt_dim = 1) {
    matmul_block_init(a_cb, b_cb, transpose, ct_dim, rt_dim, kt_dim);
}

}  // namespace ckernel
