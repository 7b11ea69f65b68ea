// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Compiles kernels, and remembers what it compiled: in memory, and in the user's cache folder.
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tt_metal/jit/build_request.hpp"
#include "tt_metal/jit/compiler_location.hpp"
#include "tt_metal/jit/program_cache.hpp"
#include "tt_metal/jit/source_files.hpp"

namespace tt::tt_metal::jit {

class KernelCompiler {
 public:
    struct Settings {
        // Holds tt_metal/, with the headers and flags that kernels are compiled with.
        std::filesystem::path runtime_root;
        std::filesystem::path cache_folder;
        uint64_t cache_limit_bytes = 256 << 20;
        // Asked when something must be compiled; see locate_compiler().
        std::function<std::filesystem::path()> find_compiler;
    };

    explicit KernelCompiler(Settings settings);

    // The linked program. From memory or the cache if it was made before and no file that it was
    // made from has changed, in which case no compiler is needed. May be called from any thread.
    // Throws KernelCompileError, CompilerMissingError.
    std::shared_ptr<const std::string> compile(const BuildRequest& request);

 private:
    struct Remembered {
        std::string key;
        SourceClosure sources;
        std::shared_ptr<const std::string> elf;
    };

    std::shared_ptr<const std::string> recall(const std::string& key);
    std::shared_ptr<const std::string> remember(std::string key, CompiledProgram program);

    Settings settings_;
    ProgramCache cache_;
    FileDigests digests_;
    std::mutex mutex_;
    // Most recently used first; guarded by mutex_.
    std::list<Remembered> remembered_;
    std::map<std::string, std::list<Remembered>::iterator, std::less<>> by_key_;
};

}  // namespace tt::tt_metal::jit
