// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles out of DST into a circular buffer.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"
#include "tt_metal/kernels/internal/pack_position.h"
#include "tt_metal/kernels/internal/packer.h"

namespace ckernel {

// Packs DST[dst] to the next page after those packed since the last push, or, out of order, to page
// `page` from the back.
template <bool out_of_order_output = false>
inline void pack_tile(uint32_t dst, uint32_t out_cb, [[maybe_unused]] uint32_t page = 0) {
    if constexpr (kPacks) {
        if constexpr (!out_of_order_output) {
            page = pack_position[out_cb]++;
        }
        tt::hw::issue<tt::hw::TensixOp::kPackTile>(dst, out_cb | page << 8);
    }
}

// Packs DST[dst], DST[dst + 1], ... to the next num_tiles pages.
inline void pack_tile_block(uint32_t dst, uint32_t out_cb, uint32_t num_tiles) {
    if constexpr (kPacks) {
        const uint32_t first_page = pack_position[out_cb];
        for (uint32_t i = 0; i < num_tiles; ++i) {
            pack_tile<true>(dst + i, out_cb, first_page + i);
        }
        pack_position[out_cb] = static_cast<uint16_t>(first_page + num_tiles);
    }
}

// Older spelling.
inline void matmul_pack_tile(uint32_t dst, uint32_t out_cb, uint32_t num_tiles) {
    pack_tile_block(dst, out_cb, num_tiles);
}

// The first `num_rows` rows of 16 datums of DST[dst], face after face, to page `page` from the
// back.
inline uint32_t pack_rows_count;

inline void pack_rows_init([[maybe_unused]] uint32_t num_rows) {
    if constexpr (kPacks) {
        pack_rows_count = num_rows;
    }
}
inline void pack_rows(uint32_t dst, uint32_t out_cb, uint32_t page = 0) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kPackRows>(dst | pack_rows_count << 8, out_cb | page << 8);
    }
}
inline void pack_rows_uninit() {}

// Formats are those of the circular buffers, whatever was packed before.
template <bool is_tile_dim_reconfig_en = false>
inline void pack_reconfig_data_format(uint32_t) {}
template <bool is_tile_dim_reconfig_en = false>
inline void pack_reconfig_data_format(uint32_t, uint32_t) {}

// Whether what is packed is added to what the pages hold. Every add is rounded to their format.
inline void pack_reconfig_l1_acc(uint32_t enable) {
    packer_configure(tt::hw::PackSetting::kAccumulateL1, enable);
}

enum ReluType : uint32_t {
    NO_RELU = static_cast<uint32_t>(tt::hw::ReluMode::kNone),
    ZERO_RELU = static_cast<uint32_t>(tt::hw::ReluMode::kZero),
    MIN_THRESHOLD_RELU = static_cast<uint32_t>(tt::hw::ReluMode::kMinThreshold),
    MAX_THRESHOLD_RELU = static_cast<uint32_t>(tt::hw::ReluMode::kMaxThreshold),
};

// A ReluType; above it, in the upper half, the threshold as a bfloat16.
inline void pack_relu_config(uint32_t config) {
    packer_configure(tt::hw::PackSetting::kRelu, config);
}

// The same under the names by which kernels reach past the API: PACK((llk_...)).
inline void llk_pack_reconfig_l1_acc(uint32_t enable) { pack_reconfig_l1_acc(enable); }
inline void llk_pack_relu_config(uint32_t config) { pack_relu_config(config); }

}  // namespace ckernel
