// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Memory of zeros, fresh from the operating system: what nobody writes takes neither time nor room.
// The allocator of the C library makes no such promise once it reuses what has been freed.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace tt::sim {

class ZeroedMemory {
 public:
    // Throws std::bad_alloc.
    explicit ZeroedMemory(size_t size_bytes);

    std::span<std::byte> bytes() const { return {memory_.get(), memory_.get_deleter().size_bytes}; }

 private:
    struct Unmap {
        size_t size_bytes;
        void operator()(std::byte* memory) const;
    };

    std::unique_ptr<std::byte, Unmap> memory_;
};

}  // namespace tt::sim
