// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// out = a op b, tile by tile, by the SFPU on copies in DST: exact for float32, which the FPU is
// not.
//
// Role: compute. DST must hold 32-bit datums (fp32_dest_acc).
// Circular buffers: c_0 (a) and c_1 (b) in, c_16 (out) out, page = one tile, capacity of each a
// multiple of tiles_per_block.
// Arguments:
//   0 operation         tt::hw::ElementwiseOp
//   1 num_tiles         may be 0
//   2 tiles_per_block   at most half the capacity of DST
// Waits for: tiles in c_0 and c_1, room in c_16, once per block.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/eltwise_binary_sfpu.h"
#include "api/compute/pack.h"
#include "api/compute/tile_move_copy.h"

namespace {

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kOut = 16;

// `Tile` is one of add_binary_tile, sub_binary_tile and mul_binary_tile.
template <auto Tile>
void compute(uint32_t num_tiles, uint32_t tiles_per_block) {
    while (num_tiles > 0) {
        const uint32_t count = num_tiles < tiles_per_block ? num_tiles : tiles_per_block;
        cb_wait_front(kA, count);
        cb_wait_front(kB, count);
        tile_regs_acquire();
        for (uint32_t i = 0; i < count; ++i) {
            copy_tile(kA, i, i);
            copy_tile(kB, i, tiles_per_block + i);
            Tile(i, tiles_per_block + i, i);
        }
        tile_regs_commit();
        cb_pop_front(kA, count);
        cb_pop_front(kB, count);

        cb_reserve_back(kOut, count);
        tile_regs_wait();
        pack_tile_block(0, kOut, count);
        tile_regs_release();
        cb_push_back(kOut, count);
        num_tiles -= count;
    }
}

}  // namespace

void kernel_main() {
    using tt::hw::ElementwiseOp;
    const auto operation = static_cast<ElementwiseOp>(get_arg_val<uint32_t>(0));
    const uint32_t num_tiles = get_arg_val<uint32_t>(1);
    const uint32_t tiles_per_block = get_arg_val<uint32_t>(2);

    compute_kernel_hw_startup(kA, kB, kOut);
    copy_tile_to_dst_init_short(kA);
    switch (operation) {
        case ElementwiseOp::kAdd:
            add_binary_tile_init();
            return compute<add_binary_tile>(num_tiles, tiles_per_block);
        case ElementwiseOp::kSubtract:
            sub_binary_tile_init();
            return compute<sub_binary_tile>(num_tiles, tiles_per_block);
        case ElementwiseOp::kMultiply:
            mul_binary_tile_init();
            return compute<mul_binary_tile>(num_tiles, tiles_per_block);
    }
}
