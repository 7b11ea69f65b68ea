// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A large memory of which the host holds only what has been written. The rest reads as zero.
// Ranges are checked by the caller: only it can say whose access was wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tt::sim {

class SparseMemory {
 public:
    explicit SparseMemory(uint64_t size_bytes);

    uint64_t size_bytes() const { return size_bytes_; }
    void read(uint64_t address, std::span<std::byte> to) const;
    void write(uint64_t address, std::span<const std::byte> from);

 private:
    static constexpr uint64_t kChunkBytes = 256 * 1024;

    uint64_t size_bytes_;
    std::vector<std::unique_ptr<std::byte[]>> chunks_;  // null where nothing has been written
};

}  // namespace tt::sim
