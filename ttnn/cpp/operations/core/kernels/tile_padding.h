// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Zeros for the part of a tile in L1 that lies beyond the end of its matrix. What operations leave
// there is anything, also NaN, and a sum of products must not see it.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/data_format.h"

// A tile of 32x32 datums of one format at an L1 address, whose faces are 16x16.
class TileDatums {
 public:
    TileDatums(tt::hw::DataFormat format, uint32_t l1_address)
        : bits_(datum_bits(format)),
          first_(l1_address + tt::hw::tile_size_bytes(format) -
                 tt::hw::kTileElements * datum_bits(format) / 8) {}

    void clear_columns_from(uint32_t column) {
        for (uint32_t row = 0; row < tt::hw::kTileHeight; ++row) {
            clear_rest_of_row(row, column);
        }
    }
    void clear_rows_from(uint32_t row) {
        for (; row < tt::hw::kTileHeight; ++row) {
            clear_rest_of_row(row, 0);
        }
    }

 private:
    static constexpr uint32_t datum_bits(tt::hw::DataFormat format) {
        switch (format) {
            case tt::hw::DataFormat::Bfp8_b:
                return 8;
            case tt::hw::DataFormat::Bfp4_b:
                return 4;
            default:
                return 8 * tt::hw::datum_size_bytes(format);
        }
    }

    [[gnu::noinline]] void clear_rest_of_row(uint32_t row, uint32_t column) {  // for its size
        using namespace tt::hw;
        for (uint32_t face = 0; face < kTileWidth / kFaceWidth; ++face, column -= kFaceWidth) {
            if (static_cast<int32_t>(column) >= static_cast<int32_t>(kFaceWidth)) {
                continue;
            }
            const uint32_t start = static_cast<int32_t>(column) < 0 ? 0 : column;
            const uint32_t faces = row / kFaceHeight * (kTileWidth / kFaceWidth) + face;
            const uint32_t datum = (faces * kFaceHeight + row % kFaceHeight) * kFaceWidth;
            clear(datum + start, datum + kFaceWidth);
        }
    }

    void clear(uint32_t datum, uint32_t end) {
        if (bits_ == 4 && datum % 2 != 0) {
            *byte(datum) &= 0x0F;  // the one before it has the low half
            ++datum;
        }
        for (volatile uint8_t* place = byte(datum); place < byte(end); ++place) {
            *place = 0;
        }
    }
    volatile uint8_t* byte(uint32_t datum) const {
        return reinterpret_cast<volatile uint8_t*>(first_ + datum * bits_ / 8);
    }

    uint32_t bits_;
    uint32_t first_;  // L1 address of the first datum
};
