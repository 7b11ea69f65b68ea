// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// out = a op b, tile by tile, by the FPU: exact for bfloat16; float32 operands lose bits to TF32,
// so compute_binary_sfpu takes those.
//
// Role: compute.
// Circular buffers: c_0 (a) and c_1 (b) in, c_16 (out) out, page = one tile, capacity of each a
// multiple of tiles_per_block.
// Arguments:
//   0 operation         tt::hw::ElementwiseOp
//   1 num_tiles         may be 0
//   2 tiles_per_block   at most the capacity of DST
// Waits for: tiles in c_0 and c_1, room in c_16, once per block.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/eltwise_binary.h"
#include "api/compute/pack.h"

namespace {

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kOut = 16;

// `Tiles` is one of add_tiles, sub_tiles and mul_tiles.
template <auto Tiles>
void compute(uint32_t num_tiles, uint32_t tiles_per_block) {
    while (num_tiles > 0) {
        const uint32_t count = num_tiles < tiles_per_block ? num_tiles : tiles_per_block;
        cb_wait_front(kA, count);
        cb_wait_front(kB, count);
        tile_regs_acquire();
        for (uint32_t i = 0; i < count; ++i) {
            Tiles(kA, kB, i, i, i);
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
    switch (operation) {
        case ElementwiseOp::kAdd:
            add_tiles_init(kA, kB);
            return compute<add_tiles>(num_tiles, tiles_per_block);
        case ElementwiseOp::kSubtract:
            sub_tiles_init(kA, kB);
            return compute<sub_tiles>(num_tiles, tiles_per_block);
        case ElementwiseOp::kMultiply:
            mul_tiles_init(kA, kB);
            return compute<mul_tiles>(num_tiles, tiles_per_block);
    }
}
