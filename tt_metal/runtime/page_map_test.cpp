// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/page_map.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <tt-metalium/shard_spec.hpp>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using runtime_testing::thrown;
using Shape = BufferDistributionSpec::Shape;
using Place = std::pair<uint32_t, uint64_t>;  // bank, slot

const CoreRange kRow({0, 0}, {7, 0});

// The place of every page, by runs.
std::vector<Place> places(const PageMap& map, uint64_t num_pages) {
    std::vector<Place> list;
    while (list.size() < num_pages) {
        const PageMap::Run run = map.run_from(list.size());
        EXPECT_GT(run.num_pages, 0u);
        for (uint64_t i = 0; i < run.num_pages; ++i) list.emplace_back(run.bank, run.slot + i);
    }
    EXPECT_EQ(list.size(), num_pages);
    return list;
}

std::vector<Place> places(const BufferDistributionSpec& spec) {
    std::vector<uint32_t> banks(spec.num_cores());
    std::iota(banks.begin(), banks.end(), 0);
    return places(PageMap::sharded(spec, banks), spec.num_pages());
}

TEST(PageMapTest, DealsInterleavedPagesOutInTurn) {
    const PageMap map = PageMap::interleaved(5, 3);

    EXPECT_EQ(places(map, 5), (std::vector<Place>{{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}}));
    EXPECT_EQ(map.pages_per_bank(), 2u);
}

TEST(PageMapTest, CutsAMatrixIntoRectangles) {
    const BufferDistributionSpec spec({4, 4}, {2, 2}, kRow);

    EXPECT_EQ(places(spec), (std::vector<Place>{{0, 0},
                                                {0, 1},
                                                {1, 0},
                                                {1, 1},  //
                                                {0, 2},
                                                {0, 3},
                                                {1, 2},
                                                {1, 3},  //
                                                {2, 0},
                                                {2, 1},
                                                {3, 0},
                                                {3, 1},  //
                                                {2, 2},
                                                {2, 3},
                                                {3, 2},
                                                {3, 3}}));
    EXPECT_EQ(spec.num_cores_with_data(), 4u);
    EXPECT_EQ(spec.max_num_dev_pages_per_core(), 4u);
}

TEST(PageMapTest, LeavesRoomForWhatShardsHaveBeyondTheEnd) {
    const BufferDistributionSpec spec({3, 3}, {2, 2}, kRow);

    EXPECT_EQ(places(spec), (std::vector<Place>{{0, 0},
                                                {0, 1},
                                                {1, 0},  //
                                                {0, 2},
                                                {0, 3},
                                                {1, 2},  //
                                                {2, 0},
                                                {2, 1},
                                                {3, 0}}));
}

TEST(PageMapTest, GivesACoreFurtherShardsAfterItsFirst) {
    const BufferDistributionSpec spec({5}, {1}, CoreRange({0, 0}, {1, 0}));

    EXPECT_EQ(places(spec), (std::vector<Place>{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0, 2}}));
    EXPECT_EQ(spec.max_num_shards_per_core(), 3u);
}

TEST(PageMapTest, GivesEveryPageItsOwnPlace_InAnyRank) {
    const std::vector<std::pair<Shape, Shape>> cases = {
        {{7}, {3}}, {{3, 5}, {2, 2}}, {{2, 3, 4}, {1, 2, 3}}, {{3, 2, 5, 2}, {2, 2, 2, 2}}};
    for (const auto& [tensor, shard] : cases) {
        const BufferDistributionSpec spec(tensor, shard, CoreRange({0, 0}, {2, 0}));
        std::map<Place, int> uses;
        for (const Place& place : places(spec)) ++uses[place];

        EXPECT_EQ(uses.size(), spec.num_pages());
        for (const auto& [place, count] : uses) {
            EXPECT_LT(place.first, 3u);
            EXPECT_LT(place.second, spec.max_num_dev_pages_per_core());
        }
    }
}

TEST(BufferDistributionSpecTest, OrdersCoresByRowsOrByColumns) {
    const CoreRange grid({0, 0}, {2, 1});
    const auto cores = [&](ShardOrientation orientation, ShardDistributionStrategy strategy) {
        return BufferDistributionSpec({2, 2}, {1, 1}, grid, orientation, strategy).cores();
    };
    using enum ShardOrientation;
    using enum ShardDistributionStrategy;

    EXPECT_EQ(cores(ROW_MAJOR, ROUND_ROBIN_1D),
              (std::vector<CoreCoord>{{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}}));
    EXPECT_EQ(cores(COL_MAJOR, ROUND_ROBIN_1D),
              (std::vector<CoreCoord>{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 1}}));
    EXPECT_EQ(cores(ROW_MAJOR, GRID_2D), (std::vector<CoreCoord>{{0, 0}, {1, 0}, {0, 1}, {1, 1}}));
    EXPECT_EQ(cores(COL_MAJOR, GRID_2D), (std::vector<CoreCoord>{{0, 0}, {0, 1}, {1, 0}, {1, 1}}));
}

TEST(BufferDistributionSpecTest, CountsPagesOfElements) {
    const auto spec =
        BufferDistributionSpec::from_shard_spec({2, 100, 64}, {1, 64, 32}, {32, 32}, kRow);

    EXPECT_EQ(spec.tensor_shape_in_pages(), (Shape{2, 4, 2}));
    EXPECT_EQ(spec.shard_shape_in_pages(), (Shape{1, 2, 1}));
    EXPECT_EQ(spec.num_shards(), 8u);
}

TEST(BufferDistributionSpecTest, RefusesShapesAndGridsThatDoNotFit) {
    const auto message = [](const Shape& tensor, const Shape& shard, const CoreRangeSet& cores) {
        return thrown<std::invalid_argument>([&] {
            BufferDistributionSpec(tensor, shard, cores, ShardOrientation::ROW_MAJOR,
                                   ShardDistributionStrategy::GRID_2D);
        });
    };

    EXPECT_MENTIONS(message({4}, {2, 2}, kRow), "same number of dimensions");
    EXPECT_MENTIONS(message({}, {}, kRow), "at least one");
    EXPECT_MENTIONS(message({4, 0}, {2, 2}, kRow), "[4, 0]");
    EXPECT_MENTIONS(message({4, 4}, {2, 2}, {}), "cores must not be empty");
    EXPECT_MENTIONS(message({4, 4}, {2, 2}, kRow), "a rectangle of 2 x 2 cores");
}

TEST(ShardSpecTest, RefusesLayoutsThatContradictTheShape) {
    const auto message = [](std::array<uint32_t, 2> shard, TensorMemoryLayout layout) {
        const ShardSpecBuffer spec(CoreRange({0, 0}, {1, 1}), shard, ShardOrientation::ROW_MAJOR,
                                   {1, 1}, {8, 8});
        return thrown<std::invalid_argument>([&] { BufferShardingArgs(spec, layout); });
    };

    EXPECT_MENTIONS(message({2, 4}, TensorMemoryLayout::HEIGHT_SHARDED), "its whole width");
    EXPECT_MENTIONS(message({4, 2}, TensorMemoryLayout::WIDTH_SHARDED), "its whole height");
    EXPECT_MENTIONS(message({1, 8}, TensorMemoryLayout::HEIGHT_SHARDED), "has 4 cores");
    EXPECT_MENTIONS(message({2, 4}, TensorMemoryLayout::BLOCK_SHARDED), "2 x 4 cores");
    EXPECT_MENTIONS(message({8, 8}, TensorMemoryLayout::INTERLEAVED), "buffer_layout");
    EXPECT_MENTIONS(message({0, 8}, TensorMemoryLayout::HEIGHT_SHARDED), "[0, 8]");
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
