// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/work_split.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace tt::tt_metal {
namespace {

// `count` cores of the grid from the one of number `first` on: at most a part of the first column
// (or row), a block of whole ones, and a part of the last.
CoreRangeSet consecutive_cores(CoreCoord grid, std::size_t first, std::size_t count,
                               bool row_wise) {
    const std::size_t line = row_wise ? grid.x : grid.y;
    // Cores [from, to) must be of one line, or whole lines.
    const auto block = [&](std::size_t from, std::size_t to) {
        const std::size_t last = to - 1;
        return row_wise ? CoreRange({from % line, from / line}, {last % line, last / line})
                        : CoreRange({from / line, from % line}, {last / line, last % line});
    };
    const std::size_t end = first + count;
    std::vector<CoreRange> ranges;
    std::size_t next = first;
    if (next % line != 0 && next < end) {
        const std::size_t to = std::min(end, (next / line + 1) * line);
        ranges.push_back(block(next, to));
        next = to;
    }
    if (const std::size_t to = end / line * line; next < to) {
        ranges.push_back(block(next, to));
        next = to;
    }
    if (next < end) ranges.push_back(block(next, end));
    return CoreRangeSet(std::move(ranges));
}

void check_grid_has(CoreCoord grid, std::size_t num_cores) {
    if (num_cores > grid.x * grid.y) {
        throw std::invalid_argument("num_cores " + std::to_string(num_cores) + ": a grid of " +
                                    std::to_string(grid.x) + " x " + std::to_string(grid.y) +
                                    " has fewer cores");
    }
}

}  // namespace

CoreRangeSet num_cores_to_corerangeset(uint32_t num_cores, CoreCoord grid_size, bool row_wise) {
    check_grid_has(grid_size, num_cores);
    if (num_cores == 0) return {};
    return consecutive_cores(grid_size, 0, num_cores, row_wise);
}

std::vector<CoreCoord> grid_to_cores(uint32_t num_cores, uint32_t grid_width, uint32_t grid_height,
                                     bool row_wise) {
    const CoreCoord grid{grid_width, grid_height};
    check_grid_has(grid, num_cores);
    if (num_cores == 0) return {};
    return corerange_to_cores(CoreRange({0, 0}, {grid.x - 1, grid.y - 1}), num_cores, row_wise);
}

std::tuple<uint32_t, CoreRangeSet, CoreRangeSet, CoreRangeSet, uint32_t, uint32_t>
split_work_to_cores(CoreCoord grid_size, uint32_t units_to_divide, bool row_wise) {
    const auto grid_cores = static_cast<uint32_t>(grid_size.x * grid_size.y);
    if (grid_cores == 0) {
        throw std::invalid_argument("grid_size " + grid_size.str() + ": the grid has no cores");
    }
    const uint32_t num_cores = std::min(grid_cores, units_to_divide);
    if (num_cores == 0) return {0, {}, {}, {}, 0, 0};

    const uint32_t smaller_share = units_to_divide / num_cores;
    const uint32_t num_larger = units_to_divide % num_cores;
    const CoreRangeSet all = consecutive_cores(grid_size, 0, num_cores, row_wise);
    if (num_larger == 0) return {num_cores, all, all, {}, smaller_share, 0};
    return {
        num_cores,
        all,
        consecutive_cores(grid_size, 0, num_larger, row_wise),
        consecutive_cores(grid_size, num_larger, num_cores - num_larger, row_wise),
        smaller_share + 1,
        smaller_share,
    };
}

}  // namespace tt::tt_metal
