// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include <tt-metalium/host_api.hpp>
#include <tt-metalium/program_descriptors.hpp>

#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::KernelCode;
using runtime_internal::KernelConfig;

KernelConfig make_config(const ReaderConfigDescriptor&) { return ReaderDataMovementConfig{}; }
KernelConfig make_config(const WriterConfigDescriptor&) { return WriterDataMovementConfig{}; }
KernelConfig make_config(const DataMovementConfigDescriptor& config) {
    return DataMovementConfig{config.processor, config.noc, config.noc_mode};
}
KernelConfig make_config(const ComputeConfigDescriptor& config) {
    return ComputeConfig{config.math_fidelity,     config.fp32_dest_acc_en,
                         config.dst_full_sync_en,  config.unpack_to_dest_mode,
                         config.bfp8_pack_precise, config.math_approx_mode};
}

// A list of names and values as a map. Throws std::invalid_argument for a name that comes twice.
template <typename Map, typename List>
Map unique(const char* field, const List& list) {
    Map map;
    for (const auto& [name, value] : list) {
        if (!map.emplace(name, value).second) {
            throw std::invalid_argument(std::string(field) + ": \"" + name + "\" is given twice");
        }
    }
    return map;
}

KernelConfig make_config(const KernelDescriptor& kernel) {
    KernelConfig config =
        std::visit([](const auto& chosen) { return make_config(chosen); }, kernel.config);
    std::visit(
        [&](auto& options) {
            options.compile_args = kernel.compile_time_args;
            options.named_compile_args =
                unique<NamedCompileArgs>("named_compile_time_args", kernel.named_compile_time_args);
            options.defines = unique<KernelDefines>("defines", kernel.defines);
            if (kernel.opt_level) options.opt_level = *kernel.opt_level;
        },
        config);
    return config;
}

KernelCode make_code(const KernelDescriptor& kernel) {
    KernelCode code = kernel.source_type == KernelDescriptor::SourceType::SOURCE_CODE
                          ? KernelCode::of_text(kernel.kernel_source)
                          : KernelCode{kernel.kernel_source};
    code.include_folders = {kernel.compiler_include_paths.begin(),
                            kernel.compiler_include_paths.end()};
    return code;
}

void add(Program& program, const KernelDescriptor& kernel) {
    const KernelHandle handle =
        program.state().add_kernel(make_code(kernel), kernel.core_ranges, make_config(kernel));
    for (const auto& [core, args] : kernel.runtime_args) {
        SetRuntimeArgs(program, handle, core, args);
    }
    SetCommonRuntimeArgs(program, handle, kernel.common_runtime_args);
}

void add(Program& program, const CBDescriptor& buffer) {
    std::map<uint8_t, tt::DataFormat> formats;
    for (const CBFormatDescriptor& format : buffer.format_descriptors) {
        if (!formats.emplace(format.buffer_index, format.data_format).second) {
            throw std::invalid_argument("format_descriptors: buffer_index " +
                                        std::to_string(format.buffer_index) + " is given twice");
        }
    }
    CircularBufferConfig config(buffer.total_size, formats);
    for (const CBFormatDescriptor& format : buffer.format_descriptors) {
        config.set_page_size(format.buffer_index, format.page_size);
        if (format.tile) config.set_tile_dims(format.buffer_index, *format.tile);
    }
    if (buffer.buffer != nullptr) {
        config.set_globally_allocated_address(*buffer.buffer)
            .set_address_offset(buffer.address_offset);
    }
    CreateCircularBuffer(program, buffer.core_ranges, config);
}

}  // namespace

Program::Program(const ProgramDescriptor& descriptor) : Program() {
    for (const SemaphoreDescriptor& semaphore : descriptor.semaphores) {
        state().add_semaphore(semaphore.core_ranges, semaphore.initial_value, semaphore.id);
    }
    for (const CBDescriptor& buffer : descriptor.cbs) add(*this, buffer);
    for (const KernelDescriptor& kernel : descriptor.kernels) add(*this, kernel);
}

}  // namespace tt::tt_metal
