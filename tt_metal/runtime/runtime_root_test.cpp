// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/runtime_root.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tt_metal/runtime/root_choice.hpp"
#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

namespace fs = std::filesystem;
using runtime_testing::KernelFolder;
using runtime_testing::thrown;

TEST(RuntimeRootTest, IsTheLibrarysFolder_WhenNothingIsSet) {
    for (const char* unset : {static_cast<const char*>(nullptr), ""}) {
        const RuntimeRoot root = choose_runtime_root({unset, "/opt/package"});

        EXPECT_EQ(root.path, "/opt/package");
        EXPECT_EQ(root.source, RuntimeRootSource::kLoadedLibrary);
        EXPECT_EQ(root.reason(), "the runtime was loaded from there");
    }
}

TEST(RuntimeRootTest, TakesTheVariableFirst) {
    const KernelFolder folder;

    const RuntimeRoot root = choose_runtime_root({folder.path().c_str(), "/opt/package"});

    EXPECT_EQ(root.path, folder.path());
    EXPECT_EQ(root.source, RuntimeRootSource::kRuntimeRootVariable);
    EXPECT_EQ(root.reason(), "TT_METAL_RUNTIME_ROOT is set");
}

TEST(RuntimeRootTest, RejectsFoldersThatDependOnTheWorkingDirectoryOrDoNotExist) {
    const auto relative =
        thrown<std::invalid_argument>([] { choose_runtime_root({"some/folder", "/"}); });
    const auto missing =
        thrown<std::invalid_argument>([] { choose_runtime_root({"/no/such", "/"}); });

    EXPECT_MENTIONS(relative, "TT_METAL_RUNTIME_ROOT=some/folder");
    EXPECT_MENTIONS(relative, "absolute");
    EXPECT_MENTIONS(missing, "TT_METAL_RUNTIME_ROOT=/no/such");
    EXPECT_MENTIONS(missing, "unset");
}

TEST(RuntimeRootTest, DoesNotChangeWithTheWorkingDirectory) {
    const KernelFolder elsewhere;
    const fs::path before = fs::current_path();
    unsetenv("TT_METAL_RUNTIME_ROOT");
    setenv("TT_METAL_HOME", "/a/checkout/of/upstream", 1);  // has no say in this

    const RuntimeRoot here = runtime_root();
    fs::current_path(elsewhere.path());
    const RuntimeRoot there = runtime_root();
    fs::current_path(before);

    EXPECT_TRUE(here.path.is_absolute());
    EXPECT_EQ(here.path, there.path);
    EXPECT_EQ(here.path, fs::read_symlink("/proc/self/exe").parent_path());
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
