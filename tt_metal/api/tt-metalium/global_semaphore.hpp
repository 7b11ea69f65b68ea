// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A semaphore of L1 that outlives programs: at one address on each of its cores (of every chip of a
// mesh), with a value that stays from one program to the next. Kernels get its address as an
// argument.
//
//     const GlobalSemaphore ready = CreateGlobalSemaphore(device, cores, 0);
//     SetCommonRuntimeArgs(program, kernel, {static_cast<uint32_t>(ready.address())});
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <tt-metalium/buffer.hpp>
#include <tt-metalium/core_coord.hpp>

namespace tt::tt_metal {

// A share in the semaphore; its memory is freed with the last.
class GlobalSemaphore {
 public:
    // As CreateGlobalSemaphore.
    GlobalSemaphore(IDevice* device, const CoreRangeSet& cores, std::uint32_t initial_value,
                    BufferType buffer_type = BufferType::L1);

    // Null once it is gone.
    IDevice* device() const { return device_.lock().get(); }
    const CoreRangeSet& cores() const { return cores_; }
    DeviceAddr address() const { return buffer_->address(); }
    // Sets it on all of its cores. Throws DeviceClosedError.
    void reset_semaphore_value(std::uint32_t value) const;

 private:
    std::weak_ptr<IDevice> device_;
    std::vector<std::shared_ptr<runtime_internal::Device>> chips_;
    CoreRangeSet cores_;
    std::shared_ptr<Buffer> buffer_;
};

// Throws std::invalid_argument for a null device, no cores and memory outside L1; std::out_of_range
// for a core outside the grid; OutOfMemoryError; DeviceClosedError.
GlobalSemaphore CreateGlobalSemaphore(IDevice* device, const CoreRangeSet& cores,
                                      std::uint32_t initial_value,
                                      BufferType buffer_type = BufferType::L1);

}  // namespace tt::tt_metal
