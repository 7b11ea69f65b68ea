// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/buffer.hpp>

#include <stdexcept>
#include <string>

#include <tt-metalium/errors.hpp>

#include "tt_metal/runtime/device.hpp"
#include "tt_metal/runtime/page_map.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::Device;
using runtime_internal::DeviceAccess;
using runtime_internal::Memories;
using runtime_internal::PageMap;
using runtime_internal::saturating_multiply;

std::string bytes(uint64_t count) { return std::to_string(count) + " B"; }

std::shared_ptr<Device> checked_chip(IDevice* device) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return device->chip();
}

void check_sizes(DeviceAddr size, DeviceAddr page_size) {
    if (page_size == 0) throw std::invalid_argument("page_size 0: must be at least 1 B");
    if (size == 0) throw std::invalid_argument("size 0: must be at least one page");
    if (size % page_size != 0) {
        throw std::invalid_argument("size " + bytes(size) +
                                    ": must be a multiple of the page size, " + bytes(page_size));
    }
}

// The bank of each of the cores to which shards go.
std::vector<uint32_t> banks_of(const BufferDistributionSpec& spec, const Device& device,
                               BufferType type) {
    std::vector<uint32_t> banks;
    for (const CoreCoord& core : spec.cores()) {
        if (!is_dram_type(type)) {
            const auto at = device.checked_core(core, "shard on core");
            banks.push_back(device.properties().l1_bank(at));
            continue;
        }
        if (core.y != 0 || core.x >= device.num_dram_channels()) {
            throw std::out_of_range("shard on DRAM bank " + core.str() + ": banks of device " +
                                    std::to_string(device.id()) + " are (0,0) to (" +
                                    std::to_string(device.num_dram_channels() - 1) + ",0)");
        }
        banks.push_back(static_cast<uint32_t>(core.x));
    }
    return banks;
}

PageMap make_page_map(const BufferShardingArgs& sharding, const Device& device, BufferType type,
                      uint64_t num_pages) {
    const auto& spec = sharding.buffer_distribution_spec();
    if (!spec) return PageMap::interleaved(num_pages, device.num_banks(type));
    if (spec->num_pages() != num_pages) {
        throw std::invalid_argument("size: comes to " + std::to_string(num_pages) +
                                    " pages, but the sharding is of " +
                                    std::to_string(spec->num_pages()));
    }
    return PageMap::sharded(*spec, banks_of(*spec, device, type));
}

OutOfMemoryError out_of_memory(const Buffer& buffer, const Device& device) {
    const MemoryView memory = device.memory_view(buffer.buffer_type());
    return OutOfMemoryError(
        std::string("out of ") + buffer_type_name(buffer.buffer_type()) + " on device " +
        std::to_string(device.id()) + ": a buffer of " + bytes(buffer.size()) + " (" +
        std::to_string(buffer.num_pages()) + " pages of " + bytes(buffer.page_size()) + ") takes " +
        bytes(buffer.aligned_size_per_bank()) + " in each of " + std::to_string(memory.num_banks) +
        " banks; free there: " + bytes(memory.total_bytes_free_per_bank) + " of " +
        bytes(memory.total_bytes_per_bank) + ", largest block " +
        bytes(memory.largest_contiguous_bytes_free_per_bank));
}

}  // namespace

std::shared_ptr<Buffer> Buffer::create(IDevice* device, DeviceAddr size, DeviceAddr page_size,
                                       BufferType buffer_type, const BufferShardingArgs& sharding,
                                       std::optional<bool> bottom_up) {
    auto buffer = std::make_shared<Buffer>(Key(), device, size, page_size, buffer_type, sharding);
    buffer->allocate(bottom_up);
    return buffer;
}

std::shared_ptr<Buffer> Buffer::create(IDevice* device, DeviceAddr address, DeviceAddr size,
                                       DeviceAddr page_size, BufferType buffer_type,
                                       const BufferShardingArgs& sharding) {
    auto buffer = std::make_shared<Buffer>(Key(), device, size, page_size, buffer_type, sharding);
    const DeviceAccess chip = buffer->device_->access();
    chip->memories->check_range(buffer_type, address, buffer->aligned_size_per_bank_);
    chip->memories->note_chosen(buffer_type, address, buffer->aligned_size_per_bank_);
    buffer->address_ = address;
    return buffer;
}

Buffer::Buffer(Key, IDevice* device, DeviceAddr size, DeviceAddr page_size, BufferType buffer_type,
               const BufferShardingArgs& sharding)
    : device_(checked_chip(device)),
      size_(size),
      page_size_(page_size),
      buffer_type_(buffer_type),
      sharding_(sharding) {
    check_sizes(size, page_size);
    const uint64_t alignment = device_->alignment(buffer_type);
    aligned_page_size_ = saturating_multiply((page_size - 1) / alignment + 1, alignment);
    page_map_ = std::make_unique<const PageMap>(
        make_page_map(sharding, *device_, buffer_type, num_pages()));
    aligned_size_per_bank_ = saturating_multiply(page_map_->pages_per_bank(), aligned_page_size_);
}

Buffer::~Buffer() { deallocate(); }

void Buffer::allocate(std::optional<bool> bottom_up) {
    const auto address =
        device_->access()->memories->allocate(buffer_type_, aligned_size_per_bank_, bottom_up);
    if (!address) throw out_of_memory(*this, *device_);
    address_ = *address;
    owns_memory_ = true;
}

IDevice* Buffer::device() const { return device_.get(); }

uint32_t Buffer::alignment() const { return device_->alignment(buffer_type_); }

const ShardSpecBuffer& Buffer::shard_spec() const {
    if (!has_shard_spec()) {
        throw std::invalid_argument("buffer: has no shard_spec, as it is not sharded in 2D");
    }
    return *sharding_.shard_spec();
}

std::optional<uint32_t> Buffer::num_cores() const {
    const auto& spec = buffer_distribution_spec();
    return spec ? std::optional(static_cast<uint32_t>(spec->num_cores())) : std::nullopt;
}

bool Buffer::is_allocated() const { return !deallocated_ && device_->is_open(); }

void Buffer::deallocate() {
    if (deallocated_) return;
    deallocated_ = true;
    if (!owns_memory_) return;
    try {
        device_->access()->memories->free(buffer_type_, address_);
    } catch (const DeviceClosedError&) {
        // The memory went with the chip.
    }
}

}  // namespace tt::tt_metal
