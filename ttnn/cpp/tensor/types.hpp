// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The types by which a tensor is described: what its elements are, how they are ordered, where they
// lie. Enumerators are spelled as users of TT-NN know them.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/shard_spec.hpp>
#include <tt-metalium/tile.hpp>

#include "ttnn/cpp/tensor/shape.hpp"

namespace ttnn {

using tt::tt_metal::BufferType;
using tt::tt_metal::CoreRangeSet;
using tt::tt_metal::ShardDistributionStrategy;
using tt::tt_metal::ShardOrientation;
using tt::tt_metal::ShardSpec;
using tt::tt_metal::TensorMemoryLayout;
using tt::tt_metal::Tile;

// BFLOAT8_B and BFLOAT4_B: runs of 16 elements share an exponent; they exist in tiles alone.
enum class DataType : uint8_t {
    BFLOAT16,
    FLOAT32,
    UINT32,
    BFLOAT8_B,
    BFLOAT4_B,
    UINT8,
    UINT16,
    INT32,
};

// ROW_MAJOR: element order of C arrays. TILE: the last two dimensions are cut into tiles.
enum class Layout : uint8_t { ROW_MAJOR, TILE };

enum class StorageType : uint8_t { HOST, DEVICE };

// Shards of any rank, dealt out to the cores of a grid. In elements.
struct NdShardSpec {
    Shape shard_shape;
    CoreRangeSet grid;
    ShardOrientation orientation = ShardOrientation::ROW_MAJOR;
    ShardDistributionStrategy strategy = ShardDistributionStrategy::ROUND_ROBIN_1D;

    bool operator==(const NdShardSpec&) const = default;
};

// A sharded layout without a specification is what operations are asked for, which then choose one.
struct MemoryConfig {
    TensorMemoryLayout memory_layout = TensorMemoryLayout::INTERLEAVED;
    BufferType buffer_type = BufferType::DRAM;
    std::optional<ShardSpec> shard_spec = std::nullopt;  // of a height, width or block sharded one
    std::optional<NdShardSpec> nd_shard_spec = std::nullopt;  // of an ND sharded one

    bool is_sharded() const { return memory_layout != TensorMemoryLayout::INTERLEAVED; }

    bool operator==(const MemoryConfig&) const = default;
};

constexpr bool is_block_float(DataType dtype) {
    return dtype == DataType::BFLOAT8_B || dtype == DataType::BFLOAT4_B;
}

constexpr bool is_floating_point(DataType dtype) {
    return is_block_float(dtype) || dtype == DataType::BFLOAT16 || dtype == DataType::FLOAT32;
}

constexpr tt::DataFormat data_format(DataType dtype) {
    switch (dtype) {
        case DataType::BFLOAT16:
            return tt::DataFormat::Float16_b;
        case DataType::FLOAT32:
            return tt::DataFormat::Float32;
        case DataType::UINT32:
            return tt::DataFormat::UInt32;
        case DataType::BFLOAT8_B:
            return tt::DataFormat::Bfp8_b;
        case DataType::BFLOAT4_B:
            return tt::DataFormat::Bfp4_b;
        case DataType::UINT8:
            return tt::DataFormat::UInt8;
        case DataType::UINT16:
            return tt::DataFormat::UInt16;
        case DataType::INT32:
            return tt::DataFormat::Int32;
    }
}

// Bytes of one element. Throws std::invalid_argument for block floats, whose elements share bytes.
constexpr uint32_t element_size_bytes(DataType dtype) {
    const uint32_t size = tt::hw::datum_size_bytes(data_format(dtype));
    if (size == 0) throw std::invalid_argument("dtype: elements of block floats share bytes");
    return size;
}

std::string to_string(DataType dtype);             // "DataType::BFLOAT16"
std::string to_string(Layout layout);              // "Layout::TILE"
std::string to_string(TensorMemoryLayout layout);  // "TensorMemoryLayout::INTERLEAVED"
std::string to_string(ShardOrientation orientation);
std::string to_string(ShardDistributionStrategy strategy);
std::string to_string(const ShardSpec& spec);       // "ShardSpec(...)"
std::string to_string(const NdShardSpec& spec);     // "NdShardSpec(...)"
std::string to_string(const MemoryConfig& config);  // "MemoryConfig(...)"
std::string to_string(const Tile& tile);            // "Tile((32, 32))"

}  // namespace ttnn
