// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The order in which a device is given its work.
//
// The simulated chip has finished a command when the call that enqueues it returns, so an error
// surfaces where it was caused. Programs must still not rely on a result before Finish or a
// blocking read: that is what the API promises on every chip.
#pragma once

#include <cstdint>

namespace tt::tt_metal {

class IDevice;

// Belongs to its device and lives as long as that object.
class CommandQueue {
 public:
    CommandQueue(IDevice& device, std::uint8_t id) : device_(&device), id_(id) {}

    IDevice* device() const { return device_; }
    std::uint8_t id() const { return id_; }

 private:
    IDevice* device_;
    std::uint8_t id_;
};

}  // namespace tt::tt_metal
