// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Conversion of dense elements from one data type to another, on the host.
#pragma once

#include <cstddef>
#include <span>

#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

// To floats: rounds to nearest even. From floats to integers: towards zero, then to the nearest
// that there is, a NaN to 0. Among integers: to the nearest that there is, to UINT8 modulo 256.
// Both spans must hold the same number of elements; std::invalid_argument if not, and for block
// floats. No alignment is needed.
void convert_elements(std::span<const std::byte> source, DataType source_type,
                      std::span<std::byte> target, DataType target_type);

}  // namespace ttnn
