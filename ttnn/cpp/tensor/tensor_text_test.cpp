// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_text.hpp"

#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "ttnn/cpp/tensor/host_tensor.hpp"

namespace ttnn {
namespace {

Tensor make(const std::vector<float>& values, const Shape& shape) {
    return host_tensor_from_values(std::as_bytes(std::span(values)), DataType::FLOAT32,
                                   {shape, DataType::FLOAT32});
}

TEST(TensorText, ShowsValuesAndSpec) {
    EXPECT_EQ(to_string(make({1, -2, 3, 40}, Shape({2, 2}))),
              "ttnn.Tensor([[ 1.00000, -2.00000],\n"
              "             [ 3.00000, 40.00000]], shape=Shape([2, 2]), dtype=DataType::FLOAT32, "
              "layout=Layout::ROW_MAJOR)");
}

TEST(TensorText, ShowsScalarsAndNothing) {
    EXPECT_TRUE(to_string(make({1.5f}, Shape({}))).starts_with("ttnn.Tensor(1.50000, shape"));
    EXPECT_TRUE(to_string(make({}, Shape({0, 3}))).starts_with("ttnn.Tensor([], shape"));
}

TEST(TensorText, ShortensLongTensors) {
    const std::string text = to_string(make(std::vector<float>(2000, 1.0f), Shape({2000})));

    EXPECT_TRUE(text.starts_with(
        "ttnn.Tensor([1.00000, 1.00000, 1.00000, ..., 1.00000, 1.00000, 1.00000], shape"));
}

TEST(TensorText, UsesExponentsForLargeAndSmallValues) {
    EXPECT_TRUE(to_string(make({2e10f}, Shape({1}))).starts_with("ttnn.Tensor([2.00000e+10]"));
    EXPECT_TRUE(to_string(make({2e-7f, 0}, Shape({2}))).starts_with("ttnn.Tensor([2.00000e-07"));
}

TEST(TensorText, SaysWhyThereAreNoValues) {
    Tensor tensor = make({1}, Shape({1}));
    tensor.deallocate();

    EXPECT_TRUE(to_string(tensor).starts_with("ttnn.Tensor(<the tensor was deallocated>, shape"));
}

}  // namespace
}  // namespace ttnn
