// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Hands out ranges of one memory bank, first fit.
//
// A buffer takes the same range in every bank of its kind, so one allocator stands for all of them.
// Upward allocation fills from the lowest address, downward from the highest, so that what is
// allocated by other rules can grow from the other end. Knows addresses only; not thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "tt_metal/runtime/address_ranges.hpp"

namespace tt::tt_metal::runtime_internal {

enum class Direction { kUpward, kDownward };

// Invariant: free and allocated ranges are multiples of the alignment, tile [begin, end) without
// overlap, and no two free ranges touch.
class BankAllocator {
 public:
    // Ends are drawn inwards to multiples of the alignment (bytes).
    BankAllocator(uint64_t begin, uint64_t end, uint64_t alignment, Direction direction);

    // Address of a range of at least this many bytes, at least 1; nothing if there is none.
    std::optional<uint64_t> allocate(uint64_t size) { return allocate(size, direction_); }
    // From the end that this direction starts at.
    std::optional<uint64_t> allocate(uint64_t size, Direction direction);
    // Takes back what allocate() gave. Throws std::invalid_argument for any other address.
    void free(uint64_t address);

    uint64_t begin() const { return begin_; }
    uint64_t end() const { return end_; }
    uint64_t alignment() const { return alignment_; }
    uint64_t total_bytes() const { return end_ - begin_; }
    uint64_t allocated_bytes() const { return allocated_bytes_; }
    uint64_t free_bytes() const { return total_bytes() - allocated_bytes_; }
    uint64_t largest_free_bytes() const;
    AddressRanges free_ranges() const;
    // All that ever was allocated, freed or not.
    const AddressRanges& once_allocated() const { return once_allocated_; }
    // The end of the bank if nothing is allocated.
    uint64_t lowest_allocated_address() const;

 private:
    using Ranges = std::map<uint64_t, uint64_t>;  // address to size

    Ranges::iterator find_free(uint64_t size, Direction direction);
    void add_free(uint64_t address, uint64_t size);

    uint64_t begin_;
    uint64_t end_;
    uint64_t alignment_;
    Direction direction_;
    uint64_t allocated_bytes_ = 0;
    Ranges free_;
    Ranges allocated_;
    AddressRanges once_allocated_;
};

}  // namespace tt::tt_metal::runtime_internal
