// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Fills the points of a box of a tensor with one value.
//
// Role: data movement (BRISC, NCRISC, or both, each with a part of the points).
// Circular buffers: one page of scratch for each hart, c_0 of BRISC and c_1 of NCRISC, with room
// for an element and 64 bytes, a multiple of 4.
// Common arguments:
//   element_bytes       1, 2, 4, or the size of a tile
//   head_bytes          of an element, which have the first word in place of the second: the
//                       exponents of block floats; a multiple of 4
//   head_word, word     the value as often as it fits
//   target              as flat_tensor.h has it
//   the box             as box_walk.h has it
// Arguments:
//   0 first_point       in the order of the box
//   1 num_points        may be 0
// Waits for: its writes, at the end.
#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/data_movement/kernels/box_walk.h"
#include "ttnn/cpp/operations/data_movement/kernels/flat_tensor.h"
#include "ttnn/cpp/operations/data_movement/kernels/l1_bytes.h"

namespace {

constexpr uint32_t kScratch = tt::hw::kThisHart == tt::hw::Hart::kBrisc ? 0 : 1;

uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const uint32_t element = arguments.word();
    const uint32_t head_bytes = arguments.word();
    const uint32_t head_word = arguments.word();
    const uint32_t word = arguments.word();
    const FlatTensor target(arguments, element);
    BoxWalk<1> walk(arguments, get_arg_val<uint32_t>(0));
    uint32_t left = get_arg_val<uint32_t>(1);

    const uint32_t value = get_write_ptr(kScratch);
    const uint32_t value_bytes = get_local_cb_interface(kScratch).fifo_size;
    fill_words(value, head_bytes, head_word);
    fill_words(value + head_bytes, value_bytes - head_bytes, word);

    // Of an element that has a head there is only one.
    const uint32_t most = head_bytes != 0 ? 1 : (value_bytes - kPhases) / element;
    const bool has_runs = walk.stride(0) == 1;
    while (left > 0) {
        const FlatPlace place = target.locate(walk.flat(0));
        const uint32_t run = has_runs ? smaller(walk.run_left(), smaller(left, place.left)) : 1;
        const uint32_t count = smaller(run, most);
        const uint64_t to = target.noc_address(place);
        noc_async_write(value + (static_cast<uint32_t>(to) & kWritePhaseMask), to, count * element);
        walk.advance(count);
        left -= count;
    }
    noc_async_write_barrier();
}
