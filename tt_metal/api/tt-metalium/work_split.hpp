// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How work is spread over cores.
#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include <tt-metalium/core_coord.hpp>

namespace tt::tt_metal {

// The first num_cores cores of a grid, by rows if row_wise, else by columns, in few rectangles.
// Throws std::invalid_argument if the grid has fewer cores.
CoreRangeSet num_cores_to_corerangeset(std::uint32_t num_cores, CoreCoord grid_size,
                                       bool row_wise = false);
// From start_core on instead of the first. Throws std::invalid_argument also if start_core is not
// of the grid.
CoreRangeSet num_cores_to_corerangeset(CoreCoord start_core, std::uint32_t num_cores,
                                       CoreCoord grid_size, bool row_wise = false);
// The same in a set of cores, range by range.
CoreRangeSet num_cores_to_corerangeset_in_subcoregrids(CoreCoord start_core,
                                                       std::uint32_t num_cores,
                                                       const CoreRangeSet& sub_core_grids,
                                                       bool row_wise = false);

// The cores of num_cores_to_corerangeset, one by one.
std::vector<CoreCoord> grid_to_cores(std::uint32_t num_cores, std::uint32_t grid_width,
                                     std::uint32_t grid_height, bool row_wise = false);
// Those of the rectangle from start to end, both included.
std::vector<CoreCoord> grid_to_cores(CoreCoord start, CoreCoord end, bool row_wise = false);

// Spreads units of work over a grid as evenly as can be. Gives: the number of cores used; these
// cores; the first group of them; the second, which is empty if the units divide evenly; units of
// each core in the first group; units of each core in the second, one less or 0. Throws
// std::invalid_argument for an empty grid.
std::tuple<std::uint32_t, CoreRangeSet, CoreRangeSet, CoreRangeSet, std::uint32_t, std::uint32_t>
split_work_to_cores(CoreCoord grid_size, std::uint32_t units_to_divide, bool row_wise = false);
// Over the cores of a set, range by range.
std::tuple<std::uint32_t, CoreRangeSet, CoreRangeSet, CoreRangeSet, std::uint32_t, std::uint32_t>
split_work_to_cores(const CoreRangeSet& core_grid, std::uint32_t units_to_divide,
                    bool row_wise = false);

}  // namespace tt::tt_metal
