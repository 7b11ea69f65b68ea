// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Copies the points of a box from one tensor to another: target[target_base + c * target_strides] =
// source[source_base + c * source_strides] for each c. Strides of the source may be 0 or negative.
// The tensors do not overlap, and no two points have one place in the target.
//
// Role: data movement (BRISC, NCRISC, or both, each with a part of the points).
// Circular buffers: one page of scratch for each hart, c_0 of BRISC and c_1 of NCRISC; a quarter of
// it has room for an element and 64 bytes.
// Common arguments:
//   element_bytes       1, 2, 4, or the size of a tile
//   source, target      as flat_tensor.h has them
//   the box             as box_walk.h has it, of source and target
// Arguments:
//   0 first_point       in the order of the box
//   1 num_points        may be 0
// Waits for: its transfers, whenever its scratch is full.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/box_walk.h"
#include "ttnn/cpp/operations/data_movement/kernels/flat_reader.h"
#include "ttnn/cpp/operations/data_movement/kernels/flat_tensor.h"
#include "ttnn/cpp/operations/data_movement/kernels/staged_writes.h"

namespace {

constexpr uint32_t kScratch = tt::hw::kThisHart == tt::hw::Hart::kBrisc ? 0 : 1;
constexpr uint32_t kSource = 0;
constexpr uint32_t kTarget = 1;

uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

// The phase in which a piece needs no copy by the hart, if there is one.
uint32_t best_phase(const FlatTensor& source, uint32_t flat, uint64_t to) {
    const auto from = static_cast<uint32_t>(source.noc_address(source.locate(flat)));
    const auto target = static_cast<uint32_t>(to);
    return ((from ^ target) & kWritePhaseMask) == 0 ? from : target;
}

// Runs so short are copied many at a time: first the first points of all, then the second ones.
constexpr uint32_t kShortRun = 16;

bool has_short_runs(const BoxWalk<2>& walk, uint32_t element) {
    return element <= sizeof(uint32_t) && walk.rank() > 1 && walk.extent(0) <= kShortRun &&
           walk.stride(kTarget) == 1 &&
           walk.stride(kTarget, 1) == static_cast<int32_t>(walk.extent(0));
}

void read_runs(FlatReader& reader, const BoxWalk<2>& walk, uint32_t runs, uint32_t element,
               uint32_t to) {
    const uint32_t points = walk.extent(0);
    uint32_t flat = walk.flat(kSource);
    for (uint32_t i = 0; i < points; ++i, to += element) {
        reader.read_apart(flat, walk.stride(kSource, 1), runs,
                          {to, static_cast<int32_t>(points * element)});
        flat += static_cast<uint32_t>(walk.stride(kSource));
    }
}

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const uint32_t element = arguments.word();
    const FlatTensor source(arguments, element);
    const FlatTensor target(arguments, element);
    BoxWalk<2> walk(arguments, get_arg_val<uint32_t>(0));
    uint32_t left = get_arg_val<uint32_t>(1);

    const uint32_t scratch = get_write_ptr(kScratch);
    const uint32_t scratch_bytes = get_local_cb_interface(kScratch).fifo_size;
    const uint32_t window_bytes = scratch_bytes / 4 / kPhases * kPhases;
    FlatReader reader(source, scratch, window_bytes);
    StagedWrites writes(scratch + window_bytes, scratch_bytes - window_bytes);

    const bool has_runs = walk.stride(kTarget) == 1;
    const bool is_short = has_short_runs(walk, element);
    while (left > 0) {
        // A piece is what lies together in a page of the target, of one run or of several.
        const FlatPlace place = target.locate(walk.flat(kTarget));
        const uint64_t to = target.noc_address(place);
        const uint32_t piece = writes.open(best_phase(source, walk.flat(kSource), to), element);
        const uint32_t room = smaller(smaller(place.left, left), writes.room() / element);
        uint32_t filled = 0;
        uint32_t next;
        do {
            const uint32_t at = piece + filled * element;
            const bool is_run_start = is_short && walk.index(0) == 0;
            const uint32_t runs =
                is_run_start ? smaller(walk.run_left(1), (room - filled) / walk.extent(0)) : 0;
            uint32_t count = runs * walk.extent(0);
            if (runs > 0) {
                read_runs(reader, walk, runs, element, at);
            } else {
                count = has_runs ? smaller(walk.run_left(), room - filled) : 1;
                reader.read(walk.flat(kSource), walk.stride(kSource), count, at);
            }
            filled += count;
            next = walk.flat(kTarget) + count;
            if (runs > 0) {
                walk.advance(runs, 1);
            } else {
                walk.advance(count);
            }
        } while (filled < room && walk.flat(kTarget) == next);
        writes.close(to, filled * element);
        left -= filled;
    }
    writes.flush();
    noc_async_write_barrier();
}
