// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The compiler of kernels: a Zig distribution, which is a whole LLVM with the headers that device
// code may use. Programs of Python have it as the package `ziglang`.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace tt::tt_metal::jit {

struct CompilerLocation {
    std::filesystem::path program;    // `zig`
    std::filesystem::path libraries;  // folder with include/, libcxx/ and libc/
    std::string identity;             // changes whenever the program does
};

// The distribution that `place` is: its program, or the folder with it. Throws
// CompilerMissingError, whose message starts with `why` it was looked for there and ends with
// `advice`.
CompilerLocation compiler_at(const std::filesystem::path& place, const std::string& why,
                             const std::string& advice);

// The place in TT_METAL_KERNEL_COMPILER, else what `find` says. Throws CompilerMissingError, with
// advice, if that is an empty path, and as compiler_at().
CompilerLocation locate_compiler(const std::function<std::filesystem::path()>& find);

}  // namespace tt::tt_metal::jit
