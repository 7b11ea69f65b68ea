// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Instructions with whatever operands: each does something or is an error.

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <random>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/chip.hpp"
#include "tt_metal/sim/testing/core_harness.hpp"
#include "tt_metal/sim/testing/program_builder.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::Hart;
using hw::MovementOp;
using hw::TensixOp;

constexpr uint32_t kInputs[] = {0, 1, 2};
constexpr uint32_t kOut = 16;

// Any word now and then; else a small number, and in some of the higher bytes too.
uint32_t any_operand(std::mt19937& random) {
    if (random() % 8 == 0) {
        return static_cast<uint32_t>(random());
    }
    uint32_t operand = random() % 3;
    for (const int shift : {8, 16, 20}) {
        operand |= random() % 4 == 0 ? (random() % 4) << shift : 0;
    }
    return operand;
}

void issue_one_of(std::initializer_list<TensixOp> ops, uint32_t rs1, uint32_t rs2,
                  std::mt19937& random, ProgramBuilder& program) {
    program.issue(ops.begin()[random() % ops.size()], rs1, rs2);
}

// Buffers of two pages of small tiles, and one instruction on each of the TRISCs.
void set_up(CoreHarness& core, std::mt19937& random) {
    core.launch.fp32_dest_acc = random() % 2;
    core.launch.math_fidelity = static_cast<uint8_t>(1 + random() % 4);
    const auto format = random() % 2 ? DataFormat::Float16_b : DataFormat::Float32;
    ProgramBuilder provider("provider"), unpack("unpack"), math("math"), pack("pack");
    core.add_buffer(kOut, 2, format);
    for (const uint32_t input : kInputs) {
        const auto height = static_cast<uint8_t>(1u << random() % 6);
        core.add_buffer(input, 2, format, hw::tile_size_bytes(format), height);
        provider.issue(MovementOp::kCbPushBack, input, 2);
        unpack.issue(MovementOp::kCbWaitFront, input, 2);
    }
    math.issue(TensixOp::kDstAcquire);
    pack.issue(TensixOp::kDstWait);
    issue_one_of({TensixOp::kUnpackA, TensixOp::kUnpackAB, TensixOp::kUnpackTilize,
                  TensixOp::kUnpackTilizeAB},
                 any_operand(random), any_operand(random), random, unpack);
    issue_one_of({TensixOp::kMathCopy, TensixOp::kMathElementwise, TensixOp::kMathMatmul,
                  TensixOp::kMathReduce, TensixOp::kMathTranspose, TensixOp::kSfpuCumulate,
                  TensixOp::kSfpuSort},
                 random() % 4, any_operand(random), random, math);
    issue_one_of({TensixOp::kPackTile, TensixOp::kPackUntilize, TensixOp::kPackConfigure,
                  TensixOp::kPackRows},
                 any_operand(random),
                 random() % 4 ? kOut | any_operand(random) << 8 : any_operand(random), random,
                 pack);
    math.issue(TensixOp::kDstCommit);
    core.set_program(Hart::kBrisc, provider.finish());
    core.set_program(Hart::kTrisc0, unpack.finish());
    core.set_program(Hart::kTrisc1, math.finish());
    core.set_program(Hart::kTrisc2, pack.finish());
}

TEST(EngineFuzz, AnyOperandsAreExecutedOrRefused) {
    std::mt19937 random(0);
    Chip chip(wormhole_b0());
    int successes = 0;
    for (int round = 0; round < 3000; ++round) {
        CoreHarness core(chip, {0, 0});
        set_up(core, random);
        try {
            core.run();
            ++successes;
        } catch (const SimulationError& error) {
            ASSERT_STRNE(error.what(), "");
        }
    }
    EXPECT_GT(successes, 20);  // else the operands are not plausible enough
}

}  // namespace
}  // namespace tt::sim
