// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A box of points, and where each of them lies in one or several tensors: in the order of a
// tensor's elements, at base + sum of coordinate * stride.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ttnn {

struct BoxView {
    int64_t base = 0;
    std::vector<int64_t> strides;  // one for each dimension

    bool operator==(const BoxView&) const = default;
};

struct Box {
    std::vector<uint32_t> extents;  // the last one fastest
    std::vector<BoxView> views;     // one for each tensor

    uint64_t num_points() const;
    // The same points in the same order, in as few dimensions as can be, at least one. Throws
    // std::invalid_argument when kernels know not so many.
    Box simplified() const;
    // Throws std::invalid_argument unless view `index` has as many strides as there are extents and
    // lies among `num_elements`. `name` is that of the tensor.
    void check(size_t index, const std::string& name, uint64_t num_elements) const;
    // As kernels take it.
    std::vector<uint32_t> words() const;

    // All of a tensor, in order, in each of `num_views`.
    static Box all(uint64_t num_elements, size_t num_views);

    bool operator==(const Box&) const = default;
};

}  // namespace ttnn
