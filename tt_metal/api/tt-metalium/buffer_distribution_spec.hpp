// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How the pages of a buffer are cut into shards, and which core (or DRAM bank) gets which.
//
// A tensor of pages, row-major, of any rank, is cut into boxes of one shape; those at its ends may
// reach beyond it. Box i goes to core i % n, where it takes the place i / n, whole: a page lies in
// its box as in a tensor of the box's shape. Every sharded layout is a case of this.
//
//     // 4 x 6 pages in shards of 2 x 3, on 4 cores.
//     BufferDistributionSpec({4, 6}, {2, 3}, CoreRange{{0, 0}, {1, 1}});
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/core_coord.hpp>

namespace tt::tt_metal {

class BufferDistributionSpec {
 public:
    using Shape = std::vector<std::uint32_t>;

    // Shapes in pages. DRAM bank i is named by the core (i, 0). Throws std::invalid_argument for
    // shapes of different rank, without dimensions or with a dimension of 0, and for no cores; with
    // GRID_2D also for shards that are no grid of rows and columns which the cores have.
    BufferDistributionSpec(
        Shape tensor_shape_in_pages, Shape shard_shape_in_pages, const CoreRangeSet& cores,
        ShardOrientation orientation = ShardOrientation::ROW_MAJOR,
        ShardDistributionStrategy strategy = ShardDistributionStrategy::ROUND_ROBIN_1D);
    // With the cores in the order in which shards are dealt out.
    BufferDistributionSpec(Shape tensor_shape_in_pages, Shape shard_shape_in_pages,
                           std::vector<CoreCoord> cores);

    // Shapes in elements; a page is page_shape (height, width) of the last two dimensions. Ends
    // that fill no page are drawn outwards.
    static BufferDistributionSpec from_shard_spec(
        Shape tensor_shape, Shape shard_shape, std::array<std::uint32_t, 2> page_shape,
        const CoreRangeSet& cores, ShardOrientation orientation = ShardOrientation::ROW_MAJOR,
        ShardDistributionStrategy strategy = ShardDistributionStrategy::ROUND_ROBIN_1D);

    std::size_t rank() const { return tensor_shape_.size(); }
    const Shape& tensor_shape_in_pages() const { return tensor_shape_; }
    const Shape& shard_shape_in_pages() const { return shard_shape_; }
    // In the order in which shards are dealt out.
    const std::vector<CoreCoord>& cores() const { return cores_; }
    std::size_t num_cores() const { return cores_.size(); }

    std::uint64_t num_shards() const;
    std::uint64_t num_pages() const;            // of the tensor
    std::uint64_t num_pages_per_shard() const;  // with those beyond the tensor's end
    std::size_t num_cores_with_data() const;
    std::uint64_t max_num_shards_per_core() const;
    // What every core has room for.
    std::uint64_t max_num_dev_pages_per_core() const;

    friend bool operator==(const BufferDistributionSpec&, const BufferDistributionSpec&) = default;

 private:
    void check() const;

    Shape tensor_shape_;
    Shape shard_shape_;
    std::vector<CoreCoord> cores_;
};

}  // namespace tt::tt_metal
