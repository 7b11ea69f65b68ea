// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program made ready for one device: which bytes go into which core, which images to which hart.
//
// Made once, used at each launch; run-time arguments are read from the kernels then, and mailboxes
// are made anew when a circular buffer has changed. Nothing else of the program may have.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tt_metal/runtime/circular_buffer_placement.hpp"
#include "tt_metal/runtime/device.hpp"
#include "tt_metal/runtime/mailbox.hpp"
#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal::runtime_internal {

class LaunchPlan {
 public:
    // Throws what EnqueueProgram says, except KernelError.
    LaunchPlan(ProgramState& program, const Device& device, const DeviceBackend& backend);

    bool is_for(const Device& device) const { return device_.lock().get() == &device; }
    bool is_of_closed_device() const;
    // Writes what the harts need and runs the cores. Throws OutOfMemoryError if the circular
    // buffers do not fit below the L1 buffers that there are now, std::invalid_argument if a buffer
    // under one of them was freed or is another device's, KernelLoadError, and KernelError.
    void launch(OpenChip& chip);

 private:
    struct HartLaunch {
        hw::Hart hart;
        const Kernel* kernel;
        const RuntimeArgsData* args;
        std::shared_ptr<const device_internal::KernelImage> image;
    };
    struct CoreLaunch {
        const Mailbox* mailbox = nullptr;
        std::vector<HartLaunch> harts;
    };

    void add_kernels(const DeviceBackend& backend);
    void make_mailboxes();
    void check_buffers(const Memories& memories) const;
    static void write_arguments(DeviceBackend& backend, LogicalCore core, const CoreLaunch& launch);
    void load(DeviceBackend& backend, LogicalCore core, const CoreLaunch& launch) const;
    void check_fits(const Memories& memories) const;
    std::string kernel_at(LogicalCore core, const std::string& hart) const;

    ProgramState& program_;
    std::weak_ptr<const IDevice> device_;
    uint32_t num_circular_buffers_;  // that a core of the device can have
    uint64_t l1_unreserved_base_;
    uint64_t transfer_alignment_;
    std::map<LogicalCore, CoreLaunch> launches_;
    std::vector<LogicalCore> running_cores_;  // those of launches_ that have kernels
    std::set<Mailbox> mailboxes_;             // cores that are alike share one
    CircularBufferPlacement circular_buffers_;
    uint64_t circular_buffer_revision_ = 0;  // of the mailboxes
};

}  // namespace tt::tt_metal::runtime_internal
