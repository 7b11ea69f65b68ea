// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads linked RISC-V executables (ELF32, little endian, rv32im, soft float). Believes nothing that
// the file says before it has checked it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace tt::sim {

// what(): "<file>: <what is wrong>".
class ElfError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// What a PT_LOAD header says, with the bytes it points to.
struct ElfSegment {
    uint32_t address = 0;
    uint32_t size_bytes = 0;  // in memory; those beyond `contents` are zero
    std::vector<std::byte> contents;
    bool writable = false;
    bool executable = false;

    uint64_t end() const { return uint64_t{address} + size_bytes; }
};

// A label of code: a function, or one that assembly did not give a type.
struct ElfSymbol {
    uint32_t address = 0;
    uint32_t size_bytes = 0;  // 0: unknown
    std::string name;         // as the linker sees it
};

struct ElfFile {
    uint32_t entry = 0;
    std::vector<ElfSegment> segments;
    std::vector<ElfSymbol> symbols;  // empty if the file has been stripped
    // Sections of these names, as in find_source_line(); empty if there are none.
    std::vector<std::byte> debug_line;
    std::vector<std::byte> debug_line_str;
};

// Throws ElfError for a file that is corrupt, truncated or made for another machine. `name` stands
// in the message. Where segments may lie is for the caller to say.
ElfFile parse_elf(std::span<const std::byte> file, const std::string& name);

}  // namespace tt::sim
