// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The one way in which tensors get a constant value.
#pragma once

#include <cstdint>
#include <variant>

#include "ttnn/cpp/operations/data_movement/box.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Floats are rounded to the dtype; for integers they are cut towards zero. Integers wrap.
using FillValue = std::variant<int64_t, double>;

// What memory is filled with for a value: of each page, `head_bytes` with one word and the rest
// with another. Only tiles of block floats have a head: exponents.
struct FillPattern {
    uint32_t head_bytes;
    uint32_t head_word;
    uint32_t word;
};

// Throws std::invalid_argument for an infinity or NaN among integers.
FillPattern fill_pattern(FillValue value, DataType dtype, const Tile& tile);

// All of a tensor, its padding too.
void fill(const Tensor& target, FillValue value);
// The points of a box: elements of a row-major tensor, tiles of a tiled one. Throws
// std::invalid_argument unless the tensor holds it.
void fill(const Tensor& target, FillValue value, const Box& box);

}  // namespace ttnn
