// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program made ready for one device: which bytes go into which core, which images to which hart.
//
// Made once, used at each launch; run-time arguments are read from the kernels then. Needs the
// program to stay as it was, and the device to be the same.
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
    // Writes what the harts need and runs the cores. Throws OutOfMemoryError if the circular
    // buffers do not fit below the L1 buffers that there are now, KernelLoadError, and KernelError.
    void launch(OpenChip& chip) const;

 private:
    struct HartLaunch {
        hw::Hart hart;
        const Kernel* kernel;
        const RuntimeArgs* args;
        std::shared_ptr<const device_internal::KernelImage> image;
    };
    struct CoreLaunch {
        const Mailbox* mailbox = nullptr;
        std::vector<HartLaunch> harts;
    };

    void add_kernels(ProgramState& program, const DeviceBackend& backend);
    void add_mailboxes(const ProgramState& program, const ChipProperties& properties);
    void write_arguments(DeviceBackend& backend, LogicalCore core, const CoreLaunch& launch) const;
    void load(DeviceBackend& backend, LogicalCore core, const CoreLaunch& launch) const;
    void check_fits(const Memories& memories) const;
    std::string kernel_at(LogicalCore core, const std::string& hart) const;

    std::weak_ptr<const IDevice> device_;
    std::map<LogicalCore, CoreLaunch> launches_;
    std::vector<LogicalCore> running_cores_;  // those of launches_ that have kernels
    std::set<Mailbox> mailboxes_;             // cores that are alike share one
    CircularBufferPlacement circular_buffers_;
};

}  // namespace tt::tt_metal::runtime_internal
