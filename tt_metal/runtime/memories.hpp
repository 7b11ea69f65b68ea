// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What is taken of each memory of a chip, or of several chips that allocate in lock step.
//
//     0 | DRAM, upward ...                          | TRACE, upward |      of every DRAM bank
//     unreserved base | circular buffers -> ... <- L1 | L1_SMALL    |      of every L1
//
// Buffers and circular buffers start at multiples of transfer_alignment(), so that their first
// bytes can go between any two memories.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

#include <tt-metalium/device.hpp>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/runtime/bank_allocator.hpp"

namespace tt::tt_metal::runtime_internal {

// Bytes of each bank; 0 for worker_l1: all that there is.
struct MemorySizes {
    uint64_t l1_small = 0;
    uint64_t trace_region = 0;
    uint64_t worker_l1 = 0;
};

// Thread-safe.
class Memories {
 public:
    // Throws std::invalid_argument for sizes that the chip's memories do not have.
    Memories(const device_internal::ChipProperties& chip, const MemorySizes& sizes);

    // As BankAllocator does; bottom_up: instead of the memory's own direction.
    std::optional<uint64_t> allocate(BufferType type, uint64_t size, std::optional<bool> bottom_up);
    void free(BufferType type, uint64_t address);
    // Throws std::out_of_range unless the memory has these bytes, and std::invalid_argument for an
    // address that no page can have.
    void check_range(BufferType type, uint64_t address, uint64_t size) const;

    // Tells that the host has chosen these addresses of its memory itself, so that something is
    // there although nothing was allocated.
    void note_chosen(BufferType type, uint64_t address, uint64_t size);
    // What kernels have no business with. Of each DRAM bank: all that is free. Of each L1: what was
    // freed, from this address on; much else is scratch memory for kernels.
    AddressRanges free_dram() const;
    AddressRanges freed_l1(uint64_t from) const;

    // All but the number of banks.
    MemoryView view(BufferType type) const;
    uint64_t l1_unreserved_base() const { return l1_unreserved_base_; }
    uint64_t transfer_alignment() const { return transfer_alignment_; }
    // Where circular buffers must end.
    uint64_t lowest_l1_address() const;
    bool has_l1_buffers() const;

 private:
    BankAllocator& bank(BufferType type) { return banks_[static_cast<uint8_t>(type)]; }
    const BankAllocator& bank(BufferType type) const { return banks_[static_cast<uint8_t>(type)]; }

    uint64_t page_alignment(BufferType type) const {
        return is_dram_type(type) ? dram_alignment_ : l1_alignment_;
    }

    uint64_t dram_alignment_;
    uint64_t l1_alignment_;
    uint64_t transfer_alignment_;
    uint64_t l1_unreserved_base_;
    mutable std::mutex mutex_;
    std::vector<BankAllocator> banks_;  // by BufferType
    AddressRanges chosen_dram_;
    AddressRanges chosen_l1_;
};

}  // namespace tt::tt_metal::runtime_internal
