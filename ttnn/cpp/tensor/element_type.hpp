// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Conversion of elements between data types, on the host and in the order they lie.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

// float32 to bfloat16 rounds to nearest even; all else is exact. Both spans must hold the same
// number of elements; std::invalid_argument if not. No alignment is needed.
void convert_elements(std::span<const std::byte> source, DataType source_type,
                      std::span<std::byte> target, DataType target_type);

}  // namespace ttnn
