// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile_format.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <format>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;

[[noreturn]] void refuse(DataFormat format, const char* action) {
    throw Fault(ErrorKind::kDataFormat,
                std::format("cannot {} {} ({})", action, format_name(format),
                            static_cast<uint32_t>(format)));
}

// A run of datums of an unblocked format, as 32-bit datums and back.
template <class Integer>
void widen_integers(const std::byte* from, float* to, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        Integer datum;
        std::memcpy(&datum, from + i * sizeof datum, sizeof datum);
        const uint32_t wide = datum;
        std::memcpy(to + i, &wide, sizeof wide);
    }
}

template <class Integer>
void narrow_integers(const float* from, std::byte* to, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        uint32_t wide;
        std::memcpy(&wide, from + i, sizeof wide);
        const auto datum = static_cast<Integer>(wide);
        std::memcpy(to + i * sizeof datum, &datum, sizeof datum);
    }
}

void unpack_run(const Datapath& datapath, DataFormat format, const std::byte* from, float* to,
                size_t count) {
    switch (format) {
        case DataFormat::Float32:
        case DataFormat::Int32:
        case DataFormat::UInt32:
            std::memcpy(to, from, count * sizeof(float));
            return;
        case DataFormat::Float16_b:
            datapath.widen_bfloat16(from, to, count);
            return;
        case DataFormat::UInt16:
            widen_integers<uint16_t>(from, to, count);
            return;
        case DataFormat::UInt8:
            widen_integers<uint8_t>(from, to, count);
            return;
        default:
            refuse(format, "unpack datums of");
    }
}

void pack_run(const Datapath& datapath, DataFormat format, const float* from, std::byte* to,
              size_t count) {
    switch (format) {
        case DataFormat::Float32:
        case DataFormat::Int32:
        case DataFormat::UInt32:
            std::memcpy(to, from, count * sizeof(float));
            return;
        case DataFormat::Float16_b:
            datapath.narrow_to_bfloat16(from, to, count);
            return;
        case DataFormat::UInt16:
            narrow_integers<uint16_t>(from, to, count);
            return;
        case DataFormat::UInt8:
            narrow_integers<uint8_t>(from, to, count);
            return;
        default:
            refuse(format, "pack datums of");
    }
}

// Calls visit(first datum in the tile, byte in the strip) for every row of every face.
template <class Visit>
void for_each_row_in_strip(DataFormat format, TilePlace place, Visit visit) {
    const size_t datum_bytes = hw::datum_size_bytes(format);
    const auto [height, width] = place.shape;
    for (uint32_t row = 0; row < height; ++row) {
        const size_t in_strip = (size_t{row} * place.strip_tiles + place.column) * width;
        for (uint32_t column = 0; column < width; column += hw::kFaceWidth) {
            visit(Tile::index(row, column), (in_strip + column) * datum_bytes);
        }
    }
}

// A tile that lies by itself as rows of faces: `count` of them, of `size` bytes, behind the shared
// exponents, if there are such: one byte for each.
struct RowsOfFaces {
    RowsOfFaces(DataFormat format, TileShape shape)
        : count(shape.height * shape.width / hw::kFaceWidth),
          has_exponents(hw::datum_size_bytes(format) == 0),
          size(format == DataFormat::Bfp8_b   ? hw::kFaceWidth
               : format == DataFormat::Bfp4_b ? hw::kFaceWidth / 2
                                              : hw::kFaceWidth * hw::datum_size_bytes(format)),
          start(hw::tile_size_bytes(format, shape.height, shape.width) - count * size) {}

    uint32_t count;
    bool has_exponents;
    uint32_t size;
    uint32_t start;
};

using FullTile = std::array<std::byte, hw::kTileElements * sizeof(float)>;

// Calls visit(byte in a small tile, byte in a full one, number of bytes) for all that both have.
template <class Visit>
void for_each_common_run(DataFormat format, TileShape shape, Visit visit) {
    const RowsOfFaces small(format, shape);
    const RowsOfFaces full(format, TileShape{});
    uint32_t in_small = 0;
    for (uint32_t top = 0; top < shape.height; top += hw::kFaceHeight) {
        for (uint32_t left = 0; left < shape.width; left += hw::kFaceWidth) {
            const uint32_t bottom = std::min(top + hw::kFaceHeight, shape.height);
            for (uint32_t row = top; row < bottom; ++row, ++in_small) {
                const uint32_t in_full = Tile::index(row, left) / hw::kFaceWidth;
                visit(small.start + in_small * small.size, full.start + in_full * full.size,
                      full.size);
                if (full.has_exponents) {
                    visit(in_small, in_full, 1);
                }
            }
        }
    }
}

void unpack_full(const Datapath& datapath, DataFormat format, const std::byte* from, Tile& tile) {
    switch (format) {
        case DataFormat::Bfp8_b:
            return datapath.unpack_blocks(from, BlockFloat::kBits8, tile);
        case DataFormat::Bfp4_b:
            return datapath.unpack_blocks(from, BlockFloat::kBits4, tile);
        default:
            unpack_run(datapath, format, from, tile.datums.data(), tile.datums.size());
    }
}

void pack_full(const Datapath& datapath, DataFormat format, const Tile& tile, std::byte* to) {
    switch (format) {
        case DataFormat::Bfp8_b:
            return datapath.pack_blocks(tile, BlockFloat::kBits8, to);
        case DataFormat::Bfp4_b:
            return datapath.pack_blocks(tile, BlockFloat::kBits4, to);
        default:
            pack_run(datapath, format, tile.datums.data(), to, tile.datums.size());
    }
}

}  // namespace

const char* format_name(DataFormat format) {
    switch (format) {
        case DataFormat::Float32:
            return "Float32";
        case DataFormat::Float16_b:
            return "Float16_b";
        case DataFormat::Bfp8_b:
            return "Bfp8_b";
        case DataFormat::Bfp4_b:
            return "Bfp4_b";
        case DataFormat::Int32:
            return "Int32";
        case DataFormat::UInt16:
            return "UInt16";
        case DataFormat::UInt32:
            return "UInt32";
        case DataFormat::UInt8:
            return "UInt8";
        case DataFormat::Invalid:
            return "Invalid";
    }
    return "an unknown format";
}

void unpack_tile(const Datapath& datapath, DataFormat format, std::span<const std::byte> from,
                 Tile& tile, TilePlace place) {
    const bool is_full = place.shape == TileShape{};
    if (place.strip_tiles != 0) {
        if (!is_full) {
            tile.datums.fill(0);
        }
        for_each_row_in_strip(format, place, [&](uint32_t datum, size_t byte) {
            unpack_run(datapath, format, &from[byte], &tile.datums[datum], hw::kFaceWidth);
        });
    } else if (is_full) {
        unpack_full(datapath, format, from.data(), tile);
    } else {
        FullTile full{};
        for_each_common_run(format, place.shape,
                            [&](uint32_t in_small, uint32_t in_full, uint32_t size) {
                                std::copy_n(&from[in_small], size, &full[in_full]);
                            });
        unpack_full(datapath, format, full.data(), tile);
    }
}

void pack_tile(const Datapath& datapath, DataFormat format, const Tile& tile,
               std::span<std::byte> to, TilePlace place) {
    if (place.strip_tiles != 0) {
        for_each_row_in_strip(format, place, [&](uint32_t datum, size_t byte) {
            pack_run(datapath, format, &tile.datums[datum], &to[byte], hw::kFaceWidth);
        });
    } else if (place.shape == TileShape{}) {
        pack_full(datapath, format, tile, to.data());
    } else {
        FullTile full;
        pack_full(datapath, format, tile, full.data());
        for_each_common_run(format, place.shape,
                            [&](uint32_t in_small, uint32_t in_full, uint32_t size) {
                                std::copy_n(&full[in_full], size, &to[in_small]);
                            });
    }
}

}  // namespace tt::sim
