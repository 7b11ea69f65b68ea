// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_spec.hpp"

#include <gtest/gtest.h>

namespace ttnn {
namespace {

TEST(TensorSpec, PadsTheLastTwoDimensionsToTiles) {
    const TensorSpec spec{Shape({2, 3, 33, 64}), DataType::BFLOAT16, Layout::TILE};

    EXPECT_EQ(spec.padded_shape(), Shape({2, 3, 64, 64}));
    EXPECT_EQ(spec.num_pages(), 2 * 3 * 2 * 2);
    EXPECT_EQ(spec.page_size_bytes(), 2048);
}

TEST(TensorSpec, GivesATileTwoDimensions) {
    const TensorSpec vector{Shape({5}), DataType::FLOAT32, Layout::TILE};
    const TensorSpec scalar{Shape({}), DataType::FLOAT32, Layout::TILE};

    EXPECT_EQ(vector.padded_shape(), Shape({32, 32}));
    EXPECT_EQ(scalar.padded_shape(), Shape({32, 32}));
    EXPECT_EQ(scalar.size_bytes(), 4096);
}

TEST(TensorSpec, StoresRowsOfRowMajorTensorsAsPages) {
    const TensorSpec spec{Shape({2, 3, 5}), DataType::BFLOAT16, Layout::ROW_MAJOR};

    EXPECT_EQ(spec.padded_shape(), spec.shape);
    EXPECT_EQ(spec.num_pages(), 6);
    EXPECT_EQ(spec.page_size_bytes(), 10);
}

TEST(TensorSpec, HasNoBytesWithoutElements) {
    const TensorSpec no_rows{Shape({0, 5}), DataType::FLOAT32, Layout::TILE};
    const TensorSpec no_columns{Shape({5, 0}), DataType::FLOAT32, Layout::ROW_MAJOR};

    EXPECT_EQ(no_rows.size_bytes(), 0);
    EXPECT_EQ(no_columns.size_bytes(), 0);
}

}  // namespace
}  // namespace ttnn
