// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tiles from DST to a circular buffer, converted to its format.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"
#include "tt_metal/kernels/internal/pack_position.h"

// Packs DST[dst] to the next page after those packed since the last push, or, out of order, to page
// `page` from the back.
template <bool out_of_order = false>
inline void pack_tile(uint32_t dst, uint32_t out_cb, [[maybe_unused]] uint32_t page = 0) {
    if constexpr (kPacks) {
        if constexpr (!out_of_order) {
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
