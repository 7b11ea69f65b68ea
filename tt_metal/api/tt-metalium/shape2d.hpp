// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <utility>

namespace tt::tt_metal {

// Of a matrix.
class Shape2D {
 public:
    constexpr Shape2D() = default;
    constexpr Shape2D(std::size_t height, std::size_t width) : height_(height), width_(width) {}
    constexpr Shape2D(std::pair<std::size_t, std::size_t> shape)
        : Shape2D(shape.first, shape.second) {}

    constexpr std::size_t height() const { return height_; }
    constexpr std::size_t width() const { return width_; }

    friend constexpr bool operator==(const Shape2D&, const Shape2D&) = default;

 private:
    std::size_t height_ = 0;
    std::size_t width_ = 0;
};

}  // namespace tt::tt_metal
