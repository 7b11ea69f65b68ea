// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor as one row-major sequence of elements, whatever its pages are: rows, the parts that
// shards have of rows, or tiles (a tile then is one element).
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/core/kernels/tensor_arguments.h"

// An element, and the elements around it that lie in the same page.
struct FlatPlace {
    uint32_t page;
    uint32_t before;  // elements in front of it
    uint32_t left;    // elements from it to the end of the page, itself included
};

class FlatTensor {
 public:
    // Common arguments: the tensor, elements of a row, elements of a page: a row is cut into pages,
    // of which the last may have fewer.
    FlatTensor(CommonArguments& arguments, uint32_t element_bytes)
        : is_dram_(RuntimeTensorAccessorArgs(arguments.address() + sizeof(uint32_t)).is_dram),
          pages_(take_tensor(arguments)),
          element_bytes_(element_bytes),
          row_elements_(arguments.word()),
          page_elements_(arguments.word()),
          pages_per_row_((row_elements_ + page_elements_ - 1) / page_elements_) {}

    [[gnu::noinline]] FlatPlace locate(uint32_t flat) const {
        const uint32_t row = flat / row_elements_;
        const uint32_t column = flat % row_elements_;
        if (pages_per_row_ == 1) return {row, column, row_elements_ - column};
        const uint32_t part = column / page_elements_;
        const uint32_t before = column % page_elements_;
        const uint32_t row_left = row_elements_ - column;
        const uint32_t page_left = page_elements_ - before;
        return {row * pages_per_row_ + part, before, row_left < page_left ? row_left : page_left};
    }

    // `offset` in bytes. Large, and used in many places.
    [[gnu::noinline]] uint64_t noc_address(uint32_t page, uint32_t offset) const {
        return pages_.get_noc_addr(page, offset);
    }
    uint64_t noc_address(const FlatPlace& place) const {
        return noc_address(place.page, place.before * element_bytes_);
    }

    uint32_t element_bytes() const { return element_bytes_; }

    // Both ends of a read must agree in the bits of this mask.
    uint32_t read_phase_mask() const {
        return (is_dram_ ? core_info().dram_alignment_bytes : tt::hw::kL1Alignment) - 1;
    }

 private:
    bool is_dram_;
    TensorPages pages_;
    uint32_t element_bytes_;
    uint32_t row_elements_;
    uint32_t page_elements_;
    uint32_t pages_per_row_;
};

// Both ends of a write must agree in the bits of this mask, wherever it goes.
inline constexpr uint32_t kWritePhaseMask = tt::hw::kL1Alignment - 1;

// Pages begin at multiples of at most this, so it serves every phase.
inline constexpr uint32_t kPhases = 64;

// The first address from `address` on that has the phase of `like`.
constexpr uint32_t with_phase(uint32_t address, uint32_t like) {
    return address + (like - address) % kPhases;
}
