// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/source_files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tt_metal/jit/digest.hpp"

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;

int64_t nanoseconds(const timespec& time) {
    return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    return stream.good() || stream.eof() ? std::optional(std::move(text)) : std::nullopt;
}

bool is_there(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

bool is_below(const fs::path& relative) { return !relative.empty() && *relative.begin() != ".."; }

}  // namespace

std::optional<uint64_t> FileDigests::of(const std::string& path) {
    struct stat state;
    if (stat(path.c_str(), &state) != 0 || !S_ISREG(state.st_mode)) return std::nullopt;
    Known now{nanoseconds(state.st_mtim), nanoseconds(state.st_ctim), state.st_ino, state.st_size,
              0};
    {
        const std::scoped_lock lock(mutex_);
        const auto found = known_.find(path);
        if (found != known_.end()) {
            const Known& known = found->second;
            if (known.modified_ns == now.modified_ns && known.changed_ns == now.changed_ns &&
                known.inode == now.inode && known.size == now.size) {
                return known.digest;
            }
        }
    }
    const auto text = read_file(path);
    if (!text) return std::nullopt;
    now.digest = digest(*text);
    const std::scoped_lock lock(mutex_);
    known_[path] = now;
    return now.digest;
}

std::optional<SourceClosure> make_closure(std::span<const fs::path> files,
                                          std::span<const fs::path> folders, FileDigests& digests) {
    SourceClosure closure;
    for (const fs::path& file : files) {
        const auto content = digests.of(file.string());
        if (!content) return std::nullopt;
        closure.files.push_back({file.string(), *content});
        // Had it been in an earlier folder under the same name, that one would have been read.
        for (size_t i = 0; i < folders.size(); ++i) {
            const fs::path name = file.lexically_relative(folders[i]);
            if (!is_below(name)) continue;
            for (size_t earlier = 0; earlier < i; ++earlier) {
                const std::string place = (folders[earlier] / name).string();
                if (!is_there(place)) closure.absent.push_back(place);
            }
        }
    }
    std::ranges::sort(closure.absent);
    const auto repeated = std::ranges::unique(closure.absent);
    closure.absent.erase(repeated.begin(), repeated.end());
    return closure;
}

bool is_current(const SourceClosure& closure, FileDigests& digests) {
    return std::ranges::all_of(closure.files,
                               [&](const SourceClosure::File& file) {
                                   return digests.of(file.path) == file.digest;
                               }) &&
           std::ranges::none_of(closure.absent, is_there);
}

}  // namespace tt::tt_metal::jit
