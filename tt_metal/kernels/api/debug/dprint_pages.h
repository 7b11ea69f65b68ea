// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Prints pages of L1: a line for each, with its number and its elements.
#pragma once

#include <stdint.h>

#include "api/debug/dprint.h"
#include "tt_metal/kernels/internal/l1.h"

namespace tt::data_movement::common {

template <typename T, typename Show>
void print_pages(uint32_t l1_address, uint32_t elements_per_page, uint32_t num_pages,
                 uint32_t first, Show show) {
    const volatile T* next = l1_pointer<T>(l1_address);
    next += first * elements_per_page;
    for (uint32_t page = first; page < first + num_pages; ++page) {
        DPRINT << page << ": ";
        for (uint32_t i = 0; i < elements_per_page; ++i) DPRINT << show(*next++) << " ";
        DPRINT << ENDL();
    }
}

inline void print_bf16_pages(uint32_t l1_address, uint32_t elements_per_page, uint32_t num_pages,
                             uint32_t first = 0) {
    print_pages<uint16_t>(l1_address, elements_per_page, num_pages, first,
                          [](uint16_t bits) { return BF16(bits); });
}
inline void print_f32_pages(uint32_t l1_address, uint32_t elements_per_page, uint32_t num_pages,
                            uint32_t first = 0) {
    print_pages<float>(l1_address, elements_per_page, num_pages, first,
                       [](float value) { return F32(value); });
}
inline void print_u32_pages(uint32_t l1_address, uint32_t elements_per_page, uint32_t num_pages,
                            uint32_t first = 0) {
    print_pages<uint32_t>(l1_address, elements_per_page, num_pages, first,
                          [](uint32_t value) { return U32(value); });
}

}  // namespace tt::data_movement::common
