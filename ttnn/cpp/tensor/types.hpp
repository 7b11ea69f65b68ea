// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the elements of a tensor are, how they are ordered, and where they are stored.
// Enumerators are spelled as users of TT-NN know them.
#pragma once

#include <cstdint>
#include <string>

#include <tt-metalium/buffer_types.hpp>

namespace ttnn {

using BufferType = tt::tt_metal::BufferType;

enum class DataType : uint8_t { BFLOAT16, FLOAT32 };

// ROW_MAJOR: element order of C arrays. TILE: the last two dimensions are cut into 32x32 tiles.
enum class Layout : uint8_t { ROW_MAJOR, TILE };

enum class StorageType : uint8_t { HOST, DEVICE };

// INTERLEAVED: page i of a buffer lies in bank i modulo the number of banks.
enum class TensorMemoryLayout : uint8_t { INTERLEAVED };

struct MemoryConfig {
    TensorMemoryLayout memory_layout = TensorMemoryLayout::INTERLEAVED;
    BufferType buffer_type = BufferType::DRAM;

    bool operator==(const MemoryConfig&) const = default;
};

constexpr uint32_t element_size_bytes(DataType dtype) {
    return dtype == DataType::BFLOAT16 ? 2 : 4;
}

std::string to_string(DataType dtype);              // "DataType::BFLOAT16"
std::string to_string(Layout layout);               // "Layout::TILE"
std::string to_string(const MemoryConfig& config);  // "MemoryConfig(...)"

}  // namespace ttnn
