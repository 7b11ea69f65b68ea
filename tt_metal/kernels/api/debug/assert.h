// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// ASSERT(condition): ends the program with an error that names core, hart, condition and line.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/issue.h"

#define ASSERT_AS_TEXT(x) #x
#define ASSERT_TEXT(condition, file, line) file ":" ASSERT_AS_TEXT(line) ": " condition
// Upstream has a kind of assertion as a further argument, which says nothing here.
#define ASSERT(condition, ...)                                                            \
    do {                                                                                  \
        if (!(condition)) {                                                               \
            tt::hw::issue<tt::hw::MovementOp::kHartAssert>(                               \
                reinterpret_cast<uint32_t>(ASSERT_TEXT(#condition, __FILE__, __LINE__))); \
        }                                                                                 \
    } while (false)
