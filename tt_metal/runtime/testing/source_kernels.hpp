// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where kernels that a test compiles come from and go to: the runtime root of the tests, and a
// folder of the running test for sources and cache.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace tt::tt_metal::runtime_testing {

class SourceKernels {
 public:
    SourceKernels() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        setenv("TT_METAL_RUNTIME_ROOT", std::filesystem::absolute("tt_metal/jit/root").c_str(), 1);
        setenv("TT_METAL_CACHE", (folder_ / "cache").c_str(), 1);
    }

    const std::filesystem::path& folder() const { return folder_; }

 private:
    const std::filesystem::path folder_ =
        std::filesystem::path(testing::TempDir()) /
        testing::UnitTest::GetInstance()->current_test_info()->name();
};

}  // namespace tt::tt_metal::runtime_testing
