// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/memories.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "tt_metal/hw/memory_map.h"

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::ChipProperties;

void check_size(const char* name, uint64_t size, uint64_t most) {
    if (size <= most) return;
    throw std::invalid_argument(std::string(name) + " " + std::to_string(size) +
                                " B: a bank has room for at most " + std::to_string(most) + " B");
}

uint64_t divide_up(uint64_t a, uint64_t b) { return (a + b - 1) / b; }

uint64_t unreserved_base(const ChipProperties& chip, const MemorySizes& sizes) {
    check_size("worker_l1_size", sizes.worker_l1, chip.l1_size_bytes - hw::kL1UnreservedBase);
    const uint64_t base =
        sizes.worker_l1 == 0 ? hw::kL1UnreservedBase : chip.l1_size_bytes - sizes.worker_l1;
    check_size("l1_small_size", sizes.l1_small, chip.l1_size_bytes - base);
    check_size("trace_region_size", sizes.trace_region, chip.dram_bank_size_bytes);
    return base;
}

}  // namespace

Memories::Memories(const ChipProperties& chip, const MemorySizes& sizes)
    : dram_alignment_(chip.dram_alignment_bytes),
      l1_alignment_(chip.l1_alignment_bytes),
      transfer_alignment_(std::max(dram_alignment_, l1_alignment_)),
      l1_unreserved_base_(divide_up(unreserved_base(chip, sizes), transfer_alignment_) *
                          transfer_alignment_) {
    const uint64_t dram_end = chip.dram_bank_size_bytes - sizes.trace_region;
    const uint64_t l1_end = chip.l1_size_bytes - sizes.l1_small;
    const uint64_t l1_start = l1_unreserved_base_;
    const uint64_t alignment = transfer_alignment_;
    banks_ = {
        {0, dram_end, alignment, Direction::kUpward},
        {l1_start, l1_end, alignment, Direction::kDownward},
        {l1_end, chip.l1_size_bytes, alignment, Direction::kDownward},
        {dram_end, chip.dram_bank_size_bytes, alignment, Direction::kUpward},
    };
}

std::optional<uint64_t> Memories::allocate(BufferType type, uint64_t size,
                                           std::optional<bool> bottom_up) {
    const std::scoped_lock lock(mutex_);
    if (!bottom_up) return bank(type).allocate(size);
    return bank(type).allocate(size, *bottom_up ? Direction::kUpward : Direction::kDownward);
}

void Memories::free(BufferType type, uint64_t address) {
    const std::scoped_lock lock(mutex_);
    bank(type).free(address);
}

void Memories::check_range(BufferType type, uint64_t address, uint64_t size) const {
    const BankAllocator& memory = bank(type);
    const std::string place = "address " + std::to_string(address) + ": ";
    if (const uint64_t alignment = page_alignment(type); address % alignment != 0) {
        throw std::invalid_argument(place + "must be a multiple of " + std::to_string(alignment) +
                                    " B");
    }
    if (address < memory.begin() || address > memory.end() || size > memory.end() - address) {
        throw std::out_of_range(place + std::to_string(size) + " B from there on are not all in " +
                                buffer_type_name(type) + ", which reaches from " +
                                std::to_string(memory.begin()) + " to " +
                                std::to_string(memory.end()));
    }
}

void Memories::note_chosen(BufferType type, uint64_t address, uint64_t size) {
    const std::scoped_lock lock(mutex_);
    add(is_dram_type(type) ? chosen_dram_ : chosen_l1_, {address, address + size});
}

AddressRanges Memories::free_dram() const {
    const std::scoped_lock lock(mutex_);
    AddressRanges free = bank(BufferType::DRAM).free_ranges();
    for (const AddressRange& range : bank(BufferType::TRACE).free_ranges()) add(free, range);
    return difference(free, chosen_dram_);
}

AddressRanges Memories::freed_l1(uint64_t from) const {
    const std::scoped_lock lock(mutex_);
    AddressRanges freed;
    for (const BufferType type : {BufferType::L1, BufferType::L1_SMALL}) {
        const BankAllocator& memory = bank(type);
        for (const AddressRange& range :
             intersection(memory.free_ranges(), memory.once_allocated())) {
            add(freed, range);
        }
    }
    return difference(difference(freed, {{0, from}}), chosen_l1_);
}

MemoryView Memories::view(BufferType type) const {
    const std::scoped_lock lock(mutex_);
    const BankAllocator& memory = bank(type);
    return {
        .total_bytes_per_bank = memory.total_bytes(),
        .total_bytes_allocated_per_bank = memory.allocated_bytes(),
        .total_bytes_free_per_bank = memory.free_bytes(),
        .largest_contiguous_bytes_free_per_bank = memory.largest_free_bytes(),
    };
}

uint64_t Memories::lowest_l1_address() const {
    const std::scoped_lock lock(mutex_);
    return bank(BufferType::L1).lowest_allocated_address();
}

bool Memories::has_l1_buffers() const {
    const std::scoped_lock lock(mutex_);
    return bank(BufferType::L1).allocated_bytes() > 0;
}

}  // namespace tt::tt_metal::runtime_internal
