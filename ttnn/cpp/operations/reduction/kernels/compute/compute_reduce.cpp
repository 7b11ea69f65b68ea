// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs of tiles, put together datum by datum and then within the tile, to one tile each.
//
// The tiles of an output are cut into chunks, so that several cores can share them; each unit of
// work is a chunk, and leaves a tile.
//
// Role: compute. DST must hold 32-bit datums (fp32_dest_acc), and 32-bit operands must be unpacked
// to it.
// Circular buffers: c_0 in, c_16 out, page = one tile of any format.
// Common arguments:
//   num_tiles         of one output
//   chunk             tiles of a unit; the last of an output may have fewer
//   chunks            of one output
//   fold              SfpuCommand of a function of two operands
//   part              TilePart that remains of a tile: kAll (nothing is done within it), kRow or
//                     kColumn
//   last_count        rows or columns that count in the last tile of an output
//   num_before        steps on each tile before they are put together (sfpu_steps.h)
//   num_after         steps on the result
//   both lists of steps, one after the other; slot 0 is what they are about
// Arguments:
//   0 first_unit
//   1 num_units       may be 0
// Waits for: tiles in c_0, one by one; room in c_16, once per unit.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/pack.h"
#include "api/compute/tile_move_copy.h"
#include "ttnn/cpp/operations/core/kernels/common_arguments.h"
#include "ttnn/cpp/operations/core/kernels/sfpu_steps.h"

namespace {

constexpr uint32_t kIn = 0;
constexpr uint32_t kOut = 16;

// Places in DST. Steps before the fold may need slots of their own behind their first.
constexpr uint32_t kSum = 0;
constexpr uint32_t kNext = 1;

using tt::hw::TilePart;

struct Reduction {
    uint32_t fold;
    TilePart part;
    uint32_t last_count;
    uint32_t num_before;
    const uint32_t* before;

    // DST[dst] = the tile at the front of c_0, made ready to be put together.
    void take_tile(uint32_t dst) const {
        cb_wait_front(kIn, 1);
        copy_tile(kIn, 0, dst);
        cb_pop_front(kIn, 1);
        run_sfpu_steps(before, num_before, dst);
    }
    void add_next() const { sfpu_run_encoded(tt::hw::sfpu_operands(kSum, kNext), fold); }
    void within(uint32_t dst, uint32_t count) const {
        if (part != TilePart::kAll) {
            sfpu_reduce_encoded(dst, part, count, fold);
        }
    }

    // The last tile counts in part, so it is reduced apart if there are others.
    void reduce(uint32_t num_tiles, bool has_last) const {
        const bool is_partial =
            has_last && part != TilePart::kAll && last_count < tt::hw::kTileHeight;
        take_tile(kSum);
        for (uint32_t i = 1; i < num_tiles - is_partial; ++i) {
            take_tile(kNext);
            add_next();
        }
        if (!is_partial) {
            return within(kSum, tt::hw::kTileHeight);
        }
        if (num_tiles == 1) {
            return within(kSum, last_count);
        }
        within(kSum, tt::hw::kTileHeight);
        take_tile(kNext);
        within(kNext, last_count);
        add_next();
    }
};

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const uint32_t num_tiles = arguments.word();
    const uint32_t chunk = arguments.word();
    const uint32_t chunks = arguments.word();
    Reduction reduction;
    reduction.fold = arguments.word();
    reduction.part = static_cast<TilePart>(arguments.word());
    reduction.last_count = arguments.word();
    reduction.num_before = arguments.word();
    const uint32_t num_after = arguments.word();
    reduction.before = reinterpret_cast<const uint32_t*>(arguments.address());
    const uint32_t* after = skip_sfpu_steps(reduction.before, reduction.num_before);
    uint32_t unit = get_arg_val<uint32_t>(0);
    const uint32_t end = unit + get_arg_val<uint32_t>(1);

    compute_kernel_hw_startup(kIn, kOut);
    copy_tile_to_dst_init_short(kIn);
    for (; unit < end; ++unit) {
        const uint32_t first = unit % chunks * chunk;
        const uint32_t remaining = num_tiles - first;
        tile_regs_acquire();
        reduction.reduce(remaining < chunk ? remaining : chunk, remaining <= chunk);
        run_sfpu_steps(after, num_after, kSum);
        tile_regs_commit();

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(kSum, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
