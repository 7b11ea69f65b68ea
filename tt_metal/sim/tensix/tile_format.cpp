// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile_format.hpp"

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
void for_each_face_row(DataFormat format, StripPlace place, Visit visit) {
    const size_t datum_bytes = hw::datum_size_bytes(format);
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        const size_t in_strip = (size_t{row} * place.width_tiles + place.column) * hw::kTileWidth;
        for (uint32_t column = 0; column < hw::kTileWidth; column += hw::kFaceWidth) {
            visit(Tile::index(row, column), (in_strip + column) * datum_bytes);
        }
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
                 Tile& tile) {
    switch (format) {
        case DataFormat::Bfp8_b:
            return datapath.unpack_blocks(from.data(), BlockFloat::kBits8, tile);
        case DataFormat::Bfp4_b:
            return datapath.unpack_blocks(from.data(), BlockFloat::kBits4, tile);
        default:
            unpack_run(datapath, format, from.data(), tile.datums.data(), tile.datums.size());
    }
}

void pack_tile(const Datapath& datapath, DataFormat format, const Tile& tile,
               std::span<std::byte> to) {
    switch (format) {
        case DataFormat::Bfp8_b:
            return datapath.pack_blocks(tile, BlockFloat::kBits8, to.data());
        case DataFormat::Bfp4_b:
            return datapath.pack_blocks(tile, BlockFloat::kBits4, to.data());
        default:
            pack_run(datapath, format, tile.datums.data(), to.data(), tile.datums.size());
    }
}

void unpack_from_strip(const Datapath& datapath, DataFormat format,
                       std::span<const std::byte> strip, StripPlace place, Tile& tile) {
    for_each_face_row(format, place, [&](uint32_t datum, size_t byte) {
        unpack_run(datapath, format, &strip[byte], &tile.datums[datum], hw::kFaceWidth);
    });
}

void pack_into_strip(const Datapath& datapath, DataFormat format, const Tile& tile,
                     StripPlace place, std::span<std::byte> strip) {
    for_each_face_row(format, place, [&](uint32_t datum, size_t byte) {
        pack_run(datapath, format, &tile.datums[datum], &strip[byte], hw::kFaceWidth);
    });
}

}  // namespace tt::sim
