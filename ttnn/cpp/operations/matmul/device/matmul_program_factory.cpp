// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/matmul/device/matmul_program_factory.hpp"

#include <algorithm>

#include "ttnn/cpp/operations/core/program_parts.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

// Steps along K between two waits: enough to make waits rare, little enough for L1.
constexpr uint32_t kMaxBlockDepth = 8;

// Sizes in tiles: of the matrices, and of the blocks of output that are accumulated in DST as a
// whole.
struct Tiling {
    uint32_t height;
    uint32_t depth;
    uint32_t width;
    uint32_t block_height;
    uint32_t block_width;
    uint32_t block_depth;

    uint32_t num_blocks() const {
        const auto divide_up = [](uint32_t a, uint32_t b) { return (a + b - 1) / b; };
        return divide_up(height, block_height) * divide_up(width, block_width);
    }
};

// As square a block as DST holds, for each tile of A then meets most tiles of B; a flat output gets
// flat blocks.
Tiling choose_tiling(const MatrixBatch& a, const MatrixBatch& product, uint32_t dst_capacity) {
    Tiling tiling{.height = static_cast<uint32_t>(product.height_tiles()),
                  .depth = static_cast<uint32_t>(a.width_tiles()),
                  .width = static_cast<uint32_t>(product.width_tiles()),
                  .block_height = 0,
                  .block_width = 0,
                  .block_depth = 0};
    const uint32_t square_height = std::min(tiling.height, 2u);
    tiling.block_width = std::min(tiling.width, dst_capacity / square_height);
    tiling.block_height = std::min(tiling.height, dst_capacity / tiling.block_width);
    tiling.block_depth = std::min(tiling.depth, kMaxBlockDepth);
    return tiling;
}

void add_queues(Program& program, const CoreRangeSet& cores, DataType dtype, const Tiling& tiling) {
    const uint32_t a_slab = tiling.block_height * tiling.block_depth;
    const uint32_t b_slab = tiling.block_depth * tiling.block_width;
    const uint32_t block = tiling.block_height * tiling.block_width;
    add_tile_queue(program, cores, 0, dtype, 2 * a_slab);
    add_tile_queue(program, cores, 1, dtype, 2 * b_slab);
    add_tile_queue(program, cores, 16, dtype, 2 * block);
}

// From one matrix to the next, in tiles; a batch of one serves every matrix of the product.
uint32_t batch_stride(const MatrixBatch& matrices) {
    return matrices.count == 1
               ? 0
               : static_cast<uint32_t>(matrices.height_tiles() * matrices.width_tiles());
}

}  // namespace

void run_matmul(const Tensor& a, const Tensor& b, const Tensor& product) {
    const auto buffer_a = a.device_buffer();
    const auto buffer_b = b.device_buffer();
    const auto buffer_product = product.device_buffer();
    const MatrixBatch matrices_a = a.spec().matrices();
    const MatrixBatch matrices_product = product.spec().matrices();
    const ComputeConfig compute_config{.fp32_dest_acc_en = true};
    const Tiling tiling =
        choose_tiling(matrices_a, matrices_product, dst_capacity_tiles(compute_config));
    const WorkSplit split =
        split_work(*product.device(), matrices_product.count * tiling.num_blocks());

    Program program = CreateProgram();
    add_queues(program, split.cores, a.dtype(), tiling);
    const auto reader =
        CreateKernel(program, "matmul/reader_matmul", split.cores, ReaderDataMovementConfig{});
    const auto compute =
        CreateKernel(program, "matmul/compute_matmul", split.cores, compute_config);
    const auto writer =
        CreateKernel(program, "matmul/writer_matmul", split.cores, WriterDataMovementConfig{});
    const auto& [height, depth, width, block_height, block_width, block_depth] = tiling;
    for (const auto& [core, first, count] : split.runs) {
        SetRuntimeArgs(program, reader, core,
                       {address_argument(*buffer_a), is_dram_argument(*buffer_a),
                        batch_stride(matrices_a), address_argument(*buffer_b),
                        is_dram_argument(*buffer_b), batch_stride(b.spec().matrices()), height,
                        depth, width, block_height, block_width, block_depth, first, count});
        SetRuntimeArgs(
            program, compute, core,
            {height, depth, width, block_height, block_width, block_depth, first, count});
        SetRuntimeArgs(program, writer, core,
                       {address_argument(*buffer_product), is_dram_argument(*buffer_product),
                        height, width, block_height, block_width, first, count});
    }
    EnqueueProgram(product.device()->command_queue(), program, true);
}

}  // namespace ttnn
