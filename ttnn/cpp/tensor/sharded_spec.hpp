// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Specs of sharded tensors made from others, which say what shall be cut and over which cores.
#pragma once

#include <vector>

#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

using tt::tt_metal::CoreRange;

// The memory stays what it is. Shards hold whole tiles. All throw std::invalid_argument for shards
// that the cores cannot hold.
TensorSpec height_sharded(TensorSpec spec, const CoreRangeSet& grid, ShardOrientation orientation);
TensorSpec width_sharded(TensorSpec spec, const CoreRangeSet& grid, ShardOrientation orientation);
// `grid` is a rectangle; with COL_MAJOR its columns take the rows of the tensor.
TensorSpec block_sharded(TensorSpec spec, const CoreRange& grid, ShardOrientation orientation);

// In shards of any shape. The last two extents are drawn out to whole tiles.
TensorSpec sharded(TensorSpec spec, const Shape& shard_shape, const CoreRangeSet& grid,
                   ShardOrientation orientation, ShardDistributionStrategy strategy);
// Shards have the extent 1 (a tile's, in the last two) in these dimensions and all of the others.
// Negative dimensions count from the end; std::out_of_range for those that are not there.
TensorSpec sharded_across_dims(TensorSpec spec, const std::vector<int64_t>& dims,
                               const CoreRangeSet& grid, ShardOrientation orientation);
// The same for all dimensions but these.
TensorSpec sharded_across_dims_except(TensorSpec spec, const std::vector<int64_t>& dims,
                                      const CoreRangeSet& grid, ShardOrientation orientation);

}  // namespace ttnn
