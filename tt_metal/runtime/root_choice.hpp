// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which folder is the runtime root: the decision, apart from where its inputs come from.
#pragma once

#include <filesystem>

#include <tt-metalium/runtime_root.hpp>

namespace tt::tt_metal::runtime_internal {

struct RootCandidates {
    // Values of TT_METAL_RUNTIME_ROOT and TT_METAL_HOME; null or empty if they are not set.
    const char* runtime_root_variable;
    const char* metal_home_variable;
    std::filesystem::path library_folder;
};

// The first of: the variable, the deprecated variable, the folder of the library. Throws as
// runtime_root() does.
RuntimeRoot choose_runtime_root(const RootCandidates& candidates);

}  // namespace tt::tt_metal::runtime_internal
