// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An open chip, as host programs see it.
//
// Made by CreateDevice, closed by CloseDevice or close(). Any number may be open in a process. All
// functions may be called from any thread; one device does one thing at a time. A closed device
// stays a valid object that answers id() and is_open() and throws DeviceClosedError otherwise.
//
//     IDevice* device = CreateDevice(0);
//     CoreCoord grid = device->compute_with_storage_grid_size();   // 8 x 8
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <tt-metalium/buffer_types.hpp>
#include <tt-metalium/command_queue.hpp>
#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/program_cache.hpp>
#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal {

namespace runtime_internal {
class Device;
}

// How much of one bank is taken. Every bank of a memory is in the same state, as a buffer takes the
// same addresses in all of them.
struct MemoryView {
    std::uint32_t num_banks = 0;
    DeviceAddr total_bytes_per_bank = 0;
    DeviceAddr total_bytes_allocated_per_bank = 0;
    DeviceAddr total_bytes_free_per_bank = 0;
    DeviceAddr largest_contiguous_bytes_free_per_bank = 0;
};

// What one program cost the chip.
struct ProgramStatistics {
    std::uint64_t instructions_retired = 0;  // over all harts of all cores
};

class IDevice : public std::enable_shared_from_this<IDevice> {
 public:
    virtual ~IDevice() = default;

    // The number it was created with.
    virtual int id() const = 0;
    virtual bool is_open() const = 0;
    // Frees the chip with all that lies in its memories; waits for a program that is running.
    // Returns false if it was closed already.
    virtual bool close() = 0;

    virtual ARCH arch() const = 0;
    // Width and height of the worker grid, all of which programs may use.
    virtual CoreCoord compute_with_storage_grid_size() const = 0;
    CoreCoord logical_grid_size() const { return compute_with_storage_grid_size(); }
    // DRAM banks in a row.
    CoreCoord dram_grid_size() const { return {num_dram_channels(), 1}; }
    virtual std::uint8_t num_hw_cqs() const = 0;  // command queues
    // Where a worker core lies on the NoC. Throws std::out_of_range for a core outside the grid.
    virtual CoreCoord worker_core_from_logical_core(const CoreCoord& core) const = 0;
    virtual std::uint32_t num_dram_channels() const = 0;
    virtual std::uint64_t dram_size_per_channel() const = 0;  // bytes
    virtual std::uint32_t l1_size_per_core() const = 0;       // bytes
    // First L1 byte that programs and buffers may have.
    virtual std::uint32_t l1_unreserved_base() const = 0;
    // Circular buffers that one core can have.
    virtual std::uint32_t num_circular_buffers() const = 0;
    // Pages of a buffer start at multiples of this many bytes.
    virtual std::uint32_t alignment(BufferType type) const = 0;
    virtual std::uint32_t num_banks(BufferType type) const = 0;
    virtual MemoryView memory_view(BufferType type) const = 0;
    // Of the last program that ran to its end.
    virtual ProgramStatistics last_program_statistics() const = 0;

    // Ends programs that retire more instructions than this, over all harts, with a KernelError; 0,
    // as at first, is no limit. A kernel that polls memory for ever is no deadlock: only this ends
    // it.
    virtual void set_instruction_budget(std::uint64_t instructions) = 0;

    // Has programs call this again and again while they run, on the thread that waits for them.
    // What it throws ends the program and reaches whoever enqueued it; the device stays open.
    virtual void set_interruption_check(std::function<void()> check) = 0;

    // Throws std::out_of_range unless id is less than the number of queues it was created with.
    virtual CommandQueue& command_queue(std::uint8_t id = 0) = 0;

    // What operations have prepared for this device. Valid for the life of the device.
    ProgramCache& program_cache() { return program_cache_; }
    std::size_t num_program_cache_entries() const { return program_cache_.num_entries(); }

    // For the runtime itself: the one chip that this stands for. Throws std::invalid_argument if it
    // stands for several.
    virtual std::shared_ptr<runtime_internal::Device> chip() = 0;
    // All that it stands for; they allocate in lock step.
    virtual std::vector<std::shared_ptr<runtime_internal::Device>> chips() = 0;

 private:
    ProgramCache program_cache_;
};

}  // namespace tt::tt_metal
