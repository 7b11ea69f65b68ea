// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/kernel_build.hpp"

#include <stdlib.h>

#include <cstdlib>
#include <format>
#include <fstream>
#include <iterator>
#include <ranges>
#include <system_error>
#include <utility>

#include <tt-metalium/errors.hpp>

#include "tt_metal/jit/dependency_file.hpp"
#include "tt_metal/jit/subprocess.hpp"

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;

// In the runtime root.
constexpr const char* kFlagsFile = "tt_metal/jit/device/compiler_flags.txt";
constexpr const char* kIncludeFoldersFile = "tt_metal/jit/device/include_folders.txt";
constexpr const char* kBuiltins = "tt_metal/jit/device/libclang_rt.builtins.a";
constexpr const char* kLinkerScript = "tt_metal/hw/linker/kernel.ld";
constexpr const char* kStartup = "tt_metal/hw/firmware/crt0.cpp";

// What a flag of kFlagsFile says for the compiler's library and for the runtime root.
constexpr std::string_view kLibraryMark = "{compiler}";
constexpr std::string_view kRootMark = "{root}";

constexpr const char* kNoEntry =
    "it defines no function kernel_main(); a kernel starts in `void kernel_main() {...}`, and one "
    "for compute may instead in `namespace NAMESPACE { void MAIN {...} }`";

class BuildFolder {
 public:
    BuildFolder() {
        std::error_code error;
        const fs::path place = fs::temp_directory_path(error);
        // mkdtemp() puts a name of its own in the place of the six letters.
        std::string name = (place / "tt-nn-kernel-XXXXXX").string();
        if (!error && mkdtemp(name.data()) == nullptr) {
            error = std::error_code(errno, std::generic_category());
        }
        if (error) {
            const char* variable = std::getenv("TMPDIR");
            throw KernelCompileError(std::format(
                "cannot make a folder to compile a kernel in: {}. Let the variable TMPDIR, now {}, "
                "name a folder that can be written",
                error.message(), variable && *variable ? variable : "not set"));
        }
        path_ = name;
    }
    BuildFolder(const BuildFolder&) = delete;
    BuildFolder& operator=(const BuildFolder&) = delete;
    ~BuildFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) throw KernelCompileError("cannot write " + path.string() + ": is the disk full?");
}

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream && !stream.eof()) throw KernelCompileError("cannot read " + path.string());
    return text;
}

std::string replaced(std::string text, std::string_view mark, const std::string& value) {
    for (size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + value.size())) {
        text.replace(at, mark.size(), value);
    }
    return text;
}

// As a string literal of C++.
std::string string_literal(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') literal += '\\';
        literal += c == '\n' ? "\\n" : std::string(1, c);
    }
    return literal + '"';
}

// Of a file with one flag or folder in each line.
std::vector<std::string> read_lines(const fs::path& path) {
    std::vector<std::string> lines;
    for (const auto line : std::views::split(read_file(path), '\n')) {
        if (!line.empty()) lines.emplace_back(line.begin(), line.end());
    }
    return lines;
}

std::string hart_flags_file(hw::Hart hart) {
    return std::format("tt_metal/jit/device/{}_flags.txt", hw::hart_name(hart));
}

}  // namespace

KernelBuild::KernelBuild(const BuildRequest& request, const CompilerLocation& compiler,
                         const fs::path& runtime_root)
    : request_(request), compiler_(compiler), runtime_root_(runtime_root) {}

std::string KernelBuild::run() {
    const BuildFolder folder;
    compile(folder.path());
    link(folder.path());
    return read_file(folder.path() / "kernel.elf");
}

void KernelBuild::compile(const fs::path& folder) {
    const fs::path prelude_file = folder / "prelude.h";
    write_file(prelude_file, prelude());
    fs::path source = request_.file;
    if (source.empty()) {
        source = folder / "kernel.cpp";
        write_file(source,
                   std::format("#line 1 {}\n{}", string_literal(request_.kernel), request_.text));
    }
    std::vector<std::string> arguments = compiler_flags();
    const fs::path dependencies = folder / "kernel.d";
    arguments.insert(arguments.end(), {"-ffile-prefix-map=" + folder.string() + "=.", "-include",
                                       prelude_file, "-MMD", "-MF", dependencies, "-MT", "kernel",
                                       "-c", source, "-o", folder / "kernel.o"});
    run_tool("clang", std::move(arguments));
    files_read_.clear();
    for (const fs::path& file : parse_dependency_file(read_file(dependencies))) {
        if (file.parent_path() != folder) files_read_.push_back(file.lexically_normal());
    }
    // They are not in the compiler's list.
    for (const std::string& file :
         {std::string(kFlagsFile), hart_flags_file(request_.hart), std::string(kIncludeFoldersFile),
          std::string(kLinkerScript), std::string(kBuiltins)}) {
        files_read_.push_back(runtime_root_ / file);
    }
}

void KernelBuild::link(const fs::path& folder) {
    run_tool("ld.lld",
             {"-m", "elf32lriscv", "-static", "--nmagic", "--gc-sections", "--fatal-warnings",
              "--script=" + (runtime_root_ / kLinkerScript).string(), folder / "kernel.o",
              runtime_root_ / kBuiltins, "-o", folder / "kernel.elf"});
}

// What stands before the kernel's source.
std::string KernelBuild::prelude() const {
    std::string text;
    for (const auto& [name, value] : request_.defines) {
        text += std::format("#define {} {}\n", name, value);
    }
    if (!request_.compile_args.empty()) {
        text += "#define KERNEL_COMPILE_TIME_ARGS ";
        for (const uint32_t arg : request_.compile_args) text += std::format("{}u,", arg);
        text += "\n";
    }
    if (!request_.named_compile_args.empty()) {
        text += "#define KERNEL_COMPILE_TIME_ARG_MAP ";
        for (const auto& [name, arg] : request_.named_compile_args) {
            text += std::format("{{{}, {}u}},", string_literal(name), arg);
        }
        text += "\n";
    }
    text += std::format("#include \"{}\"\n", kStartup);
    return text + "#include \"tt_metal/kernels/internal/kernel.h\"\n";
}

std::vector<std::string> KernelBuild::compiler_flags() const {
    std::vector<std::string> flags;
    for (std::string& line : read_lines(runtime_root_ / kFlagsFile)) {
        std::string flag = replaced(std::move(line), kLibraryMark, compiler_.libraries.string());
        flags.push_back(replaced(std::move(flag), kRootMark, runtime_root_.string()));
    }
    for (std::string& flag : read_lines(runtime_root_ / hart_flags_file(request_.hart))) {
        flags.push_back(std::move(flag));
    }
    // The line of an inlined function of the API is that of its call in the kernel.
    flags.insert(flags.end(),
                 {"-DKERNEL_BUILD", "-fdiagnostics-color=never", "-gno-inline-line-tables"});
    flags.push_back(request_.optimisation);
    for (const fs::path& folder : include_folders()) flags.push_back("-I" + folder.string());
    return flags;
}

std::vector<fs::path> KernelBuild::include_folders() const {
    std::vector<fs::path> folders;
    if (!request_.file.empty()) folders.push_back(request_.file.parent_path());
    folders.insert(folders.end(), request_.include_folders.begin(), request_.include_folders.end());
    for (const std::string& folder : read_lines(runtime_root_ / kIncludeFoldersFile)) {
        folders.push_back((runtime_root_ / folder).lexically_normal());
    }
    return folders;
}

void KernelBuild::run_tool(const std::string& tool, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), tool);
    const ProcessResult result = run_process(compiler_.program, arguments);
    if (result.exit_code == 0) return;
    const bool has_no_entry =
        result.output.find("undefined symbol: kernel_main") != std::string::npos;
    throw KernelCompileError(std::format("kernel \"{}\" does not {} for {}:\n{}", request_.kernel,
                                         tool == "clang" ? "compile" : "link",
                                         hw::hart_name(request_.hart),
                                         has_no_entry ? kNoEntry : result.output));
}

}  // namespace tt::tt_metal::jit
