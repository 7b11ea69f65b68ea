// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/device.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include <tt-metalium/errors.hpp>

namespace tt::tt_metal::runtime_internal {
namespace {

ARCH arch_of(const std::string& chip_name) {
    if (chip_name == "wormhole_b0") return ARCH::WORMHOLE_B0;
    if (chip_name == "blackhole") return ARCH::BLACKHOLE;
    throw std::invalid_argument("chip \"" + chip_name + "\": not an architecture of this runtime");
}

}  // namespace

Device::Device(int id, std::unique_ptr<DeviceBackend> backend, uint8_t num_command_queues,
               std::shared_ptr<Memories> memories)
    : id_(id), properties_(backend->properties()), arch_(arch_of(properties_.name)) {
    if (!memories) memories = std::make_shared<Memories>(properties_, MemorySizes{});
    l1_unreserved_base_ = static_cast<uint32_t>(memories->l1_unreserved_base());
    transfer_alignment_ = memories->transfer_alignment();
    memories_ = memories.get();
    for (uint8_t queue = 0; queue < num_command_queues; ++queue) {
        command_queues_.emplace_back(*this, queue);
    }
    chip_.emplace(std::move(backend), std::move(memories));
}

DeviceAccess Device::access() const {
    std::unique_lock lock(mutex_);
    if (!chip_) throw DeviceClosedError("device " + std::to_string(id_) + " has been closed");
    return DeviceAccess(std::move(lock), *chip_);
}

DeviceAccess Device::idle_access() const {
    DeviceAccess chip = access();
    if (chip->is_running) {
        throw std::logic_error("device " + std::to_string(id_) +
                               " is running a program; a handler of a signal that came meanwhile "
                               "can neither run another one, nor move data, nor close the device");
    }
    return chip;
}

bool Device::close() {
    const std::scoped_lock lock(mutex_);
    if (!chip_) return false;
    idle_access();
    is_open_ = false;
    program_cache().clear();
    chip_.reset();
    return true;
}

LogicalCore Device::checked_core(const CoreCoord& core, const std::string& what) const {
    if (core.x >= properties_.grid_width || core.y >= properties_.grid_height) {
        throw std::out_of_range(what + " " + core.str() + ": the grid of device " +
                                std::to_string(id_) + " has " +
                                std::to_string(properties_.grid_width) + " x " +
                                std::to_string(properties_.grid_height) + " cores");
    }
    return {static_cast<uint32_t>(core.x), static_cast<uint32_t>(core.y)};
}

CoreCoord Device::worker_core_from_logical_core(const CoreCoord& core) const {
    const LogicalCore logical = checked_core(core, "core");
    const auto noc = access()->backend->worker_noc(logical);
    return {noc.x, noc.y};
}

uint32_t Device::alignment(BufferType type) const {
    return is_dram_type(type) ? properties_.dram_alignment_bytes : properties_.l1_alignment_bytes;
}

uint32_t Device::num_banks(BufferType type) const {
    return is_dram_type(type) ? properties_.num_dram_banks : properties_.num_l1_banks();
}

MemoryView Device::memory_view(BufferType type) const {
    MemoryView view = access()->memories->view(type);
    view.num_banks = num_banks(type);
    return view;
}

ProgramStatistics Device::last_program_statistics() const { return access()->last_program; }

void Device::set_instruction_budget(uint64_t instructions) {
    access()->backend->set_instruction_budget(instructions);
}

void Device::set_interruption_check(std::function<void()> check) {
    access()->backend->set_interruption_check(std::move(check));
}

CommandQueue& Device::command_queue(uint8_t id) {
    if (id >= command_queues_.size()) {
        throw std::out_of_range("command queue " + std::to_string(id) + ": device " +
                                std::to_string(id_) + " has " +
                                std::to_string(command_queues_.size()));
    }
    return command_queues_[id];
}

}  // namespace tt::tt_metal::runtime_internal
