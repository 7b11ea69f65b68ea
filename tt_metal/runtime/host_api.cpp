// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions of host_api.hpp on programs and queues.

#include <tt-metalium/host_api.hpp>

#include <stdexcept>
#include <string>

#include "tt_metal/runtime/chip_commands.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::chip_of;
using runtime_internal::ProgramState;

void check_same_device(const CommandQueue& queue, const Buffer& buffer) {
    if (buffer.device() == queue.device()) return;
    if (!buffer.device()->is_open()) {
        throw DeviceClosedError("buffer: its device " + std::to_string(buffer.device()->id()) +
                                " has been closed");
    }
    throw std::invalid_argument("buffer: lies on device " + std::to_string(buffer.device()->id()) +
                                ", but the queue is of device " +
                                std::to_string(queue.device()->id()));
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

uint32_t CreateSemaphore(Program& program, const CoreRangeSet& cores, uint32_t initial_value) {
    return program.state().add_semaphore(cores, initial_value);
}

// ── Queues: the chip is done with a command when its function returns, blocking or not ──

void EnqueueWriteBuffer(CommandQueue& queue, Buffer& buffer, std::span<const std::byte> source,
                        bool) {
    check_same_device(queue, buffer);
    runtime_internal::write_buffer(buffer, source);
}

void EnqueueReadBuffer(CommandQueue& queue, const Buffer& buffer, std::span<std::byte> destination,
                       bool) {
    check_same_device(queue, buffer);
    runtime_internal::read_buffer(buffer, destination);
}

void EnqueueProgram(CommandQueue& queue, Program& program, bool) {
    runtime_internal::launch_program(chip_of(queue.device()), program.state());
}

void Finish(CommandQueue& queue) { chip_of(queue.device()).access(); }

}  // namespace tt::tt_metal
