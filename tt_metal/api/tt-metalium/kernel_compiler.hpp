// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where the compiler is that CreateKernel and CreateKernelFromString need for sources.
//
// It is an optional part of an installation: the folder of a Zig distribution, which holds LLVM.
// The environment variable TT_METAL_KERNEL_COMPILER names one; otherwise the function set here is
// asked. Programs are kept in memory and in the user's cache folder: TT_METAL_CACHE, else
// tt-nn/kernels in XDG_CACHE_HOME, else in ~/.cache. Any number of processes may share the folder,
// and it may be deleted at any time.
#pragma once

#include <filesystem>
#include <functional>

namespace tt::tt_metal {

// `find` returns the folder, or an empty path if there is none. It is called when a kernel is about
// to be compiled, from any thread.
void SetKernelCompilerFinder(std::function<std::filesystem::path()> find);

// Where compiled programs are kept on disk; empty if nowhere.
std::filesystem::path KernelCacheFolder();

}  // namespace tt::tt_metal
