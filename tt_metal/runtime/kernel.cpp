// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/kernel.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "tt_metal/hw/memory_map.h"

namespace tt::tt_metal::runtime_internal {
namespace {

static_assert(max_runtime_args == hw::kMaxRuntimeArgs);

std::vector<hw::Hart> harts_of(const KernelConfig& config) {
    if (const auto* movement = std::get_if<DataMovementConfig>(&config)) {
        const bool is_first = movement->processor == DataMovementProcessor::RISCV_0;
        return {is_first ? hw::Hart::kBrisc : hw::Hart::kNcrisc};
    }
    return {hw::Hart::kTrisc0, hw::Hart::kTrisc1, hw::Hart::kTrisc2};
}

const CoreRangeSet& checked_cores(const std::string& kernel, const CoreRangeSet& cores) {
    if (cores.empty()) {
        throw std::invalid_argument("kernel \"" + kernel + "\": cores must not be empty");
    }
    return cores;
}

}  // namespace

Kernel::Kernel(std::string name, const CoreRangeSet& cores, const KernelConfig& config)
    : name_(std::move(name)),
      cores_(checked_cores(name_, cores)),
      config_(config),
      files_(locate_kernel_files(name_, harts_of(config))) {
    for (const CoreCoord& core : corerange_to_cores(cores_)) args_.emplace(core, RuntimeArgs{});
}

bool Kernel::runs_on(hw::Hart hart) const {
    return std::ranges::any_of(files_, [&](const HartFile& file) { return file.hart == hart; });
}

RuntimeArgs& Kernel::args(const CoreCoord& core) {
    const auto found = args_.find(core);
    if (found == args_.end()) {
        throw std::invalid_argument("core " + core.str() + ": kernel \"" + name_ +
                                    "\" does not run there, but on " + cores_.str());
    }
    return found->second;
}

void Kernel::set_args(const CoreRangeSet& cores, std::span<const uint32_t> args) {
    check_args(args);
    const auto list = corerange_to_cores(cores);
    for (const CoreCoord& core : list) this->args(core);  // all or none
    for (const CoreCoord& core : list) this->args(core).assign(args.begin(), args.end());
}

void Kernel::set_common_args(std::span<const uint32_t> args) {
    check_args(args);
    common_args_.assign(args.begin(), args.end());
}

void Kernel::check_args(std::span<const uint32_t> args) const {
    if (args.size() > max_runtime_args) {
        throw std::invalid_argument(
            "args of kernel \"" + name_ + "\": " + std::to_string(args.size()) +
            " words, but a kernel has at most " + std::to_string(max_runtime_args));
    }
}

}  // namespace tt::tt_metal::runtime_internal
