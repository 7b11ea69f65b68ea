// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/device/elementwise_program.hpp"

#include <algorithm>
#include <vector>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/eltwise/broadcast.hpp"
#include "ttnn/cpp/operations/eltwise/device/sfpu_arguments.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint8_t kOutBuffer = 16;

TileBroadcast broadcast_of(std::span<const Tensor> operands, const Tensor& result) {
    std::vector<Shape> shapes;
    for (const Tensor& operand : operands) {
        shapes.push_back(operand.shape());
    }
    return broadcast_tiles(shapes, result.shape(), result.spec().tile);
}

// DST of 32-bit datums, which all formats reach with all their bits, so that results are rounded
// once. Math and pack have half of it each, unless a tile needs more.
ComputeConfig compute_config(uint32_t num_slots) {
    ComputeConfig config = exact_compute_config(DataType::FLOAT32);
    config.dst_full_sync_en = num_slots > dst_capacity_tiles(config);
    return config;
}

CommonArguments reader_arguments(const TileBroadcast& walk, uint32_t tiles_per_block) {
    CommonArguments arguments{static_cast<uint32_t>(walk.operands.size())};
    for (size_t i = 0; i < walk.operands.size(); ++i) {
        arguments.add(DeviceProgram::tensor(i));
    }
    arguments.add(static_cast<uint32_t>(walk.extents.size()));
    arguments.add(walk.extents);
    for (const TileBroadcast::Operand& operand : walk.operands) {
        arguments.add(operand.strides);
    }
    arguments.add(tiles_per_block);
    return arguments;
}

CommonArguments compute_arguments(const TileBroadcast& walk, const SfpuChain& chain,
                                  uint32_t tiles_per_block) {
    CommonArguments arguments{tiles_per_block, chain.num_slots, chain.result_slot,
                              static_cast<uint32_t>(walk.operands.size())};
    for (const TileBroadcast::Operand& operand : walk.operands) {
        arguments.add(static_cast<uint32_t>(operand.part));
    }
    size_t next_value = 0;
    arguments.add(uint32_t{chain.seed.has_value()});
    arguments.add(DeviceProgram::value(next_value++));
    arguments.add(static_cast<uint32_t>(chain.steps.size()));
    add_steps(arguments, chain.steps, next_value);
    return arguments;
}

// In the order in which compute_arguments() takes them.
std::vector<uint32_t> values_of(const SfpuChain& chain) {
    std::vector<uint32_t> values{chain.seed.value_or(0)};
    add_scalars(values, chain.steps);
    return values;
}

// Everything of the chain but its values.
void add_chain(ProgramKey& key, const SfpuChain& chain) {
    key << chain.num_slots << chain.result_slot << chain.seed.has_value();
    add_steps(key, chain.steps);
}

void build_program(DeviceProgram& program, std::span<const Tensor> operands, const SfpuChain& chain,
                   const Tensor& result, const WorkSplit& split) {
    const TileBroadcast walk = broadcast_of(operands, result);
    const ComputeConfig config = compute_config(chain.num_slots);
    const uint32_t tiles_per_block =
        std::max(dst_capacity_tiles(config) / chain.num_slots, uint32_t{1});

    for (uint8_t i = 0; i < operands.size(); ++i) {
        add_tile_queue(program.program(), split.cores, i, operands[i].spec(), 2 * tiles_per_block);
    }
    add_tile_queue(program.program(), split.cores, kOutBuffer, result.spec(), 2 * tiles_per_block);
    const auto reader =
        program.add_kernel("elementwise/reader_elementwise", split.cores,
                           ReaderDataMovementConfig{}, reader_arguments(walk, tiles_per_block));
    const auto compute = program.add_kernel("elementwise/compute_elementwise", split.cores, config,
                                            compute_arguments(walk, chain, tiles_per_block));
    const auto writer =
        program.add_kernel("core/writer_pages", split.cores, WriterDataMovementConfig{},
                           {DeviceProgram::tensor(operands.size()), tiles_per_block});
    for (const auto& [core, first, count] : split.runs) {
        for (const auto kernel : {reader, compute, writer}) {
            program.set_arguments(kernel, core, {first, count});
        }
    }
}

}  // namespace

void run_elementwise(std::span<const Tensor> operands, const SfpuChain& chain, const Tensor& result,
                     const std::optional<CoreRangeSet>& cores) {
    ProgramKey key("elementwise");
    add_chain(key, chain);
    if (cores) {
        key << *cores;
    }
    std::vector<Tensor> tensors(operands.begin(), operands.end());
    tensors.push_back(result);
    const auto build = [&](DeviceProgram& program) {
        const WorkSplit split = split_work(*result.device(), result.spec().num_pages(), cores);
        build_program(program, operands, chain, result, split);
    };
    run_program(std::move(key), tensors, build, values_of(chain));
}

}  // namespace ttnn
