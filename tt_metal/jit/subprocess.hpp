// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs a program and waits for its end.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tt::tt_metal::jit {

struct ProcessResult {
    int exit_code;       // 128 + n if signal n ended it
    std::string output;  // what it wrote to its standard output and error, in the order of writing
};

// The program sees the arguments, no variable of the environment except TMPDIR, and no input.
// Throws std::system_error if it cannot be started.
ProcessResult run_process(const std::filesystem::path& program,
                          const std::vector<std::string>& arguments);

}  // namespace tt::tt_metal::jit
