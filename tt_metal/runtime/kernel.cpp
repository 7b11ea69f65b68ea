// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/kernel.hpp"

#include <algorithm>
#include <cctype>
#include <format>
#include <stdexcept>
#include <utility>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/jit/digest.hpp"
#include "tt_metal/runtime/kernel_sources.hpp"

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

// A linked file was compiled long ago; what it would be compiled with cannot reach it any more.
void check_takes_nothing_to_compile_with(const std::string& name, const KernelConfig& config) {
    std::visit(
        [&](const auto& options) {
            const char* given = !options.compile_args.empty()         ? "compile_args"
                                : !options.named_compile_args.empty() ? "named_compile_args"
                                : !options.defines.empty()            ? "defines"
                                                                      : nullptr;
            if (given == nullptr) return;
            throw std::invalid_argument("kernel \"" + name + "\": " + given +
                                        " must be empty for a kernel that is linked already; use "
                                        "run-time arguments instead");
        },
        config);
}

std::string optimisation_flag(KernelBuildOptLevel level) {
    constexpr const char* kFlags[] = {"-O0", "-O1", "-O2", "-O3", "-Os", "-Ofast", "-Oz"};
    return kFlags[static_cast<uint8_t>(level)];
}

void check_unpack_modes(const std::string& name, const KernelConfig& config) {
    const auto* compute = std::get_if<ComputeConfig>(&config);
    if (compute != nullptr && compute->unpack_to_dest_mode.size() > hw::kMaxCircularBuffers) {
        throw std::invalid_argument(
            "kernel \"" + name + "\": unpack_to_dest_mode has " +
            std::to_string(compute->unpack_to_dest_mode.size()) + " entries, but there are " +
            std::to_string(hw::kMaxCircularBuffers) + " circular buffers; give one for each");
    }
}

// Upstream's macros for what the host has configured.
void define(std::map<std::string, std::string>& macros, const DataMovementConfig& config) {
    macros.emplace("NOC_INDEX", std::to_string(static_cast<int>(config.noc)));
    macros.emplace("NOC_MODE", std::to_string(static_cast<int>(config.noc_mode)));
}
void define(std::map<std::string, std::string>& macros, const ComputeConfig& config) {
    macros.emplace("MATH_FIDELITY", std::to_string(static_cast<int>(config.math_fidelity)));
    macros.emplace("APPROX", config.math_approx_mode ? "true" : "false");
    macros.emplace("DST_ACCUM_MODE", config.fp32_dest_acc_en ? "true" : "false");
}

// "NAME" or "NAME(a, b)".
bool is_macro_name(const std::string& name) {
    const auto is_part = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
    const std::string word = name.substr(0, name.find('('));
    return !word.empty() && std::isdigit(static_cast<unsigned char>(word[0])) == 0 &&
           std::ranges::all_of(word, is_part) && name.find('\n') == std::string::npos;
}

void check_defines(const std::string& kernel, const std::map<std::string, std::string>& defines) {
    const std::string start = "kernel \"" + kernel + "\": ";
    for (const auto& [name, value] : defines) {
        if (!is_macro_name(name)) {
            throw std::invalid_argument(start + "defines: \"" + name +
                                        "\" must be the name of a macro");
        }
        if (value.find_first_of("\n\r") != std::string::npos) {
            throw std::invalid_argument(start + "defines[\"" + name +
                                        "\"]: must be one line; join its lines with spaces");
        }
    }
}

jit::BuildRequest build_request(const KernelCode& code, const KernelConfig& config) {
    jit::BuildRequest request;
    request.kernel = code.name;
    request.text = code.text.value_or("");
    if (!code.text) request.file = locate_kernel_source(code.name);
    request.include_folders = code.include_folders;
    std::visit(
        [&](const auto& options) {
            request.compile_args = options.compile_args;
            request.named_compile_args = {options.named_compile_args.begin(),
                                          options.named_compile_args.end()};
            check_defines(code.name, options.defines);
            request.defines = options.defines;
            request.optimisation = optimisation_flag(options.opt_level);
            define(request.defines, options);
        },
        config);
    return request;
}

const char* architecture_macro(const device_internal::ChipProperties& chip) {
    return chip.name == "blackhole" ? "ARCH_BLACKHOLE" : "ARCH_WORMHOLE";
}

}  // namespace

KernelCode KernelCode::of_text(std::string text) {
    if (text.empty()) throw std::invalid_argument("kernel: the source string must not be empty");
    const auto name = std::format("<source string {:08x}>", jit::digest(text) & 0xFFFFFFFF);
    return {name, std::move(text)};
}

Kernel::Kernel(const KernelCode& code, const CoreRangeSet& cores, const KernelConfig& config)
    : name_(code.name),
      cores_(checked_cores(name_, cores)),
      config_(config),
      harts_(harts_of(config)) {
    check_unpack_modes(name_, config);
    if (code.text || is_source_name(name_)) {
        request_ = build_request(code, config);
    } else {
        check_takes_nothing_to_compile_with(name_, config);
        linked_files_ = locate_kernel_files(name_, harts_);
    }
    const CoreCoord last = cores_.bounding_box().end_coord;
    args_.assign(last.x + 1, std::vector<RuntimeArgsData>(last.y + 1));
}

bool Kernel::runs_on(hw::Hart hart) const {
    return std::ranges::find(harts_, hart) != harts_.end();
}

std::shared_ptr<const device_internal::KernelImage> Kernel::image(
    hw::Hart hart, const device_internal::DeviceBackend& backend) const {
    if (!request_) {
        const auto file = std::ranges::find(linked_files_, hart, &HartFile::hart);
        return load_kernel_image(backend, file->path);
    }
    jit::BuildRequest request = *request_;
    request.hart = hart;
    request.defines.emplace(architecture_macro(backend.properties()), "1");
    return compile_kernel_image(backend, request);
}

RuntimeArgsData& Kernel::args(const CoreCoord& core) {
    if (!cores_.contains(core)) {
        throw std::invalid_argument("core " + core.str() + ": kernel \"" + name_ +
                                    "\" does not run there, but on " + cores_.str());
    }
    return args_[core.x][core.y];
}

void Kernel::set_args(const CoreRangeSet& cores, std::span<const uint32_t> args) {
    check_args(args);
    const auto list = corerange_to_cores(cores);
    for (const CoreCoord& core : list) this->args(core);  // all or none
    for (const CoreCoord& core : list) this->args(core).words_.assign(args.begin(), args.end());
}

void Kernel::set_args(const std::vector<CoreCoord>& cores,
                      const std::vector<std::vector<uint32_t>>& args) {
    if (cores.size() != args.size()) {
        throw std::invalid_argument("args of kernel \"" + name_ + "\": there are lists for " +
                                    std::to_string(args.size()) + " cores, but " +
                                    std::to_string(cores.size()) + " cores");
    }
    for (const auto& list : args) check_args(list);
    for (const CoreCoord& core : cores) this->args(core);  // all or none
    for (std::size_t i = 0; i < cores.size(); ++i) this->args(cores[i]).words_ = args[i];
}

void Kernel::set_common_args(std::span<const uint32_t> args) {
    check_args(args);
    common_args_.words_.assign(args.begin(), args.end());
}

void Kernel::check_args(std::span<const uint32_t> args) const {
    if (args.size() > max_runtime_args) {
        throw std::invalid_argument(
            "args of kernel \"" + name_ + "\": " + std::to_string(args.size()) +
            " words, but a kernel has at most " + std::to_string(max_runtime_args));
    }
}

}  // namespace tt::tt_metal::runtime_internal
