// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Memory on a device, spread page by page over the banks of one kind.
//
// Interleaved, page i lies in bank i % num_banks at address() + (i / num_banks) *
// aligned_page_size(); sharded, as BufferDistributionSpec says. Allocation is in lock step: one
// address is valid in every bank, and the range from there on is taken in all of them. A buffer
// frees its memory when it goes; it may outlive the device being closed, after which using it
// throws DeviceClosedError.
//
//     auto buffer = CreateBuffer({device, 64 * 2048, 2048, BufferType::DRAM});   // 64 tiles
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/device.hpp>
#include <tt-metalium/shard_spec.hpp>

namespace tt::tt_metal {

namespace runtime_internal {
class Device;
class PageMap;
}  // namespace runtime_internal

struct InterleavedBufferConfig {
    IDevice* device;
    DeviceAddr size;       // bytes; a multiple of page_size
    DeviceAddr page_size;  // bytes
    BufferType buffer_type = BufferType::DRAM;
};

struct ShardedBufferConfig {
    IDevice* device;
    DeviceAddr size;       // bytes; page_size times the pages of shard_parameters
    DeviceAddr page_size;  // bytes
    BufferType buffer_type = BufferType::L1;
    TensorMemoryLayout buffer_layout = TensorMemoryLayout::HEIGHT_SHARDED;
    ShardSpecBuffer shard_parameters;
};

// Invariant: while it is allocated, aligned_size_per_bank() bytes from address() on are the
// buffer's in each bank.
class Buffer : public std::enable_shared_from_this<Buffer> {
    // Buffers are made by create() alone, so that each is owned by a shared_ptr.
    struct Key {
        explicit Key() = default;
    };

 public:
    // bottom_up: from which end of the memory it is taken, or the memory's own habit: DRAM upwards,
    // L1 downwards. Throws std::invalid_argument for a null device, a size or page size of 0, a
    // size that is no multiple of the page size, and sharding of another number of pages;
    // std::out_of_range for a shard on a core or bank that the device has not; DeviceClosedError;
    // OutOfMemoryError.
    static std::shared_ptr<Buffer> create(IDevice* device, DeviceAddr size, DeviceAddr page_size,
                                          BufferType buffer_type,
                                          const BufferShardingArgs& sharding = {},
                                          std::optional<bool> bottom_up = std::nullopt);
    // At an address that the caller answers for: nothing is allocated, nothing freed. Throws
    // std::out_of_range if the memory has not these bytes, std::invalid_argument if the address is
    // not aligned, and as above.
    static std::shared_ptr<Buffer> create(IDevice* device, DeviceAddr address, DeviceAddr size,
                                          DeviceAddr page_size, BufferType buffer_type,
                                          const BufferShardingArgs& sharding = {});

    Buffer(Key, IDevice* device, DeviceAddr size, DeviceAddr page_size, BufferType buffer_type,
           const BufferShardingArgs& sharding);
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
    // Bytes of one bank, with padding, of every page that has room there.
    DeviceAddr aligned_size_per_bank() const { return aligned_size_per_bank_; }
    std::uint32_t alignment() const;  // of pages, bytes
    BufferType buffer_type() const { return buffer_type_; }
    bool is_dram() const { return is_dram_type(buffer_type_); }
    bool is_l1() const { return !is_dram(); }

    TensorMemoryLayout buffer_layout() const { return sharding_.buffer_layout(); }
    const BufferShardingArgs& sharding_args() const { return sharding_; }
    bool has_shard_spec() const { return sharding_.shard_spec().has_value(); }
    // Throws std::invalid_argument unless has_shard_spec().
    const ShardSpecBuffer& shard_spec() const;
    const std::optional<BufferDistributionSpec>& buffer_distribution_spec() const {
        return sharding_.buffer_distribution_spec();
    }
    // Cores (or banks) to which shards may go; nothing if interleaved.
    std::optional<std::uint32_t> num_cores() const;

    // False once it was deallocated or its device was closed.
    bool is_allocated() const;
    // Frees the memory now; later reads and writes throw std::invalid_argument.
    void deallocate();

    // For the runtime itself: the chip that holds the buffer, and where its pages lie.
    runtime_internal::Device& chip() const { return *device_; }
    const runtime_internal::PageMap& page_map() const { return *page_map_; }

 private:
    void allocate(std::optional<bool> bottom_up);

    std::shared_ptr<runtime_internal::Device> device_;
    DeviceAddr address_ = 0;
    DeviceAddr size_;
    DeviceAddr page_size_;
    DeviceAddr aligned_page_size_ = 0;
    DeviceAddr aligned_size_per_bank_ = 0;
    BufferType buffer_type_;
    BufferShardingArgs sharding_;
    std::unique_ptr<const runtime_internal::PageMap> page_map_;
    bool owns_memory_ = false;
    bool deallocated_ = false;
};

}  // namespace tt::tt_metal
