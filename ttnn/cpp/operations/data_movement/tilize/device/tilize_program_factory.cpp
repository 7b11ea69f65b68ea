// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/tilize/device/tilize_program_factory.hpp"

#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerWrite = 8;

// What the reader copies padding from.
void add_zeros(Program& program, const CoreRangeSet& cores, DataType dtype, uint32_t size_bytes) {
    constexpr uint8_t kZeros = 1;
    CreateCircularBuffer(program, cores,
                         CircularBufferConfig(size_bytes, {{kZeros, data_format(dtype)}})
                             .set_page_size(kZeros, size_bytes));
}

}  // namespace

void run_tilize(const Tensor& row_major, const Tensor& tiled) {
    const auto source = row_major.device_buffer();
    const auto target = tiled.device_buffer();
    const MatrixBatch matrices = tiled.spec().matrices();
    const uint32_t height = static_cast<uint32_t>(matrices.height);
    const StripBlocks blocks(matrices);
    const uint32_t tiles_per_block = blocks.tiles_per_block();
    const uint32_t tile_row_bytes = kTileSize * element_size_bytes(tiled.dtype());
    const WorkSplit split = split_work(*tiled.device(), blocks.num_blocks());

    Program program = CreateProgram();
    add_tile_queue(program, split.cores, 0, tiled.dtype(), 2 * tiles_per_block);
    add_zeros(program, split.cores, tiled.dtype(), tiles_per_block * tile_row_bytes);
    add_tile_queue(program, split.cores, 16, tiled.dtype(), 2 * kTilesPerWrite);
    const auto reader =
        CreateKernel(program, "tilize/reader_tilize", split.cores, ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program, "tilize/compute_tilize", split.cores,
                                      exact_compute_config(tiled.dtype()));
    const auto writer = CreateKernel(program, "dataflow/writer_interleaved", split.cores,
                                     WriterDataMovementConfig{});
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t first_tile = blocks.first_tile(first);
        const uint32_t num_tiles = blocks.first_tile(first + count) - first_tile;
        SetRuntimeArgs(program, reader, core,
                       {address_argument(*source), is_dram_argument(*source),
                        static_cast<uint32_t>(source->page_size()), height, tile_row_bytes,
                        tiles_per_block, first, count});
        SetRuntimeArgs(program, compute, core,
                       {height, blocks.width_tiles(), tiles_per_block, first, count});
        SetRuntimeArgs(program, writer, core,
                       {address_argument(*target), is_dram_argument(*target), first_tile, num_tiles,
                        kTilesPerWrite});
    }
    EnqueueProgram(tiled.device()->command_queue(), program, true);
}

}  // namespace ttnn
