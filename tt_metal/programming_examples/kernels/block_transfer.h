// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How the kernels of the blocked products bring blocks of tiles in, and take one out.
#pragma once

#include "api/dataflow/dataflow_api.h"

// A rectangle of tiles within a matrix that is columns tiles wide.
struct Block {
    uint32_t first;  // tile
    uint32_t height;
    uint32_t width;
    uint32_t columns;
};

inline InterleavedAddrGenFast<true> matrix(uint32_t cb, uint32_t address) {
    return {address, get_tile_size(cb), get_dataformat(cb)};
}

// Into the reserved pages of a circular buffer, row by row.
inline void read_block(uint32_t cb, uint32_t address, const Block& block) {
    const auto buffer = matrix(cb, address);
    uint32_t l1 = get_write_ptr(cb);
    for (uint32_t row = 0; row < block.height; ++row) {
        for (uint32_t column = 0; column < block.width; ++column, l1 += buffer.page_size) {
            noc_async_read_tile(block.first + row * block.columns + column, buffer, l1);
        }
    }
    noc_async_read_barrier();
}

inline void write_block(uint32_t cb, uint32_t address, const Block& block) {
    const auto buffer = matrix(cb, address);
    cb_wait_front(cb, block.height * block.width);
    uint32_t l1 = get_read_ptr(cb);
    for (uint32_t row = 0; row < block.height; ++row) {
        for (uint32_t column = 0; column < block.width; ++column, l1 += buffer.page_size) {
            noc_async_write_tile(block.first + row * block.columns + column, buffer, l1);
        }
    }
    noc_async_write_barrier();
    cb_pop_front(cb, block.height * block.width);
}
