// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/block_float.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace tt::sim {
namespace {

constexpr uint32_t kRun = hw::kFaceWidth;
constexpr uint32_t kNumRuns = hw::kTileElements / kRun;
constexpr int kExponentBias = 127;
constexpr uint32_t kLargestExponent = 254;  // of a finite fp32 number

uint32_t exponent_field(float value) { return (std::bit_cast<uint32_t>(value) >> 23) & 0xFF; }

uint32_t shared_exponent(const float* run) {
    uint32_t largest = 0;
    for (uint32_t i = 0; i < kRun; ++i) {
        largest = std::max(largest, exponent_field(run[i]));
    }
    return std::min(largest, kLargestExponent);
}

// What a magnitude of 1 stands for.
template <int kBits>
double unit_of(uint32_t exponent) {
    return std::ldexp(1.0, static_cast<int>(exponent) - kExponentBias - (kBits - 2));
}

template <int kBits>
constexpr uint32_t kSign = 1u << (kBits - 1);

template <int kBits>
uint32_t encode(float value, double unit) {
    constexpr uint32_t kLargest = kSign<kBits> - 1;
    const uint32_t sign = std::signbit(value) ? kSign<kBits> : 0;
    if (exponent_field(value) == 0) {
        return 0;
    }
    if (!std::isfinite(value)) {
        return sign | kLargest;
    }
    // Exact in double, so that the one rounding is that of nearbyint.
    const double magnitude = std::nearbyint(std::abs(static_cast<double>(value)) / unit);
    const auto clamped = static_cast<uint32_t>(std::min<double>(magnitude, kLargest));
    return clamped == 0 ? 0 : sign | clamped;
}

template <int kBits>
float decode(uint32_t datum, double unit) {
    const double magnitude = (datum & (kSign<kBits> - 1)) * unit;
    return static_cast<float>(datum & kSign<kBits> ? -magnitude : magnitude);
}

// Where datum i lies behind the exponents.
template <int kBits>
constexpr uint32_t byte_of(uint32_t i) {
    return kNumRuns + i * kBits / 8;
}
template <int kBits>
constexpr uint32_t shift_of(uint32_t i) {
    return i * kBits % 8;
}

}  // namespace

template <int kBits>
void unpack_block_float(std::span<const std::byte> from, Tile& tile) {
    constexpr uint32_t kMask = (1u << kBits) - 1;
    for (uint32_t run = 0; run < kNumRuns; ++run) {
        const double unit = unit_of<kBits>(std::to_integer<uint32_t>(from[run]));
        for (uint32_t i = run * kRun; i < (run + 1) * kRun; ++i) {
            const uint32_t byte = std::to_integer<uint32_t>(from[byte_of<kBits>(i)]);
            tile.datums[i] = decode<kBits>((byte >> shift_of<kBits>(i)) & kMask, unit);
        }
    }
}

template <int kBits>
void pack_block_float(const Tile& tile, std::span<std::byte> to) {
    std::fill_n(to.begin() + kNumRuns, hw::kTileElements * kBits / 8, std::byte{0});
    for (uint32_t run = 0; run < kNumRuns; ++run) {
        const uint32_t exponent = shared_exponent(&tile.datums[run * kRun]);
        const double unit = unit_of<kBits>(exponent);
        to[run] = static_cast<std::byte>(exponent);
        for (uint32_t i = run * kRun; i < (run + 1) * kRun; ++i) {
            const uint32_t datum = encode<kBits>(tile.datums[i], unit);
            to[byte_of<kBits>(i)] |= static_cast<std::byte>(datum << shift_of<kBits>(i));
        }
    }
}

template void unpack_block_float<8>(std::span<const std::byte>, Tile&);
template void unpack_block_float<4>(std::span<const std::byte>, Tile&);
template void pack_block_float<8>(const Tile&, std::span<std::byte>);
template void pack_block_float<4>(const Tile&, std::span<std::byte>);

}  // namespace tt::sim
