// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/reserved_l1.hpp"

#include <cstring>
#include <format>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint64_t kSemaphoreEnd =
    hw::kSemaphoreBase + uint64_t{hw::kNumSemaphores} * hw::kSemaphoreStride;

template <class T>
T object_at(std::span<const std::byte> l1, uint32_t address) {
    T object;
    std::memcpy(&object, &l1[address], sizeof object);
    return object;
}

}  // namespace

void check_reserved_write(std::span<const std::byte> l1, uint64_t address, uint64_t size_bytes,
                          const char* access) {
    if (address < hw::kSemaphoreBase || address + size_bytes > kSemaphoreEnd) {
        throw Fault(ErrorKind::kReservedMemory,
                    std::format("{} 0x{:08x}: L1 below 0x{:x} is the host's, and kernels change "
                                "semaphores alone there",
                                access, address, hw::kL1UnreservedBase));
    }
    const auto created = object_at<hw::LaunchMessage>(l1, hw::kLaunchMessageAddress).semaphores;
    const uint64_t last = (address + size_bytes - 1 - hw::kSemaphoreBase) / hw::kSemaphoreStride;
    for (uint64_t id = (address - hw::kSemaphoreBase) / hw::kSemaphoreStride; id <= last; ++id) {
        if (created >> id & 1) continue;
        throw Fault(ErrorKind::kSemaphore,
                    std::format("{} 0x{:08x}: the program has no semaphore {} on that core", access,
                                address, id));
    }
}

void check_reserved_load(std::span<const std::byte> l1, uint32_t address) {
    const uint32_t offset = address - hw::kRuntimeArgsBase;
    const uint32_t hart = offset / hw::kRuntimeArgsStride;
    if (address < hw::kRuntimeArgsBase || hart >= hw::kNumHarts) {
        throw Fault(ErrorKind::kReservedMemory,
                    std::format("load from 0x{:08x}: L1 below 0x{:x} is the host's, and nothing of "
                                "it is there",
                                address, hw::kL1UnreservedBase));
    }
    const auto counts = object_at<hw::ArgumentCounts>(
        l1, hw::kArgumentCountsAddress + hart * static_cast<uint32_t>(sizeof(hw::ArgumentCounts)));
    const uint32_t within = offset % hw::kRuntimeArgsStride;
    const bool is_common = within >= hw::kCommonRuntimeArgsOffset;
    const uint32_t index = (is_common ? within - hw::kCommonRuntimeArgsOffset : within) / 4;
    const uint32_t count = is_common ? counts.common : counts.own;
    if (index < count) return;
    throw Fault(ErrorKind::kArgument,
                std::format("{} {} is read, but the kernel was given {} {}",
                            is_common ? "common run-time argument" : "run-time argument", index,
                            count, is_common ? "in common" : "on this core"));
}

}  // namespace tt::sim
