// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST += A x B on 32x32 tiles. float32 operands are rounded to TF32 first.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

// Whether tiles of B are transposed on their way in; chosen by the init functions.
inline bool transpose_b;

inline void matmul_init([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                        bool transpose = false) {
    if constexpr (kUnpacks) {
        transpose_b = transpose;
    }
}

// Older spellings.
inline void mm_init(uint32_t a_cb, uint32_t b_cb, [[maybe_unused]] uint32_t out_cb,
                    bool transpose = false) {
    matmul_init(a_cb, b_cb, transpose);
}
inline void mm_init_short(uint32_t a_cb, uint32_t b_cb, bool transpose = false) {
    matmul_init(a_cb, b_cb, transpose);
}

// DST[dst] += A[a_tile] x B[b_tile]; tiles are counted from the front of their circular buffer.
inline void matmul_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                         uint32_t dst) {
    if constexpr (kUnpacks) {
        const uint32_t flags = transpose_b ? tt::hw::kUnpackTransposeB : 0;
        tt::hw::issue<tt::hw::TensixOp::kUnpackAB>(a_cb | b_cb << 8 | flags << 16,
                                                   a_tile | b_tile << 16);
    }
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kMathMatmul>(dst);
    }
}

inline void matmul_block_init(uint32_t a_cb, uint32_t b_cb, bool transpose,
                              [[maybe_unused]] uint32_t width, [[maybe_unused]] uint32_t height,
                              [[maybe_unused]] uint32_t a_stride) {
    matmul_init(a_cb, b_cb, transpose);
}

// One step along K for a block of `height` x `width` output tiles: DST[dst], row-major, += a column
// of A tiles, `a_stride` tiles apart from a_tile on, times a row of B tiles from b_tile on.
inline void matmul_block(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                         uint32_t dst, [[maybe_unused]] bool transpose, uint32_t width,
                         uint32_t height, uint32_t a_stride) {
    for (uint32_t row = 0; row < height; ++row, a_tile += a_stride, dst += width) {
        for (uint32_t column = 0; column < width; ++column) {
            matmul_tiles(a_cb, b_cb, a_tile, b_tile + column, dst + column);
        }
    }
}
