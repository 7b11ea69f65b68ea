// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/program_state.hpp"

#include <algorithm>
#include <stdexcept>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/runtime/launch_plan.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

// The first core that two sets share; they must share one.
CoreCoord shared_core(const CoreRangeSet& a, const CoreRangeSet& b) {
    const auto cores = corerange_to_cores(a);
    return *std::ranges::find_if(cores, [&](const CoreCoord& core) { return b.contains(core); });
}

void check_harts_free(const Kernel& kernel, const Kernel& other) {
    if (!kernel.cores().intersects(other.cores())) return;
    for (const hw::Hart hart : kernel.harts()) {
        if (!other.runs_on(hart)) continue;
        throw std::invalid_argument("kernel \"" + kernel.name() + "\": core " +
                                    shared_core(kernel.cores(), other.cores()).str() +
                                    " already runs kernel \"" + other.name() + "\" on " +
                                    hw::hart_name(hart));
    }
}

void check_index_free(uint8_t index, const CoreRangeSet& cores,
                      const std::vector<CircularBuffer>& others) {
    for (const CircularBuffer& other : others) {
        if (!other.config.data_formats().contains(index) || !other.cores.intersects(cores)) {
            continue;
        }
        throw std::invalid_argument("circular buffer " + std::to_string(index) + ": core " +
                                    shared_core(cores, other.cores).str() +
                                    " already has one of this index");
    }
}

}  // namespace

ProgramState::ProgramState() = default;
ProgramState::~ProgramState() = default;

KernelHandle ProgramState::add_kernel(const KernelCode& code, const CoreRangeSet& cores,
                                      const KernelConfig& config) {
    Kernel kernel(code, cores, config);
    for (const Kernel& other : kernels_) check_harts_free(kernel, other);
    launch_plans_.clear();
    kernels_.push_back(std::move(kernel));
    return static_cast<KernelHandle>(kernels_.size() - 1);
}

CBHandle ProgramState::add_circular_buffer(const CoreRangeSet& cores,
                                           const CircularBufferConfig& config) {
    if (cores.empty()) throw std::invalid_argument("circular buffer: cores must not be empty");
    config.check();
    for (const auto& [index, format] : config.data_formats()) {
        check_index_free(index, cores, circular_buffers_);
    }
    launch_plans_.clear();
    circular_buffers_.push_back({cores, config});
    return static_cast<CBHandle>(circular_buffers_.size() - 1);
}

uint32_t ProgramState::add_semaphore(const CoreRangeSet& cores, uint32_t initial_value) {
    uint32_t id = 0;
    while (id < hw::kNumSemaphores && !is_free(id, cores)) ++id;
    if (id == hw::kNumSemaphores) {
        throw std::invalid_argument("semaphore: a core has " + std::to_string(hw::kNumSemaphores) +
                                    ", and no id is left that is free on all of " + cores.str());
    }
    add_semaphore(cores, initial_value, id);
    return id;
}

void ProgramState::add_semaphore(const CoreRangeSet& cores, uint32_t initial_value, uint32_t id) {
    if (cores.empty()) throw std::invalid_argument("semaphore: cores must not be empty");
    if (id >= hw::kNumSemaphores) {
        throw std::out_of_range("semaphore " + std::to_string(id) + ": a core has " +
                                std::to_string(hw::kNumSemaphores));
    }
    if (!is_free(id, cores)) {
        throw std::invalid_argument("semaphore " + std::to_string(id) + ": a core of " +
                                    cores.str() + " already has one of this id");
    }
    launch_plans_.clear();
    semaphores_.push_back({cores, id, initial_value});
}

bool ProgramState::is_free(uint32_t semaphore, const CoreRangeSet& cores) const {
    return std::ranges::none_of(semaphores_, [&](const Semaphore& other) {
        return other.id == semaphore && other.cores.intersects(cores);
    });
}

Kernel& ProgramState::kernel(KernelHandle handle) {
    if (handle >= kernels_.size()) {
        throw std::out_of_range("kernel " + std::to_string(handle) + ": the program has " +
                                std::to_string(kernels_.size()) + " kernels");
    }
    return kernels_[handle];
}

const CircularBuffer& ProgramState::circular_buffer(CBHandle handle) const {
    if (handle >= circular_buffers_.size()) {
        throw std::out_of_range("circular buffer of handle " + std::to_string(handle) +
                                ": the program has " + std::to_string(circular_buffers_.size()) +
                                " circular buffers");
    }
    return circular_buffers_[handle];
}

void ProgramState::change_circular_buffer(
    CBHandle handle, const std::function<void(CircularBufferConfig&)>& change) {
    CircularBufferConfig config = circular_buffer(handle).config;
    change(config);
    config.check();
    circular_buffers_[handle].config = std::move(config);
    ++circular_buffer_revision_;
}

LaunchPlan& ProgramState::launch_plan(const Device& device, const DeviceBackend& backend) {
    for (const auto& plan : launch_plans_) {
        if (plan->is_for(device)) return *plan;
    }
    auto plan = std::make_unique<LaunchPlan>(*this, device, backend);
    std::erase_if(launch_plans_, [](const auto& old) { return old->is_of_closed_device(); });
    return *launch_plans_.emplace_back(std::move(plan));
}

}  // namespace tt::tt_metal::runtime_internal
