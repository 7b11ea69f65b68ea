// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/dram/sparse_memory.hpp"

#include <algorithm>
#include <cstring>

namespace tt::sim {

SparseMemory::SparseMemory(uint64_t size_bytes)
    : size_bytes_(size_bytes), chunks_((size_bytes + kChunkBytes - 1) / kChunkBytes) {}

void SparseMemory::read(uint64_t address, std::span<std::byte> to) const {
    while (!to.empty()) {
        const uint64_t offset = address % kChunkBytes;
        const size_t count = std::min<uint64_t>(to.size(), kChunkBytes - offset);
        if (const auto& chunk = chunks_[address / kChunkBytes]) {
            std::memcpy(to.data(), &chunk[offset], count);
        } else {
            std::memset(to.data(), 0, count);
        }
        address += count;
        to = to.subspan(count);
    }
}

void SparseMemory::write(uint64_t address, std::span<const std::byte> from) {
    while (!from.empty()) {
        const uint64_t offset = address % kChunkBytes;
        const size_t count = std::min<uint64_t>(from.size(), kChunkBytes - offset);
        auto& chunk = chunks_[address / kChunkBytes];
        if (!chunk) {
            chunk = std::make_unique<std::byte[]>(kChunkBytes);
        }
        std::memcpy(&chunk[offset], from.data(), count);
        address += count;
        from = from.subspan(count);
    }
}

}  // namespace tt::sim
