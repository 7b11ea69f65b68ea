// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/page_map.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tt::tt_metal::runtime_internal {
namespace {

uint64_t divide_up(uint64_t a, uint64_t b) { return a / b + (a % b != 0); }

}  // namespace

PageMap::PageMap(std::vector<Dimension> dimensions, std::vector<uint32_t> banks)
    : dimensions_(std::move(dimensions)), banks_(std::move(banks)) {
    for (const Dimension& dimension : dimensions_) {
        shard_pages_ = saturating_multiply(shard_pages_, dimension.shard_extent);
        num_shards_ = saturating_multiply(num_shards_, dimension.num_shards);
    }
}

PageMap PageMap::interleaved(uint64_t num_pages, uint32_t num_banks) {
    std::vector<uint32_t> banks(num_banks);
    std::iota(banks.begin(), banks.end(), 0);
    return PageMap({{num_pages, 1, num_pages}}, std::move(banks));
}

PageMap PageMap::sharded(const BufferDistributionSpec& spec, std::vector<uint32_t> banks) {
    std::vector<Dimension> dimensions;
    for (std::size_t i = 0; i < spec.rank(); ++i) {
        const uint64_t extent = spec.tensor_shape_in_pages()[i];
        const uint64_t shard_extent = spec.shard_shape_in_pages()[i];
        dimensions.push_back({extent, shard_extent, divide_up(extent, shard_extent)});
    }
    return PageMap(std::move(dimensions), std::move(banks));
}

uint64_t PageMap::pages_per_bank() const {
    return saturating_multiply(divide_up(num_shards_, banks_.size()), shard_pages_);
}

PageMap::Run PageMap::run_from(uint64_t page) const {
    uint64_t shard = 0;
    uint64_t shard_stride = 1;
    uint64_t place = 0;  // within the shard
    uint64_t place_stride = 1;
    uint64_t rest = page;
    for (auto dimension = dimensions_.rbegin(); dimension != dimensions_.rend(); ++dimension) {
        const uint64_t at = rest % dimension->extent;
        rest /= dimension->extent;
        shard += at / dimension->shard_extent * shard_stride;
        place += at % dimension->shard_extent * place_stride;
        shard_stride *= dimension->num_shards;
        place_stride *= dimension->shard_extent;
    }
    const Dimension& row = dimensions_.back();
    const uint64_t in_row = page % row.extent;
    return {
        .bank = banks_[shard % banks_.size()],
        .slot = shard / banks_.size() * shard_pages_ + place,
        .num_pages = std::min(row.shard_extent - in_row % row.shard_extent, row.extent - in_row),
    };
}

}  // namespace tt::tt_metal::runtime_internal
