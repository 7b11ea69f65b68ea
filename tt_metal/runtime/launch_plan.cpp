// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/launch_plan.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <utility>

#include <tt-metalium/buffer.hpp>
#include <tt-metalium/errors.hpp>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::ExecutionError;

void check_on_grid(const Device& device, const std::string& what, const CoreRangeSet& cores) {
    for (const CoreRange& range : cores.ranges()) device.checked_core(range.end_coord, what);
}

// That the device has everything which the program names.
void check_device_has_all(const ProgramState& program, const Device& device) {
    if (program.kernels().empty()) {
        throw std::invalid_argument("program: has no kernels, so there is nothing to run");
    }
    for (const Kernel& kernel : program.kernels()) {
        check_on_grid(device, "kernel \"" + kernel.name() + "\": core", kernel.cores());
    }
    for (const Semaphore& semaphore : program.semaphores()) {
        check_on_grid(device, "semaphore " + std::to_string(semaphore.id) + ": core",
                      semaphore.cores);
    }
    for (const CircularBuffer& buffer : program.circular_buffers()) {
        const uint32_t highest_index = buffer.config.data_formats().rbegin()->first;
        const std::string name = "circular buffer " + std::to_string(highest_index);
        if (highest_index >= device.num_circular_buffers()) {
            throw std::out_of_range(name + ": indices of this device run from 0 to " +
                                    std::to_string(device.num_circular_buffers() - 1));
        }
        check_on_grid(device, name + ": core", buffer.cores);
    }
}

class RunningMark {
 public:
    explicit RunningMark(OpenChip& chip) : chip_(chip) { chip_.is_running = true; }
    ~RunningMark() { chip_.is_running = false; }
    RunningMark(const RunningMark&) = delete;
    RunningMark& operator=(const RunningMark&) = delete;

 private:
    OpenChip& chip_;
};

LogicalCore logical(const CoreCoord& core) {
    return {static_cast<uint32_t>(core.x), static_cast<uint32_t>(core.y)};
}

void write_words(DeviceBackend& backend, LogicalCore core, uint32_t address,
                 const RuntimeArgsData& words) {
    if (words.size() == 0) return;
    backend.write_l1(core, address, std::as_bytes(std::span(words.data(), words.size())));
}

KernelError::Kind kind_of(const ExecutionError& error) {
    switch (error.kind()) {
        case ExecutionError::Kind::kFault:
            return KernelError::Kind::kFault;
        case ExecutionError::Kind::kDeadlock:
            return KernelError::Kind::kDeadlock;
        case ExecutionError::Kind::kInstructionBudget:
            break;
    }
    return KernelError::Kind::kInstructionBudget;
}

}  // namespace

LaunchPlan::LaunchPlan(ProgramState& program, const Device& device, const DeviceBackend& backend)
    : program_(program),
      device_(device.weak_from_this()),
      num_circular_buffers_(device.num_circular_buffers()),
      l1_unreserved_base_(device.l1_unreserved_base()),
      transfer_alignment_(device.transfer_alignment()) {
    check_device_has_all(program, device);
    add_kernels(backend);
    // Cores without kernels have a mailbox too if others may reach for what is in it.
    for (const Semaphore& semaphore : program.semaphores()) {
        for (const CoreCoord& core : corerange_to_cores(semaphore.cores)) launches_[logical(core)];
    }
    make_mailboxes();
}

bool LaunchPlan::is_of_closed_device() const {
    const auto device = device_.lock();
    return !device || !device->is_open();
}

void LaunchPlan::add_kernels(const DeviceBackend& backend) {
    for (Kernel& kernel : program_.kernels()) {
        for (const hw::Hart hart : kernel.harts()) {
            const auto image = kernel.image(hart, backend);
            for (const CoreCoord& core : corerange_to_cores(kernel.cores())) {
                launches_[logical(core)].harts.push_back(
                    {hart, &kernel, &kernel.args(core), image});
            }
        }
    }
    for (const auto& [core, launch] : launches_) {
        if (!launch.harts.empty()) running_cores_.push_back(core);
    }
}

void LaunchPlan::make_mailboxes() {
    circular_buffers_ = place_circular_buffers(program_.circular_buffers(), l1_unreserved_base_,
                                               transfer_alignment_);
    std::set<Mailbox> mailboxes;
    for (auto& [core, launch] : launches_) {
        auto mailbox =
            make_mailbox(program_, circular_buffers_, {core.x, core.y}, num_circular_buffers_);
        launch.mailbox = &*mailboxes.insert(std::move(mailbox)).first;
    }
    mailboxes_ = std::move(mailboxes);
    circular_buffer_revision_ = program_.circular_buffer_revision();
}

// That the buffers under circular buffers are still there, on this chip.
void LaunchPlan::check_buffers(const Memories& memories) const {
    for (const CircularBuffer& circular : program_.circular_buffers()) {
        const auto buffer = circular.config.buffer();
        if (!buffer || buffer->chip().allocates_in(memories)) continue;
        throw std::invalid_argument(
            "circular buffer " + std::to_string(*circular.config.buffer_indices().begin()) +
            ": lies on a buffer of device " + std::to_string(buffer->device()->id()) +
            ", but the program is to run on another");
    }
}

void LaunchPlan::check_fits(const Memories& memories) const {
    const uint64_t limit = memories.lowest_l1_address();
    if (circular_buffers_.end <= limit) return;
    const uint64_t base = circular_buffers_.base;
    const auto from_base = [base](uint64_t end) {
        return std::to_string(end) + " (" + std::to_string(end - base) + " B)";
    };
    throw OutOfMemoryError(
        "out of L1: circular buffers of core " + circular_buffers_.fullest_core.str() +
        " reach from " + std::to_string(base) + " up to " + from_base(circular_buffers_.end) +
        ", but " + (memories.has_l1_buffers() ? "L1 buffers start at " : "L1 ends at ") +
        from_base(limit));
}

void LaunchPlan::write_arguments(DeviceBackend& backend, LogicalCore core,
                                 const CoreLaunch& launch) {
    std::array<hw::ArgumentCounts, hw::kNumHarts> counts{};
    for (const HartLaunch& hart : launch.harts) {
        const auto number = static_cast<uint8_t>(hart.hart);
        const uint32_t address = hw::kRuntimeArgsBase + number * hw::kRuntimeArgsStride;
        const RuntimeArgsData& common = hart.kernel->common_args();
        write_words(backend, core, address, *hart.args);
        write_words(backend, core, address + hw::kCommonRuntimeArgsOffset, common);
        counts[number] = {static_cast<uint16_t>(hart.args->size()),
                          static_cast<uint16_t>(common.size())};
    }
    backend.write_l1(core, hw::kArgumentCountsAddress, std::as_bytes(std::span(counts)));
}

void LaunchPlan::load(DeviceBackend& backend, LogicalCore core, const CoreLaunch& launch) const {
    for (const HartLaunch& hart : launch.harts) {
        try {
            backend.load(core, hart.hart, hart.image);
        } catch (const device_internal::ImageError& error) {
            throw KernelLoadError("kernel \"" + hart.kernel->name() + "\": " + error.what());
        }
    }
}

void LaunchPlan::launch(OpenChip& chip) {
    check_buffers(*chip.memories);
    if (circular_buffer_revision_ != program_.circular_buffer_revision()) make_mailboxes();
    check_fits(*chip.memories);
    DeviceBackend& backend = *chip.backend;
    backend.set_free_memory(chip.memories->free_dram(),
                            chip.memories->freed_l1(circular_buffers_.end));
    for (const auto& [core, launch] : launches_) {
        backend.write_l1(core, kMailboxAddress, *launch.mailbox);
        write_arguments(backend, core, launch);
        load(backend, core, launch);
    }
    const RunningMark mark(chip);
    try {
        chip.last_program = {backend.run(running_cores_).instructions_retired};
    } catch (const ExecutionError& error) {
        throw KernelError(kind_of(error), {error.core().x, error.core().y}, error.hart(),
                          error.pc(), kernel_at(error.core(), error.hart()) + error.what());
    }
}

// A prefix for messages: the kernel that ran on a hart.
std::string LaunchPlan::kernel_at(LogicalCore core, const std::string& hart) const {
    const auto found = launches_.find(core);
    if (found == launches_.end()) return "";
    for (const HartLaunch& launch : found->second.harts) {
        if (hart == hw::hart_name(launch.hart)) return "kernel \"" + launch.kernel->name() + "\": ";
    }
    return "";
}

}  // namespace tt::tt_metal::runtime_internal
