// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/dram/sparse_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace tt::sim {
namespace {

constexpr uint64_t kGibibyte = uint64_t{1} << 30;

TEST(SparseMemory, UntouchedMemoryReadsAsZero) {
    const SparseMemory memory(kGibibyte);
    std::vector<std::byte> bytes(1000, std::byte{1});

    memory.read(kGibibyte - bytes.size(), bytes);

    EXPECT_EQ(bytes, std::vector<std::byte>(1000));
}

TEST(SparseMemory, RunsAcrossChunksReadBackAsWritten) {
    SparseMemory memory(kGibibyte);
    std::vector<std::byte> written(1 << 20);
    for (size_t i = 0; i < written.size(); ++i) {
        written[i] = static_cast<std::byte>(i * 7 + i / 251);
    }
    constexpr uint64_t kPlace = kGibibyte / 2 + 12345;
    std::vector<std::byte> back(written.size() + 2, std::byte{1});

    memory.write(kPlace, written);
    memory.read(kPlace - 1, back);

    EXPECT_EQ(back.front(), std::byte{0});
    EXPECT_EQ(back.back(), std::byte{0});
    EXPECT_TRUE(std::equal(written.begin(), written.end(), back.begin() + 1));
}

}  // namespace
}  // namespace tt::sim
