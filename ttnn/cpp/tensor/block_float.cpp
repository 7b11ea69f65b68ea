// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/block_float.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace ttnn {

namespace {

constexpr size_t kRun = tt::hw::kFaceWidth;
constexpr int kBias = 127;
constexpr int kLargestExponent = 254;  // of a finite float

int exponent_of(float value) {
    return static_cast<int>(std::bit_cast<uint32_t>(value) >> 23 & 0xFF);
}

// One format: how its elements are coded and where they lie in a tile.
class BlockFormat {
 public:
    BlockFormat(const Tile& tile, DataType dtype)
        : bits_(dtype == DataType::BFLOAT8_B ? 8 : 4),
          tile_elements_(tile.get_tile_hw()),
          tile_bytes_(tile.get_tile_size(data_format(dtype))),
          first_element_(tile_bytes_ - tile_elements_ * bits_ / 8) {}

    size_t num_tiles(size_t num_values, size_t num_bytes) const {
        const size_t tiles = num_values / tile_elements_;
        if (tiles * tile_elements_ != num_values || tiles * tile_bytes_ != num_bytes) {
            throw std::invalid_argument("block floats: " + std::to_string(num_values) +
                                        " values are not " + std::to_string(num_bytes) +
                                        " bytes of whole tiles");
        }
        return tiles;
    }

    void pack_tile(std::span<const float> values, std::span<std::byte> packed) const {
        std::ranges::fill(packed, std::byte{0});
        for (size_t first = 0; first < tile_elements_; first += kRun) {
            const auto run = values.subspan(first, kRun);
            int exponent = 0;
            for (const float value : run) exponent = std::max(exponent, exponent_of(value));
            exponent = std::min(exponent, kLargestExponent);
            packed[first / kRun] = static_cast<std::byte>(exponent);
            for (size_t i = 0; i < kRun; ++i) {
                const size_t bit = (first + i) * bits_;
                packed[first_element_ + bit / 8] |=
                    static_cast<std::byte>(encode(run[i], exponent) << bit % 8);
            }
        }
    }

    void unpack_tile(std::span<const std::byte> packed, std::span<float> values) const {
        const uint32_t mask = (1u << bits_) - 1;
        for (size_t i = 0; i < tile_elements_; ++i) {
            const size_t bit = i * bits_;
            const auto byte = std::to_integer<uint32_t>(packed[first_element_ + bit / 8]);
            const auto exponent = std::to_integer<int>(packed[i / kRun]);
            values[i] = decode(byte >> bit % 8 & mask, exponent);
        }
    }

    size_t tile_elements() const { return tile_elements_; }
    size_t tile_bytes() const { return tile_bytes_; }

 private:
    uint32_t sign_bit() const { return 1u << (bits_ - 1); }
    // What the lowest bit of a magnitude is worth.
    double unit(int exponent) const {
        return std::ldexp(1.0, exponent - kBias - static_cast<int>(bits_ - 2));
    }

    uint32_t encode(float value, int exponent) const {
        if (exponent_of(value) == 0) return 0;
        const double largest = sign_bit() - 1;
        const double rounded =
            std::nearbyint(std::fabs(static_cast<double>(value)) / unit(exponent));
        // In this order a NaN is the largest.
        const auto magnitude = static_cast<uint32_t>(rounded < largest ? rounded : largest);
        return magnitude == 0 || !std::signbit(value) ? magnitude : magnitude | sign_bit();
    }

    float decode(uint32_t code, int exponent) const {
        const double magnitude = (code & (sign_bit() - 1)) * unit(exponent);
        return static_cast<float>(code & sign_bit() ? -magnitude : magnitude);
    }

    size_t bits_;
    size_t tile_elements_;
    size_t tile_bytes_;
    size_t first_element_;  // byte
};

}  // namespace

void pack_block_floats(std::span<const float> values, const Tile& tile, DataType dtype,
                       std::span<std::byte> packed) {
    const BlockFormat format(tile, dtype);
    const size_t num_tiles = format.num_tiles(values.size(), packed.size());
    for (size_t i = 0; i < num_tiles; ++i) {
        format.pack_tile(values.subspan(i * format.tile_elements(), format.tile_elements()),
                         packed.subspan(i * format.tile_bytes(), format.tile_bytes()));
    }
}

void unpack_block_floats(std::span<const std::byte> packed, const Tile& tile, DataType dtype,
                         std::span<float> values) {
    const BlockFormat format(tile, dtype);
    const size_t num_tiles = format.num_tiles(values.size(), packed.size());
    for (size_t i = 0; i < num_tiles; ++i) {
        format.unpack_tile(packed.subspan(i * format.tile_bytes(), format.tile_bytes()),
                           values.subspan(i * format.tile_elements(), format.tile_elements()));
    }
}

}  // namespace ttnn
