// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/matmul/device/matmul_program.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/program_parts.hpp"
#include "ttnn/cpp/operations/eltwise/device/sfpu_arguments.hpp"

namespace ttnn {

using namespace tt::tt_metal;

namespace {

constexpr uint8_t kABuffer = 0;
constexpr uint8_t kBBuffer = 1;
constexpr uint8_t kBiasBuffer = 2;
constexpr uint8_t kOutBuffer = 16;

// Steps along K between two waits: enough to make waits rare, little enough for L1.
constexpr uint32_t kMaxBlockDepth = 8;

// Sizes in tiles: of the matrices, and of the blocks of output that are accumulated in DST as a
// whole.
struct Tiling {
    uint32_t height;
    uint32_t depth;
    uint32_t width;
    uint32_t block_height = 0;
    uint32_t block_width = 0;
    uint32_t block_depth = 0;

    uint32_t block_size() const { return block_height * block_width; }
    uint32_t num_blocks() const {
        const auto divide_up = [](uint32_t a, uint32_t b) { return (a + b - 1) / b; };
        return divide_up(height, block_height) * divide_up(width, block_width);
    }
};

// As square a block as DST holds, for each tile of A then meets most tiles of B; a flat output gets
// flat blocks.
MatmulBlocking best_blocking(const Tiling& tiling, uint32_t dst_capacity) {
    const uint32_t square_height = std::min(tiling.height, 2u);
    const uint32_t width = std::min(tiling.width, dst_capacity / square_height);
    return {.height = dst_capacity / width, .width = width, .depth = kMaxBlockDepth};
}

Tiling choose_tiling(const Tensor& a, const Tensor& product, const MatmulOptions& options,
                     uint32_t dst_capacity) {
    const MatrixBatch factor = a.spec().matrices();
    const MatrixBatch matrices = product.spec().matrices();
    Tiling tiling{.height = static_cast<uint32_t>(matrices.height_tiles()),
                  .depth = static_cast<uint32_t>(options.transpose_a ? factor.height_tiles()
                                                                     : factor.width_tiles()),
                  .width = static_cast<uint32_t>(matrices.width_tiles())};
    const MatmulBlocking blocking = options.blocking.value_or(best_blocking(tiling, dst_capacity));
    tiling.block_height = std::min(tiling.height, blocking.height);
    tiling.block_width = std::min(tiling.width, std::min(blocking.width, dst_capacity));
    tiling.block_height = std::min(tiling.block_height, dst_capacity / tiling.block_width);
    tiling.block_depth = std::min(tiling.depth, std::min(blocking.depth, kMaxBlockDepth));
    return tiling;
}

// How an operand is walked, matrix by matrix of the product.
struct OperandWalk {
    uint32_t row_stride;  // in tiles
    uint32_t column_stride;
    std::vector<uint32_t> batch_strides;
};

OperandWalk walk_of(const Tensor& tensor, bool transpose, size_t batch_rank) {
    const MatrixBatch matrices = tensor.spec().matrices();
    const auto width = static_cast<uint32_t>(matrices.width_tiles());
    auto stride = static_cast<uint32_t>(matrices.height_tiles()) * width;
    OperandWalk walk{.row_stride = transpose ? 1 : width,
                     .column_stride = transpose ? width : 1,
                     .batch_strides = std::vector<uint32_t>(batch_rank, 0)};
    const std::span<const uint32_t> extents = tensor.shape().extents();
    const size_t own_rank = extents.size() - 2;
    for (size_t i = 0; i < own_rank; ++i) {
        const uint32_t extent = extents[own_rank - 1 - i];
        walk.batch_strides[batch_rank - 1 - i] = extent == 1 ? 0 : stride;
        stride *= extent;
    }
    return walk;
}

// DST for blocks, and behind them a tile for the bias where there is one.
ComputeConfig compute_config(const MatmulOptions& options) {
    return {.math_fidelity = options.math_fidelity,
            .fp32_dest_acc_en = options.fp32_dest_acc_en,
            .dst_full_sync_en = options.bias.has_value()};
}

CommonArguments problem_arguments(const Tiling& tiling, std::span<const uint32_t> batch,
                                  const MatmulOptions& options) {
    CommonArguments arguments{static_cast<uint32_t>(batch.size())};
    arguments.add(batch);
    arguments.add(std::array{tiling.height, tiling.depth, tiling.width, tiling.block_height,
                             tiling.block_width, tiling.block_depth, uint32_t{options.transpose_a},
                             uint32_t{options.transpose_b}});
    return arguments;
}

void add_operand(CommonArguments& arguments, size_t index, const OperandWalk& walk) {
    arguments.add(DeviceProgram::tensor(index));
    arguments.add(walk.row_stride);
    arguments.add(walk.column_stride);
    arguments.add(walk.batch_strides);
}

// Columns of A that count in its last tile along K.
uint32_t last_depth(const Tensor& a, bool transpose) {
    const MatrixBatch matrices = a.spec().matrices();
    const auto depth = static_cast<uint32_t>(transpose ? matrices.height : matrices.width);
    return (depth - 1) % kTileSize + 1;
}

class MatmulProgram {
 public:
    MatmulProgram(const Tensor& a, const Tensor& b, const MatmulOptions& options,
                  const Tensor& product)
        : a_(a), b_(b), options_(options), product_(product) {}

    void build(DeviceProgram& program) const {
        const ComputeConfig config = compute_config(options_);
        const uint32_t capacity = dst_capacity_tiles(config);
        const Tiling tiling = choose_tiling(a_, product_, options_, capacity);
        const std::span<const uint32_t> batch =
            product_.shape().extents().first(product_.shape().rank() - 2);
        const CommonArguments problem = problem_arguments(tiling, batch, options_);
        const auto num_blocks = product_.spec().matrices().count * tiling.num_blocks();
        const WorkSplit split = split_work(*product_.device(), num_blocks, options_.cores);
        add_queues(program, split.cores, tiling);
        const auto reader =
            program.add_kernel("matmul/reader_matmul", split.cores, ReaderDataMovementConfig{},
                               reader_arguments(problem, batch.size()));
        const auto compute = program.add_kernel("matmul/compute_matmul", split.cores, config,
                                                compute_arguments(problem, capacity));
        CommonArguments out = problem;
        out.add(DeviceProgram::tensor(options_.bias ? 3 : 2));
        const auto writer = program.add_kernel("matmul/writer_matmul", split.cores,
                                               WriterDataMovementConfig{}, out);
        for (const auto& [core, first, count] : split.runs) {
            for (const auto kernel : {reader, compute, writer}) {
                program.set_arguments(kernel, core, {first, count});
            }
        }
    }

 private:
    void add_queues(DeviceProgram& program, const CoreRangeSet& cores, const Tiling& tiling) const {
        Program& queues = program.program();
        add_tile_queue(queues, cores, kABuffer, a_.spec(),
                       2 * tiling.block_height * tiling.block_depth);
        add_tile_queue(queues, cores, kBBuffer, b_.spec(),
                       2 * tiling.block_depth * tiling.block_width);
        if (options_.bias) {
            add_tile_queue(queues, cores, kBiasBuffer, options_.bias->tensor.spec(),
                           2 * tiling.block_width);
        }
        add_tile_queue(queues, cores, kOutBuffer, product_.spec(), 2 * tiling.block_size());
    }

    CommonArguments reader_arguments(CommonArguments arguments, size_t batch_rank) const {
        add_operand(arguments, 0, walk_of(a_, options_.transpose_a, batch_rank));
        add_operand(arguments, 1, walk_of(b_, options_.transpose_b, batch_rank));
        arguments.add(uint32_t{options_.bias.has_value()});
        if (options_.bias) arguments.add(DeviceProgram::tensor(2));
        arguments.add(last_depth(a_, options_.transpose_a));
        return arguments;
    }

    CommonArguments compute_arguments(CommonArguments arguments, uint32_t bias_slot) const {
        arguments.add(uint32_t{options_.bias.has_value()});
        arguments.add(bias_slot);
        arguments.add(static_cast<uint32_t>(options_.after.size()));
        size_t next_value = 0;
        add_steps(arguments, options_.after, next_value);
        return arguments;
    }

    const Tensor& a_;
    const Tensor& b_;
    const MatmulOptions& options_;
    const Tensor& product_;
};

ProgramKey key_of(const MatmulOptions& options) {
    ProgramKey key("matmul");
    key << uint64_t{options.transpose_a} << uint64_t{options.transpose_b}
        << uint64_t{options.bias.has_value()} << static_cast<uint64_t>(options.math_fidelity)
        << uint64_t{options.fp32_dest_acc_en};
    add_steps(key, options.after);
    const MatmulBlocking blocking = options.blocking.value_or(MatmulBlocking{});
    key << std::array{blocking.height, blocking.width, blocking.depth};
    if (options.cores) key << *options.cores;
    return key;
}

}  // namespace

void run_matmul(const Tensor& a, const Tensor& b, const MatmulOptions& options,
                const Tensor& product) {
    std::vector<Tensor> tensors{a, b};
    if (options.bias) tensors.push_back(options.bias->tensor);
    tensors.push_back(product);
    std::vector<uint32_t> values;
    add_scalars(values, options.after);
    const MatmulProgram description(a, b, options, product);
    run_program(
        key_of(options), tensors, [&](DeviceProgram& program) { description.build(program); },
        values);
}

}  // namespace ttnn
