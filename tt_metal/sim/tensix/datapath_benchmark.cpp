// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Prints microseconds per tile of each operation of the datapath, for every variant that this host
// can run. The fastest of many rounds counts, as other work on the host only ever adds time.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <limits>
#include <memory>
#include <random>
#include <vector>

#include "tt_metal/sim/tensix/datapath.hpp"

namespace tt::sim {
namespace {

constexpr int kRounds = 51;
constexpr int kTilesPerRound = 1000;

double microseconds(const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    double fastest = std::numeric_limits<double>::infinity();
    for (int round = 0; round < kRounds; ++round) {
        const auto start = Clock::now();
        for (int i = 0; i < kTilesPerRound; ++i) {
            work();
        }
        const std::chrono::duration<double, std::micro> elapsed = Clock::now() - start;
        fastest = std::min(fastest, elapsed.count() / kTilesPerRound);
    }
    return fastest;
}

void fill(Tile& tile, std::mt19937& random) {
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::generate(tile.datums.begin(), tile.datums.end(), [&] { return uniform(random); });
}

void print_row(const Datapath& datapath) {
    std::mt19937 random(1);
    const auto tiles = std::make_unique<Tile[]>(3);
    Tile& a = tiles[0];
    Tile& b = tiles[1];
    Tile& dst = tiles[2];
    fill(a, random);
    fill(b, random);
    datapath.round_to_tf32(a);
    datapath.round_to_tf32(b);
    std::vector<std::byte> bytes(hw::tile_size_bytes(hw::DataFormat::Float16_b));
    const ElementwiseMode add{hw::ElementwiseOp::kAdd, false, DstPrecision::kBfloat16};

    const ReduceMode sum{hw::ReduceOp::kSum, true, DstPrecision::kBfloat16};
    std::byte* packed = bytes.data();
    const std::function<void()> works[] = {
        [&] { datapath.widen_bfloat16(packed, dst.datums.data(), hw::kTileElements); },
        [&] { datapath.narrow_to_bfloat16(a.datums.data(), packed, hw::kTileElements); },
        [&] { datapath.unpack_blocks(packed, BlockFloat::kBits8, dst); },
        [&] { datapath.pack_blocks(a, BlockFloat::kBits8, packed); },
        [&] { datapath.transpose(dst); },
        [&] { datapath.elementwise(a, b, dst, add); },
        [&] { datapath.reduce(a, b, dst, sum); },
        [&] { datapath.matmul(a, b, dst, DstPrecision::kBfloat16); },
        [&] { datapath.matmul(a, b, dst, DstPrecision::kFloat32); },
    };
    std::printf("%-10s", datapath.name);
    for (const auto& work : works) {
        std::printf(" %14.3f", microseconds(work));
    }
    std::printf("\n");
}

}  // namespace
}  // namespace tt::sim

int main() {
    std::printf("microseconds per 32x32 tile\n%-10s", "variant");
    for (const char* operation : {"widen", "narrow", "from bfp8", "to bfp8", "transpose", "add",
                                  "reduce", "matmul to bf16", "matmul to fp32"}) {
        std::printf(" %14s", operation);
    }
    std::printf("\n");
    for (const tt::sim::Datapath& datapath : tt::sim::supported_datapaths()) {
        tt::sim::print_row(datapath);
    }
}
