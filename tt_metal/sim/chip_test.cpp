// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/chip.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cfenv>
#include <format>
#include <functional>
#include <string>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/testing/core_harness.hpp"
#include "tt_metal/sim/testing/program_builder.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::Hart;
using hw::MovementOp;

constexpr uint32_t kScratch = hw::kL1UnreservedBase;
constexpr uint32_t kSemaphore = hw::kSemaphoreBase;

template <class T>
T read_object(const Chip& chip, CoreCoord core, uint32_t address) {
    T object;
    chip.read_l1(core, address, std::as_writable_bytes(std::span(&object, 1)));
    return object;
}

uint64_t noc_address_of(const Chip& chip, CoreCoord core, uint32_t address) {
    const NocCoord at = chip.descriptor().worker_noc(core);
    return hw::noc_address(hw::noc_xy(at.x, at.y), address);
}

ProgramBuilder& set_target(ProgramBuilder& program, uint64_t noc_address) {
    return program.issue(MovementOp::kNocTarget, static_cast<uint32_t>(noc_address),
                         static_cast<uint32_t>(noc_address >> 32));
}

SimulationError error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const SimulationError& error) {
        return error;
    }
    ADD_FAILURE() << "no SimulationError";
    return SimulationError(ErrorKind::kLaunch, {}, {}, 0, "");
}

std::vector<CoreCoord> whole_grid(const Chip& chip) {
    std::vector<CoreCoord> cores;
    for (uint32_t bank = 0; bank < chip.descriptor().num_workers(); ++bank) {
        cores.push_back(chip.descriptor().l1_bank_core(bank));
    }
    return cores;
}

class ChipDescriptorTest : public testing::TestWithParam<const ChipDescriptor*> {};

INSTANTIATE_TEST_SUITE_P(Chips, ChipDescriptorTest, testing::Values(&wormhole_b0(), &blackhole()),
                         [](const auto& info) { return info.param->name; });

TEST_P(ChipDescriptorTest, MailboxesTellEveryCoreWhereItAndTheBanksAre) {
    const Chip chip(*GetParam());
    const ChipDescriptor& descriptor = chip.descriptor();
    const CoreCoord last{descriptor.worker_grid.x - 1, descriptor.worker_grid.y - 1};

    const auto info = read_object<hw::CoreInfo>(chip, last, hw::kCoreInfoAddress);

    EXPECT_EQ(info.logical_x, last.x);
    EXPECT_EQ(info.logical_y, last.y);
    EXPECT_EQ(info.noc_x, descriptor.worker_noc_x.back());
    EXPECT_EQ(info.noc_y, descriptor.worker_noc_y.back());
    EXPECT_EQ(info.num_dram_banks, descriptor.num_dram_banks());
    EXPECT_EQ(info.num_l1_banks, descriptor.num_workers());
    const auto own_bank = read_object<hw::L1Bank>(
        chip, last, hw::kL1BankTableAddress + (info.num_l1_banks - 1) * sizeof(hw::L1Bank));
    EXPECT_EQ(own_bank, hw::noc_xy(info.noc_x, info.noc_y));
}

TEST_P(ChipDescriptorTest, KernelsReachEveryDramBankByTheTable) {
    Chip chip(*GetParam());
    const CoreCoord core{0, 0};
    CoreHarness harness(chip, core);
    ProgramBuilder program("reader");
    for (uint32_t i = 0; i < chip.descriptor().num_dram_banks(); ++i) {
        const auto bank = read_object<hw::DramBank>(
            chip, core, hw::kDramBankTableAddress + i * sizeof(hw::DramBank));
        const std::vector<uint32_t> marks(16, 1000 + i);
        chip.write_dram(i, 64, std::as_bytes(std::span(marks)));
        set_target(program, hw::noc_address(bank.noc_xy, bank.base_offset + 64))
            .issue(MovementOp::kNocRead, kScratch + 64 * i, 64);
    }
    harness.set_program(Hart::kNcrisc, program.issue(MovementOp::kNocReadBarrier).finish());

    harness.run();

    for (uint32_t i = 0; i < chip.descriptor().num_dram_banks(); ++i) {
        EXPECT_EQ(harness.word(kScratch + 64 * i), 1000 + i);
    }
}

TEST(ChipDescriptor, WormholeAgreesWithTheContractOfItsKernels) {
    EXPECT_EQ(wormhole_b0().dram_read_alignment_bytes, hw::kDramAlignment);
    EXPECT_EQ(wormhole_b0().l1_alignment_bytes, hw::kL1Alignment);
    EXPECT_EQ(wormhole_b0().num_workers(), 64u);
    EXPECT_EQ(wormhole_b0().num_dram_banks(), 12u);
    EXPECT_EQ(wormhole_b0().l1_size_bytes, 1464u * 1024);
}

TEST(ChipDescriptor, ContradictionIsRefused) {
    ChipDescriptor bad = wormhole_b0();
    bad.worker_noc_x.pop_back();
    EXPECT_THROW(Chip{bad}, std::invalid_argument);

    bad = wormhole_b0();
    bad.worker_noc_x[0] = bad.worker_noc_x[1];
    EXPECT_THROW(Chip{bad}, std::invalid_argument);

    bad = wormhole_b0();
    bad.dram_bank_size_bytes *= 2;
    EXPECT_THROW(Chip{bad}, std::invalid_argument);
}

class ChipTest : public testing::Test {
 protected:
    // One core whose BRISC runs `program`.
    SimulationError error_of_program(const ProgramBuilder& program) {
        CoreHarness core(chip, {3, 2});
        core.set_program(Hart::kBrisc, program.finish());
        return error_of([&] { core.run(); });
    }
    void expect_error(const ProgramBuilder& program, ErrorKind kind, const std::string& reason) {
        const SimulationError error = error_of_program(program);
        EXPECT_EQ(error.kind(), kind);
        EXPECT_EQ(error.core(), (CoreCoord{3, 2}));
        EXPECT_EQ(error.hart(), Hart::kBrisc);
        EXPECT_NE(std::string(error.what()).find(reason), std::string::npos) << error.what();
    }

    Chip chip{wormhole_b0()};
};

TEST_F(ChipTest, HostReachesMemoriesAndIsToldWhatIsOutside) {
    const std::array<std::byte, 4> bytes{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}};
    std::array<std::byte, 4> back{};
    const uint32_t l1_size = chip.descriptor().l1_size_bytes;
    const uint64_t bank_size = chip.descriptor().dram_bank_size_bytes;

    chip.write_l1({7, 7}, l1_size - 4, bytes);
    chip.read_l1({7, 7}, l1_size - 4, back);
    EXPECT_EQ(back, bytes);
    chip.write_dram(11, bank_size - 4, bytes);
    chip.read_dram(11, bank_size - 4, back);
    EXPECT_EQ(back, bytes);
    chip.read_dram(10, bank_size - 4, back);  // shares a channel with bank 11, but not these bytes
    EXPECT_EQ(back, (std::array<std::byte, 4>{}));

    EXPECT_THROW(chip.write_l1({8, 0}, 0x100, bytes), std::out_of_range);
    EXPECT_THROW(chip.read_l1({0, 0}, l1_size - 3, back), std::out_of_range);
    EXPECT_THROW(chip.write_dram(12, 0, bytes), std::out_of_range);
    EXPECT_THROW(chip.read_dram(0, bank_size - 3, back), std::out_of_range);
    EXPECT_THROW(chip.read_dram(0, ~uint64_t{0}, back), std::out_of_range);
}

TEST_F(ChipTest, RunCountsWhatHartsDid) {
    CoreHarness core(chip, {0, 0});
    ProgramBuilder program("writer");
    set_target(program, noc_address_of(chip, {1, 0}, kScratch))
        .issue(MovementOp::kNocWrite, kScratch, 64)
        .issue(MovementOp::kNocWriteBarrier)
        .issue(MovementOp::kNocAtomicIncrement, 1);
    core.set_program(Hart::kBrisc, program.finish());

    const RunStatistics statistics = core.run();

    EXPECT_EQ(statistics.instructions_retired, 4u * 5 + 1);  // 5 words each, and the end
    EXPECT_EQ(statistics.noc_writes, 2u);
    EXPECT_EQ(statistics.noc_bytes_written, 68u);
    EXPECT_EQ(core.run(), statistics);
}

TEST_F(ChipTest, CoresMeetBySemaphores) {
    CoreHarness producer(chip, {0, 0});
    CoreHarness consumer(chip, {7, 7});
    producer.write<uint32_t>(kScratch, {11, 22, 33, 44});
    ProgramBuilder send("send");
    set_target(send, noc_address_of(chip, {7, 7}, kScratch))
        .issue(MovementOp::kNocWrite, kScratch, 16)
        .issue(MovementOp::kNocWriteBarrier);
    set_target(send, noc_address_of(chip, {7, 7}, kSemaphore))
        .issue(MovementOp::kNocAtomicIncrement, 2)
        .issue(MovementOp::kNocAtomicBarrier);
    ProgramBuilder receive("receive");
    receive.issue(MovementOp::kSemaphoreWaitAtLeast, kSemaphore, 2);
    set_target(receive, noc_address_of(chip, {7, 7}, kScratch))
        .issue(MovementOp::kNocRead, kScratch + 16, 16)
        .issue(MovementOp::kNocReadBarrier);
    producer.set_program(Hart::kBrisc, send.finish());
    consumer.set_program(Hart::kNcrisc, receive.finish());
    producer.write_launch_message();
    consumer.write_launch_message();

    chip.run(std::array{CoreCoord{7, 7}, CoreCoord{0, 0}});

    EXPECT_EQ(consumer.word(kScratch + 28), 44u);
}

TEST_F(ChipTest, BuffersPassPagesBetweenHartsOfACore) {
    CoreHarness core(chip, {0, 0});
    core.add_buffer(0, 2, DataFormat::Float16_b);
    constexpr uint32_t kResults = 0x10000;
    ProgramBuilder produce("produce");
    ProgramBuilder consume("consume");
    for (uint32_t i = 0; i < 8; ++i) {
        produce.issue(MovementOp::kCbReserveBack, 0, 1).issue(MovementOp::kCbPushBack, 0, 1);
        consume.issue(MovementOp::kCbWaitFront, 0, 1)
            .query(MovementOp::kCbReadPointer, 0, kResults + 4 * i)
            .issue(MovementOp::kCbPopFront, 0, 1);
    }
    produce.issue(MovementOp::kCbReserveBack, 0, 2)
        .query(MovementOp::kCbWritePointer, 0, kResults + 32)
        .query(MovementOp::kCbPagesFree, 0, kResults + 36)
        .query(MovementOp::kCbPagesAvailable, 0, kResults + 40);
    core.set_program(Hart::kNcrisc, produce.finish());
    core.set_program(Hart::kBrisc, consume.finish());

    core.run();

    for (uint32_t i = 0; i < 8; ++i) {
        EXPECT_EQ(core.word(kResults + 4 * i), kScratch + i % 2 * 2048);
    }
    EXPECT_EQ(core.word(kResults + 32), kScratch);
    EXPECT_EQ(core.word(kResults + 36), 2u);
    EXPECT_EQ(core.word(kResults + 40), 0u);
}

TEST_F(ChipTest, ErrorsNameCoreHartPlaceAndReason) {
    const SimulationError error =
        error_of_program(ProgramBuilder("writer").issue(MovementOp::kCbPushBack, 9, 1));

    EXPECT_EQ(error.kind(), ErrorKind::kCircularBuffer);
    EXPECT_EQ(error.core(), (CoreCoord{3, 2}));
    EXPECT_EQ(error.hart(), Hart::kBrisc);
    EXPECT_EQ(error.pc(), hw::kInstructionMemoryBase + 16);
    EXPECT_EQ(std::string(error.what()),
              "core (3,2) BRISC at 0xffc00010 (kernel_main+0x10): cb 9: the program has no such "
              "buffer on this core");
}

TEST_F(ChipTest, WhatHartsMayNotDoIsAnError) {
    const auto program = [] { return ProgramBuilder("writer"); };
    expect_error(program().load(0x170000), ErrorKind::kTrap, "0x00170000 outside");
    expect_error(program().load(0x8), ErrorKind::kTrap, "0x00000008");
    expect_error(program().issue(MovementOp::kHartAssert, 42), ErrorKind::kAssertion,
                 "assertion failed");
    expect_error(program().issue(static_cast<MovementOp>(hw::operation(7, 1))),
                 ErrorKind::kInstruction, "movement operation 15 is not defined");
    expect_error(program().issue(static_cast<hw::TensixOp>(hw::operation(7, 1))),
                 ErrorKind::kInstruction, "Tensix operation 15 is not defined");
    expect_error(program().issue(MovementOp::kSemaphoreWaitEqual, 0x5002, 1), ErrorKind::kSemaphore,
                 "no semaphore can be at 0x00005002");
    ProgramBuilder forgetful("forgetful");
    expect_error(set_target(forgetful, noc_address_of(chip, {0, 0}, kScratch))
                     .issue(MovementOp::kNocRead, kScratch, 16),
                 ErrorKind::kNoc, "the kernel ends with 1 NoC reads");
}

TEST_F(ChipTest, WhatTheHostLeftInL1IsReadOnly) {
    const auto program = [] { return ProgramBuilder("writer"); };
    for (const uint32_t address : {hw::kRuntimeArgsBase, hw::kCoreInfoAddress,
                                   hw::kLaunchMessageAddress, hw::kL1UnreservedBase - 4}) {
        expect_error(program().store(address, 1), ErrorKind::kReservedMemory,
                     std::format("store to 0x{:08x}: L1 below", address));
    }
    const auto info = read_object<hw::CoreInfo>(chip, {3, 2}, hw::kCoreInfoAddress);
    EXPECT_EQ(info.logical_x, 3u);
    CoreHarness core(chip, {3, 2});
    core.set_program(Hart::kBrisc,
                     program().load(hw::kCoreInfoAddress).store(kSemaphore, 7).finish());
    core.run();
    EXPECT_EQ(core.word(kSemaphore), 7u);
}

TEST_F(ChipTest, SemaphoresThatTheProgramHasNotAreAnError) {
    CoreHarness core(chip, {3, 2});
    core.launch.semaphores = 0b10;
    ProgramBuilder program("writer");
    program.issue(MovementOp::kSemaphoreWaitEqual, kSemaphore + hw::kSemaphoreStride, 0)
        .issue(MovementOp::kSemaphoreWaitEqual, kSemaphore, 0);
    core.set_program(Hart::kBrisc, program.finish());

    const SimulationError error = error_of([&] { core.run(); });

    EXPECT_EQ(error.kind(), ErrorKind::kSemaphore);
    EXPECT_NE(std::string(error.what()).find("the program has no semaphore 0 on that core"),
              std::string::npos)
        << error.what();
}

TEST_F(ChipTest, ArgumentsThatWereNotGivenAreAnError) {
    constexpr uint32_t kOwn = hw::kRuntimeArgsBase;
    constexpr uint32_t kCommon = kOwn + hw::kCommonRuntimeArgsOffset;
    CoreHarness core(chip, {3, 2});
    core.write<hw::ArgumentCounts>(hw::kArgumentCountsAddress, {{.own = 2, .common = 1}});
    core.set_program(Hart::kBrisc, ProgramBuilder("good").load(kOwn + 4).load(kCommon).finish());
    core.run();

    expect_error(ProgramBuilder("writer").load(kOwn + 8), ErrorKind::kArgument,
                 "run-time argument 2 is read, but the kernel was given 2 on this core");
    expect_error(ProgramBuilder("writer").load(kCommon + 4), ErrorKind::kArgument,
                 "common run-time argument 1 is read, but the kernel was given 1 in common");
    expect_error(ProgramBuilder("writer").load(kOwn - 4), ErrorKind::kReservedMemory,
                 "nothing of it is there");
}

TEST_F(ChipTest, UnallocatedMemoryOfAnyBankIsAnError) {
    const auto bank = [&](uint32_t index, uint32_t address) {
        const DramBankPlace& place = chip.descriptor().dram_banks[index];
        return hw::noc_address(hw::noc_xy(place.endpoint.x, place.endpoint.y),
                               place.base_offset + address);
    };
    const auto reads = [](uint64_t from) {
        ProgramBuilder program("reader");
        set_target(program, from)
            .issue(MovementOp::kNocRead, kScratch, 64)
            .issue(MovementOp::kNocReadBarrier);
        return program;
    };
    const AddressRange above{0x1000, chip.descriptor().dram_bank_size_bytes};
    chip.set_free_memory({{above}}, {{{0x8000, 0x9000}}});

    for (const uint32_t index : {0, 1, 11}) {
        CoreHarness core(chip, {3, 2});
        core.set_program(Hart::kBrisc, reads(bank(index, 0xFC0)).finish());
        EXPECT_NO_THROW(core.run());
        expect_error(reads(bank(index, 0x1000)), ErrorKind::kNoc, "not all in buffers");
    }
    expect_error(reads(noc_address_of(chip, {1, 1}, 0x8FC0)), ErrorKind::kNoc, "not all in");
    chip.set_free_memory({}, {});
    CoreHarness core(chip, {3, 2});
    core.set_program(Hart::kBrisc, reads(bank(0, 0x1000)).finish());
    EXPECT_NO_THROW(core.run());
}

TEST_F(ChipTest, TransfersThatNobodyAwaitsAreShownWhereTheyAreIssued) {
    ProgramBuilder program("reader");
    set_target(program, noc_address_of(chip, {0, 0}, kScratch))
        .issue(MovementOp::kNocRead, kScratch, 16);
    const SimulationError read = error_of_program(program);
    const uint32_t issued = read.pc();

    EXPECT_NE(std::string(read.what()).find("(kernel_main+"), std::string::npos) << read.what();
    EXPECT_EQ(issued, hw::kInstructionMemoryBase + 4u * (2 * 5 - 1));
}

TEST_F(ChipTest, DeadlockNamesAllThatWaitInGroups) {
    const auto unpack =
        ProgramBuilder("compute.trisc0").issue(MovementOp::kCbWaitFront, 1, 2).finish();
    const auto write =
        ProgramBuilder("writer.brisc").issue(MovementOp::kCbWaitFront, 16, 1).finish();
    for (const CoreCoord coord : whole_grid(chip)) {
        CoreHarness core(chip, coord);
        core.add_buffer(1, 2, DataFormat::Float16_b);
        core.add_buffer(16, 2, DataFormat::Float16_b);
        core.set_program(Hart::kTrisc0, unpack);
        if (coord.y == 0) {
            core.set_program(Hart::kBrisc, write);
        }
        core.write_launch_message();
    }

    const SimulationError error = error_of([&] { chip.run(whole_grid(chip)); });

    EXPECT_EQ(error.kind(), ErrorKind::kDeadlock);
    EXPECT_EQ(error.core(), (CoreCoord{0, 0}));
    EXPECT_EQ(error.hart(), Hart::kBrisc);
    EXPECT_EQ(
        std::string(error.what()),
        "deadlock, no hart can proceed:\n"
        "  waiting in cb_wait_front(cb 16, 1 pages; 0 available): BRISC on cores (0,0)-(7,0), "
        "writer.brisc at kernel_main+0x10\n"
        "  waiting in cb_wait_front(cb 1, 2 pages; 0 available): TRISC0 on cores (0,0)-(7,7), "
        "compute.trisc0 at kernel_main+0x10");
}

TEST_F(ChipTest, DeadlockSaysWhatEachKindOfWaitIsFor) {
    struct Case {
        Hart hart;
        ProgramBuilder program;
        const char* reason;
    };
    const auto program = [] { return ProgramBuilder("kernel"); };
    const Case cases[] = {
        {Hart::kNcrisc,
         program().issue(MovementOp::kCbPushBack, 0, 2).issue(MovementOp::kCbReserveBack, 0, 1),
         "cb_reserve_back(cb 0, 1 pages; 0 free): NCRISC on cores (2,1)"},
        {Hart::kBrisc, program().issue(MovementOp::kSemaphoreWaitEqual, kSemaphore, 3),
         "noc_semaphore_wait(0x00003f00, 3; is 0): BRISC"},
        {Hart::kBrisc, program().issue(MovementOp::kSemaphoreWaitAtLeast, kSemaphore, 3),
         "noc_semaphore_wait_min(0x00003f00, 3; is 0): BRISC"},
        {Hart::kTrisc1,
         program().issue(hw::TensixOp::kDstAcquire).issue(hw::TensixOp::kMathCopy, 0),
         "math (unpack has yet to fill the source registers): TRISC1"},
        {Hart::kTrisc2, program().issue(hw::TensixOp::kDstWait),
         "tile_regs_wait (math has yet to commit DST): TRISC2"},
        {Hart::kTrisc1,
         program()
             .issue(hw::TensixOp::kDstAcquire)
             .issue(hw::TensixOp::kDstCommit)
             .issue(hw::TensixOp::kDstAcquire)
             .issue(hw::TensixOp::kDstCommit)
             .issue(hw::TensixOp::kDstAcquire),
         "tile_regs_acquire (pack has yet to release DST): TRISC1"},
    };
    for (const Case& test : cases) {
        CoreHarness core(chip, {2, 1});
        core.add_buffer(0, 2, DataFormat::Float16_b);
        core.set_program(test.hart, test.program.finish());

        const SimulationError error = error_of([&] { core.run(); });

        EXPECT_EQ(error.kind(), ErrorKind::kDeadlock);
        EXPECT_NE(std::string(error.what()).find(test.reason), std::string::npos) << error.what();
    }
}

TEST_F(ChipTest, HartThatPollsIsEndedByTheBudget) {
    CoreHarness core(chip, {4, 4});
    core.set_program(Hart::kBrisc, ProgramBuilder("poller").jump_to_self().finish());
    core.set_program(
        Hart::kNcrisc,
        ProgramBuilder("waiter").issue(MovementOp::kSemaphoreWaitEqual, kSemaphore, 1).finish());
    chip.set_instruction_budget(100'000);

    const SimulationError error = error_of([&] { core.run(); });

    EXPECT_EQ(error.kind(), ErrorKind::kInstructionBudget);
    EXPECT_EQ(error.core(), (CoreCoord{4, 4}));
    const std::string text = error.what();
    EXPECT_NE(text.find("budget of 100000 is used up; cores (4,4) have not finished"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("noc_semaphore_wait(0x00003f00, 1; is 0): NCRISC"), std::string::npos);
}

TEST_F(ChipTest, RunThatNeverEndsCanBeInterrupted) {
    CoreHarness core(chip, {4, 4});
    core.set_program(Hart::kBrisc, ProgramBuilder("poller").jump_to_self().finish());
    int calls = 0;
    chip.set_interruption_check([&] {
        if (++calls == 3) {
            throw std::runtime_error("enough");
        }
    });

    EXPECT_THROW(core.run(), std::runtime_error);

    EXPECT_EQ(calls, 3);
    core.set_program(Hart::kBrisc, ProgramBuilder("store").store(kScratch, 5).finish());
    core.run();
    EXPECT_EQ(core.word(kScratch), 5u);
}

TEST_F(ChipTest, PollingHartDoesNotKeepOthersFromFinishing) {
    CoreHarness core(chip, {0, 0});
    ProgramBuilder poll("poll");
    poll.jump_to_self();
    CoreHarness other(chip, {1, 0});
    other.set_program(Hart::kBrisc, ProgramBuilder("store").store(kScratch, 5).finish());
    core.set_program(Hart::kBrisc, poll.finish());
    core.write_launch_message();
    other.write_launch_message();
    chip.set_instruction_budget(1'000'000);

    error_of([&] { chip.run(std::array{CoreCoord{0, 0}, CoreCoord{1, 0}}); });

    EXPECT_EQ(other.word(kScratch), 5u);
}

TEST_F(ChipTest, ChipIsInspectableAndUsableAfterAnError) {
    CoreHarness core(chip, {0, 0});
    core.add_buffer(0, 2, DataFormat::Float16_b);
    ProgramBuilder bad("bad");
    bad.store(kScratch + 0x10000, 77).issue(MovementOp::kCbPushBack, 0, 2);
    set_target(bad, noc_address_of(chip, {0, 0}, kScratch))
        .issue(MovementOp::kNocRead, kScratch + 0x20000, 16)
        .issue(MovementOp::kHartAssert, 1);
    core.set_program(Hart::kBrisc, bad.finish());
    error_of([&] { core.run(); });
    EXPECT_EQ(core.word(kScratch + 0x10000), 77u);

    // Neither the pages nor the read that the failed run left behind are there any more.
    core.set_program(
        Hart::kBrisc,
        ProgramBuilder("good").query(MovementOp::kCbPagesFree, 0, kScratch + 0x10000).finish());
    core.run();

    EXPECT_EQ(core.word(kScratch + 0x10000), 2u);
}

TEST_F(ChipTest, LaunchThatCannotBeIsAnErrorOfItsCore) {
    CoreHarness core(chip, {5, 6});
    core.launch.enabled_harts = 1 << 2;
    SimulationError error = error_of([&] { core.run(); });
    EXPECT_EQ(error.kind(), ErrorKind::kLaunch);
    EXPECT_EQ(error.hart(), std::nullopt);
    EXPECT_EQ(std::string(error.what()), "core (5,6): TRISC0 is enabled but has no program");

    core.launch.enabled_harts = 1 << 5;
    error = error_of([&] { core.run(); });
    EXPECT_EQ(std::string(error.what()),
              "core (5,6): the launch message enables harts 0x20; a core has 5");

    core.launch.enabled_harts = 0;
    core.add_buffer(2, 1, DataFormat::Float16_b, 100);
    EXPECT_NO_THROW(core.run());
    core.add_buffer(3, 1, DataFormat::Float16_b, 100);  // begins at an odd place
    error = error_of([&] { core.run(); });
    EXPECT_EQ(error.kind(), ErrorKind::kCircularBuffer);
}

TEST_F(ChipTest, RunRefusesCoresThatAreNotThereOrNamedTwice) {
    EXPECT_THROW(chip.run(std::array{CoreCoord{8, 8}}), std::out_of_range);
    EXPECT_THROW(chip.run(std::array{CoreCoord{1, 1}, CoreCoord{1, 1}}), std::invalid_argument);
    EXPECT_THROW(chip.load({9, 9}, Hart::kBrisc, nullptr), std::out_of_range);
    EXPECT_NO_THROW(chip.run({}));
}

TEST_F(ChipTest, ChipsDoNotShareState) {
    Chip other(wormhole_b0());
    CoreHarness here(chip, {0, 0});
    CoreHarness there(other, {0, 0});
    here.set_program(Hart::kBrisc, ProgramBuilder("store").store(kScratch, 1).finish());
    there.set_program(Hart::kBrisc, ProgramBuilder("store").store(kScratch, 2).finish());

    here.run();
    there.run();

    EXPECT_EQ(here.word(kScratch), 1u);
    EXPECT_EQ(there.word(kScratch), 2u);
    Chip moved(std::move(other));
    EXPECT_EQ(CoreHarness(moved, {0, 0}).word(kScratch), 2u);
}

TEST_F(ChipTest, SameRunsGiveSameResultsWhateverTheCallersRoundingMode) {
    const auto sum_of = [](int rounding) {
        Chip fresh(wormhole_b0());
        CoreHarness core(fresh, {0, 0});
        const uint32_t a = core.add_buffer(0, 2, DataFormat::Float32);
        const uint32_t out = core.add_buffer(16, 1, DataFormat::Float32);
        core.launch.fp32_dest_acc = 1;
        core.write(a, std::vector<float>(1024, 1.0f));
        core.write(a + 4096, std::vector<float>(1024, 0x1.8p-24f));
        core.set_program(Hart::kBrisc,
                         ProgramBuilder("provide").issue(MovementOp::kCbPushBack, 0, 2).finish());
        core.set_program(Hart::kTrisc0, ProgramBuilder("unpack")
                                            .issue(MovementOp::kCbWaitFront, 0, 2)
                                            .issue(hw::TensixOp::kUnpackAB, 0, 1 << 16)
                                            .finish());
        core.set_program(Hart::kTrisc1, ProgramBuilder("math")
                                            .issue(hw::TensixOp::kDstAcquire)
                                            .issue(hw::TensixOp::kMathElementwise, 0, 0)
                                            .issue(hw::TensixOp::kDstCommit)
                                            .finish());
        core.set_program(Hart::kTrisc2, ProgramBuilder("pack")
                                            .issue(hw::TensixOp::kDstWait)
                                            .issue(hw::TensixOp::kPackTile, 0, 16)
                                            .issue(hw::TensixOp::kDstRelease)
                                            .finish());
        std::fesetround(rounding);
        core.run();
        const int after = std::fegetround();
        std::fesetround(FE_TONEAREST);
        EXPECT_EQ(after, rounding);
        return core.word(out);
    };

    EXPECT_EQ(sum_of(FE_TONEAREST), 0x3F800001u);
    EXPECT_EQ(sum_of(FE_DOWNWARD), 0x3F800001u);
    EXPECT_EQ(sum_of(FE_UPWARD), 0x3F800001u);
}

}  // namespace
}  // namespace tt::sim
