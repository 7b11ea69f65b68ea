// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/tilize.hpp"

#include <array>
#include <stdexcept>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerWrite = 8;

// Room for a row of padding and for the window, in which rows may begin anywhere.
uint32_t reader_scratch_bytes(uint32_t row_bytes) {
    constexpr uint32_t kPhases = 64;
    return 2 * ((row_bytes + kPhases - 1) / kPhases * kPhases + kPhases);
}

void build(DeviceProgram& program, const Tensor& rows, const Tensor& tiles, uint32_t padding) {
    const TensorSpec& spec = tiles.spec();
    const StripBlocks blocks(spec.matrices());
    const WorkSplit split = split_work(*tiles.device(), blocks.num_blocks());
    const uint32_t element_bytes = element_size_bytes(rows.dtype());
    const uint32_t row_bytes = blocks.tiles_per_block() * spec.tile.get_width() * element_bytes;
    add_queue(program, split.cores, 0, rows.dtype(), spec.tile, 2 * blocks.tiles_per_block());
    add_scratch(program, split.cores, 1, reader_scratch_bytes(row_bytes));
    add_queue(program, split.cores, 16, spec.dtype, spec.tile, 2 * kTilesPerWrite);

    CommonArguments reading{element_bytes};
    add_flat_tensor(reading, 0, rows.spec());
    blocks.add_to(reading);
    reading.add(padding);
    CommonArguments computing;
    blocks.add_to(computing);
    const auto reader = program.add_kernel("data_movement/reader_tilize", split.cores,
                                           ReaderDataMovementConfig{}, reading);
    const auto compute = program.add_kernel("data_movement/compute_tilize", split.cores,
                                            conversion_config(rows.dtype(), spec.dtype), computing);
    const auto writer =
        program.add_kernel("core/writer_pages", split.cores, WriterDataMovementConfig{},
                           {DeviceProgram::tensor(1), kTilesPerWrite});
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t tile = blocks.first_tile(first);
        program.set_arguments(reader, core, {first, count});
        program.set_arguments(compute, core, {first, count});
        program.set_arguments(writer, core, {tile, blocks.first_tile(first + count) - tile});
    }
}

}  // namespace

Tensor tilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config,
              std::optional<DataType> dtype, FillValue pad_value, const std::optional<Tile>& tile) {
    const Operand operand{input_tensor, "input_tensor"};
    require_on_device(operand);
    require_layout(operand, Layout::ROW_MAJOR);
    TensorSpec spec = input_tensor.spec();
    spec.layout = Layout::TILE;
    spec.memory_config = memory_config.value_or(spec.memory_config);
    spec.dtype = dtype.value_or(spec.dtype);
    spec.tile = tile.value_or(Tile());
    require_convertible(input_tensor.dtype(), spec.dtype);

    const Tensor result = allocate_on_device(spec, input_tensor.device());
    if (spec.shape.volume() == 0) return result;
    const uint32_t padding = fill_pattern(pad_value, input_tensor.dtype(), spec.tile).word;
    ProgramKey key("tilize");
    key << padding;
    run_program(std::move(key), std::array{input_tensor, result},
                [&](DeviceProgram& program) { build(program, input_tensor, result, padding); });
    return result;
}

}  // namespace ttnn
