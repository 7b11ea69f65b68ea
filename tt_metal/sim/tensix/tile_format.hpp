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

// A tile smaller than 32x32 is the upper left part of one: its faces have fewer rows, or there are
// fewer of them.
struct TileShape {
    uint32_t height = hw::kTileHeight;  // 1, 2, 4, 8, 16 or 32
    uint32_t width = hw::kTileWidth;    // 16 or 32

    bool operator==(const TileShape&) const = default;
};

// How a tile lies in memory: face after face, or as part of a row-major strip of such tiles.
struct TilePlace {
    TileShape shape;
    uint32_t strip_tiles = 0;  // width of the strip; 0: there is none
    uint32_t column = 0;       // of the tile within the strip, below strip_tiles
};

// `from` and `to` hold one tile of that format, or the strip. Floats change format with one
// rounding to nearest even; integers are bit patterns, of which packing keeps the low bits. What a
// small tile lacks is zero. Both throw Fault for a format that does not exist, and for strips of
// block formats, which have no rows.
void unpack_tile(const Datapath& datapath, hw::DataFormat format, std::span<const std::byte> from,
                 Tile& tile, TilePlace place = {});
void pack_tile(const Datapath& datapath, hw::DataFormat format, const Tile& tile,
               std::span<std::byte> to, TilePlace place = {});

}  // namespace tt::sim
