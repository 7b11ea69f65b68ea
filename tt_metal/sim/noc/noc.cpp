// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/noc.hpp"

#include <format>
#include <stdexcept>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {

Noc::Noc(NocAlignment alignment)
    : alignment_(alignment), nodes_(size_t{1} << (2 * hw::kNocCoordinateBits)) {}

void Noc::attach_l1(NocCoord at, std::span<std::byte> l1, const FreeRanges* free) {
    place(at) = {.l1 = l1, .dram = nullptr, .free = free};
}

void Noc::attach_dram(NocCoord at, SparseMemory& dram, const FreeRanges* free) {
    place(at) = {.l1 = {}, .dram = &dram, .free = free};
}

NocNode& Noc::place(NocCoord at) {
    if (at.x > hw::kNocCoordinateMask || at.y > hw::kNocCoordinateMask) {
        throw std::invalid_argument(std::format("NoC coordinate ({},{}) does not fit in {} bits",
                                                at.x, at.y, hw::kNocCoordinateBits));
    }
    NocNode& node = nodes_[hw::noc_xy(at.x, at.y)];
    if (node.is_there()) {
        throw std::invalid_argument(
            std::format("NoC coordinate ({},{}) is used twice", at.x, at.y));
    }
    return node;
}

const NocNode& Noc::resolve(uint64_t noc_address, uint64_t size_bytes) const {
    const NocNode& node = nodes_[hw::noc_xy(hw::noc_x(noc_address), hw::noc_y(noc_address))];
    if (!node.is_there()) {
        throw Fault(ErrorKind::kNoc, std::format("{}: nothing is at this coordinate",
                                                 describe_noc_address(noc_address)));
    }
    const uint64_t address = hw::noc_local_address(noc_address);
    if (address + size_bytes > node.size_bytes()) {
        throw Fault(ErrorKind::kNoc, std::format("{}: {} bytes reach beyond the {} bytes of {}",
                                                 describe_noc_address(noc_address), size_bytes,
                                                 node.size_bytes(), node.dram ? "DRAM" : "L1"));
    }
    if (!node.dram && address < hw::kL1NullGuardSize) {
        throw Fault(ErrorKind::kNoc,
                    std::format("{}: the first {} bytes of L1 may not be touched",
                                describe_noc_address(noc_address), hw::kL1NullGuardSize));
    }
    if (node.free && node.free->overlap(address, size_bytes)) {
        throw Fault(
            ErrorKind::kNoc,
            std::format("{}: {} bytes that are not all in buffers; a buffer has been freed, "
                        "or ends before them",
                        describe_noc_address(noc_address), size_bytes));
    }
    return node;
}

std::string describe_noc_address(uint64_t noc_address) {
    return std::format("NoC ({},{}) 0x{:08x}", hw::noc_x(noc_address), hw::noc_y(noc_address),
                       hw::noc_local_address(noc_address));
}

}  // namespace tt::sim
