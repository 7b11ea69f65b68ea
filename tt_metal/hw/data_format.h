// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Number formats that unpacker and packer know, and the size of a 32x32 tile in each.
// Enumerator names and values are those of Tenstorrent's public kernel headers.
#pragma once

#include <stdint.h>

namespace tt::hw {

enum class DataFormat : uint8_t {
    Float32 = 0,
    Float16_b = 5,  // bfloat16
    Bfp8_b = 6,
    Bfp4_b = 7,
    Int32 = 8,
    UInt16 = 9,
    UInt32 = 24,
    UInt8 = 30,
    Invalid = 0xFF,
};

inline constexpr uint32_t kTileHeight = 32;
inline constexpr uint32_t kTileWidth = 32;
inline constexpr uint32_t kFaceHeight = 16;
inline constexpr uint32_t kFaceWidth = 16;
inline constexpr uint32_t kTileElements = kTileHeight * kTileWidth;

// Bytes of one datum; 0 for block formats, whose datums share exponents.
constexpr uint32_t datum_size_bytes(DataFormat format) {
    switch (format) {
        case DataFormat::Float32:
        case DataFormat::Int32:
        case DataFormat::UInt32:
            return 4;
        case DataFormat::Float16_b:
        case DataFormat::UInt16:
            return 2;
        case DataFormat::UInt8:
            return 1;
        default:
            return 0;
    }
}

// Bytes of one tile; 0 for Invalid. Block formats add one shared exponent byte per 16 datums,
// filled up to whole 16 B, so that the mantissas start where L1 is read.
constexpr uint32_t tile_size_bytes(DataFormat format, uint32_t height = kTileHeight,
                                   uint32_t width = kTileWidth) {
    constexpr uint32_t kL1Word = 16;
    const uint32_t elements = height * width;
    const uint32_t exponents = (elements / kFaceWidth + kL1Word - 1) / kL1Word * kL1Word;
    switch (format) {
        case DataFormat::Bfp8_b:
            return elements + exponents;
        case DataFormat::Bfp4_b:
            return elements / 2 + exponents;
        default:
            return elements * datum_size_bytes(format);
    }
}

}  // namespace tt::hw
