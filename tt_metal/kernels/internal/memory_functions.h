// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Bytes copied, filled and compared. Besides kernels, the compiler calls them: for an array that is
// cleared, or a struct that is copied. There is no C library to have them from. Compiled without
// built-in functions, no loop here is made a call of itself.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define MEMORY_FUNCTION [[gnu::used, gnu::weak]] inline

namespace memory_internal {
// Whatever type the bytes belong to.
using Word [[gnu::may_alias]] = uint32_t;
}  // namespace memory_internal

extern "C" {

MEMORY_FUNCTION void* memcpy(void* to, const void* from, size_t size) {
    auto* out = static_cast<uint8_t*>(to);
    auto* in = static_cast<const uint8_t*>(from);
    // Whole words, if they are aligned alike.
    if (((reinterpret_cast<uintptr_t>(out) ^ reinterpret_cast<uintptr_t>(in)) & 3) == 0) {
        for (; size > 0 && (reinterpret_cast<uintptr_t>(out) & 3) != 0; --size) *out++ = *in++;
        using memory_internal::Word;
        for (; size >= sizeof(Word);
             size -= sizeof(Word), out += sizeof(Word), in += sizeof(Word)) {
            *reinterpret_cast<Word*>(out) = *reinterpret_cast<const Word*>(in);
        }
    }
    for (; size > 0; --size) *out++ = *in++;
    return to;
}

MEMORY_FUNCTION void* memmove(void* to, const void* from, size_t size) {
    auto* out = static_cast<uint8_t*>(to);
    auto* in = static_cast<const uint8_t*>(from);
    if (out <= in) {
        for (; size > 0; --size) *out++ = *in++;
    } else {
        while (size-- > 0) out[size] = in[size];
    }
    return to;
}

MEMORY_FUNCTION void* memset(void* to, int value, size_t size) {
    auto* out = static_cast<uint8_t*>(to);
    for (; size > 0; --size) *out++ = static_cast<uint8_t>(value);
    return to;
}

MEMORY_FUNCTION int memcmp(const void* a, const void* b, size_t size) {
    auto* left = static_cast<const uint8_t*>(a);
    auto* right = static_cast<const uint8_t*>(b);
    for (; size > 0; --size, ++left, ++right) {
        if (*left != *right) return *left - *right;
    }
    return 0;
}

}  // extern "C"

#undef MEMORY_FUNCTION
