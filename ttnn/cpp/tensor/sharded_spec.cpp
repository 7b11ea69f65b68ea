// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/sharded_spec.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ttnn {

namespace {

using tt::tt_metal::CoreCoord;

uint32_t divide_up(uint64_t extent, uint64_t parts) {
    return static_cast<uint32_t>((extent + parts - 1) / parts);
}

uint32_t round_up(uint32_t extent, uint32_t unit) { return divide_up(extent, unit) * unit; }

// What the last two extents of a shard are multiples of.
std::array<uint32_t, 2> shard_units(const TensorSpec& spec) {
    if (spec.layout == Layout::ROW_MAJOR) return {1, 1};
    return spec.tile.get_tile_shape();
}

// Height and width of the matrix that two-dimensional shards cut, with padding.
std::array<uint64_t, 2> matrix_extents(const TensorSpec& spec) {
    const Shape padded = spec.padded_shape();
    const uint64_t width = padded.rank() == 0 ? 1 : padded[-1];
    return {width == 0 ? 0 : padded.volume() / width, width};
}

// Cut into `rows` x `columns` shards.
TensorSpec cut(TensorSpec spec, uint64_t rows, uint64_t columns, const CoreRangeSet& grid,
               ShardOrientation orientation, TensorMemoryLayout memory_layout) {
    if (rows == 0 || columns == 0) throw std::invalid_argument("grid: has no cores");
    const auto [height, width] = matrix_extents(spec);
    const auto [height_unit, width_unit] = shard_units(spec);
    spec.memory_config.memory_layout = memory_layout;
    spec.memory_config.nd_shard_spec.reset();
    spec.memory_config.shard_spec = ShardSpec(grid,
                                              {round_up(divide_up(height, rows), height_unit),
                                               round_up(divide_up(width, columns), width_unit)},
                                              orientation);
    spec.check();
    return spec;
}

std::vector<bool> chosen(const TensorSpec& spec, const std::vector<int64_t>& dims) {
    const auto rank = static_cast<int64_t>(spec.shape.rank());
    std::vector<bool> is_chosen(spec.shape.rank(), false);
    for (const int64_t dim : dims) {
        if (dim < -rank || dim >= rank) {
            throw std::out_of_range("dims: " + std::to_string(dim) + " is not a dimension of " +
                                    spec.shape.to_string());
        }
        is_chosen[dim < 0 ? dim + rank : dim] = true;
    }
    return is_chosen;
}

TensorSpec sharded_across(TensorSpec spec, const std::vector<bool>& is_cut,
                          const CoreRangeSet& grid, ShardOrientation orientation) {
    std::vector<uint32_t> extents(spec.shape.extents().begin(), spec.shape.extents().end());
    for (size_t i = 0; i < extents.size(); ++i) {
        if (is_cut[i]) extents[i] = 1;
    }
    return sharded(std::move(spec), Shape(extents), grid, orientation,
                   ShardDistributionStrategy::ROUND_ROBIN_1D);
}

}  // namespace

TensorSpec height_sharded(TensorSpec spec, const CoreRangeSet& grid, ShardOrientation orientation) {
    return cut(std::move(spec), grid.num_cores(), 1, grid, orientation,
               TensorMemoryLayout::HEIGHT_SHARDED);
}

TensorSpec width_sharded(TensorSpec spec, const CoreRangeSet& grid, ShardOrientation orientation) {
    return cut(std::move(spec), 1, grid.num_cores(), grid, orientation,
               TensorMemoryLayout::WIDTH_SHARDED);
}

TensorSpec block_sharded(TensorSpec spec, const CoreRange& grid, ShardOrientation orientation) {
    CoreCoord size = grid.grid_size();
    if (orientation == ShardOrientation::COL_MAJOR) std::swap(size.x, size.y);
    return cut(std::move(spec), size.y, size.x, grid, orientation,
               TensorMemoryLayout::BLOCK_SHARDED);
}

TensorSpec sharded(TensorSpec spec, const Shape& shard_shape, const CoreRangeSet& grid,
                   ShardOrientation orientation, ShardDistributionStrategy strategy) {
    std::vector<uint32_t> extents(shard_shape.extents().begin(), shard_shape.extents().end());
    const auto [height_unit, width_unit] = shard_units(spec);
    if (!extents.empty()) extents.back() = round_up(extents.back(), width_unit);
    if (extents.size() >= 2) {
        extents[extents.size() - 2] = round_up(extents[extents.size() - 2], height_unit);
    }
    spec.memory_config.memory_layout = TensorMemoryLayout::ND_SHARDED;
    spec.memory_config.shard_spec.reset();
    spec.memory_config.nd_shard_spec = NdShardSpec{Shape(extents), grid, orientation, strategy};
    spec.check();
    return spec;
}

TensorSpec sharded_across_dims(TensorSpec spec, const std::vector<int64_t>& dims,
                               const CoreRangeSet& grid, ShardOrientation orientation) {
    const std::vector<bool> is_cut = chosen(spec, dims);
    return sharded_across(std::move(spec), is_cut, grid, orientation);
}

TensorSpec sharded_across_dims_except(TensorSpec spec, const std::vector<int64_t>& dims,
                                      const CoreRangeSet& grid, ShardOrientation orientation) {
    std::vector<bool> is_cut = chosen(spec, dims);
    is_cut.flip();
    return sharded_across(std::move(spec), is_cut, grid, orientation);
}

}  // namespace ttnn
