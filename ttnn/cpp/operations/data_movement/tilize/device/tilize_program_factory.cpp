// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/tilize/device/tilize_program_factory.hpp"

#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerWrite = 8;

// A row of padding and a window of the source, as the reader says.
uint32_t scratch_bytes(uint32_t row_bytes) { return 2 * ((row_bytes + 63) / 64 * 64 + 64); }

void add_scratch(Program& program, const CoreRangeSet& cores, uint32_t size_bytes) {
    constexpr uint8_t kScratch = 1;
    CreateCircularBuffer(program, cores,
                         CircularBufferConfig(size_bytes, {{kScratch, tt::DataFormat::UInt8}})
                             .set_page_size(kScratch, size_bytes));
}

}  // namespace

void run_tilize(const Tensor& row_major, const Tensor& tiled) {
    const MatrixBatch matrices = tiled.spec().matrices();
    const StripBlocks blocks(matrices);
    const uint32_t element_bytes = element_size_bytes(tiled.dtype());
    const WorkSplit split = split_work(*tiled.device(), blocks.num_blocks());

    Program program = CreateProgram();
    add_tile_queue(program, split.cores, 0, tiled.dtype(), 2 * blocks.tiles_per_block());
    add_scratch(program, split.cores,
                scratch_bytes(blocks.tiles_per_block() * kTileSize * element_bytes));
    add_tile_queue(program, split.cores, 16, tiled.dtype(), 2 * kTilesPerWrite);
    const auto reader = CreateKernel(program, "data_movement/reader_tilize", split.cores,
                                     ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program, "data_movement/compute_tilize", split.cores,
                                      exact_compute_config(tiled.dtype()));
    const auto writer =
        CreateKernel(program, "core/writer_pages", split.cores, WriterDataMovementConfig{});

    const std::vector<uint32_t> block_arguments = blocks.arguments();
    std::vector<uint32_t> reader_arguments{element_bytes};
    append(reader_arguments, tensor_arguments(*row_major.device_buffer()));
    append(reader_arguments, {blocks.width(), blocks.width()});
    append(reader_arguments, block_arguments);
    append(reader_arguments, {0});
    SetCommonRuntimeArgs(program, reader, reader_arguments);
    SetCommonRuntimeArgs(program, compute, block_arguments);
    std::vector<uint32_t> writer_arguments = tensor_arguments(*tiled.device_buffer());
    append(writer_arguments, {kTilesPerWrite});
    SetCommonRuntimeArgs(program, writer, writer_arguments);
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t first_tile = blocks.first_tile(first);
        const uint32_t num_tiles = blocks.first_tile(first + count) - first_tile;
        SetRuntimeArgs(program, reader, core, {first, count});
        SetRuntimeArgs(program, compute, core, {first, count});
        SetRuntimeArgs(program, writer, core, {first_tile, num_tiles});
    }
    EnqueueProgram(tiled.device()->command_queue(), program, true);
}

}  // namespace ttnn
