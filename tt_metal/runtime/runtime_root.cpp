// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/runtime_root.hpp>

#include <dlfcn.h>
#include <link.h>

#include <cstdlib>
#include <stdexcept>

#include "tt_metal/runtime/root_choice.hpp"

namespace tt::tt_metal {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRuntimeRootVariable = "TT_METAL_RUNTIME_ROOT";

bool is_set(const char* value) { return value != nullptr && *value != '\0'; }

fs::path checked_folder(const char* variable, const char* value) {
    const fs::path folder(value);
    const std::string setting = std::string(variable) + "=" + value;
    if (!folder.is_absolute()) {
        throw std::invalid_argument(setting + ": must be an absolute path");
    }
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        throw std::invalid_argument(setting + ": there is no such folder; unset " + variable +
                                    " to use the files that were installed with the runtime");
    }
    return folder;
}

// The folder of the shared object or program that this code was linked into.
fs::path library_folder() {
    Dl_info info{};
    link_map* map = nullptr;
    const void* own_code = reinterpret_cast<const void*>(&library_folder);
    if (dladdr1(own_code, &info, reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP) == 0) {
        throw std::runtime_error("the dynamic loader does not know where this runtime was loaded");
    }
    // The program itself has an empty name in the link map; its dli_fname is only what the shell
    // typed.
    const bool is_program = map == nullptr || map->l_name == nullptr || *map->l_name == '\0';
    const fs::path file = is_program ? fs::read_symlink("/proc/self/exe") : fs::path(map->l_name);
    return fs::absolute(file).parent_path();
}

}  // namespace

std::string RuntimeRoot::reason() const {
    switch (source) {
        case RuntimeRootSource::kRuntimeRootVariable:
            return std::string(kRuntimeRootVariable) + " is set";
        case RuntimeRootSource::kLoadedLibrary:
            break;
    }
    return "the runtime was loaded from there";
}

std::string RuntimeRoot::advice() const {
    return source == RuntimeRootSource::kRuntimeRootVariable
               ? "Unset the variable to use the files installed with the runtime."
               : "If the name is right, the installation is incomplete: install it anew.";
}

RuntimeRoot runtime_internal::choose_runtime_root(const RootCandidates& candidates) {
    if (is_set(candidates.runtime_root_variable)) {
        return {checked_folder(kRuntimeRootVariable, candidates.runtime_root_variable),
                RuntimeRootSource::kRuntimeRootVariable};
    }
    return {candidates.library_folder, RuntimeRootSource::kLoadedLibrary};
}

RuntimeRoot runtime_root() {
    return runtime_internal::choose_runtime_root({
        .runtime_root_variable = std::getenv(kRuntimeRootVariable),
        .library_folder = library_folder(),
    });
}

}  // namespace tt::tt_metal
