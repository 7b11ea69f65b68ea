// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions of host_api.hpp on programs and queues.

#include <tt-metalium/host_api.hpp>

#include <stdexcept>

#include "tt_metal/runtime/device.hpp"
#include "tt_metal/runtime/launch_plan.hpp"
#include "tt_metal/runtime/page_transfer.hpp"
#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::Device;
using runtime_internal::DeviceAccess;
using runtime_internal::LaunchPlan;
using runtime_internal::ProgramState;
using runtime_internal::read_pages;
using runtime_internal::write_pages;

Device& device_of(const CommandQueue& queue) { return static_cast<Device&>(*queue.device()); }

void check_transfer(const CommandQueue& queue, const Buffer& buffer, const char* span_name,
                    std::size_t span_size) {
    if (!buffer.device()->is_open()) {
        throw DeviceClosedError("buffer: its device " + std::to_string(buffer.device()->id()) +
                                " has been closed");
    }
    if (buffer.device() != queue.device()) {
        throw std::invalid_argument(
            "buffer: lies on device " + std::to_string(buffer.device()->id()) +
            ", but the queue is of device " + std::to_string(queue.device()->id()));
    }
    if (!buffer.is_allocated()) throw std::invalid_argument("buffer: has been deallocated");
    if (span_size != buffer.size()) {
        throw std::invalid_argument(std::string(span_name) + ": has " + std::to_string(span_size) +
                                    " B, but must have as many as the buffer, " +
                                    std::to_string(buffer.size()) + " B");
    }
}

}  // namespace

// ── Buffers ──

std::shared_ptr<Buffer> CreateBuffer(const InterleavedBufferConfig& config) {
    return Buffer::create(config.device, config.size, config.page_size, config.buffer_type);
}

std::shared_ptr<Buffer> CreateBuffer(const InterleavedBufferConfig& config, DeviceAddr address) {
    return Buffer::create(config.device, address, config.size, config.page_size,
                          config.buffer_type);
}

std::shared_ptr<Buffer> CreateBuffer(const ShardedBufferConfig& config) {
    return Buffer::create(config.device, config.size, config.page_size, config.buffer_type,
                          {config.shard_parameters, config.buffer_layout});
}

std::shared_ptr<Buffer> CreateBuffer(const ShardedBufferConfig& config, DeviceAddr address) {
    return Buffer::create(config.device, address, config.size, config.page_size, config.buffer_type,
                          {config.shard_parameters, config.buffer_layout});
}

void DeallocateBuffer(Buffer& buffer) { buffer.deallocate(); }

// ── Programs ──

Program::Program() : state_(std::make_unique<ProgramState>()) {}
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

ProgramState& Program::state() const {
    if (!state_) throw std::invalid_argument("program: has been moved from");
    return *state_;
}

Program CreateProgram() { return {}; }

KernelHandle CreateKernel(Program& program, const std::string& name_or_path,
                          const CoreRangeSet& cores,
                          const std::variant<DataMovementConfig, ComputeConfig>& config) {
    return program.state().add_kernel({name_or_path}, cores, config);
}

KernelHandle CreateKernelFromString(Program& program, const std::string& source,
                                    const CoreRangeSet& cores,
                                    const std::variant<DataMovementConfig, ComputeConfig>& config) {
    return program.state().add_kernel(runtime_internal::KernelCode::of_text(source), cores, config);
}

CBHandle CreateCircularBuffer(Program& program, const CoreRangeSet& cores,
                              const CircularBufferConfig& config) {
    return program.state().add_circular_buffer(cores, config);
}

uint32_t CreateSemaphore(Program& program, const CoreRangeSet& cores, uint32_t initial_value) {
    return program.state().add_semaphore(cores, initial_value);
}

void SetRuntimeArgs(Program& program, KernelHandle kernel, const CoreRangeSet& cores,
                    std::span<const uint32_t> args) {
    program.state().kernel(kernel).set_args(cores, args);
}

std::span<uint32_t> GetRuntimeArgs(Program& program, KernelHandle kernel, const CoreCoord& core) {
    return program.state().kernel(kernel).args(core);
}

void SetCommonRuntimeArgs(Program& program, KernelHandle kernel, std::span<const uint32_t> args) {
    program.state().kernel(kernel).set_common_args(args);
}

// ── Queues: the chip is done with a command when its function returns, blocking or not ──

void EnqueueWriteBuffer(CommandQueue& queue, Buffer& buffer, std::span<const std::byte> source,
                        bool) {
    const DeviceAccess chip = device_of(queue).access();
    check_transfer(queue, buffer, "source", source.size());
    write_pages(*chip->backend, buffer, source);
}

void EnqueueReadBuffer(CommandQueue& queue, const Buffer& buffer, std::span<std::byte> destination,
                       bool) {
    const DeviceAccess chip = device_of(queue).access();
    check_transfer(queue, buffer, "destination", destination.size());
    read_pages(*chip->backend, buffer, destination);
}

void EnqueueProgram(CommandQueue& queue, Program& program, bool) {
    Device& device = device_of(queue);
    const DeviceAccess chip = device.access();
    auto& plan = program.state().launch_plan();
    if (!plan || !plan->is_for(device)) {
        plan = std::make_unique<const LaunchPlan>(program.state(), device, *chip->backend);
    }
    plan->launch(*chip);
}

void Finish(CommandQueue& queue) { device_of(queue).access(); }

}  // namespace tt::tt_metal
