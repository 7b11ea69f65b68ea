// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"

#include <algorithm>

#include "ttnn/cpp/operations/core/program_parts.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

// A quarter of it has room for a tile.
constexpr uint32_t kMoverScratchBytes = 32 * 1024;
// What a core has to do at least, for it to be worth its start.
constexpr uint32_t kUnitBytes = 1024;

}  // namespace

uint64_t num_movable(const TensorSpec& spec) {
    return spec.layout == Layout::TILE ? spec.num_pages() : spec.shape.volume();
}

uint32_t movable_bytes(const TensorSpec& spec) {
    return spec.layout == Layout::TILE ? static_cast<uint32_t>(spec.page_size_bytes())
                                       : element_size_bytes(spec.dtype);
}

void add_flat_tensor(CommonArguments& arguments, size_t index, const TensorSpec& spec) {
    arguments.add(DeviceProgram::tensor(index));
    const bool is_tiled = spec.layout == Layout::TILE;
    arguments.add(is_tiled ? 1 : static_cast<uint32_t>(spec.matrices().width));
    arguments.add(is_tiled ? 1 : spec.page_shape()[1]);
}

void add_scratch(DeviceProgram& program, const CoreRangeSet& cores, uint8_t index, uint32_t bytes) {
    CreateCircularBuffer(
        program.program(), cores,
        CircularBufferConfig(bytes, {{index, tt::DataFormat::UInt32}}).set_page_size(index, bytes));
}

void add_queue(DeviceProgram& program, const CoreRangeSet& cores, uint8_t index, DataType dtype,
               const Tile& tile, uint32_t num_tiles) {
    const tt::DataFormat format = data_format(dtype);
    // So that every page is aligned like any page of a buffer.
    constexpr uint32_t kAlignment = 64;
    const uint32_t tile_bytes =
        (tile.get_tile_size(format) + kAlignment - 1) / kAlignment * kAlignment;
    CreateCircularBuffer(program.program(), cores,
                         CircularBufferConfig(num_tiles * tile_bytes, {{index, format}})
                             .set_page_size(index, tile_bytes)
                             .set_tile_dims(index, tile));
}

void add_movers(DeviceProgram& program, const Device& device, const std::string& kernel,
                uint64_t num_points, uint32_t point_bytes, const CommonArguments& arguments) {
    const uint64_t unit = std::max(1u, kUnitBytes / point_bytes);
    const WorkSplit split = split_work(device, (num_points + unit - 1) / unit);
    const auto point = [&](uint64_t index) {
        return static_cast<uint32_t>(std::min(index * unit, num_points));
    };
    add_scratch(program, split.cores, 0, kMoverScratchBytes);
    add_scratch(program, split.cores, 1, kMoverScratchBytes);
    const auto brisc =
        program.add_kernel(kernel, split.cores, WriterDataMovementConfig{}, arguments);
    const auto ncrisc =
        program.add_kernel(kernel, split.cores, ReaderDataMovementConfig{}, arguments);
    for (const auto& [core, first, count] : split.runs) {
        const uint64_t middle = first + (uint64_t{count} + 1) / 2;
        const uint64_t end = uint64_t{first} + count;
        program.set_arguments(brisc, core, {point(first), point(middle) - point(first)});
        program.set_arguments(ncrisc, core, {point(middle), point(end) - point(middle)});
    }
}

ComputeConfig conversion_config(DataType from, DataType to) {
    const bool is_wide = tt::hw::datum_size_bytes(data_format(from)) == 4;
    return exact_compute_config(is_wide ? from : to);
}

}  // namespace ttnn
