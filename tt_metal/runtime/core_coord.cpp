// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/core_coord.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace tt::tt_metal {
namespace {

using CoreSet = std::set<CoreCoord>;  // ordered by rows

CoreSet cores_of(const CoreRangeSet& ranges) {
    const auto list = corerange_to_cores(ranges);
    return CoreSet(list.begin(), list.end());
}

// Few rectangles rather than fewest: each row is cut into runs, and a run grows downwards for as
// long as all of it is there.
CoreRangeSet rectangles_of(CoreSet cores) {
    std::vector<CoreRange> ranges;
    while (!cores.empty()) {
        const CoreCoord start = *cores.begin();
        CoreCoord end = start;
        while (cores.contains({end.x + 1, start.y})) ++end.x;
        const auto has_row = [&](std::size_t y) {
            for (std::size_t x = start.x; x <= end.x; ++x) {
                if (!cores.contains({x, y})) return false;
            }
            return true;
        };
        while (has_row(end.y + 1)) ++end.y;
        ranges.emplace_back(start, end);
        for (const CoreCoord& core : corerange_to_cores(ranges.back())) cores.erase(core);
    }
    return CoreRangeSet(std::move(ranges));
}

}  // namespace

std::string CoreCoord::str() const {
    return "(" + std::to_string(x) + "," + std::to_string(y) + ")";
}

CoreRange::CoreRange(CoreCoord start, CoreCoord end) : start_coord(start), end_coord(end) {
    if (end.x < start.x || end.y < start.y) {
        throw std::invalid_argument("core range " + str() +
                                    ": the end must not lie left of or above the start");
    }
}

CoreCoord CoreRange::grid_size() const {
    return {end_coord.x - start_coord.x + 1, end_coord.y - start_coord.y + 1};
}

std::size_t CoreRange::size() const { return grid_size().x * grid_size().y; }

bool CoreRange::contains(const CoreCoord& core) const {
    return start_coord.x <= core.x && core.x <= end_coord.x && start_coord.y <= core.y &&
           core.y <= end_coord.y;
}

bool CoreRange::contains(const CoreRange& other) const {
    return contains(other.start_coord) && contains(other.end_coord);
}

std::optional<CoreRange> CoreRange::intersection(const CoreRange& other) const {
    const CoreCoord start{std::max(start_coord.x, other.start_coord.x),
                          std::max(start_coord.y, other.start_coord.y)};
    const CoreCoord end{std::min(end_coord.x, other.end_coord.x),
                        std::min(end_coord.y, other.end_coord.y)};
    if (end.x < start.x || end.y < start.y) return std::nullopt;
    return CoreRange(start, end);
}

std::string CoreRange::str() const { return "[" + start_coord.str() + "-" + end_coord.str() + "]"; }

CoreRangeSet::CoreRangeSet(std::vector<CoreRange> ranges) : ranges_(std::move(ranges)) {
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (ranges_[i].intersection(ranges_[j])) {
                throw std::invalid_argument("core range set: " + ranges_[j].str() + " and " +
                                            ranges_[i].str() + " overlap");
            }
        }
    }
}

std::size_t CoreRangeSet::num_cores() const {
    std::size_t count = 0;
    for (const CoreRange& range : ranges_) count += range.size();
    return count;
}

bool CoreRangeSet::contains(const CoreCoord& core) const {
    return std::ranges::any_of(ranges_,
                               [&](const CoreRange& range) { return range.contains(core); });
}

// Ranges are disjoint, so the shares of each that lie in this set add up to the whole, if it does.
bool CoreRangeSet::contains(const CoreRange& range) const {
    std::size_t shared = 0;
    for (const CoreRange& own : ranges_) {
        if (const auto overlap = own.intersection(range)) shared += overlap->size();
    }
    return shared == range.size();
}

bool CoreRangeSet::contains(const CoreRangeSet& other) const {
    return std::ranges::all_of(other.ranges_,
                               [&](const CoreRange& range) { return contains(range); });
}

bool CoreRangeSet::intersects(const CoreRangeSet& other) const {
    return std::ranges::any_of(ranges_, [&](const CoreRange& own) {
        return std::ranges::any_of(other.ranges_, [&](const CoreRange& range) {
            return own.intersection(range).has_value();
        });
    });
}

CoreRange CoreRangeSet::bounding_box() const {
    if (empty()) throw std::out_of_range("bounding_box: the core range set is empty");
    CoreRange box = ranges_.front();
    for (const CoreRange& range : ranges_) {
        box.start_coord.x = std::min(box.start_coord.x, range.start_coord.x);
        box.start_coord.y = std::min(box.start_coord.y, range.start_coord.y);
        box.end_coord.x = std::max(box.end_coord.x, range.end_coord.x);
        box.end_coord.y = std::max(box.end_coord.y, range.end_coord.y);
    }
    return box;
}

CoreRangeSet CoreRangeSet::merge(const CoreRangeSet& other) const {
    CoreSet cores = cores_of(*this);
    cores.merge(cores_of(other));
    return rectangles_of(std::move(cores));
}

CoreRangeSet CoreRangeSet::subtract(const CoreRangeSet& other) const {
    CoreSet cores = cores_of(*this);
    std::erase_if(cores, [&](const CoreCoord& core) { return other.contains(core); });
    return rectangles_of(std::move(cores));
}

std::string CoreRangeSet::str() const {
    std::string text = "{";
    for (const CoreRange& range : ranges_) {
        if (text.size() > 1) text += ", ";
        text += range.str();
    }
    return text + "}";
}

std::vector<CoreCoord> corerange_to_cores(const CoreRangeSet& cores,
                                          std::optional<std::size_t> max_cores, bool row_wise) {
    const std::size_t count = std::min(cores.num_cores(), max_cores.value_or(SIZE_MAX));
    std::vector<CoreCoord> list;
    list.reserve(count);
    for (const CoreRange& range : cores.ranges()) {
        const auto [width, height] = range.grid_size();
        const auto [x, y] = range.start_coord;
        for (std::size_t i = 0; i < range.size() && list.size() < count; ++i) {
            list.push_back(row_wise ? CoreCoord{x + i % width, y + i / width}
                                    : CoreCoord{x + i / height, y + i % height});
        }
    }
    return list;
}

}  // namespace tt::tt_metal
