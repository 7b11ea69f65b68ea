// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How a hart's printed values are written from now on: rs1 of MovementOp::kPrintFormat.
#pragma once

#include <stdint.h>

namespace tt::hw {

enum class PrintFormat : uint32_t {
    kDecimal = 0,
    kHexadecimal = 1,
    kOctal = 2,
    kDefaultFloat = 3,
    kFixed = 4,
    kWidth = 5,      // rs2: least number of characters of the next value
    kPrecision = 6,  // rs2: digits of floats
};

}  // namespace tt::hw
