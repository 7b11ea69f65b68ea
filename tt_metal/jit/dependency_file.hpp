// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The list of files that a compiler read, as it writes it for make.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace tt::tt_metal::jit {

// The prerequisites of the only rule in the text.
std::vector<std::filesystem::path> parse_dependency_file(std::string_view text);

}  // namespace tt::tt_metal::jit
