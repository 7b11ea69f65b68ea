// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/element_order.hpp"

#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace ttnn {
namespace {

constexpr uint32_t kPadding = 0x80000001;

std::vector<uint32_t> counting(uint64_t size) {
    std::vector<uint32_t> values(size);
    std::iota(values.begin(), values.end(), 1);
    return values;
}

std::vector<uint32_t> tilized(const std::vector<uint32_t>& row_major, const MatrixBatch& matrices) {
    std::vector<uint32_t> tiled(matrices.num_tiles() * matrices.tile_elements(), 0xFFFFFFFF);
    tilize(std::as_bytes(std::span(row_major)), std::as_writable_bytes(std::span(tiled)), matrices,
           std::as_bytes(std::span(&kPadding, 1)));
    return tiled;
}

// Where the documentation of the tile format puts an element, one coordinate at a time.
uint64_t documented_place(uint64_t matrix, uint64_t row, uint64_t column, const MatrixBatch& m) {
    const uint64_t height = m.tile_height, width = m.tile_width;
    const uint64_t tile =
        (matrix * m.height_tiles() + row / height) * m.width_tiles() + column / width;
    const uint64_t face_height = height < 16 ? height : 16;
    const uint64_t face = row % height / 16 * (width / 16) + column % width / 16;
    return tile * height * width + face * face_height * 16 + row % face_height * 16 + column % 16;
}

class ElementOrder : public testing::TestWithParam<MatrixBatch> {};

TEST_P(ElementOrder, PutsEachElementWhereTheFormatSays) {
    const MatrixBatch& m = GetParam();
    const std::vector<uint32_t> row_major = counting(m.num_rows() * m.width);
    std::vector<uint32_t> expected(m.num_tiles() * m.tile_elements(), kPadding);
    for (uint64_t i = 0; i < row_major.size(); ++i) {
        const uint64_t row = i / m.width;
        expected[documented_place(row / m.height, row % m.height, i % m.width, m)] = row_major[i];
    }

    EXPECT_EQ(tilized(row_major, m), expected);
}

TEST_P(ElementOrder, ComesBackUnchanged) {
    const MatrixBatch& m = GetParam();
    const std::vector<uint32_t> row_major = counting(m.num_rows() * m.width);
    const std::vector<uint32_t> tiled = tilized(row_major, m);
    std::vector<uint32_t> back(row_major.size());

    untilize(std::as_bytes(std::span(tiled)), std::as_writable_bytes(std::span(back)), m,
             sizeof(uint32_t));

    EXPECT_EQ(back, row_major);
}

INSTANTIATE_TEST_SUITE_P(Matrices, ElementOrder,
                         testing::Values(MatrixBatch{1, 32, 32}, MatrixBatch{1, 1, 1},
                                         MatrixBatch{1, 64, 96}, MatrixBatch{2, 17, 33},
                                         MatrixBatch{3, 33, 15}, MatrixBatch{2, 5, 40, 1, 32},
                                         MatrixBatch{2, 33, 40, 4, 16},
                                         MatrixBatch{1, 40, 40, 16, 32},
                                         MatrixBatch{1, 70, 20, 32, 16}));

TEST(ElementOrderSizes, MustMatch) {
    const std::vector<std::byte> row_major(32 * 32);
    std::vector<std::byte> too_small(1023);

    EXPECT_THROW(tilize(row_major, too_small, {1, 32, 32}, std::vector(1, std::byte{0})),
                 std::invalid_argument);
    EXPECT_THROW(untilize(row_major, too_small, {1, 32, 32}, 1), std::invalid_argument);
}

}  // namespace
}  // namespace ttnn
