// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// One run of the compiler and the linker, in a folder of its own that is gone afterwards.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tt_metal/jit/build_request.hpp"
#include "tt_metal/jit/compiler_location.hpp"

namespace tt::tt_metal::jit {

class KernelBuild {
 public:
    // All three must outlive the build.
    KernelBuild(const BuildRequest& request, const CompilerLocation& compiler,
                const std::filesystem::path& runtime_root);

    // The linked program. Throws KernelCompileError.
    std::string run();

    // After run(): files that were read, without those of the compiler's own library.
    const std::vector<std::filesystem::path>& files_read() const { return files_read_; }
    // Where includes are looked for, the folder of the kernel's file first.
    std::vector<std::filesystem::path> include_folders() const;

 private:
    void compile(const std::filesystem::path& folder);
    void link(const std::filesystem::path& folder);
    std::string prelude() const;
    std::vector<std::string> compiler_flags() const;
    void run_tool(const std::string& tool, std::vector<std::string> arguments) const;

    const BuildRequest& request_;
    const CompilerLocation& compiler_;
    const std::filesystem::path& runtime_root_;
    std::vector<std::filesystem::path> files_read_;
};

}  // namespace tt::tt_metal::jit
