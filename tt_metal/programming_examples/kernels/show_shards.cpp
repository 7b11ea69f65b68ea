// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Tells the compute kernel that the shards of its operands are there.
//
// Role: reader.
// Circular buffers: c_0, c_1, each on a sharded buffer.
// Compile-time arguments: 0 tiles of a shard.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kTiles = get_compile_time_arg_val(0);
    constexpr uint32_t kCbs[] = {0, 1};
    for (const uint32_t cb : kCbs) {
        cb_reserve_back(cb, kTiles);
        cb_push_back(cb, kTiles);
    }
}
