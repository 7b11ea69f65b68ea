// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_spec.hpp"

#include <stdexcept>
#include <string>

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

TEST(TensorSpec, CutsRowsOfShardedRowMajorTensorsIntoPages) {
    TensorSpec spec{Shape({4, 10}), DataType::UINT16, Layout::ROW_MAJOR};
    spec.memory_config = {.memory_layout = TensorMemoryLayout::WIDTH_SHARDED,
                          .buffer_type = BufferType::L1,
                          .shard_spec = ShardSpec(tt::tt_metal::CoreRange({0, 0}, {2, 0}), {4, 4})};
    spec.check();

    EXPECT_EQ(spec.page_size_bytes(), 8);
    EXPECT_EQ(spec.pages_per_row(), 3);
    EXPECT_EQ(spec.num_pages(), 12);
    EXPECT_EQ(spec.size_bytes(), 80);
}

TEST(TensorSpec, CountsBlockFloatsByTiles) {
    const TensorSpec eight{Shape({32, 33}), DataType::BFLOAT8_B, Layout::TILE};
    const TensorSpec four{Shape({32, 33}), DataType::BFLOAT4_B, Layout::TILE};

    EXPECT_EQ(eight.size_bytes(), 2 * (1024 + 64));
    EXPECT_EQ(four.size_bytes(), 2 * (512 + 64));
}

std::string refusal(const TensorSpec& spec) {
    try {
        spec.check();
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "";
}

TEST(TensorSpec, RefusesWhatCannotBe) {
    const ShardSpec shards(tt::tt_metal::CoreRange({0, 0}, {1, 0}), {32, 32});
    TensorSpec spec{Shape({64, 64}), DataType::BFLOAT8_B, Layout::ROW_MAJOR};
    EXPECT_NE(refusal(spec).find("DataType::BFLOAT8_B exists in Layout::TILE alone"),
              std::string::npos);

    spec.layout = Layout::TILE;
    EXPECT_EQ(refusal(spec), "");
    spec.memory_config.memory_layout = TensorMemoryLayout::HEIGHT_SHARDED;
    EXPECT_NE(refusal(spec).find("needs a shard_spec"), std::string::npos);
    spec.memory_config.shard_spec = shards;
    EXPECT_NE(refusal(spec).find("must have its whole width"), std::string::npos);
    spec.memory_config.shard_spec->shape = {16, 64};
    EXPECT_NE(refusal(spec).find("whole tiles"), std::string::npos);
    spec.memory_config.memory_layout = TensorMemoryLayout::INTERLEAVED;
    EXPECT_NE(refusal(spec).find("an interleaved tensor has no shards"), std::string::npos);
}

}  // namespace
}  // namespace ttnn
