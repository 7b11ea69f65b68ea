// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A walk over a box of units, the last dimension fastest, which says for each unit the page that a
// tensor has there: the sum of the unit's coordinates, each times the stride of its dimension. A
// stride of 0 repeats the tensor along that dimension.
#pragma once

#include <stdint.h>

class PageWalk {
 public:
    static constexpr uint32_t kMaxRank = 8;

    PageWalk() = default;
    // extents: of the box; strides: in pages. Both have `rank` words, which are not copied.
    PageWalk(uint32_t rank, const uint32_t* extents, const uint32_t* strides, uint32_t first_unit)
        : rank_(rank), extents_(extents), strides_(strides) {
        for (uint32_t i = rank; i-- > 0;) {
            at_[i] = first_unit % extents[i];
            first_unit /= extents[i];
            page_ += at_[i] * strides[i];
        }
    }

    uint32_t operator*() const { return page_; }

    void operator++() {
        for (uint32_t i = rank_; i-- > 0;) {
            page_ += strides_[i];
            if (++at_[i] < extents_[i]) {
                return;
            }
            page_ -= at_[i] * strides_[i];
            at_[i] = 0;
        }
    }

 private:
    uint32_t rank_ = 0;
    const uint32_t* extents_ = nullptr;
    const uint32_t* strides_ = nullptr;
    uint32_t page_ = 0;
    uint32_t at_[kMaxRank];
};
