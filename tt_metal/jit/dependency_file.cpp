// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/dependency_file.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tt::tt_metal::jit {

std::vector<std::filesystem::path> parse_dependency_file(std::string_view text) {
    std::vector<std::filesystem::path> files;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) files.emplace_back(std::exchange(word, {}));
    };
    text.remove_prefix(text.find(':') + 1);
    for (size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] == '\\' && next == '\n') {
            end_word();
            ++i;
        } else if ((text[i] == '\\' && (next == ' ' || next == '#')) ||
                   (text[i] == '$' && next == '$')) {
            word += next;
            ++i;
        } else if (text[i] == ' ' || text[i] == '\n') {
            end_word();
        } else {
            word += text[i];
        }
    }
    end_word();
    return files;
}

}  // namespace tt::tt_metal::jit
