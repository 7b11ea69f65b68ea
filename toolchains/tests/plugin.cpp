// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// A library to be loaded into a foreign process: all C++ inside, one C function outside.

#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>

namespace {

int length_of(const std::string& word) {
    static const std::map<std::string, int> kKnown = {{"tensor", 6}, {"tile", 4}};
    const auto found = kKnown.find(word);
    if (found == kKnown.end()) {
        // A buffer on the stack, for the guard that the toolchain puts behind it.
        char message[64];
        std::snprintf(message, sizeof(message), "unknown word: %s", word.c_str());
        throw std::invalid_argument(message);
    }
    return found->second;
}

}  // namespace

// The length of a known word, -1 for any other.
extern "C" [[gnu::visibility("default")]] int plugin_length_of(const char* word) {
    try {
        return length_of(word);
    } catch (const std::exception&) {
        return -1;
    }
}
