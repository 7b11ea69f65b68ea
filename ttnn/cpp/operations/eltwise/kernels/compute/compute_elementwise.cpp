// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A chain of functions of the SFPU on tiles; operands and functions are data.
//
// For each output tile the operands are copied to slots of DST, the steps run on the slots, and one
// slot is packed. DST holds 32-bit datums, so that a result is rounded once, by the packer.
//
// Role: compute. DST must hold 32-bit datums (fp32_dest_acc), and float32 operands must be unpacked
// to it.
// Circular buffers: c_0, c_1, c_2 in, one per operand, c_16 out, page = one tile of any format,
// capacity of each a multiple of tiles_per_block.
// Common arguments:
//   tiles_per_block
//   slots_per_tile    of DST, which has tiles_per_block times as many
//   result_slot
//   num_operands      0 to 3; operand i is copied to slot i
//   each operand: the part of it that is repeated over the tile (BroadcastType)
//   is_random         1: some step draws random words
//   seed              of the random words
//   num_steps
//   the steps        (sfpu_steps.h)
// Arguments:
//   0 first_tile      of the output
//   1 num_tiles       may be 0
// Waits for: tiles in the operands' circular buffers, room in c_16, once per block.
#include "api/compute/bcast.h"
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/eltwise_unary/rand.h"
#include "api/compute/pack.h"
#include "ttnn/cpp/operations/core/kernels/common_arguments.h"
#include "ttnn/cpp/operations/core/kernels/sfpu_steps.h"

namespace {

constexpr uint32_t kOut = 16;

void copy_part(BroadcastType part, uint32_t cb, uint32_t tile, uint32_t dst) {
    switch (part) {
        case BroadcastType::NONE:
            return unary_bcast<BroadcastType::NONE>(cb, tile, dst);
        case BroadcastType::ROW:
            return unary_bcast<BroadcastType::ROW>(cb, tile, dst);
        case BroadcastType::COL:
            return unary_bcast<BroadcastType::COL>(cb, tile, dst);
        case BroadcastType::SCALAR:
            return unary_bcast<BroadcastType::SCALAR>(cb, tile, dst);
    }
}

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const uint32_t tiles_per_block = arguments.word();
    const uint32_t slots_per_tile = arguments.word();
    const uint32_t result_slot = arguments.word();
    const uint32_t num_operands = arguments.word();
    const uint32_t* parts = arguments.words(num_operands);
    const bool is_random = arguments.word() != 0;
    const uint32_t seed = arguments.word();
    const uint32_t num_steps = arguments.word();
    const auto* steps = reinterpret_cast<const uint32_t*>(arguments.address());
    uint32_t tile = get_arg_val<uint32_t>(0);
    const uint32_t end = tile + get_arg_val<uint32_t>(1);

    compute_kernel_hw_startup(0, kOut);
    while (tile < end) {
        const uint32_t remaining = end - tile;
        const uint32_t count = remaining < tiles_per_block ? remaining : tiles_per_block;
        for (uint32_t cb = 0; cb < num_operands; ++cb) {
            cb_wait_front(cb, count);
        }
        tile_regs_acquire();
        for (uint32_t i = 0; i < count; ++i, ++tile) {
            const uint32_t first_dst = i * slots_per_tile;
            for (uint32_t cb = 0; cb < num_operands; ++cb) {
                copy_part(static_cast<BroadcastType>(parts[cb]), cb, i, first_dst + cb);
            }
            if (is_random) {
                // By tile, so that it does not matter which core has it.
                rand_tile_init(seed + tile);
            }
            run_sfpu_steps(steps, num_steps, first_dst);
        }
        tile_regs_commit();
        for (uint32_t cb = 0; cb < num_operands; ++cb) {
            cb_pop_front(cb, count);
        }

        cb_reserve_back(kOut, count);
        tile_regs_wait();
        for (uint32_t i = 0; i < count; ++i) {
            pack_tile(i * slots_per_tile + result_slot, kOut);
        }
        tile_regs_release();
        cb_push_back(kOut, count);
    }
}
