// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which folder is the runtime root: the decision, apart from where its inputs come from.
#pragma once

#include <filesystem>

#include <tt-metalium/runtime_root.hpp>

namespace tt::tt_metal::runtime_internal {

struct RootCandidates {
    // Value of TT_METAL_RUNTIME_ROOT; null or empty if it is not set.
    const char* runtime_root_variable;
    std::filesystem::path library_folder;
};

// The variable's folder, or else the library's. Throws as runtime_root() does.
RuntimeRoot choose_runtime_root(const RootCandidates& candidates);

}  // namespace tt::tt_metal::runtime_internal
