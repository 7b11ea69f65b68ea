// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/core_ranges.hpp"

#include <format>

namespace tt::sim {
namespace {

bool has_column(const std::set<CoreCoord>& cores, uint32_t x, uint32_t first_y, uint32_t last_y) {
    for (uint32_t y = first_y; y <= last_y; ++y) {
        if (!cores.contains({x, y})) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string describe_cores(std::set<CoreCoord> cores) {
    std::string text;
    while (!cores.empty()) {
        const CoreCoord first = *cores.begin();
        CoreCoord last = first;
        while (cores.contains({first.x, last.y + 1})) {
            ++last.y;
        }
        while (has_column(cores, last.x + 1, first.y, last.y)) {
            ++last.x;
        }
        for (uint32_t x = first.x; x <= last.x; ++x) {
            for (uint32_t y = first.y; y <= last.y; ++y) {
                cores.erase({x, y});
            }
        }
        text += std::format("{}({},{})", text.empty() ? "" : ", ", first.x, first.y);
        if (last != first) {
            text += std::format("-({},{})", last.x, last.y);
        }
    }
    return text;
}

}  // namespace tt::sim
