// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// One hart's way onto the network.
//
// A transfer is checked when it is issued, but moves its bytes as late as the rules of the NoC
// allow: when it is awaited, or when a later write of the same hart must arrive after it. So a
// kernel that does not wait sees old bytes, every time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tt_metal/sim/noc/noc.hpp"
#include "tt_metal/sim/run_statistics.hpp"

namespace tt::sim {

class NocPort {
 public:
    // `l1` is that of the hart's own core. All three must outlive the port.
    NocPort(const Noc& noc, std::span<std::byte> l1, RunStatistics& statistics)
        : noc_(noc), l1_(l1), statistics_(statistics) {}

    // The far end of all that follows, until set anew.
    void set_target(uint64_t noc_address);

    // Throw Fault for ends that are not there, not reachable, not aligned alike, or to be written
    // though they are the host's. pc: of the instruction, for check_nothing_pending().
    void read(uint32_t l1_address, uint32_t size_bytes, uint32_t pc = 0);
    void write(uint32_t l1_address, uint32_t size_bytes, uint32_t pc = 0);
    // To the L1 of each core in the rectangle that the target is. The sender is among them only if
    // set_receivers() said so, and there must be as many as it said.
    void multicast(uint32_t l1_address, uint32_t size_bytes, uint32_t pc = 0);
    void set_receivers(uint32_t number, bool with_sender);

    // The number that reads have from now on; 0 at first.
    void set_read_number(uint32_t number) { read_number_ = number; }
    // Awaits the reads of one number, or all.
    void read_barrier(uint32_t number);
    void read_barrier();
    // All writes have left (and, this being no model of time, arrived).
    void write_barrier();
    // Time passes: what was written arrives, awaited or not.
    void settle() {
        if (!writes_.empty()) deliver_writes();
    }

    // Take effect at once, after all writes before them. Both change an aligned 32-bit word, the
    // increment only in L1; else they throw Fault.
    void atomic_increment(uint32_t increment);
    // Bit i keeps byte i of the far word as it is.
    void inline_write(uint32_t value, uint32_t kept_bytes = 0);

    // Throws Fault, of the pc of the last of them, if reads or writes have been issued that were
    // never awaited.
    void check_nothing_pending() const;
    void reset();

 private:
    struct Transfer {
        const NocNode* node;
        uint64_t node_address;
        uint32_t l1_address;
        uint32_t size_bytes;
        uint32_t number = 0;
        uint32_t pc = 0;
    };

    uint64_t target() const;
    Transfer make_transfer(const char* verb, uint64_t far, uint32_t l1_address, uint32_t size_bytes,
                           uint32_t dram_alignment_bytes) const;
    void check_writable(const char* verb, const NocNode& node, uint64_t far,
                        uint64_t size_bytes) const;
    void deliver(const Transfer& read);
    void deliver_writes();

    const Noc& noc_;
    std::span<std::byte> l1_;
    RunStatistics& statistics_;
    bool has_target_ = false;
    uint64_t target_ = 0;
    uint32_t read_number_ = 0;
    uint32_t num_receivers_ = 0;
    bool sender_receives_ = false;
    std::vector<Transfer> reads_;
    std::vector<Transfer> writes_;
    // Writes that an increment or inline write has pushed on: they have arrived, but the kernel has
    // not made sure of it.
    uint64_t delivered_unawaited_ = 0;
    uint32_t last_write_pc_ = 0;
};

}  // namespace tt::sim
