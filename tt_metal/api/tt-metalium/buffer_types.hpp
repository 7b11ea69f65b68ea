// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The memories in which a buffer can lie.
#pragma once

#include <cstdint>

namespace tt::tt_metal {

enum class BufferType : std::uint8_t {
    DRAM,  // the banks of external memory
    L1,    // the SRAM of the worker cores, one bank per core
};

// "DRAM" or "L1".
constexpr const char* buffer_type_name(BufferType type) {
    return type == BufferType::DRAM ? "DRAM" : "L1";
}

// An address within a bank, or a count of bytes.
using DeviceAddr = std::uint64_t;

}  // namespace tt::tt_metal
