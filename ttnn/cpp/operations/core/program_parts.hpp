// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parts that programs of operations are put together from: work for each core, queues of tiles
// between kernels, and how kernels are told of a buffer.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// A run of units of work on one core.
struct CoreWork {
    tt::tt_metal::CoreCoord core;
    uint32_t first;
    uint32_t count;
};

struct WorkSplit {
    tt::tt_metal::CoreRangeSet cores;
    std::vector<CoreWork> runs;  // one per core, in ascending order, without gaps
};

// Spreads units over cores as evenly as can be: over all of a device, unless some are given.
WorkSplit split_work(const Device& device, uint64_t num_units,
                     const std::optional<tt::tt_metal::CoreRangeSet>& cores = std::nullopt);

// A circular buffer of tiles of a tensor's dtype on each of the cores.
void add_tile_queue(tt::tt_metal::Program& program, const tt::tt_metal::CoreRangeSet& cores,
                    uint8_t index, DataType dtype, uint32_t num_tiles);

// The same for tiles of a tensor's shape.
void add_tile_queue(tt::tt_metal::Program& program, const tt::tt_metal::CoreRangeSet& cores,
                    uint8_t index, const TensorSpec& spec, uint32_t num_tiles);

// The two words by which kernels know a buffer: its address, and 1 for DRAM or 0 for L1.
uint32_t address_argument(const tt::tt_metal::Buffer& buffer);
uint32_t is_dram_argument(const tt::tt_metal::Buffer& buffer);

// DST of datums as wide as the dtype's, which they reach with all their bits.
tt::tt_metal::ComputeConfig exact_compute_config(DataType dtype);

// Tiles of DST that a compute kernel owns at a time; math and pack have half of DST each.
constexpr uint32_t dst_capacity_tiles(const tt::tt_metal::ComputeConfig& config) {
    return config.fp32_dest_acc_en ? 4 : 8;
}

}  // namespace ttnn
