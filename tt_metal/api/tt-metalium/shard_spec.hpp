// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How a matrix is cut into shards, one per core: in elements (ShardSpec), and with the pages that
// it is made of (ShardSpecBuffer).
//
//     // 256 x 64 elements in tiles, a quarter of the rows on each of 4 cores.
//     ShardSpecBuffer({{0, 0}, {3, 0}}, {64, 64}, ShardOrientation::ROW_MAJOR, {32, 32}, {8, 2});
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <tt-metalium/buffer_distribution_spec.hpp>
#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/core_coord.hpp>

namespace tt::tt_metal {

struct ShardSpec {
    ShardSpec(CoreRangeSet cores, std::array<std::uint32_t, 2> shard_shape,
              ShardOrientation shard_orientation = ShardOrientation::ROW_MAJOR)
        : grid(std::move(cores)), shape(shard_shape), orientation(shard_orientation) {}

    CoreRangeSet grid;                   // in DRAM: bank i is the core (i, 0)
    std::array<std::uint32_t, 2> shape;  // height and width of a shard, in elements
    ShardOrientation orientation;

    std::uint32_t num_cores() const { return static_cast<std::uint32_t>(grid.num_cores()); }
    std::uint32_t numel() const { return shape[0] * shape[1]; }

    friend bool operator==(const ShardSpec&, const ShardSpec&) = default;
};

struct ShardSpecBuffer {
    ShardSpecBuffer(CoreRangeSet cores, std::array<std::uint32_t, 2> shard_shape,
                    ShardOrientation orientation, std::array<std::uint32_t, 2> page,
                    std::array<std::uint32_t, 2> tensor2d_in_pages)
        : ShardSpecBuffer({std::move(cores), shard_shape, orientation}, page, tensor2d_in_pages) {}
    ShardSpecBuffer(ShardSpec spec, std::array<std::uint32_t, 2> page,
                    std::array<std::uint32_t, 2> tensor2d_in_pages)
        : tensor_shard_spec(std::move(spec)),
          page_shape(page),
          tensor2d_shape_in_pages(tensor2d_in_pages) {}

    ShardSpec tensor_shard_spec;
    std::array<std::uint32_t, 2> page_shape;               // elements
    std::array<std::uint32_t, 2> tensor2d_shape_in_pages;  // of the whole matrix

    const CoreRangeSet& grid() const { return tensor_shard_spec.grid; }
    std::array<std::uint32_t, 2> shape() const { return tensor_shard_spec.shape; }
    ShardOrientation orientation() const { return tensor_shard_spec.orientation; }
    // Height and width of a shard in pages. Throws std::invalid_argument for a page shape of 0.
    std::array<std::uint32_t, 2> shape_in_pages() const;
    DeviceAddr num_pages() const;  // of one shard
};

// How a buffer is sharded; a default-made one is interleaved.
class BufferShardingArgs {
 public:
    BufferShardingArgs() = default;
    // Throws std::invalid_argument if the layout contradicts the specification: INTERLEAVED or
    // ND_SHARDED, shards that leave out a part of the width (HEIGHT_SHARDED) or height
    // (WIDTH_SHARDED), and more shards than cores.
    BufferShardingArgs(ShardSpecBuffer shard_spec, TensorMemoryLayout layout);
    BufferShardingArgs(BufferDistributionSpec distribution,
                       TensorMemoryLayout layout = TensorMemoryLayout::ND_SHARDED);

    TensorMemoryLayout buffer_layout() const { return layout_; }
    const std::optional<ShardSpecBuffer>& shard_spec() const { return shard_spec_; }
    // What the memory layout comes to; nothing if interleaved.
    const std::optional<BufferDistributionSpec>& buffer_distribution_spec() const {
        return distribution_;
    }

 private:
    TensorMemoryLayout layout_ = TensorMemoryLayout::INTERLEAVED;
    std::optional<ShardSpecBuffer> shard_spec_;
    std::optional<BufferDistributionSpec> distribution_;
};

}  // namespace tt::tt_metal
