// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/hart.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <utility>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/sim/rv32/testing/elf_builder.hpp"
#include "tt_metal/sim/rv32/testing/encode.hpp"

namespace tt::sim {
namespace {

using namespace testing;  // NOLINT: encodings read like assembly

using Words = std::vector<uint32_t>;

constexpr uint32_t kBase = hw::kInstructionMemoryBase;
constexpr uint32_t kDone = custom(0, 0, 0, 0);
constexpr size_t kL1Size = 64 * 1024;
constexpr uint32_t kPlentyOfFuel = 100'000;

Words operator+(Words left, const Words& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

// Halts on operation 0; leaves all others to the test.
class ScriptedPort : public HartPort {
 public:
    CustomOutcome execute(const CustomInstruction& instruction, uint32_t& rd) override {
        return instruction.operation == 0 ? CustomOutcome::kHalted : other(instruction, rd);
    }

    std::function<CustomOutcome(const CustomInstruction&, uint32_t&)> other;
};

class HartTest : public ::testing::Test {
 protected:
    void start(const ElfSpec& spec) {
        hart_.reset(ProgramImage::from_elf(build(spec), "test.elf"));
    }

    // Runs `words` from the entry until the hart halts.
    void run(const Words& words) {
        start(program(words + Words{kDone}));
        ASSERT_EQ(hart_.run(kPlentyOfFuel), RunResult::kHalted);
    }

    // The trap in which the program ends; fails the test if there is none.
    HartTrap trap_of(const ElfSpec& spec) {
        start(spec);
        try {
            hart_.run(kPlentyOfFuel);
        } catch (const HartTrap& trap) {
            return trap;
        }
        ADD_FAILURE() << "nothing has trapped";
        return {TrapKind::kBreakpoint, 0, "", ""};
    }

    uint32_t l1_word(uint32_t address) const {
        uint32_t word = 0;
        std::memcpy(&word, l1_.data() + address, sizeof(word));
        return word;
    }

    std::vector<std::byte> l1_ = std::vector<std::byte>(kL1Size);
    ScriptedPort port_;
    Hart hart_{hw::Hart::kNcrisc, l1_, port_};
};

// ── Arithmetic ──

struct Arithmetic {
    const char* name;
    uint32_t word;  // on a0 and a1, into a2
    uint32_t a;
    uint32_t b;
    uint32_t expected;
};

class ArithmeticTest : public HartTest, public ::testing::WithParamInterface<Arithmetic> {};

TEST_P(ArithmeticTest, GivesWhatTheManualSays) {
    const Arithmetic& vector = GetParam();

    run(load_immediate(kA0, vector.a) + load_immediate(kA1, vector.b) + Words{vector.word});

    EXPECT_EQ(hart_.register_value(kA2), vector.expected);
}

constexpr uint32_t op(uint32_t funct7, uint32_t funct3) {
    return r_type(0x33, funct3, funct7, kA2, kA0, kA1);
}
constexpr uint32_t op_immediate(uint32_t funct3, int32_t value) {
    return i_type(0x13, funct3, kA2, kA0, value);
}

constexpr uint32_t kMin = 0x80000000;
constexpr uint32_t kMax = 0x7FFFFFFF;
constexpr uint32_t kMinusOne = 0xFFFFFFFF;

const Arithmetic kArithmetic[] = {
    {"Add", op(0, 0), 5, 7, 12},
    {"AddWraps", op(0, 0), kMinusOne, 2, 1},
    {"Sub", op(0x20, 0), 5, 7, 0xFFFFFFFE},
    {"Sll", op(0, 1), 1, 31, kMin},
    {"SllUsesLowFiveBits", op(0, 1), 3, 33, 6},
    {"SltNegative", op(0, 2), kMinusOne, 0, 1},
    {"SltEqual", op(0, 2), 4, 4, 0},
    {"SltExtremes", op(0, 2), kMax, kMin, 0},
    {"Sltu", op(0, 3), kMinusOne, 0, 0},
    {"SltuBelow", op(0, 3), 0, kMinusOne, 1},
    {"Xor", op(0, 4), 0xFF00FF00, 0x0FF00FF0, 0xF0F0F0F0},
    {"Srl", op(0, 5), kMin, 31, 1},
    {"Sra", op(0x20, 5), kMin, 31, kMinusOne},
    {"SraUsesLowFiveBits", op(0x20, 5), 0xFFFFFF00, 36, 0xFFFFFFF0},
    {"Or", op(0, 6), 0xF0, 0x0F, 0xFF},
    {"And", op(0, 7), 0xFC, 0x3F, 0x3C},
    {"AddiNegative", op_immediate(0, -2048), 1, 0, 0xFFFFF801},
    {"SltiSigned", op_immediate(2, -1), 0xFFFFFFFE, 0, 1},
    {"SltiuSignExtendsThenCompares", op_immediate(3, -1), 5, 0, 1},
    {"Xori", op_immediate(4, -1), 0x0F0F0F0F, 0, 0xF0F0F0F0},
    {"Ori", op_immediate(6, -2048), 1, 0, 0xFFFFF801},
    {"Andi", op_immediate(7, 0x7FF), kMinusOne, 0, 0x7FF},
    {"Slli", op_immediate(1, 4), 0x10000001, 0, 0x10},
    {"Srli", op_immediate(5, 4), kMin, 0, 0x08000000},
    {"Srai", op_immediate(5, 0x404), kMin, 0, 0xF8000000},
    {"Lui", 0xFFFFF037 | kA2 << 7, 0, 0, 0xFFFFF000},
    {"Auipc", 0x00001017 | kA2 << 7, 0, 0, kBase + 4 * 4 + 0x1000},
    {"Mul", op(1, 0), 0x10001, 0x10001, 0x20001},
    {"MulNegative", op(1, 0), kMinusOne, 7, 0xFFFFFFF9},
    {"Mulh", op(1, 1), kMin, kMin, 0x40000000},
    {"MulhMixedSigns", op(1, 1), kMinusOne, 1, kMinusOne},
    {"Mulhsu", op(1, 2), kMinusOne, kMinusOne, kMinusOne},
    {"MulhsuPositive", op(1, 2), kMax, kMinusOne, 0x7FFFFFFE},
    {"Mulhu", op(1, 3), kMinusOne, kMinusOne, 0xFFFFFFFE},
    {"DivRoundsToZero", op(1, 4), static_cast<uint32_t>(-7), 2, static_cast<uint32_t>(-3)},
    {"DivByZero", op(1, 4), 42, 0, kMinusOne},
    {"DivOverflow", op(1, 4), kMin, kMinusOne, kMin},
    {"Divu", op(1, 5), kMinusOne, 2, kMax},
    {"DivuByZero", op(1, 5), 42, 0, kMinusOne},
    {"RemHasSignOfDividend", op(1, 6), static_cast<uint32_t>(-7), 2, kMinusOne},
    {"RemByZero", op(1, 6), static_cast<uint32_t>(-7), 0, static_cast<uint32_t>(-7)},
    {"RemOverflow", op(1, 6), kMin, kMinusOne, 0},
    {"Remu", op(1, 7), kMinusOne, 10, 5},
    {"RemuByZero", op(1, 7), 42, 0, 42},
};

INSTANTIATE_TEST_SUITE_P(All, ArithmeticTest, ::testing::ValuesIn(kArithmetic),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(HartTest, X0StaysZero) {
    run({addi(kZero, kZero, 5), lw(kZero, kZero, 0x100), addi(kA0, kZero, 0)});

    EXPECT_EQ(hart_.register_value(kZero), 0u);
    EXPECT_EQ(hart_.register_value(kA0), 0u);
}

// ── Memory ──

struct LoadCase {
    const char* name;
    uint32_t funct3;
    int32_t offset;
    uint32_t expected;
};

class LoadTest : public HartTest, public ::testing::WithParamInterface<LoadCase> {};

TEST_P(LoadTest, ExtendsAsTheManualSays) {
    constexpr uint32_t kWord = 0x8182F3F4;
    // The same word at the same offset of each memory that a hart can load from.
    ElfSpec spec = program(load_immediate(kA0, 0x200) + load_immediate(kA1, hw::kLocalMemoryBase) +
                           load_immediate(kA2, kBase + 0x38) +
                           Words{load(GetParam().funct3, 20, kA0, GetParam().offset),
                                 load(GetParam().funct3, 21, kA1, GetParam().offset),
                                 load(GetParam().funct3, 22, kA2, GetParam().offset), kDone} +
                           Words{0, 0, 0, 0, kWord});
    spec.segments.push_back({.address = hw::kLocalMemoryBase, .flags = 6, .words = {kWord}});
    std::memcpy(l1_.data() + 0x200, &kWord, sizeof(kWord));

    start(spec);
    ASSERT_EQ(hart_.run(kPlentyOfFuel), RunResult::kHalted);

    EXPECT_EQ(hart_.register_value(20), GetParam().expected) << "L1";
    EXPECT_EQ(hart_.register_value(21), GetParam().expected) << "local memory";
    EXPECT_EQ(hart_.register_value(22), GetParam().expected) << "instruction memory";
}

const LoadCase kLoads[] = {
    {"LbNegative", 0, 0, 0xFFFFFFF4},
    {"LbTop", 0, 3, 0xFFFFFF81},
    {"LhNegative", 1, 0, 0xFFFFF3F4},
    {"LhUpper", 1, 2, 0xFFFF8182},
    {"Lw", 2, 0, 0x8182F3F4},
    {"Lbu", 4, 1, 0xF3},
    {"Lhu", 5, 2, 0x8182},
};

INSTANTIATE_TEST_SUITE_P(All, LoadTest, ::testing::ValuesIn(kLoads),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(HartTest, StoresWriteTheirWidthOnly) {
    std::memset(l1_.data() + 0x200, 0xEE, 12);

    run(load_immediate(kA0, 0x200) + load_immediate(kA1, 0x11223344) +
        Words{store(0, kA1, kA0, 1), store(1, kA1, kA0, 6), store(2, kA1, kA0, 8)});

    EXPECT_EQ(l1_word(0x200), 0xEEEE44EEu);
    EXPECT_EQ(l1_word(0x204), 0x3344EEEEu);
    EXPECT_EQ(l1_word(0x208), 0x11223344u);
}

TEST_F(HartTest, MemoriesEndWhereTheyShould) {
    run(load_immediate(kA0, kL1Size) + load_immediate(kSp, hw::kLocalMemoryBase + 4096) +
        load_immediate(kA1, 77) + Words{sw(kA1, kA0, -4), sw(kA1, kSp, -4), lw(kA2, kSp, -4)} +
        Words{lw(kA0, kZero, 16)});

    EXPECT_EQ(l1_word(kL1Size - 4), 77u);
    EXPECT_EQ(hart_.register_value(kA2), 77u);
}

// ── Branches and jumps ──

struct BranchCase {
    const char* name;
    uint32_t funct3;
    uint32_t a;
    uint32_t b;
    bool taken;
};

class BranchTest : public HartTest, public ::testing::WithParamInterface<BranchCase> {};

TEST_P(BranchTest, IsTakenWhenTheManualSays) {
    run(load_immediate(kA0, GetParam().a) + load_immediate(kA1, GetParam().b) +
        Words{branch(GetParam().funct3, kA0, kA1, 8), addi(kA2, kZero, 1)});

    EXPECT_EQ(hart_.register_value(kA2), GetParam().taken ? 0u : 1u);
}

const BranchCase kBranches[] = {
    {"Beq", 0, 3, 3, true},
    {"BeqNot", 0, 3, 4, false},
    {"Bne", 1, 3, 4, true},
    {"BneNot", 1, 3, 3, false},
    {"Blt", 4, kMinusOne, 0, true},
    {"BltNot", 4, 0, kMinusOne, false},
    {"Bge", 5, 0, kMinusOne, true},
    {"BgeEqual", 5, 2, 2, true},
    {"BgeNot", 5, kMin, kMax, false},
    {"Bltu", 6, 0, kMinusOne, true},
    {"BltuNot", 6, kMinusOne, 0, false},
    {"Bgeu", 7, kMinusOne, 0, true},
    {"BgeuNot", 7, 0, 1, false},
};

INSTANTIATE_TEST_SUITE_P(All, BranchTest, ::testing::ValuesIn(kBranches),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(HartTest, CallsAndReturns) {
    // main: jal ra, f; addi a0, 1; done.  f: addi a1, 2; ret
    start(
        program({jal(kRa, 12), addi(kA0, kA0, 1), kDone, addi(kA1, kA1, 2), jalr(kZero, kRa, 0)}));

    EXPECT_EQ(hart_.run(kPlentyOfFuel), RunResult::kHalted);
    EXPECT_EQ(hart_.register_value(kRa), kBase + 4);
    EXPECT_EQ(hart_.register_value(kA0), 1u);
    EXPECT_EQ(hart_.register_value(kA1), 2u);
    EXPECT_EQ(hart_.retired_instructions(), 5u);
}

TEST_F(HartTest, JalrReadsItsBaseBeforeItLinksAndClearsBitZero) {
    run(load_immediate(kRa, kBase + 17) + Words{jalr(kRa, kRa, 0), addi(kA0, kZero, 1)});

    EXPECT_EQ(hart_.register_value(kRa), kBase + 12);
    EXPECT_EQ(hart_.register_value(kA0), 0u);
}

// ── Fuel ──

TEST_F(HartTest, StopsForFuelAndGoesOn) {
    // a0 = 1000; do { a1 += 1; a0 -= 1; } while (a0 != 0)
    start(program({addi(kA0, kZero, 1000), addi(kA1, kA1, 1), addi(kA0, kA0, -1),
                   branch(1, kA0, kZero, -8), kDone}));

    EXPECT_EQ(hart_.run(30), RunResult::kOutOfFuel);
    EXPECT_GE(hart_.retired_instructions(), 30u);
    EXPECT_LT(hart_.retired_instructions(), 33u)
        << "a loop of three instructions has a jump in each";
    EXPECT_EQ(hart_.pc(), kBase + 4);

    int num_slices = 1;
    while (hart_.run(30) == RunResult::kOutOfFuel) {
        ++num_slices;
    }
    EXPECT_EQ(num_slices, 3000 / 30 - 1) << "the last slice ends in a halt";
    EXPECT_EQ(hart_.register_value(kA1), 1000u);
    EXPECT_EQ(hart_.retired_instructions(), 1 + 3 * 1000 + 1u);
    EXPECT_EQ(hart_.run(30), RunResult::kHalted) << "a halted hart stays halted";
}

TEST_F(HartTest, EndlessLoopIsPreempted) {
    start(program({jal(kZero, 0)}));

    EXPECT_EQ(hart_.run(10), RunResult::kOutOfFuel);
    EXPECT_EQ(hart_.retired_instructions(), 10u);
    EXPECT_EQ(hart_.run(0), RunResult::kOutOfFuel);
}

TEST_F(HartTest, CountersReadRetiredInstructions) {
    constexpr uint32_t kReadCycle = i_type(0x73, 2, kA0, kZero, static_cast<int32_t>(0xC00));
    constexpr uint32_t kReadInstret = i_type(0x73, 2, kA1, kZero, static_cast<int32_t>(0xC02));
    constexpr uint32_t kReadInstretHigh = i_type(0x73, 2, kA2, kZero, static_cast<int32_t>(0xC82));

    run({kReadCycle, addi(5, 0, 0), kReadInstret, addi(kA2, kZero, 1), kReadInstretHigh});

    EXPECT_EQ(hart_.register_value(kA0), 0u);
    EXPECT_EQ(hart_.register_value(kA1), 2u);
    EXPECT_EQ(hart_.register_value(kA2), 0u);
}

// ── Custom instructions ──

TEST_F(HartTest, CustomInstructionsReachThePort) {
    CustomInstruction seen{};
    port_.other = [&](const CustomInstruction& instruction, uint32_t& rd) {
        seen = instruction;
        rd = 99;
        return CustomOutcome::kRetired;
    };

    run({addi(kA0, kZero, 11), addi(kA1, kZero, -1), r_type(0x2B, 5, 0x7F, kA2, kA0, kA1)});

    EXPECT_EQ(seen.opcode, 0x2B);
    EXPECT_EQ(seen.operation, 0x7F << 3 | 5);
    EXPECT_EQ(seen.rs1, 11u);
    EXPECT_EQ(seen.rs2, kMinusOne);
    EXPECT_EQ(hart_.register_value(kA2), 99u);
}

TEST_F(HartTest, ParkedInstructionIsRetried) {
    int num_tries = 0;
    port_.other = [&](const CustomInstruction&, uint32_t& rd) {
        rd = 5;
        return ++num_tries < 3 ? CustomOutcome::kParked : CustomOutcome::kRetired;
    };
    start(program({addi(kA0, kZero, 1), custom(8, kA2, 0, 0), addi(kA0, kA0, 1), kDone}));

    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(hart_.run(kPlentyOfFuel), RunResult::kParked);
        EXPECT_EQ(hart_.pc(), kBase + 4);
        EXPECT_EQ(hart_.retired_instructions(), 1u);
        EXPECT_EQ(hart_.register_value(kA2), 0u);
    }
    EXPECT_EQ(hart_.run(kPlentyOfFuel), RunResult::kHalted);
    EXPECT_EQ(num_tries, 3);
    EXPECT_EQ(hart_.register_value(kA0), 2u);
    EXPECT_EQ(hart_.register_value(kA2), 5u);
}

TEST_F(HartTest, WhatThePortThrowsPassesThrough) {
    port_.other = [](const CustomInstruction&, uint32_t&) -> CustomOutcome {
        throw std::out_of_range("no such unit");
    };
    start(program({addi(kA0, kZero, 1), custom(8, 0, 0, 0)}));

    EXPECT_THROW(hart_.run(kPlentyOfFuel), std::out_of_range);
    EXPECT_EQ(hart_.pc(), kBase + 4);
    EXPECT_EQ(hart_.retired_instructions(), 1u);
}

// ── Traps ──

struct TrapCase {
    const char* name;
    Words words;  // the last one traps
    TrapKind kind;
    const char* reason;
};

class TrapTest : public HartTest, public ::testing::WithParamInterface<TrapCase> {};

TEST_P(TrapTest, NamesPcAndReason) {
    const auto& [name, words, kind, reason] = GetParam();
    const auto pc = static_cast<uint32_t>(kBase + 4 * (words.size() - 1));

    const HartTrap trap = trap_of(program(words));

    EXPECT_EQ(trap.kind(), kind);
    EXPECT_EQ(trap.pc(), pc);
    EXPECT_EQ(trap.reason(), reason);
    EXPECT_EQ(hart_.pc(), pc) << "the hart stays at the instruction";
    EXPECT_EQ(hart_.retired_instructions(), words.size() - 1);
}

Words at(uint32_t address, uint32_t word) { return load_immediate(kA0, address) + Words{word}; }

const TrapCase kTraps[] = {
    {"Illegal", {0xFFFFFFFF}, TrapKind::kIllegalInstruction, "illegal instruction 0xffffffff"},
    {"IllegalZero", {0}, TrapKind::kIllegalInstruction, "illegal instruction 0x00000000"},
    {"UnknownCsr", {0x30002573}, TrapKind::kIllegalInstruction, "illegal instruction 0x30002573"},
    {"CsrWrite", {0xC0051573}, TrapKind::kIllegalInstruction, "illegal instruction 0xc0051573"},
    {"ShiftBy32", {0x02051513}, TrapKind::kIllegalInstruction, "illegal instruction 0x02051513"},
    {"Ecall", {kEcall}, TrapKind::kEnvironmentCall, "ecall, but there is no environment to call"},
    {"Ebreak", {kEbreak}, TrapKind::kBreakpoint, "ebreak"},
    {"NullLoad",
     {lw(kA1, kZero, 12)},
     TrapKind::kNullPointer,
     "load from 0x0000000c through a null pointer: lw a1, 12(zero)"},
    {"NullStore",
     {store(0, kA1, kZero, 15)},
     TrapKind::kNullPointer,
     "store to 0x0000000f through a null pointer: sb a1, 15(zero)"},
    {"LoadBeyondL1", at(kL1Size, lw(kA1, kA0, 0)), TrapKind::kOutOfBounds,
     "load from 0x00010000 outside L1 (64 KiB): lw a1, 0(a0)"},
    {"StoreBeyondL1", at(kL1Size, sw(kA1, kA0, 4)), TrapKind::kOutOfBounds,
     "store to 0x00010004 outside L1 (64 KiB): sw a1, 4(a0)"},
    {"StackOverflow", at(hw::kLocalMemoryBase, sw(kA1, kA0, -4)), TrapKind::kOutOfBounds,
     "store to 0xffaffffc outside local memory (4 KiB): sw a1, -4(a0)"},
    {"StackUnderflow", at(hw::kLocalMemoryBase + 4096, lw(kA1, kA0, 0)), TrapKind::kOutOfBounds,
     "load from 0xffb01000 outside local memory (4 KiB): lw a1, 0(a0)"},
    {"LoadBeyondProgram", at(kBase, lw(kA1, kA0, 12)), TrapKind::kOutOfBounds,
     "load from 0xffc0000c outside the program (12 B): lw a1, 12(a0)"},
    {"LoadFromTop", at(kMinusOne, load(4, kA1, kA0, 0)), TrapKind::kOutOfBounds,
     "load from 0xffffffff outside the program (12 B): lbu a1, 0(a0)"},
    {"StoreToCode", at(kBase, sw(kA1, kA0, 4)), TrapKind::kInstructionMemoryWritten,
     "store to 0xffc00004 in the instruction memory: sw a1, 4(a0)"},
    {"MisalignedWord", at(0x202, lw(kA1, kA0, 0)), TrapKind::kMisalignedAddress,
     "load from 0x00000202 not aligned to 4 B: lw a1, 0(a0)"},
    {"MisalignedHalf", at(0x201, store(1, kA1, kA0, 0)), TrapKind::kMisalignedAddress,
     "store to 0x00000201 not aligned to 2 B: sh a1, 0(a0)"},
    {"MisalignedLocal", at(hw::kLocalMemoryBase + 2, lw(kA1, kA0, 0)), TrapKind::kMisalignedAddress,
     "load from 0xffb00002 not aligned to 4 B: lw a1, 0(a0)"},
    {"BranchOutside",
     {branch(0, kZero, kZero, -4)},
     TrapKind::kOutOfBounds,
     "jump to 0xffbffffc outside the program's code: beq zero, zero, -4"},
    {"BranchMisaligned",
     {branch(0, kZero, kZero, 2)},
     TrapKind::kMisalignedAddress,
     "jump to 0xffc00002 not aligned to 4 B: beq zero, zero, 2"},
    {"JumpOutside",
     {jal(kRa, 0x1000)},
     TrapKind::kOutOfBounds,
     "jump to 0xffc01000 outside the program's code: jal ra, 4096"},
    {"JumpThroughNull",
     {jalr(kRa, kZero, 0)},
     TrapKind::kOutOfBounds,
     "jump to 0x00000000 outside the program's code: jalr ra, 0(zero)"},
    {"JumpMisaligned", at(kBase, jalr(kRa, kA0, 2)), TrapKind::kMisalignedAddress,
     "jump to 0xffc00002 not aligned to 4 B: jalr ra, 2(a0)"},
};

INSTANTIATE_TEST_SUITE_P(All, TrapTest, ::testing::ValuesIn(kTraps),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(HartTest, BranchOutsideIsHarmlessUnlessTaken) {
    run({addi(kA0, kZero, 1), branch(0, kA0, kZero, -0x800), addi(kA0, kA0, 1)});

    EXPECT_EQ(hart_.register_value(kA0), 2u);
}

TEST_F(HartTest, BranchOutsideTrapsWithoutFuel) {
    start(program({branch(0, kZero, kZero, -4)}));

    EXPECT_THROW(hart_.run(1), HartTrap);
    EXPECT_EQ(hart_.pc(), kBase);
}

TEST_F(HartTest, RunningOffTheEndTraps) {
    const HartTrap trap = trap_of(program({addi(kA0, kZero, 1)}));

    EXPECT_EQ(trap.kind(), TrapKind::kOutOfBounds);
    EXPECT_EQ(trap.pc(), kBase + 4);
    EXPECT_EQ(trap.reason(), "there is no code here to execute");
}

TEST_F(HartTest, DataIsNotExecuted) {
    ElfSpec spec = program({jal(kZero, 8), kDone});
    spec.segments.push_back({.address = kBase + 8, .flags = 4, .words = {addi(0, 0, 0)}});

    const HartTrap trap = trap_of(spec);

    EXPECT_EQ(trap.pc(), kBase);
    EXPECT_EQ(trap.reason(), "jump to 0xffc00008 outside the program's code: jal zero, 8");
}

TEST_F(HartTest, TrapNamesTheFunction) {
    ElfSpec spec = program({addi(kA0, kZero, 1), kEbreak});
    spec.symbols = {{"_Z11kernel_mainv", kBase, 8}};

    EXPECT_STREQ(trap_of(spec).what(), "NCRISC at 0xffc00004 (kernel_main+0x4): ebreak");
}

TEST_F(HartTest, RunsAgainAfterATrap) {
    trap_of(program({addi(kA0, kZero, 1), kEbreak}));

    run({addi(kA1, kZero, 2)});

    EXPECT_EQ(hart_.register_value(kA0), 0u) << "reset() clears registers";
    EXPECT_EQ(hart_.register_value(kA1), 2u);
}

// ── Misuse ──

TEST_F(HartTest, RefusesMisuse) {
    EXPECT_THROW(hart_.run(1), std::logic_error);
    EXPECT_THROW(hart_.reset(nullptr), std::invalid_argument);
    EXPECT_THROW(hart_.register_value(32), std::out_of_range);
    std::vector<std::byte> odd(kL1Size + 2);
    EXPECT_THROW(Hart(hw::Hart::kBrisc, odd, port_), std::invalid_argument);
    EXPECT_THROW(Hart(hw::Hart::kBrisc, std::span(odd).first(hw::kL1UnreservedBase - 4), port_),
                 std::invalid_argument);
}

TEST_F(HartTest, RefusesAProgramThatNeedsMoreLocalMemory) {
    ElfSpec spec = program({kDone});
    spec.segments.push_back(
        {.address = hw::kLocalMemoryBase, .flags = 6, .words = {1}, .size_in_memory = 2052});
    Hart compute(hw::Hart::kTrisc1, l1_, port_);

    EXPECT_NO_THROW(start(spec));
    EXPECT_THROW(compute.reset(ProgramImage::from_elf(build(spec), "big.elf")),
                 std::invalid_argument);
}

}  // namespace
}  // namespace tt::sim
