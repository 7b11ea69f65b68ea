// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which bank a page of a buffer lies in, and where: the one rule behind all memory layouts.
//
// A row-major tensor of pages is cut into shards of one shape, which are dealt out to the banks in
// turn (see BufferDistributionSpec). An interleaved buffer is a row of pages in shards of one.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include <tt-metalium/buffer_distribution_spec.hpp>

namespace tt::tt_metal::runtime_internal {

// The largest number if a times b is larger still, which no memory can hold either.
inline uint64_t saturating_multiply(uint64_t a, uint64_t b) {
    uint64_t product;
    return __builtin_mul_overflow(a, b, &product) ? std::numeric_limits<uint64_t>::max() : product;
}

class PageMap {
 public:
    // Pages that lie one after another, both in the tensor and in their bank.
    struct Run {
        uint32_t bank;
        uint64_t slot;  // of the first, in pages of the bank's share
        uint64_t num_pages;
    };

    static PageMap interleaved(uint64_t num_pages, uint32_t num_banks);
    // banks: of the specification's cores, in their order.
    static PageMap sharded(const BufferDistributionSpec& spec, std::vector<uint32_t> banks);

    // The pages from this one on that follow it without a gap. The page must be in the tensor.
    Run run_from(uint64_t page) const;
    // Room for pages that every bank has.
    uint64_t pages_per_bank() const;
    // In the order in which shards are dealt out.
    const std::vector<uint32_t>& banks() const { return banks_; }

 private:
    struct Dimension {
        uint64_t extent;
        uint64_t shard_extent;
        uint64_t num_shards;
    };

    PageMap(std::vector<Dimension> dimensions, std::vector<uint32_t> banks);

    std::vector<Dimension> dimensions_;
    std::vector<uint32_t> banks_;
    uint64_t shard_pages_ = 1;
    uint64_t num_shards_ = 1;
};

}  // namespace tt::tt_metal::runtime_internal
