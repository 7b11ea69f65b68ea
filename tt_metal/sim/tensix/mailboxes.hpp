// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Words from hart to hart of one core: a short queue for each pair. Misuse throws Fault.
#pragma once

#include <array>
#include <cstdint>
#include <format>

#include "tt_metal/hw/hart.h"
#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {

class Mailboxes {
 public:
    // All empty.
    void reset() { queues_ = {}; }

    // Names the queue of a pair of harts in the calls below.
    static uint32_t between(uint32_t from, uint32_t to) {
        if (from >= hw::kNumHarts || to >= hw::kNumHarts || from == to) {
            throw Fault(ErrorKind::kInstruction,
                        std::format("no mailbox leads from hart {} to hart {}; a core has {} harts",
                                    from, to, hw::kNumHarts));
        }
        return from * hw::kNumHarts + to;
    }
    bool has_room(uint32_t queue) const {
        return queues_[queue].written - queues_[queue].read < hw::kMailboxWords;
    }
    bool has_word(uint32_t queue) const { return queues_[queue].written != queues_[queue].read; }
    void push(uint32_t queue, uint32_t word) {
        Queue& to = queues_[queue];
        to.words[to.written++ % hw::kMailboxWords] = word;
    }
    uint32_t pop(uint32_t queue) {
        Queue& from = queues_[queue];
        return from.words[from.read++ % hw::kMailboxWords];
    }

 private:
    struct Queue {
        std::array<uint32_t, hw::kMailboxWords> words{};
        // Words so far; they wrap.
        uint32_t written = 0;
        uint32_t read = 0;
    };
    std::array<Queue, hw::kNumHarts * hw::kNumHarts> queues_{};
};

}  // namespace tt::sim
