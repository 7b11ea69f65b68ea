// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A walk through a box of up to kMaxBoxRank dimensions, the last one fastest, that keeps the places
// of the current point in kTensors flat tensors: base + sum of coordinate * stride, in elements.
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/core/kernels/common_arguments.h"

inline constexpr uint32_t kMaxBoxRank = 8;

template <uint32_t kTensors>
class BoxWalk {
 public:
    // Common arguments: base of each tensor, rank (at least 1), extents, strides of each tensor.
    // Begins at point number `first`.
    BoxWalk(CommonArguments& arguments, uint32_t first) {
        for (uint32_t& flat : flat_) flat = arguments.word();
        last_ = arguments.word() - 1;
        extents_ = arguments.words(last_ + 1);
        for (const uint32_t*& strides : strides_) strides = arguments.words(last_ + 1);
        for (uint32_t d = last_ + 1; d-- > 0; first /= extents_[d]) {
            move(d, first % extents_[d]);
        }
    }

    // In tensor t.
    uint32_t flat(uint32_t t) const { return flat_[t]; }
    uint32_t rank() const { return last_ + 1; }

    // Dimensions are counted from the last one, which is number 0.
    uint32_t extent(uint32_t dimension) const { return extents_[last_ - dimension]; }
    uint32_t index(uint32_t dimension) const { return index_[last_ - dimension]; }
    // From one point to the next.
    int32_t stride(uint32_t t, uint32_t dimension = 0) const {
        return static_cast<int32_t>(strides_[t][last_ - dimension]);
    }
    // Points to the end of the dimension, the current one included.
    uint32_t run_left(uint32_t dimension = 0) const { return extent(dimension) - index(dimension); }

    // `count` is at most run_left().
    void advance(uint32_t count, uint32_t dimension = 0) {
        move(last_ - dimension, count);
        for (uint32_t d = last_ - dimension; index_[d] == extents_[d] && d > 0; --d) {
            move(d, -extents_[d]);
            move(d - 1, 1);
        }
    }

 private:
    void move(uint32_t dimension, uint32_t count) {
        index_[dimension] += count;
        for (uint32_t t = 0; t < kTensors; ++t) flat_[t] += count * strides_[t][dimension];
    }

    uint32_t last_;
    const uint32_t* extents_;
    const uint32_t* strides_[kTensors];
    uint32_t index_[kMaxBoxRank] = {};
    uint32_t flat_[kTensors];
};
