// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/bfloat16.hpp>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

namespace {

std::size_t num_elements(std::uint32_t num_bytes, std::size_t unit) {
    if (num_bytes % unit != 0) {
        throw std::invalid_argument("num_bytes " + std::to_string(num_bytes) +
                                    ": must be a multiple of " + std::to_string(unit));
    }
    return num_bytes / sizeof(bfloat16);
}

// From 0 to 1. The distributions of the standard library are free to differ.
float next_float(std::mt19937& engine) {
    return static_cast<float>(engine()) / static_cast<float>(std::mt19937::max());
}

template <typename Element>
std::vector<std::uint32_t> packed(std::uint32_t num_bytes, const Element& element) {
    std::vector<bfloat16> elements(num_elements(num_bytes, sizeof(std::uint32_t)));
    std::ranges::generate(elements, element);
    return pack_bfloat16_vec_into_uint32_vec(elements);
}

}  // namespace

std::vector<std::uint32_t> pack_bfloat16_vec_into_uint32_vec(
    const std::vector<bfloat16>& elements) {
    if (elements.size() % 2 != 0) {
        throw std::invalid_argument("elements: there are " + std::to_string(elements.size()) +
                                    ", but packing needs an even number");
    }
    std::vector<std::uint32_t> words(elements.size() / 2);
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = pack_two_bfloat16_into_uint32({elements[2 * i], elements[2 * i + 1]});
    }
    return words;
}

std::vector<bfloat16> unpack_uint32_vec_into_bfloat16_vec(
    const std::vector<std::uint32_t>& words,
    const std::function<bfloat16(const bfloat16&)>& transform) {
    std::vector<bfloat16> elements;
    elements.reserve(2 * words.size());
    for (const std::uint32_t word : words) {
        const auto [first, second] = unpack_two_bfloat16_from_uint32(word);
        elements.push_back(transform(first));
        elements.push_back(transform(second));
    }
    return elements;
}

std::vector<bfloat16> create_random_vector_of_bfloat16_native(std::uint32_t num_bytes,
                                                              float rand_max, int seed,
                                                              float offset) {
    std::mt19937 engine(static_cast<std::uint32_t>(seed));
    std::vector<bfloat16> elements(num_elements(num_bytes, sizeof(bfloat16)));
    std::ranges::generate(elements,
                          [&] { return bfloat16(next_float(engine) * rand_max + offset); });
    return elements;
}

std::vector<std::uint32_t> create_random_vector_of_bfloat16(std::uint32_t num_bytes, float rand_max,
                                                            int seed, float offset) {
    num_elements(num_bytes, sizeof(std::uint32_t));
    return pack_bfloat16_vec_into_uint32_vec(
        create_random_vector_of_bfloat16_native(num_bytes, rand_max, seed, offset));
}

std::vector<std::uint32_t> create_random_binary_vector_of_bfloat16(std::uint32_t num_bytes,
                                                                   int seed) {
    std::mt19937 engine(static_cast<std::uint32_t>(seed));
    return packed(num_bytes, [&] { return bfloat16(static_cast<float>(engine() >> 31)); });
}

std::vector<std::uint32_t> create_arange_vector_of_bfloat16(std::uint32_t num_bytes) {
    return packed(num_bytes, [next = 0.0F]() mutable { return bfloat16(next++); });
}

std::vector<std::uint32_t> create_constant_vector_of_bfloat16(std::uint32_t num_bytes,
                                                              float value) {
    return packed(num_bytes, [&] { return bfloat16(value); });
}

std::vector<bfloat16> create_identity_matrix(std::uint32_t rows, std::uint32_t columns,
                                             std::uint32_t num_ones) {
    std::vector<bfloat16> matrix(std::size_t{rows} * columns);
    for (std::size_t i = 0; i < std::min({rows, columns, num_ones}); ++i) {
        matrix[i * columns + i] = 1.0F;
    }
    return matrix;
}

bool packed_uint32_t_vector_comparison(const std::vector<std::uint32_t>& a,
                                       const std::vector<std::uint32_t>& b,
                                       const std::function<bool(float, float)>& compare,
                                       int* failed_at) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto [a_first, a_second] = unpack_two_bfloat16_from_uint32(a[i]);
        const auto [b_first, b_second] = unpack_two_bfloat16_from_uint32(b[i]);
        if (compare(a_first, b_first) && compare(a_second, b_second)) continue;
        if (failed_at != nullptr) *failed_at = static_cast<int>(i);
        return false;
    }
    return true;
}
