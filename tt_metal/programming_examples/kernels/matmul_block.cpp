// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Multiplies a block of A by a block of B into a block of the product that stays in DST.
//
// Role: compute.
// Circular buffers: c_0 blocks of A (height x inner), c_1 blocks of B (inner x width), c_16 out.
// Compile-time arguments: 0 height, 1 width, 2 inner, in tiles; 3 number of inner blocks.
#include "api/compute/common.h"
#include "api/compute/matmul.h"
#include "api/compute/pack.h"

void kernel_main() {
    constexpr uint32_t kHeight = get_compile_time_arg_val(0), kWidth = get_compile_time_arg_val(1);
    constexpr uint32_t kInner = get_compile_time_arg_val(2), kBlocks = get_compile_time_arg_val(3);
    constexpr uint32_t kA = 0, kB = 1, kOut = 16;
    mm_init(kA, kB, kOut);
    tile_regs_acquire();
    for (uint32_t block = 0; block < kBlocks; ++block) {
        cb_wait_front(kA, kHeight * kInner);
        cb_wait_front(kB, kInner * kWidth);
        for (uint32_t row = 0; row < kHeight; ++row) {
            for (uint32_t column = 0; column < kWidth; ++column) {
                for (uint32_t k = 0; k < kInner; ++k) {
                    matmul_tiles(kA, kB, row * kInner + k, k * kWidth + column,
                                 row * kWidth + column);
                }
            }
        }
        cb_pop_front(kA, kHeight * kInner);
        cb_pop_front(kB, kInner * kWidth);
    }
    tile_regs_commit();

    cb_reserve_back(kOut, kHeight * kWidth);
    tile_regs_wait();
    for (uint32_t tile = 0; tile < kHeight * kWidth; ++tile) {
        pack_tile(tile, kOut);
    }
    tile_regs_release();
    cb_push_back(kOut, kHeight * kWidth);
}
