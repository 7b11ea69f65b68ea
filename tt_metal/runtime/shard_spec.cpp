// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/shard_spec.hpp>

#include <stdexcept>
#include <string>
#include <utility>

namespace tt::tt_metal {
namespace {

using Shape2D = std::array<uint32_t, 2>;

std::string text(const Shape2D& shape) {
    return "[" + std::to_string(shape[0]) + ", " + std::to_string(shape[1]) + "]";
}

void check_layout(TensorMemoryLayout layout, const Shape2D& shard, const Shape2D& tensor) {
    const std::string shapes =
        "shards of " + text(shard) + " pages, of a tensor of " + text(tensor) + " pages";
    if (layout == TensorMemoryLayout::HEIGHT_SHARDED && shard[1] < tensor[1]) {
        throw std::invalid_argument("buffer_layout HEIGHT_SHARDED: " + shapes +
                                    ", must have its whole width");
    }
    if (layout == TensorMemoryLayout::WIDTH_SHARDED && shard[0] < tensor[0]) {
        throw std::invalid_argument("buffer_layout WIDTH_SHARDED: " + shapes +
                                    ", must have its whole height");
    }
    if (layout == TensorMemoryLayout::INTERLEAVED || layout == TensorMemoryLayout::ND_SHARDED) {
        throw std::invalid_argument(
            "buffer_layout: must be HEIGHT_SHARDED, WIDTH_SHARDED or BLOCK_SHARDED for a "
            "ShardSpecBuffer");
    }
}

// A block's place is that of its core in a rectangle of cores; in other sets, and for strips, the
// next shard goes to the next core.
ShardDistributionStrategy strategy_for(TensorMemoryLayout layout, const CoreRangeSet& cores) {
    return layout == TensorMemoryLayout::BLOCK_SHARDED && cores.size() == 1
               ? ShardDistributionStrategy::GRID_2D
               : ShardDistributionStrategy::ROUND_ROBIN_1D;
}

BufferDistributionSpec distribution_of(const ShardSpecBuffer& spec, TensorMemoryLayout layout) {
    const Shape2D shard = spec.shape_in_pages();
    const Shape2D tensor = spec.tensor2d_shape_in_pages;
    check_layout(layout, shard, tensor);
    BufferDistributionSpec distribution({tensor[0], tensor[1]}, {shard[0], shard[1]}, spec.grid(),
                                        spec.orientation(), strategy_for(layout, spec.grid()));
    if (distribution.num_shards() > distribution.num_cores()) {
        throw std::invalid_argument(
            "shards of " + text(shard) + " pages: a tensor of " + text(tensor) + " pages has " +
            std::to_string(distribution.num_shards()) + ", but the grid " + spec.grid().str() +
            " has " + std::to_string(distribution.num_cores()) + " cores, for one each");
    }
    return distribution;
}

}  // namespace

Shape2D ShardSpecBuffer::shape_in_pages() const {
    if (page_shape[0] == 0 || page_shape[1] == 0) {
        throw std::invalid_argument("page_shape " + text(page_shape) +
                                    ": must be at least 1 x 1 elements");
    }
    const auto divide_up = [](uint32_t a, uint32_t b) { return a / b + (a % b != 0); };
    return {divide_up(shape()[0], page_shape[0]), divide_up(shape()[1], page_shape[1])};
}

DeviceAddr ShardSpecBuffer::num_pages() const {
    const Shape2D pages = shape_in_pages();
    return DeviceAddr{pages[0]} * pages[1];
}

BufferShardingArgs::BufferShardingArgs(ShardSpecBuffer shard_spec, TensorMemoryLayout layout)
    : layout_(layout),
      shard_spec_(std::move(shard_spec)),
      distribution_(distribution_of(*shard_spec_, layout)) {}

BufferShardingArgs::BufferShardingArgs(BufferDistributionSpec distribution,
                                       TensorMemoryLayout layout)
    : layout_(layout), distribution_(std::move(distribution)) {}

}  // namespace tt::tt_metal
