// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/address_ranges.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tt::tt_metal::runtime_internal {

void add(AddressRanges& ranges, AddressRange range) {
    if (range.begin >= range.end) return;
    // Those that overlap or touch it become part of it.
    const auto first = std::ranges::lower_bound(ranges, range.begin, {}, &AddressRange::end);
    auto last = first;
    for (; last != ranges.end() && last->begin <= range.end; ++last) {
        range.begin = std::min(range.begin, last->begin);
        range.end = std::max(range.end, last->end);
    }
    ranges.insert(ranges.erase(first, last), range);
}

AddressRanges intersection(const AddressRanges& a, const AddressRanges& b) {
    AddressRanges common;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        const uint64_t begin = std::max(left->begin, right->begin);
        const uint64_t end = std::min(left->end, right->end);
        if (begin < end) common.push_back({begin, end});
        ++(left->end < right->end ? left : right);
    }
    return common;
}

AddressRanges difference(const AddressRanges& from, const AddressRanges& what) {
    AddressRanges outside;
    uint64_t begin = 0;
    for (const AddressRange& range : what) {
        if (begin < range.begin) outside.push_back({begin, range.begin});
        begin = range.end;
    }
    outside.push_back({begin, std::numeric_limits<uint64_t>::max()});
    return intersection(from, outside);
}

}  // namespace tt::tt_metal::runtime_internal
