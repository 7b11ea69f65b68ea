// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Prints a part of a tile, row by row:
//
//     DPRINT << TileSlice(cb, 0, SliceRange::hw0_32_8()) << ENDL();
//
// The unpack hart and readers see the tiles at the front of a circular buffer, the pack hart and
// writers those at the back; a data movement kernel says which with TSLICE_RD_PTR or TSLICE_WR_PTR.
#pragma once

#include <stdint.h>

#include "api/debug/dprint.h"
#include "tt_metal/kernels/internal/circular_buffers.h"

// Rows h0, h0 + hs and so on below h1; columns likewise.
struct SliceRange {
    uint8_t h0 = 0, h1 = 1, hs = 1;
    uint8_t w0 = 0, w1 = 1, ws = 1;

    static constexpr SliceRange hw0_32_16() { return {0, 32, 16, 0, 32, 16}; }
    static constexpr SliceRange hw0_32_8() { return {0, 32, 8, 0, 32, 8}; }
    static constexpr SliceRange hw0_32_4() { return {0, 32, 4, 0, 32, 4}; }
    static constexpr SliceRange hw041() { return {0, 4, 1, 0, 4, 1}; }
    static constexpr SliceRange h0_w0_32() { return {0, 1, 1, 0, 32, 1}; }
    static constexpr SliceRange h0_32_w0() { return {0, 32, 1, 0, 1, 1}; }
};

enum dprint_tslice_ptr_t : uint8_t { TSLICE_RD_PTR, TSLICE_WR_PTR };
enum dprint_tslice_cb_t : uint8_t { TSLICE_INPUT_CB, TSLICE_OUTPUT_CB };

namespace print_internal {

#if defined(TRISC_PACK) || defined(COMPILE_FOR_BRISC)
inline constexpr dprint_tslice_ptr_t kOwnEnd = TSLICE_WR_PTR;
#else
inline constexpr dprint_tslice_ptr_t kOwnEnd = TSLICE_RD_PTR;
#endif

}  // namespace print_internal

// The template argument is upstream's limit of datums; here there is none.
template <uint32_t = 64>
class TileSlice {
 public:
    TileSlice(uint32_t cb, uint32_t tile, const SliceRange& range, bool endl_rows = true,
              bool print_untilized = true)
        : TileSlice(cb, tile, range, TSLICE_INPUT_CB, print_internal::kOwnEnd, endl_rows,
                    print_untilized) {}
    TileSlice(uint32_t cb, uint32_t tile, const SliceRange& range, dprint_tslice_cb_t,
              dprint_tslice_ptr_t end, bool endl_rows = true, bool print_untilized = true)
        : format_(get_dataformat(cb)),
          address_((end == TSLICE_RD_PTR ? tt::hw::query<tt::hw::MovementOp::kCbReadPointer>(cb)
                                         : tt::hw::query<tt::hw::MovementOp::kCbWritePointer>(cb)) +
                   tile * get_tile_size(cb)),
          range_(range),
          ends_rows_(endl_rows),
          in_faces_(print_untilized) {}

    void print(DebugPrinter printer) const {
        for (uint32_t row = range_.h0; row < range_.h1; row += range_.hs) {
            for (uint32_t column = range_.w0; column < range_.w1; column += range_.ws) {
                print_datum(printer, place(row, column));
                printer << ' ';
            }
            if (ends_rows_) printer << ENDL();
        }
    }

 private:
    // In the order of memory.
    uint32_t place(uint32_t row, uint32_t column) const {
        using namespace tt::hw;
        if (!in_faces_) return row * kTileWidth + column;
        const uint32_t face = row / kFaceHeight * 2 + column / kFaceWidth;
        return (face * kFaceHeight + row % kFaceHeight) * kFaceWidth + column % kFaceWidth;
    }
    template <typename T>
    T datum(uint32_t place) const {
        return reinterpret_cast<const volatile T*>(address_)[place];
    }
    void print_datum(DebugPrinter printer, uint32_t place) const {
        switch (format_) {
            case DataFormat::Float32:
                printer << datum<float>(place);
                return;
            case DataFormat::Float16_b:
                printer << BF16(datum<uint16_t>(place));
                return;
            case DataFormat::Int32:
                printer << datum<int32_t>(place);
                return;
            case DataFormat::UInt32:
                printer << datum<uint32_t>(place);
                return;
            case DataFormat::UInt16:
                printer << datum<uint16_t>(place);
                return;
            case DataFormat::UInt8:
                printer << datum<uint8_t>(place);
                return;
            case DataFormat::Bfp8_b:
                printer << block_float(place, datum<uint8_t>(kExponents + place), 7);
                return;
            case DataFormat::Bfp4_b:
                printer << block_float(
                    place, datum<uint8_t>(kExponents + place / 2) >> place % 2 * 4 & 0xF, 3);
                return;
            default:
                printer << '?';
        }
    }
    // A sign above a mantissa whose first bit counts 1, times the power of two that 16 datums
    // share.
    F32 block_float(uint32_t place, uint32_t bits, uint32_t mantissa_bits) const {
        const uint32_t sign = bits >> mantissa_bits << 31;
        const uint32_t mantissa = bits & ((1u << mantissa_bits) - 1);
        if (mantissa == 0) return F32(__builtin_bit_cast(float, sign));
        const uint32_t leading = 31 - static_cast<uint32_t>(__builtin_clz(mantissa));
        const uint32_t exponent = datum<uint8_t>(place / 16) + leading + 1 - mantissa_bits;
        const uint32_t fraction = mantissa << (23 - leading) & 0x7FFFFF;
        return F32(__builtin_bit_cast(float, sign | exponent << 23 | fraction));
    }

    static constexpr uint32_t kExponents = 64;  // bytes, before the mantissas

    DataFormat format_;
    uint32_t address_;
    SliceRange range_;
    bool ends_rows_;
    bool in_faces_;
};
TileSlice(auto...) -> TileSlice<>;

#define TSLICE(...) TileSlice(__VA_ARGS__)

template <uint32_t kLimit>
DebugPrinter operator<<(DebugPrinter printer, const TileSlice<kLimit>& slice) {
    slice.print(printer);
    return printer;
}
