// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The network of a chip: which memory answers at which coordinate. It carries bytes at once and in
// order; what is delayed until it is awaited is the business of NocPort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/sim/core_coord.hpp"
#include "tt_metal/sim/dram/sparse_memory.hpp"
#include "tt_metal/sim/noc/free_ranges.hpp"

namespace tt::sim {

// One place on the network: the L1 of a worker, or a DRAM channel.
struct NocNode {
    std::span<std::byte> l1;
    SparseMemory* dram = nullptr;
    const FreeRanges* free = nullptr;  // of the memory; null: not known

    bool is_there() const { return dram != nullptr || !l1.empty(); }
    uint64_t size_bytes() const { return dram ? dram->size_bytes() : l1.size(); }
};

struct NocAlignment {
    uint32_t l1_bytes;
    uint32_t dram_read_bytes;
    uint32_t dram_write_bytes;
};

class Noc {
 public:
    explicit Noc(NocAlignment alignment);

    // What is given must outlive the network. Both throw std::invalid_argument for a coordinate
    // that is taken or cannot be part of a NoC address.
    void attach_l1(NocCoord at, std::span<std::byte> l1, const FreeRanges* free = nullptr);
    void attach_dram(NocCoord at, SparseMemory& dram, const FreeRanges* free = nullptr);

    const NocAlignment& alignment() const { return alignment_; }

    // The node that answers, after checking that it is there, has these bytes, and that they are in
    // use. Throws Fault.
    const NocNode& resolve(uint64_t noc_address, uint64_t size_bytes) const;

 private:
    NocNode& place(NocCoord at);

    NocAlignment alignment_;
    std::vector<NocNode> nodes_;  // by noc_xy()
};

// "NoC (18,19) 0x00012340", for messages.
std::string describe_noc_address(uint64_t noc_address);

}  // namespace tt::sim
