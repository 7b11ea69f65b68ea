// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How a function of the API ends the program for an argument that cannot be. Unlike ASSERT, it is
// blamed on the line of the kernel that called the function.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/refusal.h"

template <tt::hw::Refusal kReason>
inline void refuse_unless(bool condition, uint32_t value) {
    if (!condition) {
        tt::hw::issue<tt::hw::MovementOp::kHartRefuse>(static_cast<uint32_t>(kReason), value);
    }
}
