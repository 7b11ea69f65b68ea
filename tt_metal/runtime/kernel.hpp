// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A kernel of a program: files, cores, configuration and run-time arguments.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/kernel_types.hpp>
#include <tt-metalium/runtime_args_data.hpp>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/jit/build_request.hpp"
#include "tt_metal/runtime/kernel_files.hpp"

namespace tt::tt_metal::runtime_internal {

using KernelConfig = std::variant<DataMovementConfig, ComputeConfig>;
// By x and y of the core.
using RuntimeArgsGrid = std::vector<std::vector<RuntimeArgsData>>;

// What a kernel is given as: a name or path as CreateKernel takes it, or else the text of a source,
// whose name tells it from other texts.
struct KernelCode {
    std::string name;
    std::optional<std::string> text = std::nullopt;
    std::vector<std::filesystem::path> include_folders = {};

    // Throws std::invalid_argument for an empty text.
    static KernelCode of_text(std::string text);
};

class Kernel {
 public:
    // Throws std::invalid_argument for no cores and for a linked file that is given something to be
    // compiled with, and what locate_kernel_files() and locate_kernel_source() throw.
    Kernel(const KernelCode& code, const CoreRangeSet& cores, const KernelConfig& config);

    const std::string& name() const { return name_; }
    const CoreRangeSet& cores() const { return cores_; }
    const std::vector<hw::Hart>& harts() const { return harts_; }
    bool runs_on(hw::Hart hart) const;
    // The program of one of its harts, loaded or compiled. Throws KernelLoadError,
    // KernelCompileError, CompilerMissingError.
    std::shared_ptr<const device_internal::KernelImage> image(
        hw::Hart hart, const device_internal::DeviceBackend& backend) const;
    // Null for a data movement kernel.
    const ComputeConfig* compute_config() const { return std::get_if<ComputeConfig>(&config_); }

    // Throw std::invalid_argument for a core that does not run the kernel and for too many
    // arguments.
    void set_args(const CoreRangeSet& cores, std::span<const uint32_t> args);
    void set_args(const std::vector<CoreCoord>& cores,
                  const std::vector<std::vector<uint32_t>>& args);
    void set_common_args(std::span<const uint32_t> args);
    // These objects stay where they are for as long as the kernel does.
    RuntimeArgsData& args(const CoreCoord& core);
    RuntimeArgsGrid& args() { return args_; }
    RuntimeArgsData& common_args() { return common_args_; }
    const RuntimeArgsData& common_args() const { return common_args_; }

 private:
    void check_args(std::span<const uint32_t> args) const;

    std::string name_;
    CoreRangeSet cores_;
    KernelConfig config_;
    std::vector<hw::Hart> harts_;
    std::vector<HartFile> linked_files_;        // of each hart, unless there is a source
    std::optional<jit::BuildRequest> request_;  // but for what depends on hart and chip
    RuntimeArgsGrid args_;                      // empty for cores that are not the kernel's
    RuntimeArgsData common_args_;
};

}  // namespace tt::tt_metal::runtime_internal
