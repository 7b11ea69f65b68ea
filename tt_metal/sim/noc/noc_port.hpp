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

    // Throw Fault for ends that are not there, not reachable, or not aligned alike.
    void read(uint32_t l1_address, uint32_t size_bytes);
    void write(uint32_t l1_address, uint32_t size_bytes);

    void read_barrier();
    // All writes have left (and, this being no model of time, arrived).
    void write_barrier();

    // Take effect at once, after all writes before them. Both change an aligned 32-bit word, the
    // increment only in L1; else they throw Fault.
    void atomic_increment(uint32_t increment);
    void inline_write(uint32_t value);

    // Throws Fault if reads or writes have been issued that were never awaited.
    void check_nothing_pending() const;
    void reset();

 private:
    struct Transfer {
        const NocNode* node;
        uint64_t node_address;
        uint32_t l1_address;
        uint32_t size_bytes;
    };

    uint64_t target() const;
    Transfer make_transfer(const char* verb, uint32_t l1_address, uint32_t size_bytes,
                           uint32_t dram_alignment_bytes) const;
    void deliver_writes();

    const Noc& noc_;
    std::span<std::byte> l1_;
    RunStatistics& statistics_;
    bool has_target_ = false;
    uint64_t target_ = 0;
    std::vector<Transfer> reads_;
    std::vector<Transfer> writes_;
    // Writes that an increment or inline write has pushed on: they have arrived, but the kernel has
    // not made sure of it.
    uint64_t delivered_unawaited_ = 0;
};

}  // namespace tt::sim
