// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/program_image.hpp"

#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <format>
#include <memory>
#include <utility>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/sim/rv32/decode.hpp"
#include "tt_metal/sim/rv32/line_table.hpp"

namespace tt::sim {
namespace {

// Largest local memory of any hart: a file does not say which hart it is for.
constexpr uint32_t kLocalWindowSize =
    std::max(hw::kDataMovementLocalMemorySize, hw::kComputeLocalMemorySize);

// The demangler calls itself for each part of a name: longer ones could overflow its stack.
constexpr size_t kMaxMangledSize = 2048;

bool lies_in(const ElfSegment& segment, uint32_t base, uint32_t size_bytes) {
    return segment.address >= base && segment.end() <= uint64_t{base} + size_bytes;
}

bool in_instruction_memory(const ElfSegment& segment) {
    return lies_in(segment, hw::kInstructionMemoryBase, hw::kInstructionMemorySize);
}

void check_placement(const ElfSegment& segment, const std::string& name) {
    if (in_instruction_memory(segment)) {
        if (segment.writable) {
            throw ElfError(
                std::format("{}: writable segment at {:#010x} lies in the instruction memory", name,
                            segment.address));
        }
    } else if (!lies_in(segment, hw::kLocalMemoryBase, kLocalWindowSize)) {
        throw ElfError(
            std::format("{}: segment [{:#010x}, {:#010x}) lies neither in the instruction memory "
                        "({} KiB from {:#010x}) "
                        "nor in the local memory ({} KiB from {:#010x})",
                        name, segment.address, segment.end(), hw::kInstructionMemorySize / 1024,
                        hw::kInstructionMemoryBase, kLocalWindowSize / 1024, hw::kLocalMemoryBase));
    }
}

// What a C++ programmer calls the function; the empty parameter list of an entry point says
// nothing.
std::string demangled(const std::string& symbol) {
    if (symbol.size() > kMaxMangledSize) {
        return symbol;
    }
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(
        abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free);
    std::string name = text ? text.get() : symbol;
    if (name.ends_with("()")) {
        name.resize(name.size() - 2);
    }
    return name;
}

}  // namespace

std::shared_ptr<const ProgramImage> ProgramImage::from_elf(std::span<const std::byte> elf,
                                                           std::string name) {
    ElfFile file = parse_elf(elf, name);
    return std::shared_ptr<const ProgramImage>(new ProgramImage(std::move(file), std::move(name)));
}

ProgramImage::ProgramImage(ElfFile elf, std::string name)
    : name_(std::move(name)),
      entry_(elf.entry),
      functions_(std::move(elf.symbols)),
      debug_line_(std::move(elf.debug_line)),
      debug_line_str_(std::move(elf.debug_line_str)) {
    std::vector<rv32::CodeRange> code;
    for (ElfSegment& segment : elf.segments) {
        check_placement(segment, name_);
        if (!in_instruction_memory(segment)) {
            local_memory_extent_ = static_cast<uint32_t>(segment.end() - hw::kLocalMemoryBase);
            local_segments_.push_back(std::move(segment));
            continue;
        }
        // Segments ascend, so the last one has the final say; whole words are easier to execute.
        const uint64_t size_bytes = segment.end() - hw::kInstructionMemoryBase;
        instruction_memory_.resize((size_bytes + 3) / 4 * 4);
        std::ranges::copy(segment.contents, instruction_memory_.begin() +
                                                (segment.address - hw::kInstructionMemoryBase));
        if (segment.executable) {
            code.push_back({segment.address, segment.end()});
        }
    }
    const bool entry_is_code = std::ranges::any_of(code, [this](const rv32::CodeRange& range) {
        return range.begin <= entry_ && uint64_t{entry_} + 4 <= range.end;
    });
    if (entry_ % 4 != 0 || !entry_is_code) {
        throw ElfError(std::format("{}: entry point {:#010x} is no code", name_, entry_));
    }
    operations_ = rv32::decode(instruction_memory_, hw::kInstructionMemoryBase, code);
    std::ranges::stable_sort(functions_, {}, &ElfSymbol::address);
}

std::string ProgramImage::symbol_at(uint32_t pc) const {
    const auto above = std::ranges::upper_bound(functions_, pc, {}, &ElfSymbol::address);
    if (above == functions_.begin()) {
        return "";
    }
    const ElfSymbol& symbol = *std::prev(above);
    const uint32_t offset = pc - symbol.address;
    if (offset >= instruction_memory_.size() ||
        (symbol.size_bytes != 0 && offset >= symbol.size_bytes)) {
        return "";
    }
    return std::format("{}+{:#x}", demangled(symbol.name), offset);
}

std::string ProgramImage::place_at(uint32_t pc) const {
    std::string place = symbol_at(pc);
    if (const auto source = find_source_line(debug_line_, debug_line_str_, pc)) {
        place += std::format("{}{}:{}", place.empty() ? "" : ", ", source->file, source->line);
    }
    return place;
}

std::string ProgramImage::text_at(uint32_t address) const {
    const uint32_t offset = address - hw::kInstructionMemoryBase;
    if (offset >= instruction_memory_.size()) return "";
    const auto from = instruction_memory_.begin() + offset;
    const auto end = std::find(from, instruction_memory_.end(), std::byte{0});
    return {reinterpret_cast<const char*>(std::to_address(from)), static_cast<size_t>(end - from)};
}

void ProgramImage::initialise_local_memory(std::span<std::byte> memory) const {
    std::ranges::fill(memory, std::byte{0});
    for (const ElfSegment& segment : local_segments_) {
        std::ranges::copy(segment.contents,
                          memory.subspan(segment.address - hw::kLocalMemoryBase).begin());
    }
}

}  // namespace tt::sim
