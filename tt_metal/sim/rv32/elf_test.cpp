// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/elf.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "tt_metal/sim/rv32/program_image.hpp"
#include "tt_metal/sim/rv32/testing/elf_builder.hpp"
#include "tt_metal/sim/rv32/testing/encode.hpp"

namespace tt::sim {
namespace {

using testing::ElfSpec;
using testing::SegmentSpec;

constexpr uint32_t kNop = testing::addi(0, 0, 0);

// Code, initialised and zeroed data, symbols.
ElfSpec complete_program() {
    ElfSpec spec = testing::program({kNop, kNop, kNop, kNop});
    spec.segments.push_back(
        {.address = hw::kLocalMemoryBase, .flags = 6, .words = {0x11223344}, .size_in_memory = 12});
    spec.symbols = {{"_start", hw::kInstructionMemoryBase, 0, 0},
                    {"_Z4workv", hw::kInstructionMemoryBase + 4, 8}};
    return spec;
}

std::shared_ptr<const ProgramImage> load(std::span<const std::byte> file) {
    return ProgramImage::from_elf(file, "kernel.elf");
}

std::string error_of(std::span<const std::byte> file) {
    try {
        load(file);
    } catch (const ElfError& error) {
        return error.what();
    }
    return "no error";
}

TEST(Elf, LoadsSegmentsAndSymbols) {
    const auto file = testing::build(complete_program());

    const ElfFile elf = parse_elf(file, "kernel.elf");

    EXPECT_EQ(elf.entry, hw::kInstructionMemoryBase);
    ASSERT_EQ(elf.segments.size(), 2u);
    EXPECT_EQ(elf.segments[0].address, hw::kLocalMemoryBase);
    EXPECT_EQ(elf.segments[0].size_bytes, 12u);
    EXPECT_EQ(elf.segments[0].contents.size(), 4u);
    EXPECT_TRUE(elf.segments[0].writable);
    EXPECT_TRUE(elf.segments[1].executable);
    ASSERT_EQ(elf.symbols.size(), 2u);
    EXPECT_EQ(elf.symbols[1].name, "_Z4workv");
}

TEST(ProgramImage, InitialisesLocalMemory) {
    const auto image = load(testing::build(complete_program()));
    std::vector<std::byte> memory(16, std::byte{0xFF});

    image->initialise_local_memory(memory);

    EXPECT_EQ(image->local_memory_extent(), 12u);
    EXPECT_EQ(memory[0], std::byte{0x44});
    EXPECT_EQ(memory[3], std::byte{0x11});
    EXPECT_EQ(memory[4], std::byte{0});
    EXPECT_EQ(memory[15], std::byte{0});
}

TEST(ProgramImage, NamesFunctionsByAddress) {
    const auto image = load(testing::build(complete_program()));
    const uint32_t base = hw::kInstructionMemoryBase;

    EXPECT_EQ(image->symbol_at(base), "_start+0x0");
    EXPECT_EQ(image->symbol_at(base + 8), "work+0x4");
    EXPECT_EQ(image->symbol_at(base + 12), "") << "behind the end of work()";
    EXPECT_EQ(image->symbol_at(base - 4), "");
    EXPECT_EQ(load(testing::build(testing::program({kNop})))->symbol_at(base), "");
}

TEST(ProgramImage, SurvivesNamesThatNestTooDeeplyToBeDemangled) {
    const std::string name = "_Z1f" + std::string(1'000'000, 'P') + "i";
    ElfSpec spec = testing::program({kNop});
    spec.symbols = {{name, hw::kInstructionMemoryBase, 4}};

    EXPECT_EQ(load(testing::build(spec))->symbol_at(hw::kInstructionMemoryBase), name + "+0x0");
}

struct WrongFile {
    const char* name;
    std::function<void(ElfSpec&)> change;
    const char* message;
};

class ElfRefuses : public ::testing::TestWithParam<WrongFile> {};

TEST_P(ElfRefuses, WithTheReason) {
    ElfSpec spec = complete_program();
    GetParam().change(spec);

    const std::string error = error_of(testing::build(spec));
    EXPECT_TRUE(error.starts_with("kernel.elf: ")) << error;
    EXPECT_NE(error.find(GetParam().message), std::string::npos) << error;
}

const WrongFile kWrongFiles[] = {
    {"Elf64", [](ElfSpec& s) { s.file_class = 2; }, "not a 32-bit little-endian ELF file"},
    {"BigEndian", [](ElfSpec& s) { s.data = 2; }, "not a 32-bit little-endian ELF file"},
    {"X86", [](ElfSpec& s) { s.machine = 3; }, "made for machine 3, not for RISC-V"},
    {"Version", [](ElfSpec& s) { s.version = 7; }, "unknown ELF version 7"},
    {"Relocatable", [](ElfSpec& s) { s.type = 1; }, "not a linked executable (ELF type 1)"},
    {"SharedObject", [](ElfSpec& s) { s.type = 3; }, "not a linked executable (ELF type 3)"},
    {"Compressed", [](ElfSpec& s) { s.flags = 1; }, "compressed instructions"},
    {"HardFloat", [](ElfSpec& s) { s.flags = 2; }, "hard-float"},
    {"Rv32e", [](ElfSpec& s) { s.flags = 8; }, "rv32e"},
    {"OtherFlags", [](ElfSpec& s) { s.flags = 0x10; }, "unknown RISC-V ELF flags 0x10"},
    {"ProgramHeaderSize", [](ElfSpec& s) { s.program_header_size = 56; },
     "program headers of 56 bytes"},
    {"SectionHeaderSize", [](ElfSpec& s) { s.section_header_size = 64; },
     "section headers of 64 bytes"},
    {"SymbolSize", [](ElfSpec& s) { s.symbol_size = 24; }, "symbols of 24 bytes"},
    {"SymbolLink", [](ElfSpec& s) { s.symbol_link = 3; },
     "links to section 3, which is no string table"},
    {"SymbolLinkOutside", [](ElfSpec& s) { s.symbol_link = 99; }, "links to section 99"},
    {"Dynamic", [](ElfSpec& s) { s.segments[1].type = 2; }, "dynamically linked"},
    {"Interpreter", [](ElfSpec& s) { s.segments[1].type = 3; }, "dynamically linked"},
    {"ThreadLocal", [](ElfSpec& s) { s.segments[1].type = 7; }, "thread-local"},
    {"SegmentBeyondFile", [](ElfSpec& s) { s.segments[0].offset = 0xFFFFFFF0; },
     "reaches beyond the file"},
    {"MoreInFileThanInMemory", [](ElfSpec& s) { s.segments[0].size_in_memory = 4; },
     "0x10 bytes in the file but 0x4 in memory"},
    {"WrapsAround", [](ElfSpec& s) { s.segments[0].size_in_memory = 0x800000; }, "wraps around"},
    {"Overlap", [](ElfSpec& s) { s.segments[1].address = hw::kInstructionMemoryBase + 4; },
     "overlap"},
    {"InL1", [](ElfSpec& s) { s.segments[1].address = 0x1000; },
     "lies neither in the instruction memory"},
    {"TooMuchCode", [](ElfSpec& s) { s.segments[0].size_in_memory = 64 * 1024 + 4; },
     "lies neither in"},
    {"TooMuchData", [](ElfSpec& s) { s.segments[1].size_in_memory = 4100; }, "lies neither in"},
    {"WritableCode", [](ElfSpec& s) { s.segments[0].flags = 7; }, "writable segment at 0xffc00000"},
    {"NothingExecutable", [](ElfSpec& s) { s.segments[0].flags = 4; },
     "entry point 0xffc00000 is no code"},
    {"EntryInData", [](ElfSpec& s) { s.entry = hw::kLocalMemoryBase; },
     "entry point 0xffb00000 is no code"},
    {"EntryBehindCode", [](ElfSpec& s) { s.entry += 16; }, "entry point 0xffc00010 is no code"},
    {"EntryMisaligned", [](ElfSpec& s) { s.entry += 2; }, "entry point 0xffc00002 is no code"},
    {"NoSegments", [](ElfSpec& s) { s.segments.clear(); }, "entry point 0xffc00000 is no code"},
};

INSTANTIATE_TEST_SUITE_P(All, ElfRefuses, ::testing::ValuesIn(kWrongFiles),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Elf, RefusesWhatIsNoElf) {
    const std::vector<std::byte> text(100, std::byte{'x'});

    EXPECT_EQ(error_of({}), "kernel.elf: not an ELF file");
    EXPECT_EQ(error_of(text), "kernel.elf: not an ELF file");
}

TEST(Elf, RefusesEveryTruncation) {
    const auto file = testing::build(complete_program());
    for (size_t size = 0; size < file.size(); ++size) {
        EXPECT_TRUE(error_of(std::span(file).first(size)).starts_with("kernel.elf: "))
            << size << " bytes";
    }
}

// Whatever the bytes are, loading ends with a program or an ElfError.
TEST(Elf, SurvivesMutations) {
    constexpr int kMutations = 20'000;
    const auto original = testing::build(complete_program());
    std::mt19937 random(20);  // NOLINT: the same files each time
    std::uniform_int_distribution<size_t> position(0, original.size() - 1);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> count(1, 4);
    int num_loaded = 0;
    for (int i = 0; i < kMutations; ++i) {
        auto file = original;
        for (int left = count(random); left > 0; --left) {
            file[position(random)] = static_cast<std::byte>(byte(random));
        }
        try {
            load(file)->symbol_at(hw::kInstructionMemoryBase + 8);
            ++num_loaded;
        } catch (const ElfError&) {
        }
    }

    EXPECT_GT(num_loaded, kMutations / 100) << "mutations of code and padding are harmless";
    EXPECT_LT(num_loaded, kMutations) << "mutations of headers are not";
}

}  // namespace
}  // namespace tt::sim
