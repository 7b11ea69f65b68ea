// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/print_filter.hpp"

#include <gtest/gtest.h>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::LogicalCore;
using hw::Hart;
using runtime_testing::thrown;

device_internal::ChipProperties chip_of_8x8() {
    device_internal::ChipProperties chip{};
    chip.grid_width = chip.grid_height = 8;
    return chip;
}

PrintFilter filter(const Variables& variables, int device_id = 0) {
    return print_filter(variables, device_id, chip_of_8x8());
}

std::string refusal(const Variables& variables) {
    return thrown<std::invalid_argument>([&] { filter(variables); });
}

TEST(PrintFilter, NothingIsHeardUnasked) {
    EXPECT_TRUE(filter({}).cores.empty());
    EXPECT_TRUE(filter({{"TT_METAL_DPRINT_CORES", ""}}).cores.empty());
}

TEST(PrintFilter, CoresAndRectangles) {
    EXPECT_EQ(filter({{"TT_METAL_DPRINT_CORES", "all"}}).cores.size(), 64);
    EXPECT_EQ(filter({{"TT_METAL_DPRINT_CORES", "2,1"}}).cores, (std::vector<LogicalCore>{{2, 1}}));
    EXPECT_EQ(filter({{"TT_METAL_DPRINT_CORES", "(0,0), (1,1)-(2,2),(1,2)"}}).cores,
              (std::vector<LogicalCore>{{0, 0}, {1, 1}, {2, 1}, {1, 2}, {2, 2}}));
}

TEST(PrintFilter, HartsAndPrefix) {
    const Variables cores = {{"TT_METAL_DPRINT_CORES", "0,0"}};
    EXPECT_EQ(filter(cores).harts.size(), 5);
    EXPECT_TRUE(filter(cores).with_prefix);
    EXPECT_EQ(filter({{"TT_METAL_DPRINT_RISCVS", "TR1,BR"}}).harts,
              (std::vector{Hart::kTrisc1, Hart::kBrisc}));
    EXPECT_EQ(filter({{"TT_METAL_DPRINT_RISCVS", "NC+TR*"}}).harts.size(), 4);
    EXPECT_FALSE(filter({{"TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC", "0"}}).with_prefix);
}

TEST(PrintFilter, OnlyChosenDevices) {
    const Variables variables = {{"TT_METAL_DPRINT_CORES", "all"},
                                 {"TT_METAL_DPRINT_CHIPS", "1,3"}};
    EXPECT_TRUE(filter(variables, 0).cores.empty());
    EXPECT_EQ(filter(variables, 3).cores.size(), 64);
}

TEST(PrintFilter, WhatMakesNoSenseIsRefused) {
    EXPECT_EQ(
        refusal({{"TT_METAL_DPRINT_CORES", "8,0"}}),
        "environment variable TT_METAL_DPRINT_CORES \"8,0\": core (8,0) is not in the grid of "
        "8 x 8");
    EXPECT_EQ(refusal({{"TT_METAL_DPRINT_CORES", "(0,0"}}),
              "environment variable TT_METAL_DPRINT_CORES \"(0,0\": must be all, or cores and "
              "rectangles of cores, like (0,0),(2,1)-(3,3)");
    for (const char* cores : {"0,0)", "0", "all,0,0", "everything", "0,0,", "-1,0"}) {
        EXPECT_MENTIONS(refusal({{"TT_METAL_DPRINT_CORES", cores}}), "must be all");
    }
    EXPECT_MENTIONS(refusal({{"TT_METAL_DPRINT_RISCVS", "BR,X"}}), "TT_METAL_DPRINT_RISCVS");
    EXPECT_MENTIONS(refusal({{"TT_METAL_DPRINT_CHIPS", "one"}}), "TT_METAL_DPRINT_CHIPS");
    EXPECT_MENTIONS(refusal({{"TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC", "yes"}}),
                    "must be 0 or 1");
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
