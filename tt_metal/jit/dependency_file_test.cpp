// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/dependency_file.hpp"

#include <gtest/gtest.h>

namespace tt::tt_metal::jit {
namespace {

using Paths = std::vector<std::filesystem::path>;

TEST(DependencyFileTest, ListsPrerequisitesOverSeveralLines) {
    EXPECT_EQ(parse_dependency_file("kernel: /a/kernel.cpp \\\n  /b/one.h /b/two.h\n"),
              (Paths{"/a/kernel.cpp", "/b/one.h", "/b/two.h"}));
}

TEST(DependencyFileTest, TakesBackWhatTheCompilerEscaped) {
    EXPECT_EQ(parse_dependency_file("kernel: /my\\ files/a.h /x$$y/b.h /no\\#1/c.h \\\n /d\\e.h\n"),
              (Paths{"/my files/a.h", "/x$y/b.h", "/no#1/c.h", "/d\\e.h"}));
}

TEST(DependencyFileTest, IsEmptyWithoutPrerequisites) {
    EXPECT_EQ(parse_dependency_file("kernel:"), Paths{});
    EXPECT_EQ(parse_dependency_file(""), Paths{});
}

}  // namespace
}  // namespace tt::tt_metal::jit
