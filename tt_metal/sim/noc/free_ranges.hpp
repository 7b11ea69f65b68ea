// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parts of a memory that nothing was put into, so that kernels have no business there.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace tt::sim {

struct AddressRange {
    uint64_t begin;
    uint64_t end;

    bool operator==(const AddressRange&) const = default;
};

// None at first.
class FreeRanges {
 public:
    // In ascending order, without overlap.
    explicit FreeRanges(std::vector<AddressRange> ranges = {}) : ranges_(std::move(ranges)) {}

    bool overlap(uint64_t address, uint64_t size_bytes) const {
        const auto last = std::ranges::upper_bound(ranges_, address, {}, &AddressRange::end);
        return last != ranges_.end() && last->begin < address + size_bytes;
    }

 private:
    std::vector<AddressRange> ranges_;
};

}  // namespace tt::sim
