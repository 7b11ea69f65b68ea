// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Why a function of the kernel API refuses what it was given; each goes with the value.
#pragma once

#include <stdint.h>

namespace tt::hw {

enum class Refusal : uint8_t {
    kDramBank,  // the chip has no bank of this number
    kL1Bank,
    kPage,        // the tensor has no page of this number
    kPacketSize,  // more bytes than one packet has
};

}  // namespace tt::hw
