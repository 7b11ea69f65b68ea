// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// bfloat16 on the host: the upper half of a float, and vectors of them, which host programs keep as
// pairs in 32-bit words, the first of each pair in the lower half. Names are upstream's, which has
// them in the global namespace.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

class bfloat16 {
 public:
    constexpr bfloat16() = default;
    // Rounds to nearest, ties to even. A NaN stays a NaN of the same sign, made quiet.
    constexpr bfloat16(float value) : bits_(rounded(value)) {}
    // Of its bits.
    explicit constexpr bfloat16(std::uint16_t bits) : bits_(bits) {}

    // Cuts off the lower half instead of rounding.
    static constexpr bfloat16 truncate(float value) {
        return bfloat16(static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16));
    }

    constexpr operator float() const {
        return std::bit_cast<float>(static_cast<std::uint32_t>(bits_) << 16);
    }
    constexpr float to_float() const { return *this; }
    constexpr std::uint16_t to_uint16() const { return bits_; }
    constexpr std::uint16_t to_packed() const { return bits_; }

 private:
    static constexpr std::uint16_t rounded(float value) {
        constexpr std::uint32_t kMagnitude = 0x7FFFFFFF;
        constexpr std::uint32_t kInfinity = 0x7F800000;
        constexpr std::uint32_t kQuiet = 0x00400000;
        const auto bits = std::bit_cast<std::uint32_t>(value);
        const bool is_nan = (bits & kMagnitude) > kInfinity;
        const std::uint32_t nearest = bits + 0x7FFF + ((bits >> 16) & 1);
        return static_cast<std::uint16_t>((is_nan ? bits | kQuiet : nearest) >> 16);
    }

    std::uint16_t bits_ = 0;
};
static_assert(sizeof(bfloat16) == 2);

// ── Pairs ──

constexpr std::uint32_t pack_two_bfloat16_into_uint32(std::pair<bfloat16, bfloat16> pair) {
    return pair.first.to_uint16() | std::uint32_t{pair.second.to_uint16()} << 16;
}

constexpr std::pair<bfloat16, bfloat16> unpack_two_bfloat16_from_uint32(std::uint32_t word) {
    return {bfloat16(static_cast<std::uint16_t>(word)),
            bfloat16(static_cast<std::uint16_t>(word >> 16))};
}

// Throws std::invalid_argument for an odd number of elements.
std::vector<std::uint32_t> pack_bfloat16_vec_into_uint32_vec(const std::vector<bfloat16>& elements);
std::vector<bfloat16> unpack_uint32_vec_into_bfloat16_vec(
    const std::vector<std::uint32_t>& words,
    const std::function<bfloat16(const bfloat16&)>& transform = [](const bfloat16& element) {
        return element;
    });

// ── Vectors of num_bytes bytes, for tests and examples ──
// Random ones are the same for the same seed, on every host. All throw std::invalid_argument unless
// num_bytes is a multiple of a word (of an element, for those that are not packed).

// From offset to offset + rand_max.
std::vector<bfloat16> create_random_vector_of_bfloat16_native(std::uint32_t num_bytes,
                                                              float rand_max, int seed,
                                                              float offset = 0.0F);
std::vector<std::uint32_t> create_random_vector_of_bfloat16(std::uint32_t num_bytes, float rand_max,
                                                            int seed, float offset = 0.0F);
// 0 or 1.
std::vector<std::uint32_t> create_random_binary_vector_of_bfloat16(std::uint32_t num_bytes,
                                                                   int seed);
// 0, 1, 2 ...
std::vector<std::uint32_t> create_arange_vector_of_bfloat16(std::uint32_t num_bytes);
std::vector<std::uint32_t> create_constant_vector_of_bfloat16(std::uint32_t num_bytes, float value);
// Row-major, with 1 at the first num_ones places of the diagonal.
std::vector<bfloat16> create_identity_matrix(std::uint32_t rows, std::uint32_t columns,
                                             std::uint32_t num_ones);

// Whether two vectors of words are of one length and all their elements compare; `failed_at` has
// the first word that does not.
bool packed_uint32_t_vector_comparison(const std::vector<std::uint32_t>& a,
                                       const std::vector<std::uint32_t>& b,
                                       const std::function<bool(float, float)>& compare,
                                       int* failed_at = nullptr);
