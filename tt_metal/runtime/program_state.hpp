// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What is in a program, apart from any device: kernels, circular buffers, semaphores.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <tt-metalium/circular_buffer_config.hpp>

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

    std::deque<Kernel>& kernels() { return kernels_; }
    const std::deque<Kernel>& kernels() const { return kernels_; }
    const std::vector<CircularBuffer>& circular_buffers() const { return circular_buffers_; }
    const std::vector<Semaphore>& semaphores() const { return semaphores_; }

    // How to launch it on the device where it ran last; dropped when something is added.
    std::unique_ptr<const LaunchPlan>& launch_plan() { return launch_plan_; }

 private:
    bool is_free(uint32_t semaphore, const CoreRangeSet& cores) const;

    std::deque<Kernel> kernels_;  // kernels stay where they are
    std::vector<CircularBuffer> circular_buffers_;
    std::vector<Semaphore> semaphores_;
    std::unique_ptr<const LaunchPlan> launch_plan_;
};

}  // namespace tt::tt_metal::runtime_internal
