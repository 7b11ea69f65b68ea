// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/untilize/device/untilize_program_factory.hpp"

#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerRead = 8;
constexpr uint8_t kScratch = 1;
constexpr uint32_t kScratchBytes = 4096;

}  // namespace

void run_untilize(const Tensor& tiled, const Tensor& row_major) {
    const StripBlocks blocks(tiled.spec().matrices());
    const uint32_t element_bytes = element_size_bytes(tiled.dtype());
    const WorkSplit split = split_work(*tiled.device(), blocks.num_blocks());

    Program program = CreateProgram();
    add_tile_queue(program, split.cores, 0, tiled.dtype(), 2 * kTilesPerRead);
    CreateCircularBuffer(program, split.cores,
                         CircularBufferConfig(kScratchBytes, {{kScratch, tt::DataFormat::UInt8}})
                             .set_page_size(kScratch, kScratchBytes));
    add_tile_queue(program, split.cores, 16, tiled.dtype(), 2 * blocks.tiles_per_block());
    const auto reader = CreateKernel(program, "data_movement/reader_tiles", split.cores,
                                     ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program, "data_movement/compute_untilize", split.cores,
                                      exact_compute_config(tiled.dtype()));
    const auto writer = CreateKernel(program, "data_movement/writer_untilize", split.cores,
                                     WriterDataMovementConfig{});

    const std::vector<uint32_t> block_arguments = blocks.arguments();
    std::vector<uint32_t> reader_arguments = tensor_arguments(*tiled.device_buffer());
    const uint32_t all_tiles = blocks.first_tile(static_cast<uint32_t>(blocks.num_blocks()));
    append(reader_arguments, {kTilesPerRead, 0, 1, all_tiles, 1});
    SetCommonRuntimeArgs(program, reader, reader_arguments);
    SetCommonRuntimeArgs(program, compute, block_arguments);
    std::vector<uint32_t> writer_arguments{element_bytes};
    append(writer_arguments, tensor_arguments(*row_major.device_buffer()));
    append(writer_arguments, {blocks.width(), blocks.width()});
    append(writer_arguments, block_arguments);
    SetCommonRuntimeArgs(program, writer, writer_arguments);
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t first_tile = blocks.first_tile(first);
        const uint32_t num_tiles = blocks.first_tile(first + count) - first_tile;
        SetRuntimeArgs(program, reader, core, {first_tile, num_tiles});
        SetRuntimeArgs(program, compute, core, {first, count});
        SetRuntimeArgs(program, writer, core, {first, count});
    }
    EnqueueProgram(tiled.device()->command_queue(), program, true);
}

}  // namespace ttnn
