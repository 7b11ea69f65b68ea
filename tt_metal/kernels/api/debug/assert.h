// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// ASSERT(condition): ends the program with an error that names core, hart and line.
#pragma once

#include "tt_metal/hw/firmware/issue.h"

#define ASSERT(condition)                                             \
    do {                                                              \
        if (!(condition)) {                                           \
            tt::hw::issue<tt::hw::MovementOp::kHartAssert>(__LINE__); \
        }                                                             \
    } while (false)
