// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/mesh_coord.hpp>

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::distributed {
namespace {

using runtime_testing::thrown;

TEST(MeshCoordTest, CountsPlacesWithTheLastDimensionFastest) {
    const MeshShape shape(2, 3, 4);
    EXPECT_EQ(shape.mesh_size(), 24u);
    EXPECT_EQ(to_linear_index(shape, MeshCoordinate(1, 2, 3)), 23u);
    EXPECT_EQ(to_coordinate(shape, 5), MeshCoordinate(0, 1, 1));
    EXPECT_TRUE(MeshShape(1, 8).is_line_topology());
    EXPECT_FALSE(shape.is_line_topology());
    EXPECT_MENTIONS(thrown<std::out_of_range>([&] { to_linear_index(shape, {0, 3, 0}); }),
                    "mesh coordinate (0,3,0): is not of the mesh of 2x3x4 devices");
    EXPECT_THROW(to_linear_index(shape, {0, 0}), std::out_of_range);
    EXPECT_THROW(to_coordinate(shape, 24), std::out_of_range);
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { MeshShape(2, 0); }), "no extent of 0");
}

TEST(MeshCoordTest, HasRangesWithBothOfTheirCorners) {
    const MeshCoordinateRange range({0, 1}, {1, 2});
    const MeshCoordinateRange whole(MeshShape(2, 4));

    EXPECT_EQ(range.shape(), MeshShape(2, 2));
    EXPECT_EQ(range.coordinates(), (std::vector<MeshCoordinate>{{0, 1}, {0, 2}, {1, 1}, {1, 2}}));
    EXPECT_TRUE(whole.contains(range) && !range.contains(whole));
    EXPECT_TRUE(range.contains(MeshCoordinate(1, 1)) && !range.contains(MeshCoordinate(1, 3)));
    EXPECT_TRUE(range.intersects(MeshCoordinateRange({1, 2}, {1, 3})));
    EXPECT_FALSE(range.intersects(MeshCoordinateRange({0, 3}, {1, 3})));
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { MeshCoordinateRange({1, 0}, {0, 3}); }),
                    "[(1,0)-(0,3)]");
}

}  // namespace
}  // namespace tt::tt_metal::distributed
