// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The extents of a tensor, outermost first. Rank 0 is a scalar. Immutable value.
//
//   Shape shape({2, 3, 64});
//   shape[-1] == 64; shape.volume() == 384; shape.to_string() == "Shape([2, 3, 64])"
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>

namespace ttnn {

class Shape {
 public:
    static constexpr size_t kMaxRank = 8;

    Shape() = default;
    Shape(std::initializer_list<uint32_t> extents)
        : Shape(std::span<const uint32_t>(extents.begin(), extents.size())) {}

    // Throws std::invalid_argument when there are more than kMaxRank extents, or so large ones that
    // padded extents or bytes could overflow.
    explicit Shape(std::span<const uint32_t> extents);
    // The same for extents as users give them: negative ones are refused too.
    explicit Shape(std::span<const int64_t> extents);

    size_t rank() const { return rank_; }
    uint64_t volume() const;
    std::span<const uint32_t> extents() const { return {extents_.data(), rank_}; }

    // Negative indices count from the end. Throws std::out_of_range.
    uint32_t operator[](int64_t index) const;

    std::string to_string() const;

    bool operator==(const Shape&) const = default;

 private:
    std::array<uint32_t, kMaxRank> extents_{};
    size_t rank_ = 0;
};

}  // namespace ttnn
