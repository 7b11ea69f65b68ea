// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Memory on a device, interleaved page by page over all banks of one kind.
//
// Page i lies in bank i % num_banks at address() + (i / num_banks) * aligned_page_size(): one
// address is valid in every bank. A buffer frees its memory when it goes; it may outlive the device
// being closed, after which using it throws DeviceClosedError.
//
//     auto buffer = CreateBuffer({device, 64 * 2048, 2048, BufferType::DRAM});   // 64 tiles
#pragma once

#include <cstdint>
#include <memory>

#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/device.hpp>

namespace tt::tt_metal {

namespace runtime_internal {
class Device;
}

struct InterleavedBufferConfig {
    IDevice* device;
    DeviceAddr size;       // bytes; a multiple of page_size
    DeviceAddr page_size;  // bytes
    BufferType buffer_type = BufferType::DRAM;
};

// Invariant: while the device is open, the buffer owns num_pages_per_bank() aligned pages in each
// bank, from address() on.
class Buffer {
 public:
    // Throws std::invalid_argument for a null device, a size or page size of 0, or a size that is
    // no multiple of the page size; DeviceClosedError; OutOfMemoryError.
    explicit Buffer(const InterleavedBufferConfig& config);
    ~Buffer();
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    // Never null; may be closed.
    IDevice* device() const;
    // In every bank: an L1 address of the cores, or an address within each DRAM bank.
    DeviceAddr address() const { return address_; }
    DeviceAddr size() const { return size_; }            // bytes, without padding
    DeviceAddr page_size() const { return page_size_; }  // bytes
    DeviceAddr aligned_page_size() const { return aligned_page_size_; }
    DeviceAddr num_pages() const { return size_ / page_size_; }
    BufferType buffer_type() const { return buffer_type_; }
    // False once it was deallocated or its device was closed.
    bool is_allocated() const;
    // Frees the memory now; later reads and writes throw std::invalid_argument.
    void deallocate();

 private:
    std::shared_ptr<runtime_internal::Device> device_;
    DeviceAddr address_ = 0;
    DeviceAddr size_;
    DeviceAddr page_size_;
    DeviceAddr aligned_page_size_ = 0;
    BufferType buffer_type_;
    bool deallocated_ = false;
};

}  // namespace tt::tt_metal
