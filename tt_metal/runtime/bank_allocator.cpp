// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/bank_allocator.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>

namespace tt::tt_metal::runtime_internal {

BankAllocator::BankAllocator(uint64_t begin, uint64_t end, uint64_t alignment, Direction direction)
    : begin_((begin + alignment - 1) / alignment * alignment),
      end_(std::max(begin_, end / alignment * alignment)),
      alignment_(alignment),
      direction_(direction) {
    if (begin_ < end_) free_.emplace(begin_, end_ - begin_);
}

std::optional<uint64_t> BankAllocator::allocate(uint64_t size, Direction direction) {
    if (size > total_bytes()) return std::nullopt;
    size = std::max((size + alignment_ - 1) / alignment_, uint64_t{1}) * alignment_;
    const auto found = find_free(size, direction);
    if (found == free_.end()) return std::nullopt;

    const auto [start, available] = *found;
    const uint64_t rest = available - size;
    const bool upward = direction == Direction::kUpward;
    const uint64_t address = upward ? start : start + rest;
    free_.erase(found);
    if (rest > 0) free_.emplace(upward ? start + size : start, rest);
    allocated_.emplace(address, size);
    allocated_bytes_ += size;
    add(once_allocated_, {address, address + size});
    return address;
}

BankAllocator::Ranges::iterator BankAllocator::find_free(uint64_t size, Direction direction) {
    const auto fits = [size](const auto& range) { return range.second >= size; };
    if (direction == Direction::kUpward) return std::ranges::find_if(free_, fits);
    const auto found = std::find_if(free_.rbegin(), free_.rend(), fits);
    return found == free_.rend() ? free_.end() : std::prev(found.base());
}

void BankAllocator::free(uint64_t address) {
    const auto found = allocated_.find(address);
    if (found == allocated_.end()) {
        throw std::invalid_argument("address " + std::to_string(address) +
                                    ": nothing is allocated there");
    }
    const uint64_t size = found->second;
    allocated_.erase(found);
    allocated_bytes_ -= size;
    add_free(address, size);
}

void BankAllocator::add_free(uint64_t address, uint64_t size) {
    auto next = free_.lower_bound(address);
    if (next != free_.end() && address + size == next->first) {
        size += next->second;
        next = free_.erase(next);
    }
    if (next != free_.begin()) {
        const auto previous = std::prev(next);
        if (previous->first + previous->second == address) {
            previous->second += size;
            return;
        }
    }
    free_.emplace_hint(next, address, size);
}

uint64_t BankAllocator::largest_free_bytes() const {
    uint64_t largest = 0;
    for (const auto& [address, size] : free_) largest = std::max(largest, size);
    return largest;
}

AddressRanges BankAllocator::free_ranges() const {
    AddressRanges ranges;
    for (const auto& [address, size] : free_) ranges.push_back({address, address + size});
    return ranges;
}

uint64_t BankAllocator::lowest_allocated_address() const {
    return allocated_.empty() ? end_ : allocated_.begin()->first;
}

}  // namespace tt::tt_metal::runtime_internal
