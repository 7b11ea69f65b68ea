// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Bytes of L1 moved by the hart itself: what the NoC cannot do, as its ends must be aligned alike.
#pragma once

#include <stdint.h>

#include "api/dataflow/dataflow_api.h"

inline void copy_single_bytes(uint32_t from, uint32_t to, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i)
        *l1_pointer<uint8_t>(to + i) = *l1_pointer<uint8_t>(from + i);
}

// Stores whole words; each is put together from the two that its bytes lie in.
inline void copy_bytes(uint32_t from, uint32_t to, uint32_t count) {
    const uint32_t head = -to % sizeof(uint32_t);
    if (count < head + sizeof(uint32_t)) return copy_single_bytes(from, to, count);
    copy_single_bytes(from, to, head);
    from += head, to += head, count -= head;

    const uint32_t end = to + count / sizeof(uint32_t) * sizeof(uint32_t);
    const uint32_t shift = from % sizeof(uint32_t) * 8;
    if (shift == 0) {
        for (; to < end; to += sizeof(uint32_t), from += sizeof(uint32_t)) {
            *l1_pointer<uint32_t>(to) = *l1_pointer<uint32_t>(from);
        }
    } else {
        uint32_t word_at = from - shift / 8;
        uint32_t word = *l1_pointer<uint32_t>(word_at);
        from += end - to;
        for (; to < end; to += sizeof(uint32_t)) {
            const uint32_t next = *l1_pointer<uint32_t>(word_at += sizeof(uint32_t));
            *l1_pointer<uint32_t>(to) = word >> shift | next << (32 - shift);
            word = next;
        }
    }
    copy_single_bytes(from, to, count % sizeof(uint32_t));
}

// A place in L1, and the bytes from one element there to the next.
struct Steps {
    uint32_t address;
    int32_t step;
};

template <typename T>
inline void copy_elements(Steps from, Steps to, uint32_t count) {
    for (; count > 0; --count) {
        *l1_pointer<T>(to.address) = *l1_pointer<T>(from.address);
        from.address += static_cast<uint32_t>(from.step);
        to.address += static_cast<uint32_t>(to.step);
    }
}

// Elements of 1, 2 or 4 bytes.
inline void copy_elements(uint32_t element_bytes, Steps from, Steps to, uint32_t count) {
    if (element_bytes == 4) return copy_elements<uint32_t>(from, to, count);
    if (element_bytes == 2) return copy_elements<uint16_t>(from, to, count);
    copy_elements<uint8_t>(from, to, count);
}

// `address` and `count` are multiples of a word.
inline void fill_words(uint32_t address, uint32_t count, uint32_t word) {
    for (const uint32_t end = address + count; address < end; address += sizeof(uint32_t)) {
        *l1_pointer<uint32_t>(address) = word;
    }
}
