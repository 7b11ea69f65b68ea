// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Matrix products, block by block of output, each accumulated in DST over all of K; then the bias
// is added, and functions are applied, before it is rounded to its format.
//
// Role: compute.
// Circular buffers: c_0 (A), c_1 (B) and c_2 (bias) in, as reader_matmul fills them; c_16 (out)
// out, as writer_matmul empties it. Page = one tile. Common arguments (sizes in tiles):
//   the problem (matmul_problem.h)
//   num_biases        0 or 1
//   bias_slot         tile of DST behind the block, free if there is a bias
//   num_steps
//   the steps (sfpu_steps.h), which have slot 0 alone
// Arguments:
//   0 first_block     in the order of output_blocks.h
//   1 num_blocks      may be 0
// Waits for: slabs in c_0 and c_1; the bias in c_2 and room in c_16, once per block.
#include "api/compute/bcast.h"
#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "api/compute/pack.h"
#include "ttnn/cpp/operations/core/kernels/sfpu_steps.h"
#include "ttnn/cpp/operations/matmul/kernels/matmul_problem.h"

namespace {

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kBias = 2;
constexpr uint32_t kOut = 16;

// One step along K: DST, row-major, += a column of tiles of A times a row of tiles of B.
void multiply_step(const MatmulProblem& problem, const OutputBlock& block, uint32_t step) {
    const uint32_t flags = (problem.transpose_a ? tt::hw::kUnpackTransposeA : 0) |
                           (problem.transpose_b ? tt::hw::kUnpackTransposeB : 0);
    uint32_t dst = 0;
    for (uint32_t row = 0; row < block.num_rows; ++row) {
        const uint32_t a_tile = row * problem.block_depth + step;
        for (uint32_t column = 0; column < block.num_columns; ++column, ++dst) {
            fpu_unpack_pair(kA, kB, a_tile, step * problem.block_width + column, flags);
            fpu_math<tt::hw::TensixOp::kMathMatmul>(dst);
        }
    }
}

void add_bias(const OutputBlock& block, uint32_t bias_slot) {
    constexpr tt::hw::SfpuCommand kAdd{SfpuFunction::k_add, DataFormat::Float32, 0};
    for (uint32_t column = 0; column < block.num_columns; ++column) {
        unary_bcast<BroadcastType::ROW>(kBias, column, bias_slot);
        for (uint32_t row = 0; row < block.num_rows; ++row) {
            const uint32_t dst = row * block.num_columns + column;
            sfpu_run_encoded(tt::hw::sfpu_operands(dst, bias_slot), kAdd.encode() | dst << 24);
        }
    }
}

}  // namespace

void kernel_main() {
    CommonArguments arguments;
    const MatmulProblem problem(arguments);
    const bool has_bias = arguments.word() != 0;
    const uint32_t bias_slot = arguments.word();
    const uint32_t num_steps = arguments.word();
    const auto* steps = reinterpret_cast<const uint32_t*>(arguments.address());
    OutputBlocks blocks = problem.blocks(get_arg_val<uint32_t>(0));
    const uint32_t num_blocks = get_arg_val<uint32_t>(1);
    const uint32_t a_slab = problem.block_height * problem.block_depth;
    const uint32_t b_slab = problem.block_depth * problem.block_width;
    const uint32_t block_size = problem.block_height * problem.block_width;

    compute_kernel_hw_startup<SrcOrder::Reverse>(kA, kB, kOut);
    for (uint32_t i = 0; i < num_blocks; ++i, ++blocks) {
        const OutputBlock block = *blocks;
        tile_regs_acquire();
        for (uint32_t k = 0; k < problem.depth; k += problem.block_depth) {
            cb_wait_front(kA, a_slab);
            cb_wait_front(kB, b_slab);
            for (uint32_t step = 0; step < problem.slab_depth(k); ++step) {
                multiply_step(problem, block, step);
            }
            cb_pop_front(kA, a_slab);
            cb_pop_front(kB, b_slab);
        }
        if (has_bias) {
            cb_wait_front(kBias, problem.block_width);
            add_bias(block, bias_slot);
            cb_pop_front(kBias, problem.block_width);
        }
        for (uint32_t dst = 0; dst < block.num_rows * block.num_columns; ++dst) {
            run_sfpu_steps(steps, num_steps, dst);
        }
        tile_regs_commit();

        cb_reserve_back(kOut, block_size);
        tile_regs_wait();
        pack_tile_block(0, kOut, block.num_rows * block.num_columns);
        tile_regs_release();
        cb_push_back(kOut, block_size);
    }
}
