// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/disassemble.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/sim/rv32/decode.hpp"
#include "tt_metal/sim/rv32/encoding.hpp"
#include "tt_metal/sim/rv32/guests/guest_machine.hpp"

namespace tt::sim::rv32 {
namespace {

constexpr const char* kVectors[] = {
#define VECTOR(text) text,
#include "tt_metal/sim/rv32/disassembly_vectors.def"
};

// The words that the assembler has made of kVectors.
std::vector<uint32_t> assembled_vectors() {
    const std::string path = std::getenv("DISASSEMBLY_VECTORS_ELF");
    const auto image = ProgramImage::from_elf(guests::read_file(path), path);
    const auto memory = image->instruction_memory();
    std::vector<uint32_t> words;
    for (size_t offset = 0; offset < memory.size(); offset += 4) {
        const auto pc = static_cast<uint32_t>(hw::kInstructionMemoryBase + offset);
        if (words.size() < std::size(kVectors) &&
            image->symbol_at(pc).starts_with("disassembly_vectors+")) {
            words.push_back(word_at(memory, offset));
        }
    }
    return words;
}

TEST(Disassemble, GivesBackWhatTheAssemblerTook) {
    const auto words = assembled_vectors();

    ASSERT_EQ(words.size(), std::size(kVectors));
    for (size_t i = 0; i < words.size(); ++i) {
        EXPECT_EQ(disassemble(words[i]), kVectors[i]);
    }
}

TEST(Disassemble, VectorsCoverTheInstructionSet) {
    std::set<Opcode> covered;
    for (const uint32_t word : assembled_vectors()) {
        const Encoding* encoding = find_encoding(word);
        ASSERT_NE(encoding, nullptr) << disassemble(word);
        covered.insert(encoding->opcode);
    }

    EXPECT_EQ(covered.size(), static_cast<size_t>(Opcode::k_illegal))
        << "every row of instructions.def";
}

TEST(Disassemble, ShowsIllegalInstructionsAsWords) {
    EXPECT_EQ(disassemble(0), ".word 0x00000000");
    EXPECT_EQ(disassemble(0xFFFFFFFF), ".word 0xffffffff");
}

}  // namespace
}  // namespace tt::sim::rv32
