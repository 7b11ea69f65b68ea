// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Real compilations, with the compiler that users get from the package ziglang.
#include "tt_metal/jit/kernel_compiler.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <tt-metalium/errors.hpp>

#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;
using runtime_testing::thrown;

constexpr const char* kKernel = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t first = get_compile_time_arg_val(0);
    constexpr uint32_t named = get_named_compile_time_arg_val("blocks");
    static_assert(first == 7 && named == 9 && WIDTH == 32);
    cb_push_back(first, get_arg_val<uint32_t>(0) / named);
}
)";

BuildRequest request_of(const std::string& text) {
    BuildRequest request;
    request.kernel = "<source string>";
    request.text = text;
    request.compile_args = {7, 8};
    request.named_compile_args = {{"blocks", 9}, {"a \"b\"", 1}};
    request.defines = {{"WIDTH", "32"}};
    return request;
}

class KernelCompilerTest : public testing::Test {
 protected:
    KernelCompilerTest() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / test->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    KernelCompiler::Settings settings() const {
        return {.runtime_root = fs::absolute("tt_metal/jit/root"),
                .cache_folder = folder_ / "cache"};
    }
    fs::path write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    static bool is_elf(const std::string& bytes) {
        return bytes.starts_with(
            "\x7F"
            "ELF");
    }

    fs::path folder_;
};

TEST_F(KernelCompilerTest, ErrorsOfTheKernelAreNotAmongWarningsOfOurs) {
    KernelCompiler compiler(settings());
    const std::string message = thrown<KernelCompileError>(
        [&] { compiler.compile(request_of("void kernel_main() { oops; }")); });
    EXPECT_MENTIONS(message, "<source string>:1:22: error:");
    EXPECT_EQ(message.find("warning:"), std::string::npos) << message;
}

TEST_F(KernelCompilerTest, CompilesForEveryHart) {
    KernelCompiler compiler(settings());
    BuildRequest request = request_of(kKernel);
    EXPECT_TRUE(is_elf(*compiler.compile(request)));
    request.hart = hw::Hart::kNcrisc;
    EXPECT_TRUE(is_elf(*compiler.compile(request)));
    request.text = "#include \"api/compute/common.h\"\nvoid kernel_main() { cb_pop_front(0, 1); }";
    for (const auto hart : {hw::Hart::kTrisc0, hw::Hart::kTrisc1, hw::Hart::kTrisc2}) {
        request.hart = hart;
        EXPECT_TRUE(is_elf(*compiler.compile(request)));
    }
}

TEST_F(KernelCompilerTest, GivesTheSameBytesEachTime) {
    const auto first = KernelCompiler(settings()).compile(request_of(kKernel));
    fs::remove_all(folder_ / "cache");
    const auto second = KernelCompiler(settings()).compile(request_of(kKernel));
    EXPECT_TRUE(*first == *second);
}

TEST_F(KernelCompilerTest, LetsKernelsUseTheHeadersOfTheLanguage) {
    KernelCompiler compiler(settings());
    EXPECT_TRUE(is_elf(*compiler.compile(request_of(R"(
        #include <algorithm>
        #include <array>
        #include <cmath>
        #include <cstdint>
        #include "api/dataflow/dataflow_api.h"
        void kernel_main() {
            std::array<uint64_t, 4> a{get_arg_val<uint32_t>(0), 2, 3, 4};
            float f = static_cast<float>(a[0]) / 3.0f;
            cb_push_back(static_cast<uint32_t>(a[1] / a[0]), std::max<uint32_t>(f, 2));
        })"))));
}

TEST_F(KernelCompilerTest, SaysWhereTheUsersMistakeIs) {
    KernelCompiler compiler(settings());
    const fs::path file = write("my kernel.cpp", "\nvoid kernel_main() {\n    undefined();\n}\n");
    BuildRequest request = request_of("");
    request.kernel = "my kernel.cpp";
    request.file = file;
    const auto in_file = thrown<KernelCompileError>([&] { compiler.compile(request); });
    EXPECT_MENTIONS(in_file, file.string() + ":3:5: error:");
    EXPECT_MENTIONS(in_file, "kernel \"my kernel.cpp\" does not compile for BRISC");

    const auto in_text = thrown<KernelCompileError>(
        [&] { compiler.compile(request_of("void kernel_main() {\n  syntax error }")); });
    EXPECT_MENTIONS(in_text, "<source string>:2:");

    const auto bad_index = thrown<KernelCompileError>([&] {
        compiler.compile(
            request_of("#include \"api/dataflow/dataflow_api.h\"\nvoid kernel_main() "
                       "{ cb_push_back(get_compile_time_arg_val(5), 1); }"));
    });
    EXPECT_MENTIONS(bad_index, "given no compile-time argument of this index");
}

TEST_F(KernelCompilerTest, SaysWhatDoesNotLink) {
    KernelCompiler compiler(settings());
    const auto missing = thrown<KernelCompileError>(
        [&] { compiler.compile(request_of("void f(); void kernel_main() { f(); }")); });
    EXPECT_MENTIONS(missing, "does not link");
    EXPECT_MENTIONS(missing, "f()");
    EXPECT_MENTIONS(thrown<KernelCompileError>([&] {
                        compiler.compile(
                            request_of("int x[4000];\n"
                                       "void kernel_main() { for (int& i : x) i = (int)(long)&i; "
                                       "asm(\"\" :: \"r\"(x) : \"memory\"); }"));
                    }),
                    "too little of a hart's local memory");
}

TEST_F(KernelCompilerTest, SaysThatAKernelHasNoEntry) {
    KernelCompiler compiler(settings());
    const auto message =
        thrown<KernelCompileError>([&] { compiler.compile(request_of("void kernel();")); });
    EXPECT_MENTIONS(message, "it defines no function kernel_main()");
    EXPECT_EQ(message.find("ld.lld"), std::string::npos) << message;
}

TEST_F(KernelCompilerTest, TakesAnyTextAsANameOfAnArgument) {
    BuildRequest request = request_of(kKernel);
    request.named_compile_args["two\nlines \\ \""] = 1;
    EXPECT_NO_THROW(KernelCompiler(settings()).compile(request));
}

TEST_F(KernelCompilerTest, SaysWhereItCannotWrite) {
    const char* kept = std::getenv("TMPDIR");
    const std::string before = kept == nullptr ? "" : kept;
    for (const char* place : {"/dev/full", "/nonexistent"}) {
        setenv("TMPDIR", place, 1);
        EXPECT_MENTIONS(thrown<KernelCompileError>(
                            [&] { KernelCompiler(settings()).compile(request_of(kKernel)); }),
                        std::string("Let the variable TMPDIR, now ") + place + ", name a folder");
    }
    kept == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", before.c_str(), 1);
}

TEST_F(KernelCompilerTest, CompilesAgainWhenAnIncludedFileChanges) {
    write("value.h", "constexpr int kValue = 1;\n");
    BuildRequest request = request_of("");
    request.file = write(
        "kernel.cpp", "#include \"value.h\"\nvoid kernel_main() { static_assert(kValue == 1); }");
    KernelCompiler compiler(settings());
    compiler.compile(request);

    write("value.h", "constexpr int kValue = 2;\n");

    EXPECT_MENTIONS(thrown<KernelCompileError>([&] { compiler.compile(request); }),
                    "static assert");
}

TEST_F(KernelCompilerTest, NeedsNoCompilerForWhatItRemembers) {
    KernelCompiler compiler(settings());
    const auto program = compiler.compile(request_of(kKernel));
    const char* place = std::getenv("TT_METAL_KERNEL_COMPILER");
    const std::string kept = place;
    unsetenv("TT_METAL_KERNEL_COMPILER");

    EXPECT_EQ(compiler.compile(request_of(kKernel)), program);
    EXPECT_MENTIONS(
        thrown<CompilerMissingError>([&] { compiler.compile(request_of("int other;")); }),
        "pip install 'ttnn[jit]'");

    setenv("TT_METAL_KERNEL_COMPILER", folder_.c_str(), 1);
    EXPECT_MENTIONS(
        thrown<CompilerMissingError>([&] { compiler.compile(request_of("int other;")); }),
        "TT_METAL_KERNEL_COMPILER is set to " + folder_.string() + ": there is no compiler at " +
            (folder_ / "zig").string() + ". Unset it to use the package ziglang");
    setenv("TT_METAL_KERNEL_COMPILER", kept.c_str(), 1);
}

}  // namespace
}  // namespace tt::tt_metal::jit
