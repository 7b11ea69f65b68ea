// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/program_cache.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace tt::tt_metal {
namespace {

TEST(ProgramCacheTest, FindsWhatWasKept) {
    ProgramCache cache;
    cache.insert("a", std::make_shared<int>(1));

    EXPECT_EQ(*std::static_pointer_cast<int>(cache.find("a")), 1);
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_EQ(cache.num_entries(), 1);
}

TEST(ProgramCacheTest, KeepsNothingWhileDisabled) {
    ProgramCache cache;
    cache.insert("a", std::make_shared<int>(1));
    cache.disable();
    cache.insert("b", std::make_shared<int>(2));

    EXPECT_EQ(cache.find("a"), nullptr);
    cache.enable();
    EXPECT_NE(cache.find("a"), nullptr);
    EXPECT_EQ(cache.find("b"), nullptr);
}

TEST(ProgramCacheTest, RefusesMissesWhereTheyAreNotAllowed) {
    ProgramCache cache;
    cache.set_misses_allowed(false);

    EXPECT_THROW(cache.find("a"), std::runtime_error);
}

TEST(ProgramCacheTest, ForgetsAllWhenCleared) {
    ProgramCache cache;
    cache.insert("a", std::make_shared<int>(1));
    cache.clear();

    EXPECT_EQ(cache.num_entries(), 0);
    EXPECT_EQ(cache.find("a"), nullptr);
}

}  // namespace
}  // namespace tt::tt_metal
