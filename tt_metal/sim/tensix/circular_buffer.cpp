// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/circular_buffer.hpp"

#include <cstring>
#include <format>
#include <utility>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {

CircularBuffer::CircularBuffer(uint32_t index, const hw::CbDescriptor& descriptor,
                               uint32_t l1_size_bytes)
    : index_(index), descriptor_(descriptor) {
    const uint32_t size = descriptor.size_bytes;
    const uint32_t page = descriptor.page_size_bytes;
    if (page == 0 || size % page != 0) {
        fail(std::format("page of {} bytes does not divide buffer of {} bytes", page, size));
    }
    if (descriptor.address % hw::kL1Alignment != 0) {
        fail(std::format("address 0x{:08x} is no multiple of {}", descriptor.address,
                         hw::kL1Alignment));
    }
    if (descriptor.address < hw::kL1UnreservedBase ||
        uint64_t{descriptor.address} + size > l1_size_bytes) {
        fail(std::format(
            "{} bytes at 0x{:08x} lie outside the free part of L1, 0x{:08x} to 0x{:08x}", size,
            descriptor.address, hw::kL1UnreservedBase, l1_size_bytes));
    }
    num_pages_ = size / page;
}

bool CircularBuffer::has_available(uint32_t pages) const {
    if (pages > num_pages_) {
        fail(std::format("waits for {} pages of a buffer that has {}", pages, num_pages_));
    }
    return pages_available() >= pages;
}

bool CircularBuffer::has_free(uint32_t pages) const {
    if (pages > num_pages_) {
        fail(std::format("reserves {} pages of a buffer that has {}", pages, num_pages_));
    }
    const uint32_t until_end = pages_until_end(pushed_);
    if (pages > until_end) {
        fail(
            std::format("reserves {} pages, of which only {} come before the end of the buffer ({} "
                        "pages); page counts must meet its end exactly",
                        pages, until_end, num_pages_));
    }
    return pages_free() >= pages;
}

void CircularBuffer::push_back(uint32_t pages) {
    if (pages > pages_free()) {
        fail(std::format("pushes {} pages; {} of {} are free", pages, pages_free(), num_pages_));
    }
    if (pages > pages_until_end(pushed_)) {
        fail(std::format("pushes {} pages over the end of the buffer; {} come before it", pages,
                         pages_until_end(pushed_)));
    }
    pushed_ += pages;
}

void CircularBuffer::pop_front(uint32_t pages) {
    if (pages > pages_available()) {
        fail(std::format("pops {} pages; {} of {} are available", pages, pages_available(),
                         num_pages_));
    }
    if (pages > pages_until_end(popped_)) {
        fail(std::format("pops {} pages over the end of the buffer; {} come before it", pages,
                         pages_until_end(popped_)));
    }
    popped_ += pages;
}

uint32_t CircularBuffer::readable(uint32_t page, uint64_t size_bytes) const {
    const uint64_t available_bytes = uint64_t{pages_available()} * page_size_bytes();
    if (uint64_t{page} * page_size_bytes() + size_bytes > available_bytes) {
        fail(
            std::format("reads {} bytes from page {}; {} of {} pages ({} bytes each) are available",
                        size_bytes, page, pages_available(), num_pages_, page_size_bytes()));
    }
    if (size_bytes > contiguous_bytes(popped_, page)) {
        fail(std::format("reads {} bytes from page {} over the end of the buffer", size_bytes,
                         page));
    }
    return read_pointer() + page * page_size_bytes();
}

uint32_t CircularBuffer::writable(uint32_t page, uint64_t size_bytes) const {
    const uint64_t free_bytes = uint64_t{pages_free()} * page_size_bytes();
    if (uint64_t{page} * page_size_bytes() + size_bytes > free_bytes) {
        fail(std::format("writes {} bytes to page {}; {} of {} pages ({} bytes each) are free",
                         size_bytes, page, pages_free(), num_pages_, page_size_bytes()));
    }
    if (size_bytes > contiguous_bytes(pushed_, page)) {
        fail(
            std::format("writes {} bytes to page {} over the end of the buffer", size_bytes, page));
    }
    return write_pointer() + page * page_size_bytes();
}

std::string CircularBuffer::describe() const {
    return std::format("cb {}: {} of {} pages available", index_, pages_available(), num_pages_);
}

void CircularBuffer::fail(const std::string& reason) const {
    throw Fault(ErrorKind::kCircularBuffer, std::format("cb {}: {}", index_, reason));
}

uint32_t CircularBuffer::page_address(uint64_t count) const {
    return descriptor_.address + place_after(count) * descriptor_.page_size_bytes;
}

// Bytes from a page counted from the front or back up to the end of the buffer.
uint64_t CircularBuffer::contiguous_bytes(uint64_t count, uint32_t page) const {
    const uint32_t until_end = pages_until_end(count);
    return page < until_end ? uint64_t{until_end - page} * page_size_bytes() : 0;
}

void CircularBuffers::configure(std::span<const std::byte> l1) {
    for (uint32_t index = 0; index < buffers_.size(); ++index) {
        hw::CbDescriptor descriptor;
        std::memcpy(&descriptor, &l1[hw::kCbDescriptorBase + index * sizeof descriptor],
                    sizeof descriptor);
        buffers_[index] = descriptor.size_bytes == 0
                              ? CircularBuffer()
                              : CircularBuffer(index, descriptor, static_cast<uint32_t>(l1.size()));
    }
}

const CircularBuffer& CircularBuffers::at(uint32_t index) const {
    if (index >= buffers_.size()) {
        throw Fault(ErrorKind::kCircularBuffer,
                    std::format("cb {}: the chip has {} circular buffers", index, buffers_.size()));
    }
    if (!buffers_[index].is_configured()) {
        throw Fault(ErrorKind::kCircularBuffer,
                    std::format("cb {}: the program has no such buffer on this core", index));
    }
    return buffers_[index];
}

CircularBuffer& CircularBuffers::at(uint32_t index) {
    return const_cast<CircularBuffer&>(std::as_const(*this).at(index));
}

}  // namespace tt::sim
