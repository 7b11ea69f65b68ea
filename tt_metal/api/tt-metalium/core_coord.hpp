// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Logical coordinates of worker cores, and sets of them.
//
// (0, 0) is the core at the top left of the worker grid; x grows to the right, y downwards. Ranges
// are rectangles that include both of their corners.
//
//     CoreRangeSet cores{CoreRange{{0, 0}, {7, 3}}};   // 32 cores
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tt::tt_metal {

struct CoreCoord {
    std::size_t x = 0;
    std::size_t y = 0;

    // Orders by row, then by column.
    friend constexpr std::strong_ordering operator<=>(const CoreCoord& a, const CoreCoord& b) {
        return a.y == b.y ? a.x <=> b.x : a.y <=> b.y;
    }
    friend constexpr bool operator==(const CoreCoord&, const CoreCoord&) = default;

    // "(x,y)", as diagnostics name a core.
    std::string str() const;
};

// A rectangle of cores; start_coord is never right of or below end_coord.
class CoreRange {
 public:
    CoreCoord start_coord;
    CoreCoord end_coord;

    // The range of one core.
    CoreRange(CoreCoord core) : start_coord(core), end_coord(core) {}
    // Throws std::invalid_argument if an end coordinate is less than its start coordinate.
    CoreRange(CoreCoord start, CoreCoord end);

    // Width and height in cores.
    CoreCoord grid_size() const;
    // Number of cores.
    std::size_t size() const;
    bool contains(const CoreCoord& core) const;
    bool contains(const CoreRange& other) const;
    // The cores that both ranges hold; nothing if they are disjoint.
    std::optional<CoreRange> intersection(const CoreRange& other) const;
    // "[(x,y)-(x,y)]".
    std::string str() const;

    // Its cores, row by row.
    class Iterator {
     public:
        using value_type = CoreCoord;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const CoreRange& range, CoreCoord at)
            : first_x_(range.start_coord.x), last_x_(range.end_coord.x), at_(at) {}
        const CoreCoord& operator*() const { return at_; }
        const CoreCoord* operator->() const { return &at_; }
        Iterator& operator++() {
            at_ = at_.x == last_x_ ? CoreCoord{first_x_, at_.y + 1} : CoreCoord{at_.x + 1, at_.y};
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

     private:
        std::size_t first_x_ = 0;
        std::size_t last_x_ = 0;
        CoreCoord at_;
    };
    Iterator begin() const { return {*this, start_coord}; }
    Iterator end() const { return {*this, {start_coord.x, end_coord.y + 1}}; }

    // Orders by start, then by end.
    friend std::strong_ordering operator<=>(const CoreRange&, const CoreRange&) = default;
    friend bool operator==(const CoreRange&, const CoreRange&) = default;
};

// Disjoint rectangles of cores. Two sets are equal when they hold the same cores.
class CoreRangeSet {
 public:
    CoreRangeSet() = default;
    CoreRangeSet(CoreCoord core) : CoreRangeSet(CoreRange(core)) {}
    CoreRangeSet(CoreRange range) : ranges_{range} {}
    // Throws std::invalid_argument if two of the ranges overlap.
    explicit CoreRangeSet(std::vector<CoreRange> ranges);
    // No other type may be meant, so that ranges in braces are a vector.
    template <std::same_as<std::set<CoreRange>> Ranges>
    explicit CoreRangeSet(const Ranges& ranges)
        : CoreRangeSet(std::vector<CoreRange>(ranges.begin(), ranges.end())) {}

    const std::vector<CoreRange>& ranges() const { return ranges_; }
    // Number of rectangles.
    std::size_t size() const { return ranges_.size(); }
    bool empty() const { return ranges_.empty(); }
    std::size_t num_cores() const;
    bool contains(const CoreCoord& core) const;
    bool contains(const CoreRange& range) const;
    bool contains(const CoreRangeSet& other) const;
    bool intersects(const CoreRangeSet& other) const;
    // The smallest rectangle that holds every core. Throws std::out_of_range if the set is empty.
    CoreRange bounding_box() const;
    // The cores of either set, in few rectangles.
    CoreRangeSet merge(const CoreRangeSet& other) const;
    // The cores of this set which are not in the other.
    CoreRangeSet subtract(const CoreRangeSet& other) const;
    // "{[(x,y)-(x,y)], ...}".
    std::string str() const;

    friend bool operator==(const CoreRangeSet& a, const CoreRangeSet& b) {
        return a.num_cores() == b.num_cores() && a.contains(b);
    }

 private:
    std::vector<CoreRange> ranges_;
};

// The cores of a range or set: range by range, each by rows if row_wise, else by columns. A set
// gives at most max_cores of them.
std::vector<CoreCoord> corerange_to_cores(const CoreRangeSet& cores,
                                          std::optional<std::size_t> max_cores = std::nullopt,
                                          bool row_wise = false);

}  // namespace tt::tt_metal

template <>
struct std::hash<tt::tt_metal::CoreCoord> {
    std::size_t operator()(const tt::tt_metal::CoreCoord& core) const noexcept {
        return std::hash<std::uint64_t>{}((std::uint64_t{core.y} << 32) ^ core.x);
    }
};
