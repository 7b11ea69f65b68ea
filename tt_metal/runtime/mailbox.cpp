// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/mailbox.hpp"

#include <cstring>

#include "tt_metal/hw/mailbox.h"

namespace tt::tt_metal::runtime_internal {
namespace {

static_assert(kMailboxAddress < hw::kSemaphoreBase);
static_assert(hw::kSemaphoreBase < hw::kCbDescriptorBase);

template <typename T>
void put(Mailbox& mailbox, uint32_t l1_address, const T& value) {
    std::memcpy(mailbox.data() + (l1_address - kMailboxAddress), &value, sizeof value);
}

uint8_t num_phases(MathFidelity fidelity) {
    switch (fidelity) {
        case MathFidelity::LoFi:
            return 1;
        case MathFidelity::HiFi2:
            return 2;
        case MathFidelity::HiFi3:
            return 3;
        case MathFidelity::HiFi4:
            return 4;
    }
    return 0;
}

void put_unpack_modes(hw::LaunchMessage& message, const std::vector<UnpackToDestMode>& modes) {
    for (std::size_t buffer = 0; buffer < modes.size(); ++buffer) {
        if (modes[buffer] == UnpackToDestMode::UnpackToDestFp32) {
            message.unpack_to_dest[buffer / 32] |= 1u << buffer % 32;
        }
    }
}

void put_launch_message(Mailbox& mailbox, const ProgramState& program, const CoreCoord& core) {
    hw::LaunchMessage message{};
    for (const Semaphore& semaphore : program.semaphores()) {
        if (semaphore.cores.contains(core)) message.semaphores |= 1u << semaphore.id;
    }
    for (const Kernel& kernel : program.kernels()) {
        if (!kernel.cores().contains(core)) continue;
        for (const hw::Hart hart : kernel.harts()) {
            message.enabled_harts |= 1u << static_cast<uint8_t>(hart);
        }
        if (const ComputeConfig* compute = kernel.compute_config()) {
            message.fp32_dest_acc = compute->fp32_dest_acc_en;
            message.dst_full_sync = compute->dst_full_sync_en;
            message.math_fidelity = num_phases(compute->math_fidelity);
            message.math_approx = compute->math_approx_mode;
            put_unpack_modes(message, compute->unpack_to_dest_mode);
        }
    }
    put(mailbox, hw::kLaunchMessageAddress, message);
}

void put_descriptors(Mailbox& mailbox, const CircularBufferConfig& config, uint64_t address) {
    for (const auto& [index, format] : config.data_formats()) {
        hw::CbDescriptor descriptor{};
        descriptor.address = static_cast<uint32_t>(address);
        descriptor.size_bytes = config.total_size();
        descriptor.page_size_bytes = config.page_sizes().at(index);
        descriptor.data_format = format;
        const auto tile = config.tiles().find(index);
        const Tile dims = tile == config.tiles().end() ? Tile() : tile->second;
        descriptor.tile_height = static_cast<uint8_t>(dims.get_height());
        descriptor.tile_width = static_cast<uint8_t>(dims.get_width());
        put(mailbox, hw::kCbDescriptorBase + index * sizeof(hw::CbDescriptor), descriptor);
    }
}

}  // namespace

Mailbox make_mailbox(const ProgramState& program, const CircularBufferPlacement& placement,
                     const CoreCoord& core, uint32_t num_circular_buffers) {
    Mailbox mailbox(hw::kCbDescriptorBase + num_circular_buffers * sizeof(hw::CbDescriptor) -
                    kMailboxAddress);
    put_launch_message(mailbox, program, core);
    for (const Semaphore& semaphore : program.semaphores()) {
        if (!semaphore.cores.contains(core)) continue;
        put(mailbox, hw::kSemaphoreBase + semaphore.id * hw::kSemaphoreStride,
            semaphore.initial_value);
    }
    for (std::size_t i = 0; i < placement.addresses.size(); ++i) {
        const CircularBuffer& buffer = program.circular_buffers()[i];
        if (!buffer.cores.contains(core)) continue;
        put_descriptors(mailbox, buffer.config, placement.addresses[i]);
    }
    return mailbox;
}

}  // namespace tt::tt_metal::runtime_internal
