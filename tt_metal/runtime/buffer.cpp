// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/buffer.hpp>

#include <limits>
#include <stdexcept>
#include <string>

#include <tt-metalium/errors.hpp>
#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/device.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::BankAllocator;
using runtime_internal::Device;
using runtime_internal::DeviceAccess;

std::string bytes(uint64_t count) { return std::to_string(count) + " B"; }

std::shared_ptr<Device> device_of(const InterleavedBufferConfig& config) {
    if (config.device == nullptr) throw std::invalid_argument("device: must not be null");
    return std::static_pointer_cast<Device>(config.device->shared_from_this());
}

void check_sizes(const InterleavedBufferConfig& config) {
    if (config.page_size == 0) throw std::invalid_argument("page_size 0: must be at least 1 B");
    if (config.size == 0) throw std::invalid_argument("size 0: must be at least one page");
    if (config.size % config.page_size != 0) {
        throw std::invalid_argument("size " + bytes(config.size) +
                                    ": must be a multiple of the page size, " +
                                    bytes(config.page_size));
    }
}

// The largest number if a times b is larger still, which no memory can hold either.
uint64_t saturating_multiply(uint64_t a, uint64_t b) {
    uint64_t product;
    return __builtin_mul_overflow(a, b, &product) ? std::numeric_limits<uint64_t>::max() : product;
}

OutOfMemoryError out_of_memory(const Buffer& buffer, uint64_t bytes_per_bank, uint32_t num_banks,
                               const BankAllocator& bank) {
    return OutOfMemoryError(
        std::string("out of ") + buffer_type_name(buffer.buffer_type()) + " on device " +
        std::to_string(buffer.device()->id()) + ": a buffer of " + bytes(buffer.size()) + " (" +
        std::to_string(buffer.num_pages()) + " pages of " + bytes(buffer.page_size()) + ") takes " +
        bytes(bytes_per_bank) + " in each of " + std::to_string(num_banks) +
        " banks; free there: " + bytes(bank.free_bytes()) + " of " + bytes(bank.total_bytes()) +
        ", largest block " + bytes(bank.largest_free_bytes()));
}

}  // namespace

Buffer::Buffer(const InterleavedBufferConfig& config)
    : device_(device_of(config)),
      size_(config.size),
      page_size_(config.page_size),
      buffer_type_(config.buffer_type) {
    check_sizes(config);
    const DeviceAccess chip = device_->access();
    BankAllocator& bank = chip->allocator(buffer_type_);
    const uint64_t num_banks = device_->num_banks(buffer_type_);
    const uint64_t aligned_units = (page_size_ - 1) / bank.alignment() + 1;
    aligned_page_size_ = saturating_multiply(aligned_units, bank.alignment());
    const uint64_t pages_per_bank = (num_pages() - 1) / num_banks + 1;
    const uint64_t bytes_per_bank = saturating_multiply(pages_per_bank, aligned_page_size_);
    const auto address = bank.allocate(bytes_per_bank);
    if (!address) throw out_of_memory(*this, bytes_per_bank, num_banks, bank);
    address_ = *address;
}

Buffer::~Buffer() { deallocate(); }

IDevice* Buffer::device() const { return device_.get(); }

bool Buffer::is_allocated() const { return !deallocated_ && device_->is_open(); }

void Buffer::deallocate() {
    if (deallocated_) return;
    deallocated_ = true;
    try {
        device_->access()->allocator(buffer_type_).free(address_);
    } catch (const DeviceClosedError&) {
        // The memory went with the chip.
    }
}

std::shared_ptr<Buffer> CreateBuffer(const InterleavedBufferConfig& config) {
    return std::make_shared<Buffer>(config);
}

}  // namespace tt::tt_metal
