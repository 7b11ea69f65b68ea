// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The files that a program was made from, and whether they are still what they were.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tt::tt_metal::jit {

// What the compiler found when it looked for files.
struct SourceClosure {
    struct File {
        std::string path;
        uint64_t digest;

        bool operator==(const File&) const = default;
    };

    std::vector<File> files;          // read, with the digests of their content
    std::vector<std::string> absent;  // a file here would have been read instead of another

    bool operator==(const SourceClosure&) const = default;
};

// Digests of files, kept for as long as the files' sizes and times of change stay.
class FileDigests {
 public:
    // Nothing if it cannot be read.
    std::optional<uint64_t> of(const std::string& path);

 private:
    struct Known {
        int64_t modified_ns;
        int64_t changed_ns;
        uint64_t inode;
        int64_t size;
        uint64_t digest;
    };

    std::mutex mutex_;
    std::map<std::string, Known> known_;
};

// The closure of a program, from the files that its compiler read, when quoted and other includes
// are looked for in `folders`, one after another. Nothing if a file changed meanwhile or is gone.
std::optional<SourceClosure> make_closure(std::span<const std::filesystem::path> files,
                                          std::span<const std::filesystem::path> folders,
                                          FileDigests& digests);

// Whether compiling again would read the same.
bool is_current(const SourceClosure& closure, FileDigests& digests);

}  // namespace tt::tt_metal::jit
