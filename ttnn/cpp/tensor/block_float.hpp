// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Block floats: tiles whose rows of faces, 16 elements each, share an exponent.
//
// A tile starts with the exponents of all its runs, filled up to whole 16 bytes; the elements
// follow as sign and magnitude, the leading bit written out: 8 bits each, or 4, two to a byte, the
// first in the low half. Source: data formats in Tenstorrent's public documentation of the Tensix
// core.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

// Elements are in the order of tiles. Packing rounds to nearest even; what rounding would carry
// past the width of an element becomes the largest there is, and so do infinity and NaN; denormals
// become zero. Unpacking is exact. std::invalid_argument unless the sizes are those of whole tiles.
void pack_block_floats(std::span<const float> values, const Tile& tile, DataType dtype,
                       std::span<std::byte> packed);
void unpack_block_floats(std::span<const std::byte> packed, const Tile& tile, DataType dtype,
                         std::span<float> values);

}  // namespace ttnn
