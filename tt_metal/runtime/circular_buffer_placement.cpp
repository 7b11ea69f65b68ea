// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/circular_buffer_placement.hpp"

#include <algorithm>
#include <unordered_map>

namespace tt::tt_metal::runtime_internal {

CircularBufferPlacement place_circular_buffers(const std::vector<CircularBuffer>& buffers,
                                               uint64_t base, uint64_t alignment) {
    CircularBufferPlacement placement{
        .base = base, .addresses = {}, .end = base, .fullest_core = {}};
    std::unordered_map<CoreCoord, uint64_t> ends;  // of what each core has so far
    for (const CircularBuffer& buffer : buffers) {
        if (const auto address = buffer.config.globally_allocated_address()) {
            placement.addresses.push_back(*address);
            continue;
        }
        const auto cores = corerange_to_cores(buffer.cores);
        uint64_t address = base;
        for (const CoreCoord& core : cores) {
            const auto found = ends.find(core);
            if (found != ends.end()) address = std::max(address, found->second);
        }
        address = (address + alignment - 1) / alignment * alignment;
        const uint64_t end = address + buffer.config.total_size();
        for (const CoreCoord& core : cores) ends[core] = end;
        placement.addresses.push_back(address);
        if (end > placement.end) {
            placement.end = end;
            placement.fullest_core = cores.front();
        }
    }
    return placement;
}

}  // namespace tt::tt_metal::runtime_internal
