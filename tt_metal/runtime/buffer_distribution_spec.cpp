// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/buffer_distribution_spec.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

#include "tt_metal/runtime/page_map.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::saturating_multiply;
using Shape = BufferDistributionSpec::Shape;

std::string text(const Shape& shape) {
    std::string list;
    for (const uint32_t extent : shape) list += (list.empty() ? "" : ", ") + std::to_string(extent);
    return "[" + list + "]";
}

uint32_t divide_up(uint32_t a, uint32_t b) { return a / b + (a % b != 0); }

uint64_t volume(const Shape& shape) {
    return std::accumulate(shape.begin(), shape.end(), uint64_t{1}, saturating_multiply);
}

void check_shapes(const Shape& tensor, const Shape& shard) {
    const std::string shapes = "tensor shape " + text(tensor) + ", shard shape " + text(shard);
    if (tensor.empty() || tensor.size() != shard.size()) {
        throw std::invalid_argument(shapes +
                                    ": must have the same number of dimensions, at least one");
    }
    if (std::ranges::count(tensor, 0u) + std::ranges::count(shard, 0u) > 0) {
        throw std::invalid_argument(shapes + ": no dimension may be 0");
    }
}

// The cores at the top left (or, by columns, with the corners exchanged) that have a shard each.
std::vector<CoreCoord> cores_of_grid(const Shape& tensor, const Shape& shard,
                                     const CoreRangeSet& cores, ShardOrientation orientation) {
    std::vector<uint32_t> counts;
    for (std::size_t i = 0; i < tensor.size(); ++i)
        counts.push_back(divide_up(tensor[i], shard[i]));
    const uint32_t columns = counts.back();
    const auto rows = static_cast<uint32_t>(volume(counts) / columns);
    if (cores.empty()) return {};
    const CoreRange box = cores.bounding_box();
    const bool by_rows = orientation == ShardOrientation::ROW_MAJOR;
    const CoreCoord needed = by_rows ? CoreCoord{columns, rows} : CoreCoord{rows, columns};
    if (box.size() != cores.num_cores() || needed.x > box.grid_size().x ||
        needed.y > box.grid_size().y) {
        throw std::invalid_argument("shards of " + text(shard) + " pages of " + text(tensor) +
                                    " need a rectangle of " + std::to_string(needed.x) + " x " +
                                    std::to_string(needed.y) + " cores, but are to lie on " +
                                    cores.str());
    }
    const CoreCoord end{box.start_coord.x + needed.x - 1, box.start_coord.y + needed.y - 1};
    return corerange_to_cores(CoreRange(box.start_coord, end), std::nullopt, by_rows);
}

std::vector<CoreCoord> dealt_cores(const Shape& tensor, const Shape& shard,
                                   const CoreRangeSet& cores, ShardOrientation orientation,
                                   ShardDistributionStrategy strategy) {
    check_shapes(tensor, shard);
    if (strategy == ShardDistributionStrategy::GRID_2D) {
        return cores_of_grid(tensor, shard, cores, orientation);
    }
    return corerange_to_cores(cores, std::nullopt, orientation == ShardOrientation::ROW_MAJOR);
}

}  // namespace

BufferDistributionSpec::BufferDistributionSpec(Shape tensor_shape_in_pages,
                                               Shape shard_shape_in_pages,
                                               const CoreRangeSet& cores,
                                               ShardOrientation orientation,
                                               ShardDistributionStrategy strategy)
    : tensor_shape_(std::move(tensor_shape_in_pages)),
      shard_shape_(std::move(shard_shape_in_pages)),
      cores_(dealt_cores(tensor_shape_, shard_shape_, cores, orientation, strategy)) {
    check();
}

BufferDistributionSpec::BufferDistributionSpec(Shape tensor_shape_in_pages,
                                               Shape shard_shape_in_pages,
                                               std::vector<CoreCoord> cores)
    : tensor_shape_(std::move(tensor_shape_in_pages)),
      shard_shape_(std::move(shard_shape_in_pages)),
      cores_(std::move(cores)) {
    check();
}

void BufferDistributionSpec::check() const {
    check_shapes(tensor_shape_, shard_shape_);
    if (cores_.empty()) throw std::invalid_argument("shards: cores must not be empty");
}

BufferDistributionSpec BufferDistributionSpec::from_shard_spec(
    Shape tensor_shape, Shape shard_shape, std::array<uint32_t, 2> page_shape,
    const CoreRangeSet& cores, ShardOrientation orientation, ShardDistributionStrategy strategy) {
    check_shapes(tensor_shape, shard_shape);
    if (page_shape[0] == 0 || page_shape[1] == 0 ||
        (tensor_shape.size() < 2 && page_shape[0] > 1)) {
        throw std::invalid_argument("page_shape " + text({page_shape[0], page_shape[1]}) +
                                    ": must be at least 1 x 1, with a height of 1 for vectors");
    }
    for (Shape* shape : {&tensor_shape, &shard_shape}) {
        shape->back() = divide_up(shape->back(), page_shape[1]);
        if (shape->size() < 2) continue;
        uint32_t& height = (*shape)[shape->size() - 2];
        height = divide_up(height, page_shape[0]);
    }
    return BufferDistributionSpec(std::move(tensor_shape), std::move(shard_shape), cores,
                                  orientation, strategy);
}

uint64_t BufferDistributionSpec::num_shards() const {
    uint64_t count = 1;
    for (std::size_t i = 0; i < rank(); ++i) {
        count = saturating_multiply(count, divide_up(tensor_shape_[i], shard_shape_[i]));
    }
    return count;
}

uint64_t BufferDistributionSpec::num_pages() const { return volume(tensor_shape_); }

uint64_t BufferDistributionSpec::num_pages_per_shard() const { return volume(shard_shape_); }

std::size_t BufferDistributionSpec::num_cores_with_data() const {
    return std::min<uint64_t>(num_cores(), num_shards());
}

uint64_t BufferDistributionSpec::max_num_shards_per_core() const {
    return (num_shards() - 1) / num_cores() + 1;
}

uint64_t BufferDistributionSpec::max_num_dev_pages_per_core() const {
    return saturating_multiply(max_num_shards_per_core(), num_pages_per_shard());
}

}  // namespace tt::tt_metal
