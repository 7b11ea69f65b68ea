// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The memories in which a buffer can lie, and the ways in which it can be spread over their banks.
#pragma once

#include <cstdint>

namespace tt::tt_metal {

enum class BufferType : std::uint8_t {
    DRAM,      // the banks of external memory
    L1,        // the SRAM of the worker cores, one bank per core
    L1_SMALL,  // the top of each L1, as much as the device was opened with
    TRACE,     // the top of each bank of external memory, likewise
};
inline constexpr std::uint8_t kNumBufferTypes = 4;

// "DRAM", "L1", "L1_SMALL" or "TRACE".
constexpr const char* buffer_type_name(BufferType type) {
    constexpr const char* kNames[kNumBufferTypes] = {"DRAM", "L1", "L1_SMALL", "TRACE"};
    return kNames[static_cast<std::uint8_t>(type)];
}

constexpr bool is_dram_type(BufferType type) {
    return type == BufferType::DRAM || type == BufferType::TRACE;
}

enum class TensorMemoryLayout : std::uint8_t {
    INTERLEAVED,     // page by page over all banks
    HEIGHT_SHARDED,  // a shard is some whole rows
    WIDTH_SHARDED,   // a shard is some whole columns
    BLOCK_SHARDED,   // a shard is a rectangle
    ND_SHARDED,      // a shard is a box of any rank
};

// The order of the cores to which shards are dealt out: by rows of the grid, or by columns.
enum class ShardOrientation : std::uint8_t { ROW_MAJOR, COL_MAJOR };

enum class ShardDistributionStrategy : std::uint8_t {
    ROUND_ROBIN_1D,  // shard i goes to the i-th core, and around
    GRID_2D,         // the shards' rows and columns are those of the grid of cores
};

// An address within a bank, or a count of bytes.
using DeviceAddr = std::uint64_t;

}  // namespace tt::tt_metal
