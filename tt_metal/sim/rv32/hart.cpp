// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/hart.hpp"

#include <cstring>
#include <format>
#include <stdexcept>
#include <utility>

#include "tt_metal/sim/rv32/decode.hpp"
#include "tt_metal/sim/rv32/disassemble.hpp"

namespace tt::sim {
namespace {

std::string size_text(size_t size_bytes) {
    return size_bytes % 1024 == 0 ? std::format("{} KiB", size_bytes / 1024)
                                  : std::format("{} B", size_bytes);
}

}  // namespace

Hart::Hart(hw::Hart id, std::span<std::byte> l1, HartPort& port)
    : id_(id), l1_(l1), local_memory_(hw::local_memory_size(id)), port_(port) {
    if (l1.size() < hw::kL1UnreservedBase || l1.size() > hw::kLocalMemoryBase ||
        l1.size() % 4 != 0) {
        throw std::invalid_argument(
            std::format("l1: {} B; must be whole words, at least {} B and at most {} B", l1.size(),
                        hw::kL1UnreservedBase, hw::kLocalMemoryBase));
    }
}

void Hart::reset(std::shared_ptr<const ProgramImage> image) {
    if (image == nullptr) {
        throw std::invalid_argument("image: null");
    }
    if (image->local_memory_extent() > local_memory_.size()) {
        throw std::invalid_argument(std::format(
            "image: {} needs {} B of local memory, but {} has {}", image->name(),
            image->local_memory_extent(), hw::hart_name(id_), size_text(local_memory_.size())));
    }
    image_ = std::move(image);
    image_->initialise_local_memory(local_memory_);
    registers_.fill(0);
    pc_ = image_->entry();
    retired_instructions_ = 0;
    halted_ = false;
}

RunResult Hart::run(uint32_t fuel) {
    if (image_ == nullptr) {
        throw std::logic_error(std::format("{} runs before its first reset", hw::hart_name(id_)));
    }
    return halted_ ? RunResult::kHalted : interpret(fuel);
}

uint32_t Hart::register_value(uint32_t index) const {
    if (index >= rv32::kDiscardRegister) {
        throw std::out_of_range(std::format("index: {}; a hart has registers 0 to 31", index));
    }
    return registers_[index];
}

std::string Hart::location(uint32_t pc) const {
    const std::string place = image_ ? image_->place_at(pc) : "";
    return std::format("{} at {:#010x}{}", hw::hart_name(id_), pc,
                       place.empty() ? "" : " (" + place + ")");
}

bool Hart::is_in_reserved_l1(uint32_t address, uint32_t size_bytes) const {
    return address >= hw::kL1NullGuardSize && address < hw::kL1UnreservedBase &&
           address % size_bytes == 0;
}

void Hart::store_elsewhere(uint32_t address, uint32_t size_bytes, uint32_t value) {
    if (!is_in_reserved_l1(address, size_bytes)) trap_store(address, size_bytes);
    port_.check_reserved_store(address, size_bytes);
    std::memcpy(&l1_[address], &value, size_bytes);
}

uint32_t Hart::load_elsewhere(uint32_t address, uint32_t size_bytes) const {
    uint32_t value = 0;
    if (is_in_reserved_l1(address, size_bytes)) {
        port_.check_reserved_load(address, size_bytes);
        std::memcpy(&value, &l1_[address], size_bytes);
        return value;
    }
    const auto memory = image_->instruction_memory();
    const uint32_t offset = address - hw::kInstructionMemoryBase;
    if (offset >= memory.size() || address % size_bytes != 0) {
        trap_access("load from", address, size_bytes);
    }
    std::memcpy(&value, memory.data() + offset, size_bytes);
    return value;
}

uint32_t Hart::word_at_pc() const {
    return rv32::word_at(image_->instruction_memory(), pc_ - hw::kInstructionMemoryBase);
}

void Hart::trap(TrapKind kind, std::string reason) const {
    throw HartTrap(kind, pc_, location(), std::move(reason));
}

void Hart::trap_access(const char* access, uint32_t address, uint32_t size_bytes) const {
    const std::string what = std::format("{} {:#010x}", access, address);
    const std::string by = ": " + rv32::disassemble(word_at_pc());
    if (address % size_bytes != 0) {
        trap(TrapKind::kMisalignedAddress,
             std::format("{} not aligned to {} B{}", what, size_bytes, by));
    }
    if (address < hw::kL1NullGuardSize) {
        trap(TrapKind::kNullPointer, what + " through a null pointer" + by);
    }
    // The memory that was probably meant is the nearest one below; overflowing stacks come from
    // above.
    constexpr uint32_t kUpperHalf = 0x80000000;
    const auto [memory, size_bytes_of_memory] =
        address < kUpperHalf ? std::pair{"L1", l1_.size()}
        : address < hw::kInstructionMemoryBase
            ? std::pair{"local memory", local_memory_.size()}
            : std::pair{"the program", image_->instruction_memory().size()};
    trap(TrapKind::kOutOfBounds,
         std::format("{} outside {} ({}){}", what, memory, size_text(size_bytes_of_memory), by));
}

void Hart::trap_store(uint32_t address, uint32_t size_bytes) const {
    const bool is_instruction_memory =
        address - hw::kInstructionMemoryBase < hw::kInstructionMemorySize;
    if (is_instruction_memory && address % size_bytes == 0) {
        trap(TrapKind::kInstructionMemoryWritten,
             std::format("store to {:#010x} in the instruction memory: {}", address,
                         rv32::disassemble(word_at_pc())));
    }
    trap_access("store to", address, size_bytes);
}

void Hart::trap_jump(uint32_t target) const {
    const std::string what = std::format("jump to {:#010x}", target);
    if (target % 4 != 0) {
        trap(TrapKind::kMisalignedAddress,
             what + " not aligned to 4 B: " + rv32::disassemble(word_at_pc()));
    }
    trap(TrapKind::kOutOfBounds,
         what + " outside the program's code: " + rv32::disassemble(word_at_pc()));
}

}  // namespace tt::sim
