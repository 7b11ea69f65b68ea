// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/reduction/device/reduction_program.hpp"

#include <algorithm>
#include <array>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/eltwise/device/sfpu_arguments.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint8_t kInBuffer = 0;
constexpr uint8_t kOutBuffer = 16;
constexpr uint32_t kTilesPerBlock = 8;  // read between two barriers

// The first tile of a unit in the order in which they are read.
uint32_t first_tile(const TileRuns& runs, uint32_t unit) {
    const uint32_t chunk = unit % runs.chunks();
    return unit / runs.chunks() * runs.reduced + chunk * runs.tiles_per_chunk();
}

CommonArguments reader_arguments(const TileRuns& runs) {
    constexpr uint32_t kOperands = 1;
    constexpr uint32_t kRank = 3;
    return {kOperands,    DeviceProgram::tensor(0),  kRank, runs.outer, runs.inner,
            runs.reduced, runs.reduced * runs.inner, 1u,    runs.inner, kTilesPerBlock};
}

CommonArguments compute_arguments(const TileRuns& runs, const FoldSteps& steps) {
    const tt::hw::SfpuCommand fold{steps.fold.function, steps.fold.format, 0};
    CommonArguments arguments{runs.reduced,
                              runs.tiles_per_chunk(),
                              runs.chunks(),
                              fold.encode(),
                              static_cast<uint32_t>(runs.part),
                              runs.last_count,
                              static_cast<uint32_t>(steps.before.size()),
                              static_cast<uint32_t>(steps.after.size())};
    size_t next_value = 0;
    add_steps(arguments, steps.before, next_value);
    add_steps(arguments, steps.after, next_value);
    return arguments;
}

void build_program(DeviceProgram& program, const Tensor& input, const TileRuns& runs,
                   const FoldSteps& steps, const Tensor& result, const WorkSplit& split) {
    add_tile_queue(program.program(), split.cores, kInBuffer, input.spec(), 2 * kTilesPerBlock);
    add_tile_queue(program.program(), split.cores, kOutBuffer, result.spec(), 2);
    const auto reader = program.add_kernel("elementwise/reader_elementwise", split.cores,
                                           ReaderDataMovementConfig{}, reader_arguments(runs));
    const auto compute =
        program.add_kernel("reduction/compute_reduce", split.cores,
                           exact_compute_config(DataType::FLOAT32), compute_arguments(runs, steps));
    const auto writer =
        program.add_kernel("core/writer_pages", split.cores, WriterDataMovementConfig{},
                           {DeviceProgram::tensor(1), 1u});
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t tile = first_tile(runs, first);
        program.set_arguments(reader, core, {tile, first_tile(runs, first + count) - tile});
        program.set_arguments(compute, core, {first, count});
        program.set_arguments(writer, core, {first, count});
    }
}

}  // namespace

TileRuns cut_for(TileRuns runs, uint32_t num_cores) {
    const uint32_t wanted = std::max(num_cores / (runs.outer * runs.inner), 1u);
    runs.chunk = (runs.reduced + wanted - 1) / wanted;
    return runs;
}

void run_reduction(const Tensor& input, const TileRuns& runs, const FoldSteps& steps,
                   const Tensor& result, const std::optional<CoreRangeSet>& cores) {
    ProgramKey key("reduction");
    key << std::array{runs.outer,      runs.reduced,
                      runs.inner,      static_cast<uint32_t>(runs.part),
                      runs.last_count, runs.tiles_per_chunk()};
    add_steps(key, {&steps.fold, 1});
    add_steps(key, steps.before);
    add_steps(key, steps.after);
    if (cores) key << *cores;
    std::vector<uint32_t> values;
    add_scalars(values, steps.before);
    add_scalars(values, steps.after);
    const auto build = [&](DeviceProgram& program) {
        const WorkSplit split = split_work(*result.device(), runs.num_units(), cores);
        build_program(program, input, runs, steps, result, split);
    };
    run_program(std::move(key), std::array{input, result}, build, values);
}

}  // namespace ttnn
