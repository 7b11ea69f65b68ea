// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The simulated chip has finished a command when the call that enqueues it returns, so an error
// surfaces where it was caused. Programs must still not rely on a result before Finish or a
// blocking read: that is what the API promises on every chip.
#pragma once

#include <atomic>
#include <cstdint>

namespace tt::tt_metal {

class IDevice;

// Belongs to its device and lives as long as that object.
class CommandQueue {
 public:
    CommandQueue(IDevice& device, std::uint8_t id) : device_(&device), id_(id) {}

    IDevice* device() const { return device_; }
    std::uint8_t id() const { return id_; }
    // For the runtime itself: 0, 1, 2 ...
    std::uint32_t next_event_id() { return next_event_id_++; }

 private:
    IDevice* device_;
    std::uint8_t id_;
    std::atomic<std::uint32_t> next_event_id_ = 0;
};

}  // namespace tt::tt_metal
