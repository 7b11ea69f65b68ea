// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a program for one hart is made from. Two requests that are equal, over files that are equal,
// give the same program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tt_metal/hw/hart.h"

namespace tt::tt_metal::jit {

struct BuildRequest {
    std::string kernel;          // its name in messages
    std::filesystem::path file;  // absolute; empty: the text below is the source
    std::string text;
    hw::Hart hart = hw::Hart::kBrisc;
    std::vector<uint32_t> compile_args;
    std::map<std::string, uint32_t> named_compile_args;
    std::map<std::string, std::string> defines;
    std::vector<std::filesystem::path> include_folders;
    std::string optimisation = "-O2";  // a flag of the compiler

    // All of the above as one text, without ambiguity.
    std::string canonical_text() const;
};

}  // namespace tt::tt_metal::jit
