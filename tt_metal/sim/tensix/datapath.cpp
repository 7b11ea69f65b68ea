// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/datapath.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "tt_metal/sim/tensix/host_cpu.hpp"

// A product and a sum in one expression must stay two roundings in every variant.
#pragma STDC FP_CONTRACT OFF

namespace tt::sim {
namespace {

using Row = float __attribute__((ext_vector_type(hw::kFaceWidth)));
using RowBits = uint32_t __attribute__((ext_vector_type(hw::kFaceWidth)));
using HalfRowBits = uint16_t __attribute__((ext_vector_type(hw::kFaceWidth)));

// Low bits of an fp32 mantissa that the shorter formats lack.
constexpr int kBfloat16Dropped = 16;
constexpr int kTf32Dropped = 13;

struct ExponentRange {
    uint32_t lowest = 0xFF;  // as the field in an fp32 number; of denormals, that of their unit
    uint32_t highest = 0;
};

ExponentRange exponents_of(const Tile& tile) {
    ExponentRange range;
    for (const float datum : tile.datums) {
        const uint32_t bits = std::bit_cast<uint32_t>(datum);
        const uint32_t exponent = (bits >> 23) & 0xFF;
        const bool is_zero = (bits & 0x7FFFFFFF) == 0;
        const bool is_finite = exponent != 0xFF;
        range.lowest = std::min(range.lowest, is_zero ? 0xFFu : std::max(exponent, 1u));
        range.highest = std::max(range.highest, is_finite ? exponent : 0u);
    }
    return range;
}

// Whether no product of two finite datums can overflow or lose bits below the smallest denormal.
// Mantissas of 10 bits: the last bit of a product counts 2^(ea - 137 + eb - 137), and the product
// is below 2^(ea - 126 + eb - 126).
[[maybe_unused]] bool products_are_exact(const Tile& a, const Tile& b) {
    constexpr uint32_t kSmallestExact = 2 * 137 - 149;
    constexpr uint32_t kLargestFinite = 2 * 126 + 128;
    const ExponentRange in_a = exponents_of(a);
    const ExponentRange in_b = exponents_of(b);
    return in_a.lowest + in_b.lowest >= kSmallestExact &&
           in_a.highest + in_b.highest <= kLargestFinite;
}

#if defined(__x86_64__)

namespace sse2 {
#define TT_SIM_FUSED_MULTIPLY_ADD 0
#define TT_SIM_BLOCK_ROWS 2
#define TT_SIM_BLOCK_FACES 1
#include "tt_metal/sim/tensix/datapath_variant.inc"
#undef TT_SIM_FUSED_MULTIPLY_ADD
#undef TT_SIM_BLOCK_ROWS
#undef TT_SIM_BLOCK_FACES
}  // namespace sse2

#define TT_SIM_FUSED_MULTIPLY_ADD 1

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
namespace avx2 {
#define TT_SIM_BLOCK_ROWS 4
#define TT_SIM_BLOCK_FACES 1
#include "tt_metal/sim/tensix/datapath_variant.inc"
#undef TT_SIM_BLOCK_ROWS
#undef TT_SIM_BLOCK_FACES
}  // namespace avx2
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx2,fma"))), \
                             apply_to = function)
namespace avx512 {
#define TT_SIM_BLOCK_ROWS 8
#define TT_SIM_BLOCK_FACES 2
#include "tt_metal/sim/tensix/datapath_variant.inc"
#undef TT_SIM_BLOCK_ROWS
#undef TT_SIM_BLOCK_FACES
}  // namespace avx512
#pragma clang attribute pop

std::vector<Datapath> find_supported() {
    std::vector<Datapath> supported{sse2::make_datapath("sse2")};
    if (host_has_avx2_and_fma()) {
        supported.push_back(avx2::make_datapath("avx2"));
    }
    if (host_has_avx512()) {
        supported.push_back(avx512::make_datapath("avx512"));
    }
    return supported;
}

#else

// Vectors of four and a fused multiply-add, as every aarch64 has them.
namespace baseline {
#define TT_SIM_FUSED_MULTIPLY_ADD 1
#define TT_SIM_BLOCK_ROWS 4
#define TT_SIM_BLOCK_FACES 1
#include "tt_metal/sim/tensix/datapath_variant.inc"
}  // namespace baseline

std::vector<Datapath> find_supported() { return {baseline::make_datapath("baseline")}; }

#endif

}  // namespace

std::span<const Datapath> supported_datapaths() {
    static const std::vector<Datapath> supported = find_supported();
    return supported;
}

}  // namespace tt::sim
