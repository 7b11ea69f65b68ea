// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions by which a program's circular buffers and run-time arguments are set and changed.

#include <stdexcept>
#include <string>

#include <tt-metalium/circular_buffer.hpp>
#include <tt-metalium/runtime_args.hpp>

#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal {

// ── Circular buffers ──

CBHandle CreateCircularBuffer(Program& program, const CoreRangeSet& cores,
                              const CircularBufferConfig& config) {
    return program.state().add_circular_buffer(cores, config);
}

const CircularBufferConfig& GetCircularBufferConfig(const Program& program, CBHandle handle) {
    return program.state().circular_buffer(handle).config;
}

void UpdateCircularBufferTotalSize(const Program& program, CBHandle handle, uint32_t total_size) {
    program.state().change_circular_buffer(
        handle, [&](CircularBufferConfig& config) { config.set_total_size(total_size); });
}

void UpdateCircularBufferPageSize(const Program& program, CBHandle handle, uint8_t index,
                                  uint32_t page_size) {
    program.state().change_circular_buffer(
        handle, [&](CircularBufferConfig& config) { config.set_page_size(index, page_size); });
}

void UpdateDynamicCircularBufferAddress(const Program& program, CBHandle handle,
                                        const Buffer& buffer) {
    program.state().change_circular_buffer(handle, [&](CircularBufferConfig& config) {
        config.set_globally_allocated_address(buffer);
    });
}

void UpdateDynamicCircularBufferAddress(const Program& program, CBHandle handle,
                                        const Buffer& buffer, uint32_t address_offset) {
    program.state().change_circular_buffer(handle, [&](CircularBufferConfig& config) {
        config.set_globally_allocated_address(buffer).set_address_offset(address_offset);
    });
}

void UpdateDynamicCircularBufferAddressAndTotalSize(const Program& program, CBHandle handle,
                                                    const Buffer& buffer, uint32_t total_size) {
    program.state().change_circular_buffer(handle, [&](CircularBufferConfig& config) {
        config.set_globally_allocated_address_and_total_size(buffer, total_size);
    });
}

// ── Run-time arguments ──

void SetRuntimeArgs(const Program& program, KernelHandle kernel, const CoreRangeSet& cores,
                    std::span<const uint32_t> args) {
    program.state().kernel(kernel).set_args(cores, args);
}

void SetRuntimeArgs(const Program& program, KernelHandle kernel,
                    const std::vector<CoreCoord>& cores,
                    const std::vector<std::vector<uint32_t>>& args) {
    program.state().kernel(kernel).set_args(cores, args);
}

void SetCommonRuntimeArgs(const Program& program, KernelHandle kernel,
                          std::span<const uint32_t> args) {
    program.state().kernel(kernel).set_common_args(args);
}

RuntimeArgsData& GetRuntimeArgs(const Program& program, KernelHandle kernel,
                                const CoreCoord& core) {
    return program.state().kernel(kernel).args(core);
}

std::vector<std::vector<RuntimeArgsData>>& GetRuntimeArgs(const Program& program,
                                                          KernelHandle kernel) {
    return program.state().kernel(kernel).args();
}

RuntimeArgsData& GetCommonRuntimeArgs(const Program& program, KernelHandle kernel) {
    return program.state().kernel(kernel).common_args();
}

}  // namespace tt::tt_metal
