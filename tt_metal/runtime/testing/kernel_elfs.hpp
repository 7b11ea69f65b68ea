// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The kernels that a test or benchmark was given.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>

namespace tt::tt_metal::runtime_testing {

// The path of this file among those that the environment variable KERNEL_ELFS lists.
inline std::string kernel_elf(const std::string& file_name) {
    const char* list = std::getenv("KERNEL_ELFS");
    std::istringstream paths(list == nullptr ? "" : list);
    for (std::string path; paths >> path;) {
        if (std::filesystem::path(path).filename() == file_name) return path;
    }
    throw std::runtime_error(file_name + " is not among KERNEL_ELFS");
}

}  // namespace tt::tt_metal::runtime_testing
