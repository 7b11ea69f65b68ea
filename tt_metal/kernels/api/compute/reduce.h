// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Rows, columns or whole tiles, weighed and added up, or the largest of them.
//
// Datum k along the reduced dimension is multiplied by datum k of the first row of the scaler tile,
// REDUCE_SCALAR's twice: once along each dimension. Results are added to what DST holds (MAX: the
// larger is taken), and are in its first column (REDUCE_ROW), first row (REDUCE_COL) or first
// datum; between reduce_init and reduce_uninit the packer writes zeros around them.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "tt_metal/kernels/internal/fpu.h"
#include "tt_metal/kernels/internal/packer.h"

namespace ckernel {

// Upstream's kernels may choose by definitions of their host programs.
#if !defined(REDUCE_OP)
#define REDUCE_OP PoolType::SUM
#endif
#if !defined(REDUCE_DIM)
#define REDUCE_DIM ReduceDim::REDUCE_ROW
#endif

constexpr tt::hw::TilePart reduced_part(ReduceDim dim) {
    switch (dim) {
        case ReduceDim::REDUCE_ROW:
            return tt::hw::TilePart::kColumn;
        case ReduceDim::REDUCE_COL:
            return tt::hw::TilePart::kRow;
        case ReduceDim::REDUCE_SCALAR:
            return tt::hw::TilePart::kDatum;
    }
}

template <PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM,
          bool enforce_fp32_accumulation = false>
inline void reduce_init(uint32_t, uint32_t, uint32_t = 16) {
    packer_configure(tt::hw::PackSetting::kKeep, static_cast<uint32_t>(reduced_part(kDim)));
}

template <bool enforce_fp32_accumulation = false>
inline void reduce_uninit(uint32_t = 0) {
    packer_configure(tt::hw::PackSetting::kKeep, static_cast<uint32_t>(tt::hw::TilePart::kAll));
}

// Older spellings; `at_start`: before anything else.
template <bool at_start, PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM>
inline void reduce_init(uint32_t in_cb, uint32_t scaler_cb, uint32_t out_cb = 16) {
    reduce_init<kPool, kDim>(in_cb, scaler_cb, out_cb);
}
template <PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM>
inline void reduce_init_short(uint32_t in_cb, uint32_t scaler_cb, uint32_t out_cb = 16) {
    reduce_init<kPool, kDim>(in_cb, scaler_cb, out_cb);
}
template <bool at_start, PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM>
inline void reduce_init_delta(uint32_t in_cb, uint32_t scaler_cb, uint32_t out_cb = 16) {
    reduce_init<kPool, kDim>(in_cb, scaler_cb, out_cb);
}
template <ReduceDim kDim = REDUCE_DIM>
inline void reduce_revert_delta(uint32_t = 0) {
    reduce_uninit();
}

// Of operands that are in the source registers already.
template <PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM,
          bool enforce_fp32_accumulation = false>
inline void reduce_tile_math(uint32_t dst, uint32_t = 4) {
    constexpr auto kOp = kPool == PoolType::MAX ? tt::hw::ReduceOp::kMax : tt::hw::ReduceOp::kSum;
    fpu_math<tt::hw::TensixOp::kMathReduce>(
        dst, static_cast<uint32_t>(kOp) | static_cast<uint32_t>(reduced_part(kDim)) << 8);
}

// Tiles are counted from the front of their circular buffer.
template <PoolType kPool = REDUCE_OP, ReduceDim kDim = REDUCE_DIM,
          bool enforce_fp32_accumulation = false>
inline void reduce_tile(uint32_t in_cb, uint32_t scaler_cb, uint32_t in_tile, uint32_t scaler_tile,
                        uint32_t dst) {
    fpu_unpack_pair(in_cb, scaler_cb, in_tile, scaler_tile);
    reduce_tile_math<kPool, kDim>(dst);
}

// The largest of each row over `block_ct_dim` tiles from `first_tile` on.
template <uint32_t block_ct_dim>
inline void reduce_block_max_row_init() {
    packer_configure(tt::hw::PackSetting::kKeep, static_cast<uint32_t>(tt::hw::TilePart::kColumn));
}
template <uint32_t block_ct_dim>
inline void reduce_block_max_row(uint32_t in_cb, uint32_t scaler_cb, uint32_t first_tile,
                                 uint32_t dst) {
    for (uint32_t i = 0; i < block_ct_dim; ++i) {
        reduce_tile<PoolType::MAX, ReduceDim::REDUCE_ROW>(in_cb, scaler_cb, first_tile + i, 0, dst);
    }
}
inline void reduce_block_max_row_uninit(uint32_t = 0) { reduce_uninit(); }

}  // namespace ckernel
