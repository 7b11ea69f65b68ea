// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/untilize/device/untilize_program_factory.hpp"

#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/data_movement/strip_blocks.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint32_t kTilesPerRead = 8;

}  // namespace

void run_untilize(const Tensor& tiled, const Tensor& row_major) {
    const auto source = tiled.device_buffer();
    const auto target = row_major.device_buffer();
    const MatrixBatch matrices = tiled.spec().matrices();
    const uint32_t height = static_cast<uint32_t>(matrices.height);
    const StripBlocks blocks(matrices);
    const uint32_t tiles_per_block = blocks.tiles_per_block();
    const uint32_t tile_row_bytes = kTileSize * element_size_bytes(tiled.dtype());
    const WorkSplit split = split_work(*tiled.device(), blocks.num_blocks());

    Program program = CreateProgram();
    add_tile_queue(program, split.cores, 0, tiled.dtype(), 2 * kTilesPerRead);
    add_tile_queue(program, split.cores, 16, tiled.dtype(), 2 * tiles_per_block);
    const auto reader = CreateKernel(program, "dataflow/reader_interleaved", split.cores,
                                     ReaderDataMovementConfig{});
    const auto compute = CreateKernel(program, "untilize/compute_untilize", split.cores,
                                      exact_compute_config(tiled.dtype()));
    const auto writer =
        CreateKernel(program, "untilize/writer_untilize", split.cores, WriterDataMovementConfig{});
    for (const auto& [core, first, count] : split.runs) {
        const uint32_t first_tile = blocks.first_tile(first);
        const uint32_t num_tiles = blocks.first_tile(first + count) - first_tile;
        SetRuntimeArgs(program, reader, core,
                       {address_argument(*source), is_dram_argument(*source), first_tile, num_tiles,
                        kTilesPerRead});
        SetRuntimeArgs(program, compute, core,
                       {height, blocks.width_tiles(), tiles_per_block, first, count});
        SetRuntimeArgs(program, writer, core,
                       {address_argument(*target), is_dram_argument(*target),
                        static_cast<uint32_t>(target->page_size()), height, tile_row_bytes,
                        tiles_per_block, first, count});
    }
    EnqueueProgram(tiled.device()->command_queue(), program, true);
}

}  // namespace ttnn
