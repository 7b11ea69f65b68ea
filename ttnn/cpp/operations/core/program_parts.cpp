// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/core/program_parts.hpp"

#include <tt-metalium/work_split.hpp>

#include "tt_metal/hw/memory_map.h"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

void append_runs(std::vector<CoreWork>& runs, const CoreRangeSet& cores, uint32_t units_per_core) {
    for (const CoreCoord& core : corerange_to_cores(cores)) {
        const uint32_t first = runs.empty() ? 0 : runs.back().first + runs.back().count;
        runs.push_back({.core = core, .first = first, .count = units_per_core});
    }
}

template <typename Cores>
WorkSplit split_over(const Cores& all_cores, uint64_t num_units) {
    const auto [num_cores, cores, more_cores, less_cores, more_units, less_units] =
        split_work_to_cores(all_cores, static_cast<uint32_t>(num_units));
    WorkSplit split{.cores = cores, .runs = {}};
    split.runs.reserve(num_cores);
    append_runs(split.runs, more_cores, more_units);
    append_runs(split.runs, less_cores, less_units);
    return split;
}

}  // namespace

WorkSplit split_work(const Device& device, uint64_t num_units,
                     const std::optional<CoreRangeSet>& cores) {
    return cores ? split_over(*cores, num_units)
                 : split_over(device.compute_with_storage_grid_size(), num_units);
}

void add_tile_queue(Program& program, const CoreRangeSet& cores, uint8_t index, DataType dtype,
                    uint32_t num_tiles) {
    const tt::DataFormat format = data_format(dtype);
    const uint32_t tile_bytes = tt::tile_size(format);
    CreateCircularBuffer(program, cores,
                         CircularBufferConfig(num_tiles * tile_bytes, {{index, format}})
                             .set_page_size(index, tile_bytes));
}

void add_tile_queue(Program& program, const CoreRangeSet& cores, uint8_t index,
                    const TensorSpec& spec, uint32_t num_tiles) {
    const tt::DataFormat format = data_format(spec.dtype);
    // Tiles start where DRAM is read and written.
    constexpr uint32_t kAlignment = tt::hw::kDramAlignment;
    const uint32_t page_bytes =
        (spec.tile.get_tile_size(format) + kAlignment - 1) / kAlignment * kAlignment;
    CreateCircularBuffer(program, cores,
                         CircularBufferConfig(num_tiles * page_bytes, {{index, format}})
                             .set_page_size(index, page_bytes)
                             .set_tile_dims(index, spec.tile));
}

ComputeConfig exact_compute_config(DataType dtype) {
    ComputeConfig config;
    if (tt::hw::datum_size_bytes(data_format(dtype)) == 4) {
        config.fp32_dest_acc_en = true;
        config.unpack_to_dest_mode.assign(tt::hw::kMaxCircularBuffers,
                                          UnpackToDestMode::UnpackToDestFp32);
    }
    return config;
}

uint32_t address_argument(const Buffer& buffer) { return static_cast<uint32_t>(buffer.address()); }

uint32_t is_dram_argument(const Buffer& buffer) { return buffer.buffer_type() == BufferType::DRAM; }

}  // namespace ttnn
