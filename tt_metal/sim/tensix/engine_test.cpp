// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The compute engine as programs on the three TRISCs drive it.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/chip.hpp"
#include "tt_metal/sim/tensix/tile.hpp"
#include "tt_metal/sim/testing/core_harness.hpp"
#include "tt_metal/sim/testing/program_builder.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::Hart;
using hw::MovementOp;
using hw::TensixOp;

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kOut = 16;

constexpr uint32_t elementwise(hw::ElementwiseOp op, hw::TilePart broadcast = hw::TilePart::kAll,
                               bool accumulate = false) {
    return static_cast<uint32_t>(op) | static_cast<uint32_t>(broadcast) << 8 |
           uint32_t{accumulate} << 16;
}

constexpr uint32_t sfpu(hw::SfpuFunction function, uint32_t out,
                        DataFormat format = DataFormat::Float32) {
    return hw::SfpuCommand{function, format, out}.encode();
}

class EngineTest : public testing::Test {
 protected:
    // Input pages that are there from the start: BRISC pushes what the host has written.
    void provide(std::initializer_list<std::pair<uint32_t, uint32_t>> buffers_and_pages) {
        ProgramBuilder program("provider");
        for (const auto& [buffer, pages] : buffers_and_pages) {
            program.issue(MovementOp::kCbPushBack, buffer, pages);
        }
        core.set_program(Hart::kBrisc, program.finish());
    }
    void set_programs(const ProgramBuilder& unpack, const ProgramBuilder& math,
                      const ProgramBuilder& pack) {
        core.set_program(Hart::kTrisc0, unpack.finish());
        core.set_program(Hart::kTrisc1, math.finish());
        core.set_program(Hart::kTrisc2, pack.finish());
    }
    // Packs DST tile 0 to the first page of kOut.
    static ProgramBuilder pack_one() {
        return ProgramBuilder("pack")
            .issue(MovementOp::kCbReserveBack, kOut, 1)
            .issue(TensixOp::kDstWait)
            .issue(TensixOp::kPackTile, 0, kOut)
            .issue(TensixOp::kDstRelease)
            .issue(MovementOp::kCbPushBack, kOut, 1);
    }
    static ProgramBuilder wait_for(std::initializer_list<uint32_t> buffers) {
        ProgramBuilder program("unpack");
        for (const uint32_t buffer : buffers) {
            program.issue(MovementOp::kCbWaitFront, buffer, 1);
        }
        return program;
    }
    SimulationError error_of_run() {
        try {
            core.run();
        } catch (const SimulationError& error) {
            return error;
        }
        ADD_FAILURE() << "the run succeeded";
        return SimulationError(ErrorKind::kLaunch, {}, {}, 0, "");
    }
    void expect_error(Hart hart, ErrorKind kind, const std::string& reason) {
        const SimulationError error = error_of_run();
        EXPECT_EQ(error.kind(), kind);
        EXPECT_EQ(error.hart(), hart);
        EXPECT_NE(std::string(error.what()).find(reason), std::string::npos) << error.what();
    }

    Chip chip{wormhole_b0()};
    CoreHarness core{chip, {0, 0}};
};

TEST_F(EngineTest, AddsFloat32WithOperandsRoundedToTf32) {
    const uint32_t a = core.add_buffer(kA, 1, DataFormat::Float32);
    const uint32_t b = core.add_buffer(kB, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 1, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    core.write(a, std::vector<float>(1024, 1.0f + 0x1p-10f + 0x1p-20f));
    core.write(b, std::vector<float>(1024, 2.0f));
    provide({{kA, 1}, {kB, 1}});
    set_programs(wait_for({kA, kB}).issue(TensixOp::kUnpackAB, kA | kB << 8, 0),
                 ProgramBuilder("math")
                     .issue(TensixOp::kDstAcquire)
                     .issue(TensixOp::kMathElementwise, 0, elementwise(hw::ElementwiseOp::kAdd))
                     .issue(TensixOp::kDstCommit),
                 pack_one());

    const RunStatistics statistics = core.run();

    EXPECT_EQ(core.read<float>(out, 1024), std::vector<float>(1024, 3.0f + 0x1p-10f));
    EXPECT_EQ(statistics.tiles_unpacked, 2u);
    EXPECT_EQ(statistics.tiles_elementwise, 1u);
    EXPECT_EQ(statistics.tiles_packed, 1u);
}

TEST_F(EngineTest, CopyKeepsEveryBitOf32BitFormats) {
    for (const DataFormat format : {DataFormat::Float32, DataFormat::Int32, DataFormat::UInt32}) {
        Chip fresh(wormhole_b0());
        CoreHarness copier(fresh, {0, 0});
        const uint32_t a = copier.add_buffer(kA, 1, format);
        const uint32_t out = copier.add_buffer(kOut, 1, format);
        copier.launch.fp32_dest_acc = 1;
        copier.launch.unpack_to_dest[0] = 1u << kA;
        std::vector<uint32_t> values(1024);
        for (uint32_t i = 0; i < values.size(); ++i) {
            values[i] = 0x7F800000 + i * 0x12345;
        }
        copier.write(a, values);
        copier.set_program(
            Hart::kBrisc,
            ProgramBuilder("provider").issue(MovementOp::kCbPushBack, kA, 1).finish());
        copier.set_program(Hart::kTrisc0, wait_for({kA}).issue(TensixOp::kUnpackA, kA, 0).finish());
        copier.set_program(Hart::kTrisc1, ProgramBuilder("math")
                                              .issue(TensixOp::kDstAcquire)
                                              .issue(TensixOp::kMathCopy, 0)
                                              .issue(TensixOp::kDstCommit)
                                              .finish());
        copier.set_program(Hart::kTrisc2, pack_one().finish());

        copier.run();

        EXPECT_EQ(copier.read<uint32_t>(out, 1024), values);
    }
}

TEST_F(EngineTest, BroadcastsTheFirstRowOfB) {
    const uint32_t a = core.add_buffer(kA, 1, DataFormat::Float32);
    const uint32_t b = core.add_buffer(kB, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 1, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    std::vector<float> row_in_b(1024, -99.0f);
    for (uint32_t column = 0; column < 32; ++column) {
        row_in_b[column % 16 + column / 16 * 256] = static_cast<float>(column);
    }
    core.write(a, std::vector<float>(1024, 100.0f));
    core.write(b, row_in_b);
    provide({{kA, 1}, {kB, 1}});
    set_programs(wait_for({kA, kB}).issue(TensixOp::kUnpackAB, kA | kB << 8, 0),
                 ProgramBuilder("math")
                     .issue(TensixOp::kDstAcquire)
                     .issue(TensixOp::kMathElementwise, 0,
                            elementwise(hw::ElementwiseOp::kSubtract, hw::TilePart::kRow))
                     .issue(TensixOp::kDstCommit),
                 pack_one());

    core.run();

    const auto result = core.read<float>(out, 1024);
    for (uint32_t i = 0; i < 1024; ++i) {
        const uint32_t column = i % 16 + i / 256 % 2 * 16;
        ASSERT_EQ(result[i], 100.0f - static_cast<float>(column));
    }
}

TEST_F(EngineTest, MatmulAccumulatesOverTilesAndTransposesB) {
    const uint32_t a = core.add_buffer(kA, 2, DataFormat::Float16_b);
    const uint32_t b = core.add_buffer(kB, 2, DataFormat::Float16_b);
    const uint32_t out = core.add_buffer(kOut, 1, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    // A is ones; B has ones in its first row, so A x B is ones and A x B^T has 32 in column 0.
    constexpr uint16_t kOne = 0x3F80;
    std::vector<uint16_t> first_row(1024, 0);
    for (uint32_t column = 0; column < 16; ++column) {
        first_row[column] = first_row[256 + column] = kOne;
    }
    core.write(a, std::vector<uint16_t>(2048, kOne));
    core.write(b, first_row);
    core.write(b + 2048, first_row);
    provide({{kA, 2}, {kB, 2}});
    set_programs(ProgramBuilder("unpack")
                     .issue(MovementOp::kCbWaitFront, kA, 2)
                     .issue(MovementOp::kCbWaitFront, kB, 2)
                     .issue(TensixOp::kUnpackAB, kA | kB << 8, 0)
                     .issue(TensixOp::kUnpackAB,
                            kA | kB << 8 | uint32_t{hw::kUnpackTransposeB} << 16, 1 | 1 << 16),
                 ProgramBuilder("math")
                     .issue(TensixOp::kDstAcquire)
                     .issue(TensixOp::kMathMatmul, 0)
                     .issue(TensixOp::kMathMatmul, 0)
                     .issue(TensixOp::kDstCommit),
                 pack_one());

    const RunStatistics statistics = core.run();

    const auto result = core.read<float>(out, 1024);
    for (uint32_t i = 0; i < 1024; ++i) {
        const bool in_first_column = i % 16 == 0 && i / 256 % 2 == 0;
        ASSERT_EQ(result[i], in_first_column ? 33.0f : 1.0f) << i;
    }
    EXPECT_EQ(statistics.tiles_matmul, 2u);
}

TEST_F(EngineTest, SfpuWorksInFullFloat32) {
    const uint32_t a = core.add_buffer(kA, 2, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 1, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    core.write(a, std::vector<float>(1024, 1.0f));
    core.write(a + 4096, std::vector<float>(1024, 0x1p-23f));
    provide({{kA, 2}});
    set_programs(
        ProgramBuilder("unpack")
            .issue(MovementOp::kCbWaitFront, kA, 2)
            .issue(TensixOp::kUnpackA, kA, 0)
            .issue(TensixOp::kUnpackA, kA, 1),
        ProgramBuilder("math")
            .issue(TensixOp::kDstAcquire)
            .issue(TensixOp::kMathCopy, 1)
            .issue(TensixOp::kMathCopy, 2)
            .issue(TensixOp::kSfpuRun, hw::sfpu_operands(1, 2), sfpu(hw::SfpuFunction::k_add, 0))
            .issue(TensixOp::kDstCommit),
        pack_one());

    core.run();

    EXPECT_EQ(core.read<float>(out, 1024), std::vector<float>(1024, 1.0f + 0x1p-23f));
}

TEST_F(EngineTest, TheSfpuReducesTheFirstRowsOrColumnsOfATile) {
    const uint32_t a = core.add_buffer(kA, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 2, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    core.launch.unpack_to_dest[0] = 1u << kA;
    Tile source;
    for (uint32_t row = 0; row < 32; ++row) {
        for (uint32_t column = 0; column < 32; ++column) {
            source.at(row, column) = static_cast<float>(row * 100 + column);
        }
    }
    core.write(a, std::vector(source.datums.begin(), source.datums.end()));
    provide({{kA, 1}});
    const auto reduction = [](uint32_t tile, hw::TilePart part, uint32_t count) {
        return tile | static_cast<uint32_t>(part) << 8 | count << 16;
    };
    set_programs(ProgramBuilder("unpack")
                     .issue(MovementOp::kCbWaitFront, kA, 1)
                     .issue(TensixOp::kUnpackA, kA, 0)
                     .issue(TensixOp::kUnpackA, kA, 0),
                 ProgramBuilder("math")
                     .issue(TensixOp::kDstAcquire)
                     .issue(TensixOp::kMathCopy, 0)
                     .issue(TensixOp::kMathCopy, 1)
                     .issue(TensixOp::kSfpuReduce, reduction(0, hw::TilePart::kRow, 32),
                            sfpu(hw::SfpuFunction::k_add, 0))
                     .issue(TensixOp::kSfpuReduce, reduction(1, hw::TilePart::kColumn, 7),
                            sfpu(hw::SfpuFunction::k_max, 0))
                     .issue(TensixOp::kDstCommit),
                 ProgramBuilder("pack")
                     .issue(TensixOp::kDstWait)
                     .issue(TensixOp::kPackTile, 0, kOut)
                     .issue(TensixOp::kPackTile, 1, kOut | 1 << 8)
                     .issue(TensixOp::kDstRelease));

    core.run();

    Tile sum;
    Tile maximum;
    for (uint32_t i = 0; i < 32; ++i) {
        sum.at(0, i) = static_cast<float>(100 * 31 * 32 / 2 + 32 * i);
        maximum.at(i, 0) = static_cast<float>(100 * i + 6);
    }
    const std::vector<float> results = core.read<float>(out, 2048);
    EXPECT_TRUE(std::ranges::equal(std::span(results).first(1024), sum.datums));
    EXPECT_TRUE(std::ranges::equal(std::span(results).last(1024), maximum.datums));
}

TEST_F(EngineTest, ReleasedDstCountsAsZeroForAllWhoReadIt) {
    const uint32_t a = core.add_buffer(kA, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 4, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    core.launch.dst_full_sync = 1;
    core.write(a, std::vector<float>(1024, 1.0f));
    provide({{kA, 1}});
    const uint32_t kAccumulate = elementwise(hw::ElementwiseOp::kAdd, hw::TilePart::kAll, true);
    ProgramBuilder unpack = wait_for({kA});
    ProgramBuilder math("math");
    math.issue(TensixOp::kDstAcquire);
    for (uint32_t tile = 0; tile < 4; ++tile) {
        unpack.issue(TensixOp::kUnpackA, kA, 0);
        math.issue(TensixOp::kMathCopy, tile);
    }
    unpack.issue(TensixOp::kUnpackAB, kA | kA << 8, 0).issue(TensixOp::kUnpackAB, kA | kA << 8, 0);
    math.issue(TensixOp::kDstCommit)
        .issue(TensixOp::kDstAcquire)
        .issue(TensixOp::kMathElementwise, 0, kAccumulate)
        .issue(TensixOp::kMathMatmul, 1)
        .issue(TensixOp::kSfpuRun, hw::sfpu_operands(0, 2), sfpu(hw::SfpuFunction::k_add, 2))
        .issue(TensixOp::kDstCommit);
    ProgramBuilder pack("pack");
    pack.issue(TensixOp::kDstWait).issue(TensixOp::kDstRelease).issue(TensixOp::kDstWait);
    for (uint32_t tile = 0; tile < 4; ++tile) {
        pack.issue(TensixOp::kPackTile, tile, kOut | tile << 8);
    }
    set_programs(unpack, math, pack.issue(TensixOp::kDstRelease));

    core.run();

    const float expected[] = {2.0f, 32.0f, 2.0f, 0.0f};
    for (uint32_t tile = 0; tile < 4; ++tile) {
        EXPECT_EQ(core.read<float>(out + 4096 * tile, 1024),
                  std::vector<float>(1024, expected[tile]));
    }
}

TEST_F(EngineTest, StripsBecomeTilesAndTilesBecomeStrips) {
    constexpr uint32_t kWidth = 2;  // tiles
    const uint32_t in = core.add_buffer(kA, 32, DataFormat::Float32, kWidth * 32 * 4);
    const uint32_t tile = core.add_buffer(kB, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, kWidth, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    std::vector<float> strip(kWidth * 1024);
    for (size_t i = 0; i < strip.size(); ++i) {
        strip[i] = static_cast<float>(i);
    }
    core.write(in, strip);
    provide({{kA, 32}});
    set_programs(ProgramBuilder("unpack")
                     .issue(MovementOp::kCbWaitFront, kA, 32)
                     .issue(TensixOp::kUnpackTilize, kA | kWidth << 8, 1)
                     .issue(TensixOp::kUnpackTilize, kA | kWidth << 8, 0),
                 ProgramBuilder("math")
                     .issue(TensixOp::kDstAcquire)
                     .issue(TensixOp::kMathCopy, 0)
                     .issue(TensixOp::kMathCopy, 1)
                     .issue(TensixOp::kDstCommit),
                 ProgramBuilder("pack")
                     .issue(TensixOp::kDstWait)
                     .issue(MovementOp::kCbReserveBack, kB, 1)
                     .issue(TensixOp::kPackTile, 0, kB)
                     .issue(MovementOp::kCbReserveBack, kOut, kWidth)
                     .issue(TensixOp::kPackUntilize, 0 | 0 << 8, kOut | kWidth << 8)
                     .issue(TensixOp::kPackUntilize, 1 | 1 << 8, kOut | kWidth << 8)
                     .issue(TensixOp::kDstRelease));

    core.run();

    const auto tile_1 = core.read<float>(tile, 1024);
    EXPECT_EQ(tile_1[0], 32.0f);              // row 0, column 32 of the strip
    EXPECT_EQ(tile_1[256], 48.0f);            // second face: column 48
    EXPECT_EQ(tile_1[512], 16 * 64 + 32.0f);  // third face: row 16
    const auto swapped = core.read<float>(out, kWidth * 1024);
    for (uint32_t i = 0; i < swapped.size(); ++i) {
        ASSERT_EQ(swapped[i], strip[i ^ 32]);  // the two tiles of each row have changed places
    }
}

TEST_F(EngineTest, OperandsAreCapturedWhenTheyAreUnpacked) {
    const uint32_t a = core.add_buffer(kA, 1, DataFormat::Float32);
    const uint32_t out = core.add_buffer(kOut, 1, DataFormat::Float32);
    core.launch.fp32_dest_acc = 1;
    core.write(a, std::vector<float>(1024, 1.0f));
    provide({{kA, 1}});
    constexpr uint32_t kFlag = hw::kSemaphoreBase;
    set_programs(
        wait_for({kA}).issue(TensixOp::kUnpackA, kA, 0).store(a, 0xFFFFFFFF).store(kFlag, 1),
        ProgramBuilder("math")
            .issue(MovementOp::kSemaphoreWaitEqual, kFlag, 1)
            .issue(TensixOp::kDstAcquire)
            .issue(TensixOp::kMathCopy, 0)
            .issue(TensixOp::kDstCommit),
        pack_one());

    core.run();

    EXPECT_EQ(core.read<float>(out, 1024), std::vector<float>(1024, 1.0f));
}

TEST_F(EngineTest, UnpackRunsTwoPairsAheadOfMath) {
    core.add_buffer(kA, 1, DataFormat::Float16_b);
    provide({{kA, 1}});
    core.set_program(Hart::kTrisc0, wait_for({kA})
                                        .issue(TensixOp::kUnpackA, kA, 0)
                                        .issue(TensixOp::kUnpackA, kA, 0)
                                        .issue(TensixOp::kUnpackA, kA, 0)
                                        .finish());

    expect_error(Hart::kTrisc0, ErrorKind::kDeadlock,
                 "waiting in unpack (math has yet to consume the source registers): TRISC0");
}

TEST_F(EngineTest, BuffersThatAreNotReadyAreErrors) {
    core.add_buffer(kA, 1, DataFormat::Float16_b);
    core.set_program(Hart::kTrisc0,
                     ProgramBuilder("unpack").issue(TensixOp::kUnpackA, kA, 0).finish());
    expect_error(Hart::kTrisc0, ErrorKind::kCircularBuffer, "0 of 1 pages (2048 bytes each) are");

    core.set_program(Hart::kTrisc0,
                     ProgramBuilder("unpack").issue(TensixOp::kUnpackA, kB, 0).finish());
    expect_error(Hart::kTrisc0, ErrorKind::kCircularBuffer, "cb 1: the program has no such buffer");
}

TEST_F(EngineTest, TileThatDoesNotFitAPageIsAnError) {
    core.add_buffer(kA, 2, DataFormat::Float32, 2048);
    provide({{kA, 2}});
    core.set_program(Hart::kTrisc0, wait_for({kA}).issue(TensixOp::kUnpackA, kA, 0).finish());

    expect_error(Hart::kTrisc0, ErrorKind::kCircularBuffer,
                 "cb 0: a Float32 tile of 4096 bytes does not fit a page of 2048 bytes");
}

TEST_F(EngineTest, EngineRefusesWhatItCannotCompute) {
    struct Case {
        DataFormat in, out;
        ProgramBuilder unpack, math;
        Hart hart;
        ErrorKind kind;
        const char* reason;
    };
    const ProgramBuilder unpack_a = wait_for({kA}).issue(TensixOp::kUnpackA, kA, 0);
    const ProgramBuilder unpack_ab = wait_for({kA}).issue(TensixOp::kUnpackAB, kA | kA << 8, 0);
    const auto math = [] { return ProgramBuilder("math").issue(TensixOp::kDstAcquire); };
    const Case cases[] = {
        {DataFormat::Int32, DataFormat::Int32, unpack_ab, math().issue(TensixOp::kMathMatmul, 0),
         Hart::kTrisc1, ErrorKind::kDataFormat, "the FPU cannot compute with Int32"},
        {DataFormat::Int32, DataFormat::Int32, unpack_a, math().issue(TensixOp::kMathCopy, 0),
         Hart::kTrisc1, ErrorKind::kDataFormat, "Int32 needs 32-bit datums in DST"},
        {DataFormat::UInt16, DataFormat::Float16_b, unpack_a,
         math().issue(TensixOp::kMathCopy, 0).issue(TensixOp::kDstCommit), Hart::kTrisc2,
         ErrorKind::kDataFormat, "DST tile 0 holds integers; the packer cannot convert them to"},
        {DataFormat::Float16_b, DataFormat::Float16_b, unpack_a,
         math().issue(TensixOp::kMathMatmul, 0), Hart::kTrisc1, ErrorKind::kSourceRegisters,
         "takes two operands, but only A has been unpacked"},
        {DataFormat::Float16_b, DataFormat::Float16_b, unpack_a,
         math().issue(TensixOp::kMathCopy, 8), Hart::kTrisc1, ErrorKind::kDst,
         "DST tile 8 is beyond the 8 tiles of a section"},
        {DataFormat::Float16_b, DataFormat::Float16_b, unpack_ab,
         math().issue(TensixOp::kMathElementwise, 0, 3), Hart::kTrisc1, ErrorKind::kInstruction,
         "elementwise operation 3 is not defined"},
        {DataFormat::Float16_b, DataFormat::Float16_b, unpack_a,
         ProgramBuilder("math").issue(TensixOp::kMathCopy, 0), Hart::kTrisc1, ErrorKind::kDst,
         "math writes to DST without having acquired it"},
    };
    for (const Case& test : cases) {
        core = CoreHarness(chip, {0, 0});
        core.add_buffer(kA, 1, test.in);
        core.add_buffer(kOut, 1, test.out);
        provide({{kA, 1}});
        set_programs(test.unpack, test.math, pack_one());

        expect_error(test.hart, test.kind, test.reason);
    }
}

TEST_F(EngineTest, OperationsBelongToOneHart) {
    core.set_program(Hart::kBrisc, ProgramBuilder("writer").issue(TensixOp::kDstAcquire).finish());

    expect_error(Hart::kBrisc, ErrorKind::kInstruction, "Tensix operation 0 belongs to TRISC1");
}

}  // namespace
}  // namespace tt::sim
