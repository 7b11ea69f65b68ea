// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The devices of the process, by their ids: the one thing here that is global, because host
// programs name devices by number.

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/device/backends/sim/sim_backend.hpp"
#include "tt_metal/runtime/device.hpp"

namespace tt::tt_metal {
namespace {

using runtime_internal::Device;

constexpr uint8_t kMaxCommandQueues = 2;

struct Registry {
    std::mutex mutex;
    // Closed ones too: callers may still hold their pointers, and what remains of them is small.
    std::multimap<int, std::shared_ptr<Device>> devices;
};

// Never destroyed, as objects of other libraries may still use devices when the process ends.
Registry& registry() {
    static Registry& instance = *new Registry;
    return instance;
}

}  // namespace

std::size_t GetNumAvailableDevices() { return device_internal::kNumSimulatedChips; }

IDevice* CreateDevice(int device_id, uint8_t num_hw_cqs) {
    if (device_id < 0 || device_id >= device_internal::kNumSimulatedChips) {
        throw std::out_of_range("device_id " + std::to_string(device_id) + ": ids run from 0 to " +
                                std::to_string(device_internal::kNumSimulatedChips - 1));
    }
    if (num_hw_cqs < 1 || num_hw_cqs > kMaxCommandQueues) {
        throw std::invalid_argument("num_hw_cqs " + std::to_string(num_hw_cqs) +
                                    ": a device has 1 or " + std::to_string(kMaxCommandQueues) +
                                    " command queues");
    }
    auto& [mutex, devices] = registry();
    const std::scoped_lock lock(mutex);
    const auto [first, last] = devices.equal_range(device_id);
    for (auto entry = first; entry != last; ++entry) {
        if (entry->second->is_open()) {
            throw std::invalid_argument("device_id " + std::to_string(device_id) +
                                        ": this device is open already");
        }
    }
    const auto device =
        std::make_shared<Device>(device_id, device_internal::make_sim_backend(), num_hw_cqs);
    devices.emplace(device_id, device);
    return device.get();
}

bool CloseDevice(IDevice* device) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return device->close();
}

}  // namespace tt::tt_metal
