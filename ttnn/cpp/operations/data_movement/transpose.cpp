// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/transpose.hpp"

#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/box.hpp"
#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerBlock = 4;

// The tiles of the source, in the order of the result.
Box transposed_tiles(const MatrixBatch& matrices) {
    const auto height = static_cast<uint32_t>(matrices.height_tiles());
    const auto width = static_cast<uint32_t>(matrices.width_tiles());
    const BoxView view{.base = 0, .strides = {int64_t{height} * width, 1, width}};
    return Box{.extents = {static_cast<uint32_t>(matrices.count), width, height}, .views = {view}};
}

void build(DeviceProgram& program, const Tensor& input, const Tensor& result) {
    const TensorSpec& spec = input.spec();
    const WorkSplit split = split_work(*input.device(), spec.num_pages());
    add_queue(program, split.cores, 0, spec.dtype, spec.tile, 2 * kTilesPerBlock);
    add_queue(program, split.cores, 16, spec.dtype, result.spec().tile, 2 * kTilesPerBlock);
    CommonArguments reading{DeviceProgram::tensor(0), kTilesPerBlock};
    reading.add(transposed_tiles(spec.matrices()).simplified().words());
    const auto reader = program.add_kernel("data_movement/reader_tiles", split.cores,
                                           ReaderDataMovementConfig{}, reading);
    const auto compute = program.add_kernel("data_movement/compute_transpose", split.cores,
                                            exact_compute_config(spec.dtype), {});
    const auto writer =
        program.add_kernel("core/writer_pages", split.cores, WriterDataMovementConfig{},
                           {DeviceProgram::tensor(1), kTilesPerBlock});
    for (const auto& [core, first, count] : split.runs) {
        program.set_arguments(reader, core, {first, count});
        program.set_arguments(compute, core, {count});
        program.set_arguments(writer, core, {first, count});
    }
}

TensorSpec transposed(TensorSpec spec) {
    if (spec.shape.rank() < 2) {
        throw std::invalid_argument("input_tensor: " + spec.shape.to_string() +
                                    "; needs two dimensions to be swapped");
    }
    if (spec.tile.get_height() < 16) {
        throw std::invalid_argument("input_tensor: " + to_string(spec.tile) +
                                    "; a tile of so few rows cannot be transposed");
    }
    std::vector<uint32_t> extents(spec.shape.extents().begin(), spec.shape.extents().end());
    std::swap(extents.end()[-1], extents.end()[-2]);
    spec.shape = Shape(extents);
    spec.tile = Tile({spec.tile.get_width(), spec.tile.get_height()});
    return spec;
}

}  // namespace

Tensor transpose_last_two(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config) {
    const Operand operand{input_tensor, "input_tensor"};
    require_on_device(operand);
    require_layout(operand, Layout::TILE);
    TensorSpec spec = transposed(input_tensor.spec());
    spec.memory_config = memory_config.value_or(spec.memory_config);
    const Tensor result = allocate_on_device(spec, input_tensor.device());
    if (spec.shape.volume() == 0) return result;
    run_program(ProgramKey("transpose"), std::array{input_tensor, result},
                [&](DeviceProgram& program) { build(program, input_tensor, result); });
    return result;
}

}  // namespace ttnn
