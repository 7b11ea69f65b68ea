// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/work_split.hpp>

#include <algorithm>
#include <optional>
#include <span>
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

CoreRangeSet set_of(std::span<const CoreCoord> cores) {
    return CoreRangeSet(std::vector<CoreRange>(cores.begin(), cores.end())).merge({});
}

using WorkSplit =
    std::tuple<uint32_t, CoreRangeSet, CoreRangeSet, CoreRangeSet, uint32_t, uint32_t>;

// cores_from(first, count) are some of them, in the order in which work is dealt out.
template <typename CoresFrom>
WorkSplit split_over(std::size_t available, uint32_t units, const CoresFrom& cores_from) {
    const auto num_cores = static_cast<uint32_t>(std::min<std::size_t>(available, units));
    if (num_cores == 0) return {0, {}, {}, {}, 0, 0};
    const uint32_t smaller_share = units / num_cores;
    const uint32_t num_larger = units % num_cores;
    const CoreRangeSet all = cores_from(0, num_cores);
    if (num_larger == 0) return {num_cores, all, all, {}, smaller_share, 0};
    return {
        num_cores,
        all,
        cores_from(0, num_larger),
        cores_from(num_larger, num_cores - num_larger),
        smaller_share + 1,
        smaller_share,
    };
}

void check_grid_has(CoreCoord grid, std::size_t num_cores) {
    if (num_cores > grid.x * grid.y) {
        throw std::invalid_argument("num_cores " + std::to_string(num_cores) + ": a grid of " +
                                    std::to_string(grid.x) + " x " + std::to_string(grid.y) +
                                    " has fewer cores");
    }
}

void check_available(std::size_t num_cores, std::size_t available, CoreCoord start_core,
                     const std::string& whole) {
    if (num_cores <= available) return;
    throw std::invalid_argument("num_cores " + std::to_string(num_cores) + ": from " +
                                start_core.str() + " on " + whole + " has " +
                                std::to_string(available));
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

std::vector<CoreCoord> grid_to_cores(CoreCoord start, CoreCoord end, bool row_wise) {
    return corerange_to_cores(CoreRange(start, end), std::nullopt, row_wise);
}

CoreRangeSet num_cores_to_corerangeset(CoreCoord start_core, uint32_t num_cores,
                                       CoreCoord grid_size, bool row_wise) {
    if (start_core.x >= grid_size.x || start_core.y >= grid_size.y) {
        throw std::invalid_argument("start_core " + start_core.str() + ": is not of the grid of " +
                                    std::to_string(grid_size.x) + " x " +
                                    std::to_string(grid_size.y));
    }
    const std::size_t first = row_wise ? start_core.y * grid_size.x + start_core.x
                                       : start_core.x * grid_size.y + start_core.y;
    const std::size_t available = grid_size.x * grid_size.y - first;
    check_available(num_cores, available, start_core, "the grid");
    return consecutive_cores(grid_size, first, num_cores, row_wise);
}

CoreRangeSet num_cores_to_corerangeset_in_subcoregrids(CoreCoord start_core, uint32_t num_cores,
                                                       const CoreRangeSet& sub_core_grids,
                                                       bool row_wise) {
    const auto cores = corerange_to_cores(sub_core_grids, std::nullopt, row_wise);
    const auto first = std::ranges::find(cores, start_core);
    if (first == cores.end()) {
        throw std::invalid_argument("start_core " + start_core.str() + ": is not one of " +
                                    sub_core_grids.str());
    }
    check_available(num_cores, static_cast<std::size_t>(cores.end() - first), start_core,
                    sub_core_grids.str());
    return set_of(std::span(first, num_cores));
}

WorkSplit split_work_to_cores(CoreCoord grid_size, uint32_t units_to_divide, bool row_wise) {
    const std::size_t grid_cores = grid_size.x * grid_size.y;
    if (grid_cores == 0) {
        throw std::invalid_argument("grid_size " + grid_size.str() + ": the grid has no cores");
    }
    return split_over(grid_cores, units_to_divide, [&](std::size_t first, std::size_t count) {
        return consecutive_cores(grid_size, first, count, row_wise);
    });
}

WorkSplit split_work_to_cores(const CoreRangeSet& core_grid, uint32_t units_to_divide,
                              bool row_wise) {
    const auto cores = corerange_to_cores(core_grid, std::nullopt, row_wise);
    if (cores.empty()) throw std::invalid_argument("core_grid: must not be empty");
    return split_over(cores.size(), units_to_divide, [&](std::size_t first, std::size_t count) {
        return set_of(std::span(cores).subspan(first, count));
    });
}

}  // namespace tt::tt_metal
