// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Bytes of a tensor on the host: shared by copies, written once by whoever made them.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace ttnn {

class HostBuffer {
 public:
    // The bytes are indeterminate until written.
    explicit HostBuffer(size_t size_bytes)
        : bytes_(new std::byte[size_bytes]), size_bytes_(size_bytes) {}

    std::span<std::byte> writable() { return {bytes_.get(), size_bytes_}; }
    std::span<const std::byte> bytes() const { return {bytes_.get(), size_bytes_}; }

 private:
    std::shared_ptr<std::byte[]> bytes_;
    size_t size_bytes_;
};

}  // namespace ttnn
