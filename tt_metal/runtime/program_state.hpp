// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What is in a program, apart from any device: kernels, circular buffers, semaphores.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tt-metalium/circular_buffer_config.hpp>

#include "tt_metal/runtime/device.hpp"
#include "tt_metal/runtime/kernel.hpp"

namespace tt::tt_metal::runtime_internal {

class LaunchPlan;

struct CircularBuffer {
    CoreRangeSet cores;
    CircularBufferConfig config;
};

struct Semaphore {
    CoreRangeSet cores;
    uint32_t id;
    uint32_t initial_value;
};

// Invariant: on each core a hart has at most one kernel, and circular buffer indices and semaphore
// ids stand for one thing.
class ProgramState {
 public:
    ProgramState();
    ~ProgramState();

    // These throw what the functions of host_api.hpp say.
    KernelHandle add_kernel(const KernelCode& code, const CoreRangeSet& cores,
                            const KernelConfig& config);
    CBHandle add_circular_buffer(const CoreRangeSet& cores, const CircularBufferConfig& config);
    uint32_t add_semaphore(const CoreRangeSet& cores, uint32_t initial_value);
    // With this id. Throws std::invalid_argument if a core has one of it already.
    void add_semaphore(const CoreRangeSet& cores, uint32_t initial_value, uint32_t id);
    Kernel& kernel(KernelHandle handle);
    const CircularBuffer& circular_buffer(CBHandle handle) const;
    // Has `change` alter the configuration; if that throws or what comes out does not fit together,
    // nothing changes.
    void change_circular_buffer(CBHandle handle,
                                const std::function<void(CircularBufferConfig&)>& change);

    std::deque<Kernel>& kernels() { return kernels_; }
    const std::deque<Kernel>& kernels() const { return kernels_; }
    const std::vector<CircularBuffer>& circular_buffers() const { return circular_buffers_; }
    const std::vector<Semaphore>& semaphores() const { return semaphores_; }

    // Another number after each change of a circular buffer.
    uint64_t circular_buffer_revision() const { return circular_buffer_revision_; }

    // How to launch it on this device: made at the first call and kept, on every device where it
    // ran, until something is added. The device is open.
    LaunchPlan& launch_plan(const Device& device, const DeviceBackend& backend);

 private:
    bool is_free(uint32_t semaphore, const CoreRangeSet& cores) const;

    std::deque<Kernel> kernels_;  // kernels stay where they are
    std::vector<CircularBuffer> circular_buffers_;
    std::vector<Semaphore> semaphores_;
    uint64_t circular_buffer_revision_ = 0;
    std::vector<std::unique_ptr<LaunchPlan>> launch_plans_;
};

}  // namespace tt::tt_metal::runtime_internal
