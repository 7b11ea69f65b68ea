// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

namespace {

std::string pair_text(uint32_t first, uint32_t second) {
    return "(" + std::to_string(first) + ", " + std::to_string(second) + ")";
}

}  // namespace

std::string to_string(DataType dtype) {
    constexpr const char* kNames[] = {"BFLOAT16",  "FLOAT32", "UINT32", "BFLOAT8_B",
                                      "BFLOAT4_B", "UINT8",   "UINT16", "INT32"};
    return std::string("DataType::") + kNames[static_cast<uint8_t>(dtype)];
}

std::string to_string(Layout layout) {
    return layout == Layout::TILE ? "Layout::TILE" : "Layout::ROW_MAJOR";
}

std::string to_string(TensorMemoryLayout layout) {
    constexpr const char* kNames[] = {"INTERLEAVED", "HEIGHT_SHARDED", "WIDTH_SHARDED",
                                      "BLOCK_SHARDED", "ND_SHARDED"};
    return std::string("TensorMemoryLayout::") + kNames[static_cast<uint8_t>(layout)];
}

std::string to_string(ShardOrientation orientation) {
    return orientation == ShardOrientation::ROW_MAJOR ? "ShardOrientation::ROW_MAJOR"
                                                      : "ShardOrientation::COL_MAJOR";
}

std::string to_string(ShardDistributionStrategy strategy) {
    return strategy == ShardDistributionStrategy::GRID_2D
               ? "ShardDistributionStrategy::GRID_2D"
               : "ShardDistributionStrategy::ROUND_ROBIN_1D";
}

std::string to_string(const ShardSpec& spec) {
    return "ShardSpec(grid=" + spec.grid.str() +
           ", shape=" + pair_text(spec.shape[0], spec.shape[1]) +
           ", orientation=" + to_string(spec.orientation) + ")";
}

std::string to_string(const NdShardSpec& spec) {
    return "NdShardSpec(shard_shape=" + spec.shard_shape.to_string() + ", grid=" + spec.grid.str() +
           ", orientation=" + to_string(spec.orientation) +
           ", shard_distribution_strategy=" + to_string(spec.strategy) + ")";
}

std::string to_string(const MemoryConfig& config) {
    std::string text =
        "MemoryConfig(memory_layout=" + to_string(config.memory_layout) +
        ", buffer_type=BufferType::" + tt::tt_metal::buffer_type_name(config.buffer_type);
    if (config.shard_spec) text += ", shard_spec=" + to_string(*config.shard_spec);
    if (config.nd_shard_spec) text += ", nd_shard_spec=" + to_string(*config.nd_shard_spec);
    return text + ")";
}

std::string to_string(const Tile& tile) {
    return "Tile(" + pair_text(tile.get_height(), tile.get_width()) + ")";
}

}  // namespace ttnn
