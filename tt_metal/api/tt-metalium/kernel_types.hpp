// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a kernel runs on and how.
#pragma once

#include <cstddef>
#include <cstdint>

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

struct DataMovementConfig {
    DataMovementProcessor processor = DataMovementProcessor::RISCV_0;
    NOC noc = NOC::RISCV_0_default;
};

// Readers bring data in, on NCRISC.
struct ReaderDataMovementConfig : DataMovementConfig {
    ReaderDataMovementConfig()
        : DataMovementConfig{DataMovementProcessor::RISCV_1, NOC::RISCV_1_default} {}
};

// Writers take data out, on BRISC.
struct WriterDataMovementConfig : DataMovementConfig {
    WriterDataMovementConfig()
        : DataMovementConfig{DataMovementProcessor::RISCV_0, NOC::RISCV_0_default} {}
};

// Passes of the matrix engine over the bits of its operands' mantissas.
enum class MathFidelity : std::uint8_t { LoFi = 0, HiFi2 = 2, HiFi3 = 3, HiFi4 = 4 };

// All compute kernels of one core share one configuration, as they are one kernel on three harts.
struct ComputeConfig {
    MathFidelity math_fidelity = MathFidelity::HiFi4;
    bool fp32_dest_acc_en = false;  // DST holds 32-bit datums, and half as many tiles
    bool dst_full_sync_en = false;  // math and pack share the whole of DST instead of half each
    bool math_approx_mode = false;
};

}  // namespace tt::tt_metal
