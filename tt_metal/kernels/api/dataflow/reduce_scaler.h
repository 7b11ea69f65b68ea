// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles of constants that compute kernels need beside their operands. A value is a bfloat16, twice
// in one word; the circular buffer has tiles of 32x32 bfloat16.
#pragma once

#include <stdint.h>

#include "api/dataflow/dataflow_api.h"

namespace constant_tile_internal {

inline constexpr uint32_t kWordsPerRow = tt::hw::kFaceWidth / 2;
inline constexpr uint32_t kWordsPerFace = tt::hw::kFaceHeight * kWordsPerRow;
inline constexpr uint32_t kTileBytes = 4 * kWordsPerFace * sizeof(uint32_t);

// Pushes a page of zeros in which `fill`, called with its words, has written.
template <typename Fill>
void push_tile(uint32_t cb, Fill fill) {
    cb_reserve_back(cb, 1);
    const uint32_t address = get_write_ptr(cb);
    for (uint32_t done = 0; done < kTileBytes; done += MEM_ZEROS_SIZE) {
        noc_async_read(get_noc_addr(MEM_ZEROS_BASE), address + done, MEM_ZEROS_SIZE);
    }
    noc_async_read_barrier();
    fill(l1_pointer<uint32_t>(address));
    cb_push_back(cb, 1);
}

}  // namespace constant_tile_internal

// What reduce_tile weighs by: the value in the first row of each face.
template <bool half_tile = false>
void generate_reduce_scaler(uint32_t cb, uint32_t scaler) {
    using namespace constant_tile_internal;
    push_tile(cb, [scaler](volatile uint32_t* tile) {
        for (uint32_t face = 0; face < (half_tile ? 2 : 4); ++face) {
            for (uint32_t i = 0; i < kWordsPerRow; ++i) tile[face * kWordsPerFace + i] = scaler;
        }
    });
}
template <bool half_tile = false>
void wh_generate_reduce_scaler(uint32_t cb, uint32_t scaler) {
    generate_reduce_scaler<half_tile>(cb, scaler);
}

// The value in the first datum, in the first column, or in the first row.
inline void generate_bcast_unary_scalar(uint32_t cb, uint32_t scalar) {
    constant_tile_internal::push_tile(
        cb, [scalar](volatile uint32_t* tile) { tile[0] = scalar >> 16; });
}
inline void generate_bcast_col_scalar(uint32_t cb, uint32_t scalar) {
    using namespace constant_tile_internal;
    push_tile(cb, [scalar](volatile uint32_t* tile) {
        for (uint32_t face = 0; face < 4; face += 2) {
            for (uint32_t row = 0; row < tt::hw::kFaceHeight; ++row) {
                tile[face * kWordsPerFace + row * kWordsPerRow] = scalar >> 16;
            }
        }
    });
}
inline void generate_bcast_row_scalar(uint32_t cb, uint32_t scalar) {
    using namespace constant_tile_internal;
    push_tile(cb, [scalar](volatile uint32_t* tile) {
        for (uint32_t face = 0; face < 2; ++face) {
            for (uint32_t i = 0; i < kWordsPerRow; ++i) tile[face * kWordsPerFace + i] = scalar;
        }
    });
}
