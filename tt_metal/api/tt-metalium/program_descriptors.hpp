// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program as a value: all of its kernels, circular buffers and semaphores at once.
//
//     ProgramDescriptor descriptor;
//     descriptor.kernels.push_back({.kernel_source = "reader.cpp",
//                                   .core_ranges = CoreCoord{0, 0},
//                                   .runtime_args = {{{0, 0}, {address, 64}}},
//                                   .config = ReaderConfigDescriptor{}});
//     Program program(descriptor);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/kernel_types.hpp>
#include <tt-metalium/tile.hpp>
#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal {

class Buffer;

struct CBFormatDescriptor {
    std::uint8_t buffer_index = 0;
    tt::DataFormat data_format = tt::DataFormat::Float16_b;
    std::uint32_t page_size = 0;              // bytes
    std::optional<Tile> tile = std::nullopt;  // 32 x 32
};

// One circular buffer, known under one index or several.
struct CBDescriptor {
    std::uint32_t total_size = 0;  // bytes
    CoreRangeSet core_ranges = {};
    std::vector<CBFormatDescriptor> format_descriptors = {};
    const Buffer* buffer = nullptr;    // that it lies on, in L1
    std::uint32_t address_offset = 0;  // bytes from the buffer's start
};

struct SemaphoreDescriptor {
    std::uint32_t id = 0;
    CoreRangeSet core_ranges = {};
    std::uint32_t initial_value = 0;
};

// NCRISC, and BRISC, each on its own network.
struct ReaderConfigDescriptor {};
struct WriterConfigDescriptor {};

struct DataMovementConfigDescriptor {
    DataMovementProcessor processor = DataMovementProcessor::RISCV_0;
    NOC noc = NOC::RISCV_0_default;
    NOC_MODE noc_mode = NOC_MODE::DM_DEDICATED_NOC;
};

// As ComputeConfig.
struct ComputeConfigDescriptor {
    MathFidelity math_fidelity = MathFidelity::HiFi4;
    bool fp32_dest_acc_en = false;
    bool dst_full_sync_en = false;
    std::vector<UnpackToDestMode> unpack_to_dest_mode = {};
    bool bfp8_pack_precise = false;
    bool math_approx_mode = false;
};

struct KernelDescriptor {
    enum class SourceType : std::uint8_t { FILE_PATH, SOURCE_CODE };
    using RuntimeArgs = std::vector<std::pair<CoreCoord, std::vector<std::uint32_t>>>;

    std::string kernel_source = {};  // what CreateKernel takes, or a text of C++
    SourceType source_type = SourceType::FILE_PATH;
    CoreRangeSet core_ranges = {};
    std::vector<std::uint32_t> compile_time_args = {};
    std::vector<std::pair<std::string, std::uint32_t>> named_compile_time_args = {};
    std::vector<std::pair<std::string, std::string>> defines = {};
    RuntimeArgs runtime_args = {};
    std::vector<std::uint32_t> common_runtime_args = {};
    std::optional<KernelBuildOptLevel> opt_level = std::nullopt;  // O2, of compute kernels O3
    std::variant<ReaderConfigDescriptor, WriterConfigDescriptor, DataMovementConfigDescriptor,
                 ComputeConfigDescriptor>
        config = ReaderConfigDescriptor{};
    std::vector<std::string> compiler_include_paths = {};  // folders
};

struct ProgramDescriptor {
    std::vector<KernelDescriptor> kernels = {};
    std::vector<SemaphoreDescriptor> semaphores = {};
    std::vector<CBDescriptor> cbs = {};
};

}  // namespace tt::tt_metal
