// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/global_semaphore.hpp>

#include <span>
#include <stdexcept>
#include <string>

#include "tt_metal/runtime/device.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::Device;

IDevice& checked(IDevice* device) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return *device;
}

std::shared_ptr<Buffer> make_buffer(Device& chip, const CoreRangeSet& cores, BufferType type) {
    if (cores.empty()) throw std::invalid_argument("global semaphore: cores must not be empty");
    if (is_dram_type(type)) {
        throw std::invalid_argument("global semaphore: buffer_type " +
                                    std::string(buffer_type_name(type)) +
                                    " must be L1 or L1_SMALL");
    }
    for (const CoreRange& range : cores.ranges()) chip.checked_core(range.end_coord, "core");
    // One word for each L1, so that the address is nobody else's on any core.
    return Buffer::create(&chip, chip.num_banks(type) * sizeof(uint32_t), sizeof(uint32_t), type);
}

}  // namespace

GlobalSemaphore::GlobalSemaphore(IDevice* device, const CoreRangeSet& cores, uint32_t initial_value,
                                 BufferType buffer_type)
    : device_(checked(device).weak_from_this()),
      chips_(device->chips()),
      cores_(cores),
      buffer_(make_buffer(*chips_.front(), cores, buffer_type)) {
    reset_semaphore_value(initial_value);
}

void GlobalSemaphore::reset_semaphore_value(uint32_t value) const {
    const auto bytes = std::as_bytes(std::span(&value, 1));
    for (const auto& chip : chips_) {
        const auto access = chip->access();
        for (const CoreCoord& core : corerange_to_cores(cores_)) {
            access->backend->write_l1(chip->checked_core(core, "core"),
                                      static_cast<uint32_t>(address()), bytes);
        }
    }
}

GlobalSemaphore CreateGlobalSemaphore(IDevice* device, const CoreRangeSet& cores,
                                      uint32_t initial_value, BufferType buffer_type) {
    return GlobalSemaphore(device, cores, initial_value, buffer_type);
}

}  // namespace tt::tt_metal
