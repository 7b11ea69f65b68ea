// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_spec.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace ttnn {

namespace {

using namespace tt::tt_metal;

[[noreturn]] void refuse(const MemoryConfig& config, const std::string& rule) {
    throw std::invalid_argument("memory_config: " + to_string(config) + "; " + rule);
}

// The tensor's extents with those in front folded into one, to `rank` of them.
std::vector<uint32_t> folded(const Shape& shape, size_t rank) {
    const std::span<const uint32_t> extents = shape.extents();
    std::vector<uint32_t> result(extents.begin(), extents.end());
    while (result.size() < rank) result.insert(result.begin(), 1);
    while (result.size() > rank) {
        result[1] *= result[0];
        result.erase(result.begin());
    }
    return result;
}

uint32_t shard_width(const MemoryConfig& config) {
    if (config.shard_spec) return config.shard_spec->shape[1];
    if (config.nd_shard_spec && config.nd_shard_spec->shard_shape.rank() > 0) {
        return config.nd_shard_spec->shard_shape[-1];
    }
    return 0;
}

void check_shard_specification(const MemoryConfig& config) {
    const bool is_nd = config.memory_layout == TensorMemoryLayout::ND_SHARDED;
    if (!config.is_sharded()) {
        if (config.shard_spec || config.nd_shard_spec) {
            refuse(config, "an interleaved tensor has no shards");
        }
        return;
    }
    if (is_nd ? !config.nd_shard_spec : !config.shard_spec) {
        refuse(config, std::string("a sharded tensor needs ") +
                           (is_nd ? "an nd_shard_spec" : "a shard_spec"));
    }
    if (is_nd ? config.shard_spec.has_value() : config.nd_shard_spec.has_value()) {
        refuse(config, "a tensor has shards of one kind");
    }
    if (is_nd && config.nd_shard_spec->shard_shape.volume() == 0) {
        refuse(config, "shards must have elements");
    }
    if (!is_nd && config.shard_spec->numel() == 0) {
        refuse(config, "shards must have elements");
    }
}

void check_whole_tiles(const MemoryConfig& config, uint32_t height, uint32_t width,
                       const Tile& tile) {
    if (height % tile.get_height() != 0 || width % tile.get_width() != 0) {
        refuse(config, "shards of a tiled tensor are whole tiles of " + to_string(tile));
    }
}

BufferDistributionSpec nd_distribution(const TensorSpec& spec) {
    const NdShardSpec& shards = *spec.memory_config.nd_shard_spec;
    const std::span<const uint32_t> shard_extents = shards.shard_shape.extents();
    std::vector<uint32_t> shard_shape(shard_extents.begin(), shard_extents.end());
    while (shard_shape.size() < 2) shard_shape.insert(shard_shape.begin(), 1);
    return BufferDistributionSpec::from_shard_spec(folded(spec.padded_shape(), shard_shape.size()),
                                                   shard_shape, spec.page_shape(), shards.grid,
                                                   shards.orientation, shards.strategy);
}

}  // namespace

void TensorSpec::check() const {
    if (is_block_float(dtype) && layout != Layout::TILE) {
        throw std::invalid_argument("layout: " + to_string(layout) + "; " + to_string(dtype) +
                                    " exists in Layout::TILE alone");
    }
    if (tile.get_transpose_of_faces()) {
        throw std::invalid_argument("tile: transposed tiles are not supported");
    }
    check_shard_specification(memory_config);
    if (shape.volume() != 0) sharding();
}

MatrixBatch TensorSpec::matrices() const {
    const std::span<const uint32_t> extents = shape.extents();
    MatrixBatch batch{.count = 1,
                      .height = 1,
                      .width = 1,
                      .tile_height = tile.get_height(),
                      .tile_width = tile.get_width()};
    if (!extents.empty()) {
        batch.width = extents.back();
    }
    if (extents.size() >= 2) {
        batch.height = extents[extents.size() - 2];
        for (uint32_t extent : extents.first(extents.size() - 2)) {
            batch.count *= extent;
        }
    }
    return batch;
}

Shape TensorSpec::padded_shape() const {
    if (layout == Layout::ROW_MAJOR) {
        return shape;
    }
    std::vector<uint32_t> extents(shape.extents().begin(), shape.extents().end());
    while (extents.size() < 2) {
        extents.insert(extents.begin(), 1);
    }
    const MatrixBatch batch = matrices();
    extents[extents.size() - 2] = static_cast<uint32_t>(batch.height_tiles() * batch.tile_height);
    extents.back() = static_cast<uint32_t>(batch.width_tiles() * batch.tile_width);
    return Shape(extents);
}

std::array<uint32_t, 2> TensorSpec::page_shape() const {
    if (layout == Layout::TILE) return tile.get_tile_shape();
    const uint32_t width = shard_width(memory_config);
    return {1, width != 0 ? width : static_cast<uint32_t>(matrices().width)};
}

uint64_t TensorSpec::pages_per_row() const {
    const uint32_t width = page_shape()[1];
    return width == 0 ? 1 : tiles_to_cover(matrices().width, width);
}

uint64_t TensorSpec::page_size_bytes() const {
    if (layout == Layout::TILE) return tile.get_tile_size(data_format(dtype));
    return uint64_t{page_shape()[1]} * element_size_bytes(dtype);
}

uint64_t TensorSpec::num_pages() const {
    const MatrixBatch batch = matrices();
    return layout == Layout::TILE ? batch.num_tiles() : batch.num_rows() * pages_per_row();
}

uint64_t TensorSpec::size_bytes() const {
    if (layout == Layout::TILE) return num_pages() * page_size_bytes();
    return shape.volume() * element_size_bytes(dtype);
}

BufferShardingArgs TensorSpec::sharding() const {
    if (!memory_config.is_sharded()) return {};
    if (memory_config.nd_shard_spec) {
        const Shape& shard = memory_config.nd_shard_spec->shard_shape;
        if (layout == Layout::TILE) {
            check_whole_tiles(memory_config, shard.rank() < 2 ? 1 : shard[-2], shard[-1], tile);
        }
        return BufferShardingArgs(nd_distribution(*this));
    }
    const ShardSpec& shards = *memory_config.shard_spec;
    if (layout == Layout::TILE) {
        check_whole_tiles(memory_config, shards.shape[0], shards.shape[1], tile);
    }
    const MatrixBatch batch = matrices();
    const uint64_t rows =
        layout == Layout::TILE ? batch.count * batch.height_tiles() : batch.num_rows();
    const uint64_t columns = layout == Layout::TILE ? batch.width_tiles() : pages_per_row();
    return BufferShardingArgs(
        ShardSpecBuffer(shards, page_shape(),
                        {static_cast<uint32_t>(rows), static_cast<uint32_t>(columns)}),
        memory_config.memory_layout);
}

std::string to_string(const TensorSpec& spec) {
    return "TensorSpec(shape=" + spec.shape.to_string() + ", dtype=" + to_string(spec.dtype) +
           ", layout=" + to_string(spec.layout) + ", tile=" + to_string(spec.tile) +
           ", memory_config=" + to_string(spec.memory_config) + ")";
}

}  // namespace ttnn
