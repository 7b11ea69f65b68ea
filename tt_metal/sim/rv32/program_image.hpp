// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program as harts execute it: decoded once, immutable, shared by all harts that run it.
//
//     auto image = ProgramImage::from_elf(bytes, "reader_binary.ncrisc.elf");
//     hart.reset(image);
//
// Safe to use from many threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/sim/rv32/elf.hpp"
#include "tt_metal/sim/rv32/operation.hpp"

namespace tt::sim {

class ProgramImage {
 public:
    // Takes a linked rv32im executable whose segments lie in the instruction memory and the local
    // memory of a hart. Throws ElfError, naming the file and what is wrong with it, for all else.
    static std::shared_ptr<const ProgramImage> from_elf(std::span<const std::byte> elf,
                                                        std::string name);

    const std::string& name() const { return name_; }
    uint32_t entry() const { return entry_; }

    // Function and offset like "kernel_main+0x40"; "" where the symbol table knows no function.
    std::string symbol_at(uint32_t pc) const;

    // That and the source's line, like "kernel_main+0x40, reader.cpp:12", as far as they are known.
    std::string place_at(uint32_t pc) const;

    // Contents of the instruction memory from its base on: code and read-only data. The size is a
    // multiple of 4.
    std::span<const std::byte> instruction_memory() const { return instruction_memory_; }

    // The text with a zero behind it at an address of instruction memory; "" if there is none.
    std::string text_at(uint32_t address) const;

    // One operation per word of instruction_memory(), then those that only decode() links to.
    const rv32::Operation* operations() const { return operations_.data(); }

    // Bytes from the base of local memory that initialise_local_memory() needs.
    uint32_t local_memory_extent() const { return local_memory_extent_; }

    // Gives local memory its state at launch: initialised data, and zeroes elsewhere. `memory` must
    // have at least local_memory_extent() bytes.
    void initialise_local_memory(std::span<std::byte> memory) const;

 private:
    ProgramImage(ElfFile elf, std::string name);

    std::string name_;
    uint32_t entry_;
    uint32_t local_memory_extent_ = 0;
    std::vector<std::byte> instruction_memory_;
    std::vector<rv32::Operation> operations_;
    std::vector<ElfSegment> local_segments_;
    std::vector<ElfSymbol> functions_;  // ascending by address
    std::vector<std::byte> debug_line_;
    std::vector<std::byte> debug_line_str_;
};

}  // namespace tt::sim
