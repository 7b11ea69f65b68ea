// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/host_tensor.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace ttnn {
namespace {

Tensor make(const std::vector<float>& values, const TensorSpec& spec) {
    return host_tensor_from_values(std::as_bytes(std::span(values)), DataType::FLOAT32, spec);
}

std::vector<float> values_of(const Tensor& tensor) {
    std::vector<float> values(tensor.shape().volume());
    copy_values(tensor, std::as_writable_bytes(std::span(values)), DataType::FLOAT32);
    return values;
}

TEST(HostTensor, GivesItsValuesBackInEitherLayout) {
    const std::vector<float> values{1, 2, 3, 4, 5, 6};
    for (const Layout layout : {Layout::ROW_MAJOR, Layout::TILE}) {
        const Tensor tensor = make(values, {Shape({2, 3}), DataType::FLOAT32, layout});

        EXPECT_EQ(tensor.layout(), layout);
        EXPECT_EQ(values_of(tensor), values);
    }
}

TEST(HostTensor, RoundsToItsDataType) {
    const Tensor tensor = make({1.0f + 0x1p-9f}, {Shape({1}), DataType::BFLOAT16});

    EXPECT_EQ(values_of(tensor), std::vector<float>{1.0f});
}

TEST(HostTensor, RefusesAnotherNumberOfValues) {
    EXPECT_THROW(make({1, 2}, {Shape({3}), DataType::FLOAT32}), std::invalid_argument);
}

TEST(HostTensor, CannotBeReadAfterDeallocation) {
    const Tensor tensor = make({1, 2}, {Shape({2}), DataType::FLOAT32});
    Tensor sharer = tensor;

    sharer.deallocate();

    EXPECT_FALSE(tensor.is_allocated());
    EXPECT_THROW(values_of(tensor), std::runtime_error);
}

}  // namespace
}  // namespace ttnn
