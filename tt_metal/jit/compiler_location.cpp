// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/compiler_location.hpp"

#include <cstdlib>
#include <format>
#include <system_error>

#include <tt-metalium/errors.hpp>

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;

constexpr const char* kVariable = "TT_METAL_KERNEL_COMPILER";

// Where distributions keep their libraries, seen from the program: wheels and archives; packages of
// Linux distributions; distributions laid out like LLVM's.
constexpr const char* kLibraryFolders[] = {"lib", "../lib/zig", "../share/zig"};

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

// Reading the program's 180 MB would take longer than compiling a kernel.
std::string identity_of(const fs::path& program) {
    return std::format("{} {}", fs::file_size(program),
                       fs::last_write_time(program).time_since_epoch().count());
}

}  // namespace

CompilerLocation compiler_at(const fs::path& place, const std::string& why,
                             const std::string& advice) {
    const fs::path program = is_file(place) ? place : place / "zig";
    if (!is_file(program)) {
        throw CompilerMissingError(
            std::format("{}: there is no compiler at {}. {}", why, program.string(), advice));
    }
    for (const char* folder : kLibraryFolders) {
        const fs::path libraries = program.parent_path() / folder;
        if (is_file(libraries / "libcxx/include/cstdint")) {
            return {program, libraries, identity_of(program)};
        }
    }
    throw CompilerMissingError(
        std::format("{}: {} is no complete compiler, as its library is not there. {}", why,
                    program.string(), advice));
}

CompilerLocation locate_compiler(const std::function<fs::path()>& find) {
    if (const char* place = std::getenv(kVariable); place && *place) {
        return compiler_at(place, std::format("{} is set to {}", kVariable, place),
                           "Unset it to use the package ziglang, which `pip install 'ttnn[jit]'` "
                           "brings, or let it name the folder of a Zig distribution");
    }
    const fs::path place = find ? find() : fs::path();
    if (place.empty()) {
        throw CompilerMissingError(
            "a kernel must be compiled, but there is no compiler: install it with "
            "`pip install 'ttnn[jit]'`, or let " +
            std::string(kVariable) + " name the folder of a Zig distribution");
    }
    return compiler_at(place, "the package ziglang",
                       "Install it anew with `pip install --force-reinstall ziglang`");
}

}  // namespace tt::tt_metal::jit
