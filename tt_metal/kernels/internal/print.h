// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What printed lines are made of. Text travels in the instructions' operands, four characters each,
// so that literals take no local memory.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/print_format.h"

namespace print_internal {

using tt::hw::issue;
using tt::hw::MovementOp;
using tt::hw::PrintFormat;

constexpr uint32_t packed(const char* text, uint32_t length) {
    uint32_t word = 0;
    for (uint32_t i = 0; i < length; ++i) {
        word |= static_cast<uint32_t>(static_cast<uint8_t>(text[i])) << 8 * i;
    }
    return word;
}

template <uint32_t kSize>
inline __attribute__((always_inline)) void print_literal(const char (&text)[kSize]) {
#pragma clang loop unroll(full)
    for (uint32_t i = 0; i + 1 < kSize; i += 4) {
        issue<MovementOp::kPrintText>(packed(text + i, kSize - 1 - i < 4 ? kSize - 1 - i : 4));
    }
}

inline void print_text(const char* text) {
    for (; *text != '\0'; ++text) issue<MovementOp::kPrintText>(static_cast<uint8_t>(*text));
}

inline void print_number(uint64_t value) {
    issue<MovementOp::kPrintUnsigned>(static_cast<uint32_t>(value),
                                      static_cast<uint32_t>(value >> 32));
}

inline void print_number(int64_t value) {
    issue<MovementOp::kPrintSigned>(static_cast<uint32_t>(value),
                                    static_cast<uint32_t>(static_cast<uint64_t>(value) >> 32));
}

}  // namespace print_internal
