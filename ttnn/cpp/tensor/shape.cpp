// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/shape.hpp"

#include <algorithm>
#include <stdexcept>

namespace ttnn {

namespace {

// Far above any memory, and far enough below 2^32 and 2^64 that padding and element size, which
// multiply the volume by up to 2^12, cannot overflow.
constexpr int64_t kMaxExtent = int64_t{1} << 31;
constexpr uint64_t kMaxVolume = uint64_t{1} << 48;

template <typename Extent>
std::string join(std::span<const Extent> extents) {
    std::string text = "[";
    for (size_t i = 0; i < extents.size(); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(extents[i]);
    }
    return text + "]";
}

template <typename Extent>
void validate(std::span<const Extent> extents) {
    const auto refuse = [&](const std::string& rule) {
        throw std::invalid_argument("shape " + join(extents) + ": " + rule);
    };
    if (extents.size() > Shape::kMaxRank) {
        refuse("rank " + std::to_string(extents.size()) + " is above the limit of " +
               std::to_string(Shape::kMaxRank));
    }
    uint64_t volume = 1;
    for (int64_t extent : extents) {
        if (extent < 0 || extent > kMaxExtent) {
            refuse("extent " + std::to_string(extent) + " is not between 0 and 2^31");
        }
        volume *= std::max<int64_t>(extent, 1);  // a zero must not hide its neighbours' overflow
        if (volume > kMaxVolume) {
            refuse("more than 2^48 elements");
        }
    }
}

}  // namespace

Shape::Shape(std::span<const uint32_t> extents) : rank_(extents.size()) {
    validate(extents);
    std::ranges::copy(extents, extents_.begin());
}

Shape::Shape(std::span<const int64_t> extents) : rank_(extents.size()) {
    validate(extents);
    std::ranges::copy(extents, extents_.begin());
}

uint64_t Shape::volume() const {
    uint64_t volume = 1;
    for (uint32_t extent : extents()) {
        volume *= extent;
    }
    return volume;
}

uint32_t Shape::operator[](int64_t index) const {
    const int64_t rank = static_cast<int64_t>(rank_);
    if (index < -rank || index >= rank) {
        throw std::out_of_range("index " + std::to_string(index) + " is out of range for " +
                                to_string());
    }
    return extents_[index < 0 ? index + rank : index];
}

std::string Shape::to_string() const { return "Shape(" + join(extents()) + ")"; }

}  // namespace ttnn
