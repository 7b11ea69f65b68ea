// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Kernels that come as C++: found, compiled, given what they are compiled with, and run.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <tt-metalium/host_api.hpp>
#include <tt-metalium/print_output.hpp>

#include "tt_metal/runtime/testing/source_kernels.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal {
namespace {

namespace fs = std::filesystem;
using runtime_testing::thrown;

constexpr CoreCoord kCore{1, 2};
constexpr uint32_t kSize = 32;

// Writes a word that is told by the host in every way there is to an L1 buffer.
constexpr const char* kWriteWord = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t ct = get_compile_time_arg_val(0) * get_named_compile_time_arg_val("factor");
    volatile uint32_t* word = reinterpret_cast<volatile uint32_t*>(get_arg_val<uint32_t>(0));
    word[0] = ct + ADDEND + get_common_arg_val<uint32_t>(0);
    word[1] = NOC_INDEX;
}
)";

class SourceKernelTest : public testing::Test {
 protected:
    SourceKernelTest() {
        device_ = CreateDevice(0);
        buffer_ = CreateBuffer({device_, 64 * kSize, kSize, BufferType::L1});
    }
    ~SourceKernelTest() override { CloseDevice(device_); }

    static DataMovementConfig config() {
        DataMovementConfig config;
        config.compile_args = {7};
        config.named_compile_args = {{"factor", 100}};
        config.defines = {{"ADDEND", "20"}};
        return config;
    }

    // The words that the kernel leaves.
    std::vector<uint32_t> run(Program& program, KernelHandle kernel) {
        SetRuntimeArgs(program, kernel, kCore, {static_cast<uint32_t>(buffer_->address())});
        const std::vector<uint32_t> common{3};
        SetCommonRuntimeArgs(program, kernel, common);
        EnqueueProgram(device_->command_queue(), program, true);
        std::vector<uint32_t> words;
        EnqueueReadBuffer(device_->command_queue(), buffer_, words, true);
        const size_t first = (kCore.y * 8 + kCore.x) * kSize / sizeof(uint32_t);
        return {words[first], words[first + 1]};
    }
    fs::path write(const std::string& name, const std::string& text) const {
        std::ofstream(kernels_.folder() / name) << text;
        return kernels_.folder() / name;
    }

    runtime_testing::SourceKernels kernels_;
    IDevice* device_;
    std::shared_ptr<Buffer> buffer_;
};

TEST_F(SourceKernelTest, RunsATextWithAllThatItIsCompiledWith) {
    Program program = CreateProgram();
    const auto kernel = CreateKernelFromString(program, kWriteWord, kCore, config());

    EXPECT_EQ(run(program, kernel), (std::vector<uint32_t>{723, 0}));
}

TEST_F(SourceKernelTest, CompilesAgainForOtherArguments) {
    for (const uint32_t arg : {1, 2, 1}) {
        Program program = CreateProgram();
        auto other = config();
        other.compile_args = {arg};
        other.noc = NOC::NOC_1;
        const auto kernel = CreateKernelFromString(program, kWriteWord, kCore, other);
        EXPECT_EQ(run(program, kernel), (std::vector<uint32_t>{arg * 100 + 23, 1}));
    }
}

TEST_F(SourceKernelTest, FindsFilesByPathAndBelowTheKernelFolder) {
    const fs::path file = write("kernel.cpp", kWriteWord);
    Program by_path = CreateProgram();
    EXPECT_EQ(run(by_path, CreateKernel(by_path, file.string(), kCore, config()))[0], 723u);

    for (const char* variable : {"TT_METAL_KERNEL_PATH", "TT_METAL_HOME"}) {
        setenv(variable, kernels_.folder().c_str(), 1);
        Program by_name = CreateProgram();
        EXPECT_EQ(run(by_name, CreateKernel(by_name, "kernel.cpp", kCore, config()))[0], 723u);
        unsetenv(variable);
    }

    const std::string missing = thrown<KernelLoadError>(
        [&] { CreateKernel(by_path, "no/such.cpp", CoreCoord{0, 0}, config()); });
    EXPECT_MENTIONS(missing, "there is no file");
    EXPECT_MENTIONS(missing, "tt_metal/jit/root/no/such.cpp");
}

TEST_F(SourceKernelTest, FindsShippedSourcesBelowTheRuntimeRoot) {
    std::ofstream(kernels_.folder() / "reader.cpp");
    Program program = CreateProgram();
    EXPECT_NO_THROW(CreateKernel(program, "tt_metal/hw/firmware/crt0.cpp", kCore, config()));
}

TEST_F(SourceKernelTest, TellsTextsApart) {
    const auto error_of = [&](const std::string& text) {
        Program program = CreateProgram();
        CreateKernelFromString(program, text, kCore, config());
        return thrown<KernelCompileError>(
            [&] { EnqueueProgram(device_->command_queue(), program, true); });
    };
    const auto name_of = [](const std::string& error) { return error.substr(0, error.find('>')); };

    const std::string first = name_of(error_of("first mistake;"));
    EXPECT_TRUE(first.starts_with("kernel \"<source string ")) << first;
    EXPECT_EQ(name_of(error_of("first mistake;")), first);
    EXPECT_NE(name_of(error_of("second mistake;")), first);
}

TEST_F(SourceKernelTest, RefusesWhatCannotBeCompiled) {
    Program program = CreateProgram();
    const auto refusal = [&](const std::string& text, const std::string& name,
                             const std::string& value) {
        auto other = config();
        other.defines = {{name, value}};
        return thrown<std::invalid_argument>(
            [&] { CreateKernelFromString(program, text, kCore, other); });
    };
    EXPECT_MENTIONS(refusal("", "A", "1"), "the source string must not be empty");
    EXPECT_MENTIONS(refusal(kWriteWord, "A", "1\n#error"), "defines[\"A\"]: must be one line");
    for (const char* name : {"", "1A", "A B", "A\nB", "A(x)\n"}) {
        EXPECT_MENTIONS(refusal(kWriteWord, name, "1"), "must be the name of a macro");
    }
    auto function = config();
    function.defines["SUM(a, b)"] = "(a + b)";
    EXPECT_NO_THROW(CreateKernelFromString(program, kWriteWord, kCore, function));
}

TEST_F(SourceKernelTest, RefusesARootWithNothingToCompileWith) {
    setenv("TT_METAL_RUNTIME_ROOT", kernels_.folder().c_str(), 1);
    Program program = CreateProgram();
    CreateKernelFromString(program, kWriteWord, kCore, config());

    const std::string error = thrown<KernelCompileError>(
        [&] { EnqueueProgram(device_->command_queue(), program, true); });

    EXPECT_MENTIONS(error, "compiler_flags.txt");
    EXPECT_MENTIONS(error, "TT_METAL_RUNTIME_ROOT is set. Unset the variable");
}

TEST_F(SourceKernelTest, SaysWhereASourceIsWrongAndGoesOn) {
    Program program = CreateProgram();
    CreateKernelFromString(program, "void kernel_main() {\n  oops;\n}", kCore, config());
    EXPECT_MENTIONS(thrown<KernelCompileError>(
                        [&] { EnqueueProgram(device_->command_queue(), program, true); }),
                    ">:2:3: error:");

    Program good = CreateProgram();
    EXPECT_EQ(run(good, CreateKernelFromString(good, kWriteWord, kCore, config()))[0], 723u);
}

TEST_F(SourceKernelTest, GivesOneShardTwoFormatsOfPages) {
    // Pushes the shard as it is, and pops it as pages of half the size.
    constexpr const char* kHalves = R"(
        #include "api/dataflow/dataflow_api.h"

        void kernel_main() {
            constexpr auto whole = tt::CBIndex::c_0, half = tt::CBIndex::c_1;
            cb_reserve_back(half, 2);
            const auto words = reinterpret_cast<volatile uint32_t*>(get_write_ptr(whole));
            words[0] = get_tile_size(whole);
            words[4] = get_tile_size(half);
            cb_push_back(half, 1);
            cb_wait_front(half, 1);
            words[1] = get_read_ptr(half) - get_write_ptr(whole);
            cb_pop_front(half, 1);
            words[2] = get_read_ptr(half) - get_write_ptr(whole);
        })";
    CircularBufferConfig config(kSize);
    config.index(0).set_data_format(tt::DataFormat::Float16_b).set_page_size(kSize);
    config.index(1).set_data_format(tt::DataFormat::Float32).set_page_size(kSize / 2);
    config.set_tile_dims(1, Tile({16, 16})).set_globally_allocated_address(*buffer_);
    Program program = CreateProgram();
    CreateCircularBuffer(program, kCore, config);
    CreateKernelFromString(program, kHalves, kCore, DataMovementConfig{});

    EnqueueProgram(device_->command_queue(), program, true);

    std::vector<uint32_t> words;
    EnqueueReadBuffer(device_->command_queue(), buffer_, words, true);
    const auto shard = words.begin() + (kCore.y * 8 + kCore.x) * kSize / sizeof(uint32_t);
    EXPECT_EQ(std::vector(shard, shard + 5), (std::vector<uint32_t>{2048, 0, 16, 0, 1024}));
}

TEST_F(SourceKernelTest, TellsComputeKernelsTheirConfiguration) {
    Program program = CreateProgram();
    ComputeConfig config;
    config.math_fidelity = MathFidelity::HiFi2;
    config.fp32_dest_acc_en = true;
    config.math_approx_mode = true;
    CreateKernelFromString(program, R"(
        #include "api/compute/common.h"
        void kernel_main() {
            static_assert(MATH_FIDELITY == 2 && DST_ACCUM_MODE && APPROX);
            #if !defined(ARCH_WORMHOLE) || !defined(TRISC_UNPACK) && !defined(TRISC_MATH) && !defined(TRISC_PACK)
            #error "the kernel is not told what it is compiled for"
            #endif
        })",
                           kCore, config);
    EXPECT_NO_THROW(EnqueueProgram(device_->command_queue(), program, true));
}

TEST_F(SourceKernelTest, ErrorsOfARunNameTheLineOfTheKernel) {
    // Both fail in line 4, at once and by waiting for ever.
    const std::string text = R"(#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    cb_wait_front(
        get_arg_val<uint32_t>(0), 1);
}
)";
    const fs::path file = write("waits.cpp", text);
    const auto error_of = [&](bool from_file, uint32_t cb) {
        Program program = CreateProgram();
        CreateCircularBuffer(
            program, kCore,
            CircularBufferConfig(kSize, {{0, tt::DataFormat::UInt32}}).set_page_size(0, kSize));
        const KernelHandle kernel =
            from_file ? CreateKernel(program, file.string(), kCore, DataMovementConfig{})
                      : CreateKernelFromString(program, text, kCore, DataMovementConfig{});
        SetRuntimeArgs(program, kernel, kCore, {cb});
        return thrown<KernelError>(
            [&] { EnqueueProgram(device_->command_queue(), program, true); });
    };
    for (const uint32_t cb : {0u, 3u}) {
        EXPECT_MENTIONS(error_of(true, cb), file.string() + ":4");
        EXPECT_MENTIONS(error_of(false, cb), "<source string ");
        EXPECT_MENTIONS(error_of(false, cb), ">:4");
    }
}

TEST_F(SourceKernelTest, PrintsWhereTheEnvironmentSays) {
    const fs::path file = kernels_.folder() / "prints.txt";
    setenv("TT_METAL_DPRINT_CORES", "(1,2)", 1);
    setenv("TT_METAL_DPRINT_RISCVS", "NC,TR1", 1);
    IDevice* const to_output = CreateDevice(1);
    setenv("TT_METAL_DPRINT_FILE", file.c_str(), 1);
    setenv("TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC", "0", 1);
    IDevice* const to_file = CreateDevice(2);
    for (const char* name : {"CORES", "RISCVS", "FILE", "PREPEND_DEVICE_CORE_RISC"}) {
        unsetenv((std::string("TT_METAL_DPRINT_") + name).c_str());
    }
    std::string output;
    set_print_output([&](const std::string& lines) { output += lines; });
    const CoreRange cores({0, 2}, {1, 2});
    Program program = CreateProgram();
    DataMovementConfig reader;
    reader.processor = DataMovementProcessor::RISCV_1;
    CreateKernelFromString(program, R"(
        #include "api/dataflow/dataflow_api.h"
        #include "api/debug/dprint.h"
        void kernel_main() { DPRINT << "core " << uint32_t{my_x[noc_index]} << ENDL(); }
    )",
                           cores, reader);
    CreateKernelFromString(program, R"(
        #include "compute_kernel_api/common.h"
        #include "debug/dprint.h"
        namespace NAMESPACE {
        void MAIN { DPRINT << "compute" << ENDL(); }
        }
    )",
                           cores, ComputeConfig{});

    for (IDevice* device : {device_, to_output, to_file}) {
        EnqueueProgram(device->command_queue(), program, true);
    }
    set_print_output({});
    CloseDevice(to_output);
    CloseDevice(to_file);

    EXPECT_EQ(output, "1:(x=1,y=2):NC: core 19\n1:(x=1,y=2):TR1: compute\n");
    std::ifstream stream(file);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), "core 19\ncompute\n");
}

}  // namespace
}  // namespace tt::tt_metal
