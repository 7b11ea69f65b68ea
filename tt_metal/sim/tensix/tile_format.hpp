// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How tiles lie in L1: what the unpacker reads and the packer writes.
//
// Block formats are runs of 16 datums (a row of a face) that share one exponent. Their tile starts
// with the exponents of all runs; the sign-and-magnitude datums follow, in Bfp4_b two to a byte,
// the first in the low half.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/sim/tensix/datapath.hpp"
#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim {

// "Float16_b"; "an unknown format" for one that does not exist.
const char* format_name(hw::DataFormat format);

constexpr bool is_integer(hw::DataFormat format) {
    return format == hw::DataFormat::Int32 || format == hw::DataFormat::UInt32 ||
           format == hw::DataFormat::UInt16 || format == hw::DataFormat::UInt8;
}

// `from` and `to` hold one tile of that format. Floats change format with one rounding to nearest
// even; integers are bit patterns, of which packing keeps the low bits. Both throw Fault for a
// format that does not exist.
void unpack_tile(const Datapath& datapath, hw::DataFormat format, std::span<const std::byte> from,
                 Tile& tile);
void pack_tile(const Datapath& datapath, hw::DataFormat format, const Tile& tile,
               std::span<std::byte> to);

// The same for one tile out of a row-major strip: 32 rows of `width_tiles` tiles. They throw Fault
// for block formats, which have no rows.
struct StripPlace {
    uint32_t width_tiles;
    uint32_t column;  // of the tile, below width_tiles
};
void unpack_from_strip(const Datapath& datapath, hw::DataFormat format,
                       std::span<const std::byte> strip, StripPlace place, Tile& tile);
void pack_into_strip(const Datapath& datapath, hw::DataFormat format, const Tile& tile,
                     StripPlace place, std::span<std::byte> strip);

}  // namespace tt::sim
