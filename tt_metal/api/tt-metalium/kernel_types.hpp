// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a kernel runs on and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tt::tt_metal {

// The kernel's place in its program.
using KernelHandle = std::uint32_t;

// Words of run-time arguments that one kernel can have on one core, and again that all its cores
// can share.
inline constexpr std::size_t max_runtime_args = 341;

enum class DataMovementProcessor : std::uint8_t {
    RISCV_0 = 0,  // BRISC
    RISCV_1 = 1,  // NCRISC
};

// The chip has two networks of opposite direction. They move the same bytes, so on a simulated chip
// the choice makes no difference.
enum class NOC : std::uint8_t {
    NOC_0 = 0,
    NOC_1 = 1,
    RISCV_0_default = 0,
    RISCV_1_default = 1,
};

// Whether each data movement processor keeps to its own network.
enum class NOC_MODE : std::uint8_t { DM_DEDICATED_NOC = 0, DM_DYNAMIC_NOC = 1 };

// How hard the compiler works on a kernel that is compiled at run time.
enum class KernelBuildOptLevel : std::uint8_t { O0, O1, O2, O3, Os, Ofast, Oz };

// What a kernel is compiled with. compile_args are read by get_compile_time_arg_val(i), the named
// ones by get_named_compile_time_arg_val("name"); defines are macros and their values. Kernels that
// come as linked files take none of these.
using CompileArgs = std::vector<std::uint32_t>;
using KernelDefines = std::map<std::string, std::string>;
using NamedCompileArgs = std::unordered_map<std::string, std::uint32_t>;

struct DataMovementConfig {
    DataMovementProcessor processor = DataMovementProcessor::RISCV_0;
    NOC noc = NOC::RISCV_0_default;
    NOC_MODE noc_mode = NOC_MODE::DM_DEDICATED_NOC;
    CompileArgs compile_args = {};
    KernelDefines defines = {};
    NamedCompileArgs named_compile_args = {};
    KernelBuildOptLevel opt_level = KernelBuildOptLevel::O2;
};

// Readers bring data in, on NCRISC.
struct ReaderDataMovementConfig : DataMovementConfig {
    explicit ReaderDataMovementConfig(CompileArgs args = {}, KernelDefines macros = {},
                                      NamedCompileArgs named_args = {},
                                      KernelBuildOptLevel level = KernelBuildOptLevel::O2)
        : DataMovementConfig{DataMovementProcessor::RISCV_1,
                             NOC::RISCV_1_default,
                             NOC_MODE::DM_DEDICATED_NOC,
                             std::move(args),
                             std::move(macros),
                             std::move(named_args),
                             level} {}
};

// Writers take data out, on BRISC.
struct WriterDataMovementConfig : DataMovementConfig {
    explicit WriterDataMovementConfig(CompileArgs args = {}, KernelDefines macros = {},
                                      NamedCompileArgs named_args = {},
                                      KernelBuildOptLevel level = KernelBuildOptLevel::O2)
        : DataMovementConfig{DataMovementProcessor::RISCV_0,
                             NOC::RISCV_0_default,
                             NOC_MODE::DM_DEDICATED_NOC,
                             std::move(args),
                             std::move(macros),
                             std::move(named_args),
                             level} {}
};

// Passes of the matrix engine over the bits of its operands' mantissas.
enum class MathFidelity : std::uint8_t { LoFi = 0, HiFi2 = 2, HiFi3 = 3, HiFi4 = 4 };

// Whether the unpacker writes a circular buffer's float32 datums to DST as they are, past the
// source registers, which hold fewer bits.
enum class UnpackToDestMode : std::uint8_t { UnpackToDestFp32, Default };

// All compute kernels of one core share one configuration, as they are one kernel on three harts.
struct ComputeConfig {
    MathFidelity math_fidelity = MathFidelity::HiFi4;
    bool fp32_dest_acc_en = false;  // DST holds 32-bit datums, and half as many tiles
    bool dst_full_sync_en = false;  // math and pack share the whole of DST instead of half each
    // By index of circular buffer; empty: Default for all.
    std::vector<UnpackToDestMode> unpack_to_dest_mode = {};
    bool bfp8_pack_precise = false;
    bool math_approx_mode = false;
    CompileArgs compile_args = {};
    KernelDefines defines = {};
    NamedCompileArgs named_compile_args = {};
    KernelBuildOptLevel opt_level = KernelBuildOptLevel::O3;
};

}  // namespace tt::tt_metal
