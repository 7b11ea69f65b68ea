// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/binary/device/binary_program_factory.hpp"

#include <string>

#include "ttnn/cpp/operations/core/program_parts.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

// How the compute kernel of a dtype is run. The FPU is exact for bfloat16; float32 goes through the
// SFPU on copies of both operands in DST, so that a block has half of DST only.
struct ComputeChoice {
    std::string kernel;
    ComputeConfig config;
    uint32_t tiles_per_block;
};

ComputeChoice choose_compute(DataType dtype) {
    const ComputeConfig config = exact_compute_config(dtype);
    if (dtype == DataType::BFLOAT16) {
        return {"eltwise_binary/compute_binary_fpu", config, dst_capacity_tiles(config)};
    }
    return {"eltwise_binary/compute_binary_sfpu", config, dst_capacity_tiles(config) / 2};
}

}  // namespace

void run_binary(BinaryOperation operation, const Tensor& a, const Tensor& b, const Tensor& result) {
    const auto buffer_a = a.device_buffer();
    const auto buffer_b = b.device_buffer();
    const auto buffer_result = result.device_buffer();
    const auto [compute_name, compute_config, tiles_per_block] = choose_compute(a.dtype());
    const WorkSplit split = split_work(*result.device(), result.spec().num_pages());

    Program program = CreateProgram();
    for (uint8_t index : {0, 1, 16}) {
        add_tile_queue(program, split.cores, index, a.dtype(), 2 * tiles_per_block);
    }
    const auto reader = CreateKernel(program, "eltwise_binary/reader_binary", split.cores,
                                     ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program, compute_name, split.cores, compute_config);
    const auto writer = CreateKernel(program, "dataflow/writer_interleaved", split.cores,
                                     WriterDataMovementConfig{});
    for (const auto& [core, first, count] : split.runs) {
        SetRuntimeArgs(
            program, reader, core,
            {address_argument(*buffer_a), is_dram_argument(*buffer_a), address_argument(*buffer_b),
             is_dram_argument(*buffer_b), first, count, tiles_per_block});
        SetRuntimeArgs(program, compute, core,
                       {static_cast<uint32_t>(operation), count, tiles_per_block});
        SetRuntimeArgs(program, writer, core,
                       {address_argument(*buffer_result), is_dram_argument(*buffer_result), first,
                        count, tiles_per_block});
    }
    EnqueueProgram(result.device()->command_queue(), program, true);
}

}  // namespace ttnn
