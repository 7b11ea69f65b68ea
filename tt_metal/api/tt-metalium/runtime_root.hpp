// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where the runtime finds the files that it ships with: <root>/kernels/<name>.<hart>.elf.
//
// The root is the folder of the extension or program that holds this code, wherever it was
// installed; the working directory never matters, and nothing is ever written there.
#pragma once

#include <filesystem>
#include <string>

namespace tt::tt_metal {

enum class RuntimeRootSource {
    kLoadedLibrary,        // the folder of the loaded extension or program
    kRuntimeRootVariable,  // TT_METAL_RUNTIME_ROOT
};

struct RuntimeRoot {
    std::filesystem::path path;  // absolute
    RuntimeRootSource source;

    // Why this one, as a clause for people: "TT_METAL_RUNTIME_ROOT is set".
    std::string reason() const;
    // What to do, as a sentence, when a file is not there.
    std::string advice() const;
};

// Asks the environment anew at each call. Throws std::invalid_argument if a variable holds no
// absolute path of an existing folder.
RuntimeRoot runtime_root();

}  // namespace tt::tt_metal
