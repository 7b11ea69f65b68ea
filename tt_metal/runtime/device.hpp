// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A device of the host API: a backend, the allocators of its memories, its queues and its lock.
//
//     DeviceAccess chip = device.access();        // waits; throws DeviceClosedError
//     chip->backend->read_l1(core, address, bytes);
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <tt-metalium/device.hpp>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/runtime/memories.hpp"

namespace tt::tt_metal::runtime_internal {

using device_internal::ChipProperties;
using device_internal::DeviceBackend;
using device_internal::LogicalCore;

// What an open device has and a closed one has not.
struct OpenChip {
    std::unique_ptr<DeviceBackend> backend;
    std::shared_ptr<Memories> memories;  // of this chip, or of several
    ProgramStatistics last_program = {};
    bool is_running = false;  // a program
};

// The chip for one thread alone, as long as this lives. The thread may have it already: what checks
// for interruptions while a program runs may serve a signal, whose handler may free buffers.
class DeviceAccess {
 public:
    DeviceAccess(std::unique_lock<std::recursive_mutex> lock, OpenChip& chip)
        : lock_(std::move(lock)), chip_(&chip) {}

    OpenChip* operator->() const { return chip_; }
    OpenChip& operator*() const { return *chip_; }

 private:
    std::unique_lock<std::recursive_mutex> lock_;
    OpenChip* chip_;
};

class Device final : public IDevice {
 public:
    // memories: shared with the chips that allocate in lock step with this one; null: its own, of
    // all that the chip has.
    Device(int id, std::unique_ptr<DeviceBackend> backend, uint8_t num_command_queues = 1,
           std::shared_ptr<Memories> memories = nullptr);

    // Throws DeviceClosedError.
    DeviceAccess access() const;
    // The same. Throws std::logic_error as well if this thread is running a program there.
    DeviceAccess idle_access() const;
    // Of the chip, open or closed.
    const ChipProperties& properties() const { return properties_; }
    // Throws std::out_of_range for a core outside the grid; `what` starts the message.
    LogicalCore checked_core(const CoreCoord& core, const std::string& what) const;

    int id() const override { return id_; }
    bool is_open() const override { return is_open_; }
    bool close() override;
    ARCH arch() const override { return arch_; }
    CoreCoord compute_with_storage_grid_size() const override {
        return {properties_.grid_width, properties_.grid_height};
    }
    CoreCoord worker_core_from_logical_core(const CoreCoord& core) const override;
    uint32_t num_dram_channels() const override { return properties_.num_dram_banks; }
    uint64_t dram_size_per_channel() const override { return properties_.dram_bank_size_bytes; }
    uint32_t l1_size_per_core() const override { return properties_.l1_size_bytes; }
    uint32_t l1_unreserved_base() const override { return l1_unreserved_base_; }
    uint32_t num_circular_buffers() const override { return properties_.num_circular_buffers; }
    uint32_t alignment(BufferType type) const override;
    uint32_t num_banks(BufferType type) const override;
    MemoryView memory_view(BufferType type) const override;
    ProgramStatistics last_program_statistics() const override;
    void set_instruction_budget(uint64_t instructions) override;
    void set_interruption_check(std::function<void()> check) override;
    CommandQueue& command_queue(uint8_t id = 0) override;
    std::shared_ptr<Device> chip() override {
        return std::static_pointer_cast<Device>(shared_from_this());
    }
    std::vector<std::shared_ptr<Device>> chips() override { return {chip()}; }
    // Of the starts of buffers and circular buffers, in bytes.
    uint64_t transfer_alignment() const { return transfer_alignment_; }
    // Whether buffers of this device are taken from these.
    bool allocates_in(const Memories& memories) const { return memories_ == &memories; }
    uint8_t num_hw_cqs() const override { return static_cast<uint8_t>(command_queues_.size()); }

 private:
    const int id_;
    const ChipProperties properties_;
    const ARCH arch_;
    uint32_t l1_unreserved_base_ = 0;
    uint64_t transfer_alignment_ = 0;
    const Memories* memories_ = nullptr;  // which ones; valid while the device is open
    std::deque<CommandQueue> command_queues_;
    std::atomic<bool> is_open_ = true;  // tells without waiting for a program that is running
    mutable std::recursive_mutex mutex_;
    mutable std::optional<OpenChip> chip_;  // guarded by mutex_
};

}  // namespace tt::tt_metal::runtime_internal
