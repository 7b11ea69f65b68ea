// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What one kind of chip has: grid, memories, coordinates, alignments. The values are data, in
// descriptors/*.yaml, and become C++ when the library is built.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tt_metal/sim/core_coord.hpp"

namespace tt::sim {

// One DRAM controller with its memory, which is reached at several places on the network.
struct DramChannel {
    uint64_t size_bytes;
    std::vector<NocCoord> endpoints;
};

// What software takes for one bank: a part of a channel, by one of its endpoints.
struct DramBankPlace {
    uint32_t channel;
    NocCoord endpoint;
    uint32_t base_offset;  // within the channel
};

struct ChipDescriptor {
    std::string name;       // "wormhole_b0"
    CoreCoord worker_grid;  // columns, rows
    // NoC coordinate of each column and each row of the grid.
    std::vector<uint32_t> worker_noc_x;
    std::vector<uint32_t> worker_noc_y;
    uint32_t l1_size_bytes;
    uint32_t num_circular_buffers;  // per core
    std::vector<DramChannel> dram_channels;
    std::vector<DramBankPlace> dram_banks;
    uint64_t dram_bank_size_bytes;
    // Both ends of a transfer must be equal modulo these.
    uint32_t l1_alignment_bytes;
    uint32_t dram_read_alignment_bytes;
    uint32_t dram_write_alignment_bytes;
    uint32_t clock_mhz;

    uint32_t num_workers() const { return worker_grid.x * worker_grid.y; }
    uint32_t num_dram_banks() const { return static_cast<uint32_t>(dram_banks.size()); }
    // Of places from which bytes can be both read and written.
    uint32_t dram_alignment_bytes() const {
        return std::max(dram_read_alignment_bytes, dram_write_alignment_bytes);
    }
    bool has_worker(CoreCoord core) const {
        return core.x < worker_grid.x && core.y < worker_grid.y;
    }
    NocCoord worker_noc(CoreCoord core) const {
        return {worker_noc_x[core.x], worker_noc_y[core.y]};
    }
    // L1 bank i is the L1 of this core: row by row.
    CoreCoord l1_bank_core(uint32_t bank) const {
        return {bank % worker_grid.x, bank / worker_grid.x};
    }
};

const ChipDescriptor& wormhole_b0();
const ChipDescriptor& blackhole();

}  // namespace tt::sim
