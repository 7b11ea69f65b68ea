// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/kernel_compiler.hpp>
#include <tt-metalium/runtime_root.hpp>

#include "ttnn/bindings/bindings.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

constexpr const char* kArchitecture =
#if defined(__x86_64__)
    "x86_64";
#elif defined(__aarch64__)
    "aarch64";
#endif

constexpr const char* kMode =
#ifdef NDEBUG
    "optimised";
#else
    "with assertions";
#endif

py::dict build_info() {
    py::dict info;
    info["version"] = TTNN_VERSION;
    info["compiler"] = "clang " + std::to_string(__clang_major__) + "." +
                       std::to_string(__clang_minor__) + "." + std::to_string(__clang_patchlevel__);
    info["architecture"] = kArchitecture;
    info["mode"] = kMode;
    return info;
}

py::dict runtime_root() {
    const tt::tt_metal::RuntimeRoot root = tt::tt_metal::runtime_root();
    py::dict description;
    description["path"] = root.path.string();
    description["reason"] = root.reason();
    description["deprecation"] = root.deprecation();
    return description;
}

// The module is asked for each time, as an object of Python must not outlive the interpreter.
std::filesystem::path find_kernel_compiler() {
    const py::gil_scoped_acquire gil;
    const py::module_ module = py::module_::import("ttnn.kernel_compiler");
    return module.attr("find_kernel_compiler")().cast<std::string>();
}

}  // namespace

void bind_build_info(py::module_& module) {
    tt::tt_metal::SetKernelCompilerFinder(find_kernel_compiler);
    module.def(
        "kernel_cache_folder", [] { return tt::tt_metal::KernelCacheFolder().string(); },
        "Where compiled kernels are kept; empty if nowhere.");
    module.def("build_info", build_info, "How this extension was built, as words for people.");
    module.def("runtime_root", runtime_root,
               "Where shipped kernels are looked for, and why there.");
}

}  // namespace ttnn::bindings
