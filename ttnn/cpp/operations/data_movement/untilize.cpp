// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/untilize.hpp"

#include <array>
#include <stdexcept>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/box.hpp"
#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerRead = 8;
constexpr uint32_t kWriterScratchBytes = 4096;

void build(DeviceProgram& program, const Tensor& tiles, const Tensor& rows) {
    const TensorSpec& spec = tiles.spec();
    const StripBlocks blocks(spec.matrices());
    const WorkSplit split = split_work(*tiles.device(), blocks.num_blocks());
    add_queue(program, split.cores, 0, spec.dtype, spec.tile, 2 * kTilesPerRead);
    add_scratch(program, split.cores, 1, kWriterScratchBytes);
    add_queue(program, split.cores, 16, rows.dtype(), spec.tile, 2 * blocks.tiles_per_block());

    CommonArguments reading{DeviceProgram::tensor(0), kTilesPerRead};
    reading.add(Box::all(spec.num_pages(), 1).words());
    CommonArguments computing;
    blocks.add_to(computing);
    CommonArguments writing{element_size_bytes(rows.dtype())};
    add_flat_tensor(writing, 1, rows.spec());
    blocks.add_to(writing);
    const auto reader = program.add_kernel("data_movement/reader_tiles", split.cores,
                                           ReaderDataMovementConfig{}, reading);
    const auto compute = program.add_kernel("data_movement/compute_untilize", split.cores,
                                            conversion_config(spec.dtype, rows.dtype()), computing);
    const auto writer = program.add_kernel("data_movement/writer_untilize", split.cores,
                                           WriterDataMovementConfig{}, writing);
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t tile = blocks.first_tile(first);
        program.set_arguments(reader, core, {tile, blocks.first_tile(first + count) - tile});
        program.set_arguments(compute, core, {first, count});
        program.set_arguments(writer, core, {first, count});
    }
}

}  // namespace

Tensor untilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config,
                std::optional<DataType> dtype) {
    const Operand operand{input_tensor, "input_tensor"};
    require_on_device(operand);
    require_layout(operand, Layout::TILE);
    TensorSpec spec = input_tensor.spec();
    spec.layout = Layout::ROW_MAJOR;
    spec.memory_config = memory_config.value_or(spec.memory_config);
    spec.dtype = dtype.value_or(is_block_float(spec.dtype) ? DataType::BFLOAT16 : spec.dtype);
    spec.tile = Tile();
    require_convertible(input_tensor.dtype(), spec.dtype);

    const Tensor result = allocate_on_device(spec, input_tensor.device());
    untilize_to(input_tensor, result);
    return result;
}

void untilize_to(const Tensor& tiles, const Tensor& rows) {
    if (rows.shape().volume() == 0) return;
    run_program(ProgramKey("untilize"), std::array{tiles, rows},
                [&](DeviceProgram& program) { build(program, tiles, rows); });
}

}  // namespace ttnn
