// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The circular buffers of a core: queues of pages in L1, with counts that its harts wait for.
//
// As upstream documents them: waits are cumulative (waiting for 4, then for 8 pages needs 8 in
// all), pushes may not run over the end of the buffer but must meet it exactly, and nobody checks
// who the producer and the consumer are. Misuse throws Fault naming the buffer and its counts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/hw/mailbox.h"

namespace tt::sim {

class CircularBuffer {
 public:
    CircularBuffer() = default;  // one that the launch did not set up
    // Empty. Throws Fault if the descriptor is at odds with itself or an L1 of that size.
    CircularBuffer(uint32_t index, const hw::CbDescriptor& descriptor, uint32_t l1_size_bytes);

    bool is_configured() const { return num_pages_ != 0; }
    hw::DataFormat data_format() const { return descriptor_.data_format; }
    uint32_t page_size_bytes() const { return descriptor_.page_size_bytes; }
    uint32_t tile_height() const { return descriptor_.tile_height; }
    uint32_t tile_width() const { return descriptor_.tile_width; }

    uint32_t pages_available() const { return static_cast<uint32_t>(pushed_ - popped_); }
    uint32_t pages_free() const { return num_pages_ - pages_available(); }

    // Whether a hart may go on. Both throw Fault for what can never be: more pages than there are,
    // and has_free() for pages that are not contiguous.
    bool has_available(uint32_t pages) const;
    bool has_free(uint32_t pages) const;

    void push_back(uint32_t pages);
    void pop_front(uint32_t pages);

    // L1 addresses.
    uint32_t read_pointer() const { return page_address(popped_); }
    uint32_t write_pointer() const { return page_address(pushed_); }
    // First byte of `size_bytes` that start with a page at the front (back), all of them available
    // (free) and contiguous; else throws Fault.
    uint32_t readable(uint32_t page, uint64_t size_bytes) const;
    uint32_t writable(uint32_t page, uint64_t size_bytes) const;

    // "cb 3: 2 of 8 pages available".
    std::string describe() const;

 private:
    [[noreturn]] void fail(const std::string& reason) const;
    // Place in the buffer of the page that follows `count` others.
    uint32_t place_after(uint64_t count) const { return static_cast<uint32_t>(count % num_pages_); }
    uint32_t pages_until_end(uint64_t count) const { return num_pages_ - place_after(count); }
    uint32_t page_address(uint64_t count) const;
    uint64_t contiguous_bytes(uint64_t count, uint32_t page) const;

    uint32_t index_ = 0;
    uint32_t num_pages_ = 0;
    hw::CbDescriptor descriptor_{};
    // Pages since the launch.
    uint64_t pushed_ = 0;
    uint64_t popped_ = 0;
};

class CircularBuffers {
 public:
    explicit CircularBuffers(uint32_t count) : buffers_(count) {}

    // All empty, as the descriptors in L1 say. Throws Fault for a descriptor that cannot be.
    void configure(std::span<const std::byte> l1);

    // Throws Fault for an index that the chip does not have or the launch did not set up.
    CircularBuffer& at(uint32_t index);
    const CircularBuffer& at(uint32_t index) const;

 private:
    std::vector<CircularBuffer> buffers_;
};

}  // namespace tt::sim
