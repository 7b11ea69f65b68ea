// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Programs that were compiled, in a folder which any number of processes may share.
//
// An entry is one file. It appears whole, by a rename, and holds the request that it answers, the
// files that it was made from, and a digest of all that: a damaged, foreign or stale entry is as if
// it were not there. Nothing here throws or is needed: a folder that cannot be written, or a disk
// that is full, costs time alone.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "tt_metal/jit/source_files.hpp"

namespace tt::tt_metal::jit {

struct CompiledProgram {
    SourceClosure sources;
    std::string elf;
};

class ProgramCache {
 public:
    // Keeps at most about `limit_bytes` (the newest used). An empty folder keeps nothing.
    ProgramCache(std::filesystem::path folder, uint64_t limit_bytes);

    // What was stored last for an equal key and is current.
    std::optional<CompiledProgram> find(const std::string& key, FileDigests& digests) const;
    void store(const std::string& key, const CompiledProgram& program);

 private:
    std::filesystem::path entry_of(const std::string& key) const;
    void remove_oldest() const;

    std::filesystem::path folder_;
    uint64_t limit_bytes_;
    std::atomic<uint64_t> stored_bytes_;  // since the folder was last looked through
};

// TT_METAL_CACHE, else tt-nn/kernels in the user's cache folder (XDG_CACHE_HOME, HOME, each if it
// is an absolute path); empty if none of these variables is set.
std::filesystem::path default_cache_folder();

}  // namespace tt::tt_metal::jit
