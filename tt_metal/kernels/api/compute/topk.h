// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The largest, or smallest, K of many, by bitonic sorting.
//
// DST[dst] and DST[dst + 1], one below the other, hold a sequence of 64 values in each of their
// columns; DST[dst + 2] and DST[dst + 3] their indices, which go where their values go. Floats are
// ordered by sign and magnitude. Of equal values the one with the smaller index counts as the
// larger, whatever the steps, so every call is stable.
//
//     topk_local_sort(0, /*increasing=*/0, logk - 1);  // subsequences of K, in turn falling,
//     rising topk_merge(0, m, k);                             // of each two, the larger ones to
//     the first topk_rebuild(0, /*increasing=*/0, m, k, logk, 1);  // which then is sorted anew
#pragma once

#include "tt_metal/kernels/internal/sfpu.h"

namespace ckernel {

namespace topk_internal {

inline constexpr uint32_t kRows = tt::hw::kSfpuSortRows;

inline void exchange([[maybe_unused]] uint32_t dst, [[maybe_unused]] tt::hw::SfpuSortStep step) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuSort>(dst, step.encode());
    }
}

// Of blocks that are merged `iteration` times already, how far apart those are that remain.
constexpr uint32_t distance(uint32_t k, uint32_t iteration) {
    const uint32_t rows = (k < kRows / 2 ? k : kRows / 2) << iteration;
    return rows < kRows / 2 ? rows : kRows / 2;
}

}  // namespace topk_internal

SFPU_INIT(topk_tile)

// Sorts subsequences in alternating directions. Phase p makes sorted ones of 2^(p+1) out of those
// half as long; of one phase alone (first and last are the same) the steps from i_start_step down
// to the one above i_end_step are done, where step s compares values 2^(s-1) apart, or all if both
// are 0. idir: 1 if the first subsequence is to rise.
template <bool stable_sort = false>
inline void topk_local_sort(uint32_t dst, int idir, int i_end_phase, int i_start_phase = 0,
                            int i_end_step = 0, int i_start_step = 0) {
    const bool is_part = i_start_phase == i_end_phase && i_start_step != 0;
    for (int phase = i_start_phase; phase <= i_end_phase; ++phase) {
        const int first = is_part ? i_start_step : phase + 1;
        const int last = is_part ? i_end_step : 0;
        for (int step = first; step > last; --step) {
            topk_internal::exchange(
                dst, {0, topk_internal::kRows, 1u << (step - 1), 2u << phase, idir != 0});
        }
    }
}

// Of each two subsequences of K values that are 2^m_iter subsequences apart (one in each tile, from
// 32 rows on), the first gets the larger values and the second the smaller ones; the other way
// round if idir.
template <bool idir = false, bool stable_sort = false>
inline void topk_merge(uint32_t dst, int m_iter, int k) {
    using topk_internal::kRows;
    const uint32_t count = static_cast<uint32_t>(k) < kRows / 2 ? k : kRows / 2;
    const uint32_t distance = topk_internal::distance(k, m_iter);
    for (uint32_t first = 0; first + distance + count <= kRows; first += 2 * distance) {
        topk_internal::exchange(dst, {first, count, distance, kRows, idir});
    }
}

// Sorts the subsequences of K values that are 2^(m_iter + 1) subsequences apart, the first of them
// rising if idir, the next falling, and so on. Each must rise and then fall or the reverse, as
// merges leave it. skip_second: 1 to leave out those of the second tile.
template <bool stable_sort = false>
inline void topk_rebuild(uint32_t dst, bool idir, int m_iter, int k, int logk, int skip_second) {
    using topk_internal::kRows;
    const auto count = static_cast<uint32_t>(k);
    const uint32_t distance = count < kRows ? topk_internal::distance(k, m_iter + 1) : kRows;
    const uint32_t end = skip_second != 0 && count < kRows ? kRows / 2 : kRows;
    for (uint32_t first = 0; first + count <= end; first += distance) {
        for (int step = logk; step > 0; --step) {
            topk_internal::exchange(dst, {first, count, 1u << (step - 1), kRows, idir});
        }
        idir = !idir;
    }
}

}  // namespace ckernel
