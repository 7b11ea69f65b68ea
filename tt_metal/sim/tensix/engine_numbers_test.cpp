// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the engine computes: one tile or two through unpack, math and pack.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/chip.hpp"
#include "tt_metal/sim/tensix/tile.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"
#include "tt_metal/sim/testing/core_harness.hpp"
#include "tt_metal/sim/testing/program_builder.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::ElementwiseOp;
using hw::Hart;
using hw::MovementOp;
using hw::PackSetting;
using hw::ReduceOp;
using hw::ReluMode;
using hw::TensixOp;
using hw::TilePart;

using Values = std::vector<float>;

constexpr uint32_t kA = 0;
constexpr uint32_t kB = 1;
constexpr uint32_t kOut = 16;

constexpr uint32_t elementwise(ElementwiseOp op, uint32_t flags = 0) {
    return static_cast<uint32_t>(op) | flags << 16;
}

constexpr uint32_t reduce(ReduceOp op, TilePart part) {
    return static_cast<uint32_t>(op) | static_cast<uint32_t>(part) << 8;
}

constexpr uint32_t relu(ReluMode mode, uint32_t bfloat16_threshold = 0) {
    return static_cast<uint32_t>(mode) | bfloat16_threshold << 16;
}

template <class T = float>
std::vector<T> all(T value) {
    return std::vector<T>(hw::kTileElements, value);
}

Values numbered() {
    Values values(hw::kTileElements);
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            values[Tile::index(row, column)] =
                static_cast<float>(row) - static_cast<float>(2 * column);
        }
    }
    return values;
}

// A program on DST tile 0, with operands A and B (one tile each), and what is packed from it.
class TileProgram {
 public:
    template <class T>
    TileProgram(const std::vector<T>& a, const std::vector<T>& b,
                DataFormat format = DataFormat::Float32)
        : TileProgram(a, b, {}, format) {}
    template <class T>
    TileProgram(const std::vector<T>& a, const std::vector<T>& b, TileShape shape_of_a,
                DataFormat format = DataFormat::Float32) {
        core_.launch.fp32_dest_acc = 1;
        const auto [height, width] = shape_of_a;
        core_.write(core_.add_buffer(kA, 1, format, hw::tile_size_bytes(format),
                                     static_cast<uint8_t>(height), static_cast<uint8_t>(width)),
                    a);
        core_.write(core_.add_buffer(kB, 1, format), b);
        core_.set_program(Hart::kBrisc, ProgramBuilder("provider")
                                            .issue(MovementOp::kCbPushBack, kA, 1)
                                            .issue(MovementOp::kCbPushBack, kB, 1)
                                            .finish());
        unpack_.issue(MovementOp::kCbWaitFront, kA, 1).issue(MovementOp::kCbWaitFront, kB, 1);
        math_.issue(TensixOp::kDstAcquire);
        pack_.issue(TensixOp::kDstWait);
    }

    hw::LaunchMessage& launch() { return core_.launch; }

    // Instructions on A, on both operands, on DST alone.
    TileProgram& with_a(TensixOp op, uint32_t mode = 0) {
        unpack_.issue(TensixOp::kUnpackA, kA, 0);
        math_.issue(op, 0, mode);
        return *this;
    }
    TileProgram& with_both(TensixOp op, uint32_t mode = 0) {
        unpack_.issue(TensixOp::kUnpackAB, kA | kB << 8, 0);
        math_.issue(op, 0, mode);
        return *this;
    }
    TileProgram& with_dst(TensixOp op) {
        math_.issue(op, 0);
        return *this;
    }
    TileProgram& set(PackSetting setting, uint32_t value) {
        pack_.issue(TensixOp::kPackConfigure, static_cast<uint32_t>(setting), value);
        return *this;
    }

    // What the output page holds when DST has been packed to it `count` times.
    template <class T = float>
    std::vector<T> pack(DataFormat format = DataFormat::Float32, uint32_t count = 1) {
        const uint32_t out = core_.add_buffer(kOut, 1, format);
        for (uint32_t i = 0; i < count; ++i) {
            pack_.issue(TensixOp::kPackTile, 0, kOut);
        }
        core_.set_program(Hart::kTrisc0, unpack_.finish());
        core_.set_program(Hart::kTrisc1, math_.issue(TensixOp::kDstCommit).finish());
        core_.set_program(Hart::kTrisc2, pack_.issue(TensixOp::kDstRelease).finish());
        core_.run();
        return core_.read<T>(out, hw::tile_size_bytes(format) / sizeof(T));
    }

    std::string error_of_pack(DataFormat format) {
        try {
            pack(format);
        } catch (const SimulationError& error) {
            return error.what();
        }
        return "no error";
    }

 private:
    Chip chip_{wormhole_b0()};
    CoreHarness core_{chip_, {0, 0}};
    ProgramBuilder unpack_{"unpack"};
    ProgramBuilder math_{"math"};
    ProgramBuilder pack_{"pack"};
};

// ── Operands ──

TEST(EngineNumbers, Float32IsCopiedWithTenBitsOfMantissa) {
    TileProgram program(all(1 + 0x1p-10f + 0x1p-23f), all(0.0f));

    EXPECT_EQ(program.with_a(TensixOp::kMathCopy).pack(), all(1 + 0x1p-10f));
}

TEST(EngineNumbers, Float32OfABufferThatIsUnpackedToDestKeepsAllBits) {
    TileProgram program(all(1 + 0x1p-23f), all(0.0f));
    program.launch().unpack_to_dest[0] = 1u << kA;

    EXPECT_EQ(program.with_a(TensixOp::kMathCopy).pack(), all(1 + 0x1p-23f));
}

TEST(EngineNumbers, EveryFormatPassesThroughDstUnchanged) {
    for (const DataFormat format :
         {DataFormat::Float32, DataFormat::Float16_b, DataFormat::Bfp8_b, DataFormat::Bfp4_b,
          DataFormat::Int32, DataFormat::UInt32, DataFormat::UInt16, DataFormat::UInt8}) {
        // Leading bits of block floats are set, so that their exponents are found again; these, the
        // first 64 bytes, are of finite numbers.
        std::vector<uint8_t> bytes(hw::tile_size_bytes(format));
        for (size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = (static_cast<uint8_t>(i * 37) | 0x44) & (i < 64 ? 0x7F : 0xFF);
        }
        TileProgram program(bytes, bytes, format);
        program.launch().unpack_to_dest[0] = 1u << kA;

        EXPECT_EQ(program.with_a(TensixOp::kMathCopy).pack<uint8_t>(format), bytes)
            << static_cast<uint32_t>(format);
    }
}

// Source A has 5 bits in its high slice, source B 7. In a matmul, B is source A.
TEST(EngineNumbers, FidelityChoosesTheSlicesThatAreMultiplied) {
    constexpr float kHighA = 1 + 0x1p-4f, kLowA = 0x1p-5f;
    constexpr float kHighB = 1 + 0x1p-6f, kLowB = 0x1p-7f;
    const float products[] = {
        kHighA * kHighB,
        kHighA * kHighB + kLowA * kHighB,
        kHighA * kHighB + kLowA * kHighB + kHighA * kLowB,
        (kHighA + kLowA) * (kHighB + kLowB),
    };
    for (uint8_t phases = 1; phases <= 4; ++phases) {
        const float product = products[phases - 1];
        TileProgram multiply(all(kHighA + kLowA), all(kHighB + kLowB));
        multiply.launch().math_fidelity = phases;
        multiply.with_both(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kMultiply));
        EXPECT_EQ(multiply.pack(), all(product)) << int{phases};

        TileProgram matmul(all(kHighB + kLowB), all(kHighA + kLowA));
        matmul.launch().math_fidelity = phases;
        EXPECT_EQ(matmul.with_both(TensixOp::kMathMatmul).pack(), all(32 * product)) << int{phases};

        TileProgram sum(all(kHighA + kLowA), all(kHighB + kLowB));
        sum.launch().math_fidelity = phases;
        sum.with_both(TensixOp::kMathReduce, reduce(ReduceOp::kSum, TilePart::kRow));
        EXPECT_EQ(sum.pack()[0], 32 * product) << int{phases};

        TileProgram add(all(kHighA + kLowA), all(kHighB + kLowB));
        add.launch().math_fidelity = phases;
        add.with_both(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kAdd));
        EXPECT_EQ(add.pack(), all(kHighA + kLowA + kHighB + kLowB));
    }
}

TEST(EngineNumbers, InfinityIsInfinityInAllFidelities) {
    const float infinity = 1.0f / 0.0f;
    for (uint8_t phases = 1; phases <= 4; ++phases) {
        for (const auto& [a, b] : {std::pair(infinity, 1.0f), std::pair(1.0f, infinity)}) {
            TileProgram program(all(a), all(b));
            program.launch().math_fidelity = phases;
            program.with_both(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kMultiply));
            EXPECT_EQ(program.pack(), all(infinity));
        }
    }
}

TEST(EngineNumbers, ShapesThatNoTileHasAreErrors) {
    TileProgram program(all(1.0f), all(1.0f), {24, 32});

    EXPECT_NE(program.with_a(TensixOp::kMathCopy)
                  .error_of_pack(DataFormat::Float32)
                  .find("cb 0: tiles of 24x32 datums; a tile has 1, 2, 4, 8, 16 or 32 rows"),
              std::string::npos);
}

TEST(EngineNumbers, FidelityThatDoesNotExistIsAnError) {
    TileProgram program(all(1.0f), all(1.0f));
    program.launch().math_fidelity = 5;

    EXPECT_NE(program.error_of_pack(DataFormat::Float32).find("math fidelity of 5 phases"),
              std::string::npos);
}

// ── Operations ──

TEST(EngineNumbers, DstIsEitherOperandOfAnElementwiseOperation) {
    for (const auto& [flag, expected] :
         {std::pair(hw::kMathDstIsA, 8.0f - 3.0f), std::pair(hw::kMathDstIsB, 3.0f - 8.0f)}) {
        TileProgram program(all(3.0f), all(5.0f));
        program.with_both(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kAdd))
            .with_a(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kSubtract, flag));

        EXPECT_EQ(program.pack(), all(expected));
    }
}

TEST(EngineNumbers, DstLosesBitsWhenItBecomesAnOperand) {
    TileProgram program(all(1 + 0x1p-23f), all(0.0f));
    program.launch().unpack_to_dest[0] = 1u << kA;
    program.with_a(TensixOp::kMathCopy)
        .with_a(TensixOp::kMathElementwise, elementwise(ElementwiseOp::kAdd, hw::kMathDstIsA));

    EXPECT_EQ(program.pack(), all(2.0f));
}

TEST(EngineNumbers, DstAndTwoOperandsAreTooMany) {
    TileProgram program(all(1.0f), all(1.0f));
    program.with_both(TensixOp::kMathElementwise,
                      elementwise(ElementwiseOp::kAdd, hw::kMathDstIsA));

    EXPECT_NE(program.error_of_pack(DataFormat::Float32)
                  .find("takes one operand beside DST, but A and B have been unpacked"),
              std::string::npos);
}

TEST(EngineNumbers, PartOfATileIsCopiedAllOver) {
    for (const auto& [part, of_row, of_column] :
         {std::tuple(TilePart::kRow, 0, 1), std::tuple(TilePart::kColumn, 1, 0),
          std::tuple(TilePart::kDatum, 0, 0), std::tuple(TilePart::kAll, 1, 1)}) {
        TileProgram program(numbered(), all(0.0f));

        const Values result =
            program.with_a(TensixOp::kMathCopy, static_cast<uint32_t>(part) << 8).pack();

        for (int row = 0; row < 32; ++row) {
            for (int column = 0; column < 32; ++column) {
                ASSERT_EQ(result[Tile::index(row, column)],
                          static_cast<float>(of_row * row - 2 * of_column * column));
            }
        }
    }
}

TEST(EngineNumbers, TilesAreTransposedInDst) {
    TileProgram program(numbered(), all(0.0f));

    const Values result =
        program.with_a(TensixOp::kMathCopy).with_dst(TensixOp::kMathTranspose).pack();

    EXPECT_EQ(result[Tile::index(3, 20)], 20.0f - 2 * 3);
    EXPECT_EQ(result[Tile::index(20, 3)], 3.0f - 2 * 20);
}

TEST(EngineNumbers, ReductionsGoToTheFirstRowColumnOrDatum) {
    struct Case {
        ReduceOp op;
        TilePart part;
        uint32_t place;
        float expected;
    };
    // Of row - 2 column; the scaler is 1/2.
    const Case cases[] = {
        {ReduceOp::kSum, TilePart::kColumn, Tile::index(5, 0), (32 * 5 - 2 * 496) / 2.0f},
        {ReduceOp::kSum, TilePart::kRow, Tile::index(0, 5), (496 - 32 * 10) / 2.0f},
        {ReduceOp::kSum, TilePart::kDatum, 0, -496 * 32 / 4.0f},
        {ReduceOp::kMax, TilePart::kColumn, Tile::index(5, 0), 5 / 2.0f},
        {ReduceOp::kMax, TilePart::kRow, Tile::index(0, 25), (31 - 50) / 2.0f},
        {ReduceOp::kMax, TilePart::kDatum, 0, 31 / 4.0f},
    };
    for (const auto& [op, part, place, expected] : cases) {
        TileProgram once(numbered(), all(0.5f));
        once.with_both(TensixOp::kMathReduce, reduce(op, part));
        const Values result = once.pack();
        EXPECT_EQ(result[place], expected);
        EXPECT_EQ(result[Tile::index(9, 9)], 0.0f);

        TileProgram twice(numbered(), all(0.5f));
        twice.with_both(TensixOp::kMathReduce, reduce(op, part))
            .with_both(TensixOp::kMathReduce, reduce(op, part));
        EXPECT_EQ(twice.pack()[place], op == ReduceOp::kSum ? 2 * expected : expected);
    }
}

// 4x16, all -1: zeros around it would be larger.
TEST(EngineNumbers, OnlyDatumsOfASmallTileAreReduced) {
    for (const auto& [part, kept] : {std::pair(TilePart::kColumn, 4), std::pair(TilePart::kRow, 16),
                                     std::pair(TilePart::kDatum, 1)}) {
        for (const ReduceOp op : {ReduceOp::kMax, ReduceOp::kSum}) {
            TileProgram program(Values(4 * 16, -1), all(1.0f), {4, 16});
            program.with_both(TensixOp::kMathReduce, reduce(op, part));

            const Values result = program.pack();

            const int terms = op == ReduceOp::kMax ? 1 : 4 * 16 / kept;
            for (int i = 0; i < kept; ++i) {
                EXPECT_EQ(result[part == TilePart::kColumn ? Tile::index(i, 0) : i], -terms);
            }
        }
    }
}

TEST(EngineNumbers, WeightsOfAReductionAreTheFirstRowOfTheScaler) {
    Values scaler = all(-99.0f);
    for (uint32_t k = 0; k < hw::kTileWidth; ++k) {
        scaler[Tile::index(0, k)] = k < 20 ? 1 : 0;  // as for 20 columns of 32
    }
    TileProgram program(all(1.0f), scaler);
    program.with_both(TensixOp::kMathReduce, reduce(ReduceOp::kSum, TilePart::kColumn));

    const Values result = program.pack();

    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        EXPECT_EQ(result[Tile::index(row, 0)], 20.0f);
    }
}

// ── Packer ──

TEST(EngineNumbers, PackerKeepsAPartOfTheTile) {
    for (const auto& [part, datums] :
         {std::pair(TilePart::kAll, 1024), std::pair(TilePart::kRow, 32),
          std::pair(TilePart::kColumn, 32), std::pair(TilePart::kDatum, 1)}) {
        TileProgram program(all(1.0f), all(0.0f));
        program.with_a(TensixOp::kMathCopy).set(PackSetting::kKeep, static_cast<uint32_t>(part));

        const Values result = program.pack();

        EXPECT_EQ(std::ranges::count(result, 1.0f), datums);
        EXPECT_EQ(result[0], 1.0f);
        EXPECT_EQ(result[Tile::index(0, 31)] == 1,
                  part == TilePart::kAll || part == TilePart::kRow);
        EXPECT_EQ(result[Tile::index(31, 0)] == 1,
                  part == TilePart::kAll || part == TilePart::kColumn);
    }
}

TEST(EngineNumbers, PackerAppliesRelu) {
    struct Case {
        uint32_t relu;
        float from, to;
    };
    constexpr uint32_t kTwo = 0x4000;
    const Case cases[] = {
        {relu(ReluMode::kNone), -1, -1},
        {relu(ReluMode::kZero), -1, 0},
        {relu(ReluMode::kZero), 3, 3},
        {relu(ReluMode::kMinThreshold, kTwo), 1, 0},
        {relu(ReluMode::kMinThreshold, kTwo), 2, 0},
        {relu(ReluMode::kMinThreshold, kTwo), 3, 3},
        {relu(ReluMode::kMaxThreshold, kTwo), -1, 0},
        {relu(ReluMode::kMaxThreshold, kTwo), 1, 1},
        {relu(ReluMode::kMaxThreshold, kTwo), 3, 2},
    };
    for (const auto& [mode, from, to] : cases) {
        TileProgram program(all(from), all(0.0f));
        program.with_a(TensixOp::kMathCopy).set(PackSetting::kRelu, mode);

        EXPECT_EQ(program.pack(), all(to)) << mode << " " << from;
    }
}

TEST(EngineNumbers, PackerAddsToL1AndRoundsEachTime) {
    TileProgram exact(all(0.75f), all(0.0f));
    exact.with_a(TensixOp::kMathCopy).set(PackSetting::kAccumulateL1, 1);
    EXPECT_EQ(exact.pack(DataFormat::Float32, 3), all(2.25f));

    // 1 + 2^-7 in bfloat16: the last bit is lost as soon as there are two.
    TileProgram rounded(all(1 + 0x1p-7f), all(0.0f));
    rounded.with_a(TensixOp::kMathCopy).set(PackSetting::kAccumulateL1, 1);
    EXPECT_EQ(rounded.pack<uint16_t>(DataFormat::Float16_b, 3), all<uint16_t>(0x4042));  // 3.03125
}

TEST(EngineNumbers, PackerAddsIntegersToL1) {
    TileProgram program(all<int32_t>(-7), all<int32_t>(0), DataFormat::Int32);
    program.with_a(TensixOp::kMathCopy).set(PackSetting::kAccumulateL1, 1);

    EXPECT_EQ(program.pack<int32_t>(DataFormat::Int32, 3), all<int32_t>(-21));
}

TEST(EngineNumbers, PackerRefusesWhatItCannotDo) {
    TileProgram blocks(all(1.0f), all(0.0f));
    blocks.with_a(TensixOp::kMathCopy).set(PackSetting::kAccumulateL1, 1);
    EXPECT_NE(blocks.error_of_pack(DataFormat::Bfp8_b).find("cannot add to Bfp8_b in L1"),
              std::string::npos);

    TileProgram integers(all<int32_t>(1), all<int32_t>(0), DataFormat::Int32);
    integers.with_a(TensixOp::kMathCopy).set(PackSetting::kRelu, relu(ReluMode::kZero));
    EXPECT_NE(integers.error_of_pack(DataFormat::Int32).find("relu is on floats, not Int32"),
              std::string::npos);

    TileProgram setting(all(1.0f), all(0.0f));
    setting.with_a(TensixOp::kMathCopy).set(PackSetting{0x80}, 1);
    EXPECT_NE(
        setting.error_of_pack(DataFormat::Float32).find("setting of the packer 128 is not defined"),
        std::string::npos);

    TileProgram mode(all(1.0f), all(0.0f));
    mode.with_a(TensixOp::kMathCopy).set(PackSetting::kRelu, 4);
    EXPECT_NE(mode.error_of_pack(DataFormat::Float32).find("relu 4 is not defined"),
              std::string::npos);
}

}  // namespace
}  // namespace tt::sim
