// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/dst.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

hw::LaunchMessage launch(bool fp32, bool full_sync) {
    return {.enabled_harts = 0,
            .semaphores = 0,
            .fp32_dest_acc = fp32,
            .dst_full_sync = full_sync,
            .math_fidelity = 4,
            .math_approx = 0,
            .unpack_to_dest = {}};
}

void expect_fault(const std::function<void()>& action, const std::string& text) {
    try {
        action();
        FAIL() << "no fault: " << text;
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.kind(), ErrorKind::kDst);
        EXPECT_EQ(std::string(fault.what()), text);
    }
}

void fill_and_commit(Dst& dst, float value) {
    dst.acquire();
    dst.math_tile(0).tile.datums.fill(value);
    dst.math_tile(0).kind = DatumKind::kFloat;
    dst.commit();
}

TEST(Dst, CapacityDependsOnDatumWidthAndSync) {
    struct Case {
        bool fp32, full_sync;
        uint32_t capacity;
    };
    for (const auto& [fp32, full_sync, capacity] : {Case{false, true, 16}, Case{false, false, 8},
                                                    Case{true, true, 8}, Case{true, false, 4}}) {
        Dst dst;
        dst.reset(launch(fp32, full_sync));
        EXPECT_EQ(dst.capacity(), capacity);
    }
}

TEST(Dst, HalfSyncLetsMathRunOneSectionAhead) {
    Dst dst;
    dst.reset(launch(false, false));

    fill_and_commit(dst, 1);
    EXPECT_TRUE(dst.can_acquire());
    fill_and_commit(dst, 2);
    EXPECT_FALSE(dst.can_acquire());

    EXPECT_TRUE(dst.can_wait());
    dst.wait();
    EXPECT_EQ(dst.pack_tile(0).value().datums[0], 1);
    dst.release();
    EXPECT_TRUE(dst.can_acquire());
    dst.wait();
    EXPECT_EQ(dst.pack_tile(0).value().datums[0], 2);
}

TEST(Dst, FullSyncTakesTurns) {
    Dst dst;
    dst.reset(launch(false, true));

    EXPECT_FALSE(dst.can_wait());
    fill_and_commit(dst, 1);

    EXPECT_FALSE(dst.can_acquire());
    dst.wait();
    EXPECT_FALSE(dst.can_acquire());
    dst.release();
    EXPECT_TRUE(dst.can_acquire());
}

TEST(Dst, ReleasedSectionIsZero) {
    Dst dst;
    dst.reset(launch(false, true));
    fill_and_commit(dst, 1);
    dst.wait();
    dst.release();

    dst.acquire();

    EXPECT_EQ(dst.math_tile(0).value().datums[1023], 0);
    EXPECT_EQ(dst.math_tile(0).kind, DatumKind::kZero);
}

TEST(Dst, BreakingTheProtocolIsAFault) {
    Dst dst;
    dst.reset(launch(false, false));

    expect_fault([&] { dst.commit(); }, "DST is committed without having been acquired");
    expect_fault([&] { dst.release(); }, "DST is released without having been waited for");
    expect_fault([&] { dst.math_tile(0); }, "math writes to DST without having acquired it");
    expect_fault([&] { (void)dst.pack_tile(0); }, "pack reads DST without having waited for it");
    dst.acquire();
    expect_fault([&] { (void)dst.can_acquire(); },
                 "DST is acquired twice without a commit in between");
    dst.commit();
    dst.wait();
    expect_fault([&] { (void)dst.can_wait(); },
                 "pack waits for DST twice without a release in between");
}

TEST(Dst, IndexBeyondTheSectionIsAFault) {
    Dst dst;
    dst.reset(launch(true, false));
    dst.acquire();

    EXPECT_NO_THROW(dst.math_tile(3));
    expect_fault([&] { dst.math_tile(4); },
                 "DST tile 4 is beyond the 4 tiles of a section (32-bit datums, half sync)");
}

TEST(Dst, ResetForgetsOwnersAndContents) {
    Dst dst;
    dst.reset(launch(false, true));
    fill_and_commit(dst, 1);
    dst.wait();

    dst.reset(launch(false, true));

    EXPECT_TRUE(dst.can_acquire());
    EXPECT_FALSE(dst.can_wait());
    dst.acquire();
    EXPECT_EQ(dst.math_tile(0).value().datums[0], 0);
}

}  // namespace
}  // namespace tt::sim
