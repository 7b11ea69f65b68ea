// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a parked hart waits for.
#pragma once

#include <cstdint>

namespace tt::sim {

enum class WaitKind : uint8_t {
    kNothing,
    kPagesFree,         // subject: circular buffer; value: pages
    kPagesAvailable,    // subject: circular buffer; value: pages
    kSemaphoreEqual,    // subject: L1 address; value: of the word
    kSemaphoreAtLeast,  // subject: L1 address; value: of the word
    kMailboxRoom,       // subject: Mailboxes::between()
    kMailboxWord,       // subject: Mailboxes::between()
    kDstReleased,
    kDstCommitted,
    kSourceFree,
    kSourceFilled,
};

struct Wait {
    WaitKind kind = WaitKind::kNothing;
    uint32_t subject = 0;
    uint32_t value = 0;
};

}  // namespace tt::sim
