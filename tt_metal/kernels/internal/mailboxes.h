// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Words from one hart of a compute kernel to another.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

namespace ckernel {

enum ThreadId : uint8_t {
    BriscThreadId = static_cast<uint8_t>(tt::hw::Hart::kBrisc),
    UnpackThreadId = static_cast<uint8_t>(tt::hw::Hart::kTrisc0),
    MathThreadId = static_cast<uint8_t>(tt::hw::Hart::kTrisc1),
    PackThreadId = static_cast<uint8_t>(tt::hw::Hart::kTrisc2),
};

// Waits while four words are unread.
inline void mailbox_write(uint32_t to_thread, uint32_t word) {
    tt::hw::issue<tt::hw::MovementOp::kMailboxWrite>(to_thread, word);
}
// Waits until there is a word.
inline uint32_t mailbox_read(uint32_t from_thread) {
    const uint32_t word = tt::hw::query<tt::hw::MovementOp::kMailboxRead>(from_thread);
    // The writer may have told what L1 holds by now.
    asm volatile("" ::: "memory");
    return word;
}

// What the unpack hart finds, on all three harts.
template <typename Find>
inline uint32_t told_by_unpack([[maybe_unused]] Find find) {
    if constexpr (kUnpacks) {
        const uint32_t word = find();
        mailbox_write(MathThreadId, word);
        mailbox_write(PackThreadId, word);
        return word;
    } else {
        return mailbox_read(UnpackThreadId);
    }
}

}  // namespace ckernel
