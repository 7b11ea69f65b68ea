// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Makes ELF files out of words, right ones and, where a test changes the parts, wrong ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tt_metal/hw/memory_map.h"

namespace tt::sim::testing {

struct SegmentSpec {
    uint32_t type = 1;  // PT_LOAD
    uint32_t address = hw::kInstructionMemoryBase;
    uint32_t flags = 5;  // read, execute
    std::vector<uint32_t> words = {};
    std::optional<uint32_t> size_in_memory = {};  // as in the file, if not said
    std::optional<uint32_t> size_in_file = {};
    std::optional<uint32_t> offset = {};
};

struct SymbolSpec {
    std::string name;
    uint32_t address = 0;
    uint32_t size_bytes = 0;
    uint8_t type = 2;  // STT_FUNC
};

// The fields are those of the ELF header; a default makes a right file.
struct ElfSpec {
    uint8_t file_class = 1;
    uint8_t data = 1;
    uint16_t type = 2;
    uint16_t machine = 243;
    uint32_t version = 1;
    uint32_t entry = hw::kInstructionMemoryBase;
    uint32_t flags = 0;
    uint16_t program_header_size = 32;
    uint16_t section_header_size = 40;
    std::vector<SegmentSpec> segments;
    std::vector<SymbolSpec> symbols;  // none: no section headers either
    uint32_t symbol_size = 16;
    uint32_t symbol_link = 2;
};

// A program that consists of `words`, from its entry on.
ElfSpec program(std::vector<uint32_t> words);

std::vector<std::byte> build(const ElfSpec& spec);

}  // namespace tt::sim::testing
