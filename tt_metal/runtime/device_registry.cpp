// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/device_registry.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/device/backends/sim/sim_backend.hpp"
#include "tt_metal/runtime/print_server.hpp"

namespace tt::tt_metal {
namespace {

using device_internal::DeviceBackend;
using runtime_internal::Device;
using runtime_internal::DeviceOptions;
using runtime_internal::Memories;

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

void check_id(int device_id) {
    if (device_id >= 0 && device_id < device_internal::kNumSimulatedChips) return;
    throw std::out_of_range("device_id " + std::to_string(device_id) + ": ids run from 0 to " +
                            std::to_string(device_internal::kNumSimulatedChips - 1));
}

void check_options(const DeviceOptions& options) {
    if (options.num_hw_cqs < 1 || options.num_hw_cqs > kMaxCommandQueues) {
        throw std::invalid_argument("num_hw_cqs " + std::to_string(options.num_hw_cqs) +
                                    ": a device has 1 or " + std::to_string(kMaxCommandQueues) +
                                    " command queues");
    }
    if (!options.l1_bank_remap.empty()) {
        throw std::invalid_argument("l1_bank_remap: has " +
                                    std::to_string(options.l1_bank_remap.size()) +
                                    " entries, but must be empty: the order of L1 banks is fixed");
    }
}

std::unique_ptr<DeviceBackend> make_backend() {
    const char* chosen = std::getenv("ARCH_NAME");
    const std::string name = chosen == nullptr || *chosen == 0 ? "wormhole_b0" : chosen;
    auto backend = device_internal::make_sim_backend(name);
    if (!backend) {
        throw std::invalid_argument("environment variable ARCH_NAME \"" + name +
                                    "\": must be wormhole_b0 or blackhole, or unset it");
    }
    return backend;
}

// The registry must be locked.
void check_not_open(const Registry& registry, int device_id) {
    const auto [first, last] = registry.devices.equal_range(device_id);
    for (auto entry = first; entry != last; ++entry) {
        if (entry->second->is_open()) {
            throw std::invalid_argument("device_id " + std::to_string(device_id) +
                                        ": this device is open already");
        }
    }
}

void check_named_once(std::span<const int> ids) {
    for (const int id : ids) {
        if (std::ranges::count(ids, id) > 1) {
            throw std::invalid_argument("device_id " + std::to_string(id) + ": is named twice");
        }
    }
}

}  // namespace

namespace runtime_internal {

std::vector<std::shared_ptr<Device>> open_devices(std::span<const int> ids,
                                                  const DeviceOptions& options) {
    for (const int id : ids) check_id(id);
    check_named_once(ids);
    check_options(options);
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    std::vector<std::shared_ptr<Device>> opened;
    std::shared_ptr<Memories> memories;
    for (const int id : ids) {
        check_not_open(all, id);
        auto backend = make_backend();
        attach_print_server(*backend, id);
        if (!memories || !options.allocate_in_lock_step) {
            memories = std::make_shared<Memories>(backend->properties(), options.memory);
        }
        opened.push_back(
            std::make_shared<Device>(id, std::move(backend), options.num_hw_cqs, memories));
    }
    for (const auto& device : opened) all.devices.emplace(device->id(), device);
    return opened;
}

}  // namespace runtime_internal

std::size_t GetNumAvailableDevices() { return device_internal::kNumSimulatedChips; }

std::size_t GetNumPCIeDevices() { return GetNumAvailableDevices(); }

int GetPCIeDeviceID(int device_id) {
    check_id(device_id);
    return device_id;
}

IDevice* CreateDevice(int device_id, uint8_t num_hw_cqs, std::size_t l1_small_size,
                      std::size_t trace_region_size, const DispatchCoreConfig&,
                      const std::vector<uint32_t>& l1_bank_remap, std::size_t worker_l1_size) {
    const DeviceOptions options{
        .num_hw_cqs = num_hw_cqs,
        .memory = {l1_small_size, trace_region_size, worker_l1_size},
        .l1_bank_remap = l1_bank_remap,
        .allocate_in_lock_step = true,
    };
    return runtime_internal::open_devices(std::array{device_id}, options).front().get();
}

bool CloseDevice(IDevice* device) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return device->close();
}

namespace detail {

std::map<int, IDevice*> CreateDevices(const std::vector<int>& device_ids, uint8_t num_hw_cqs,
                                      std::size_t l1_small_size, std::size_t trace_region_size,
                                      const DispatchCoreConfig&, std::size_t worker_l1_size) {
    const DeviceOptions options{
        .num_hw_cqs = num_hw_cqs,
        .memory = {l1_small_size, trace_region_size, worker_l1_size},
        .l1_bank_remap = {},
        .allocate_in_lock_step = false,
    };
    std::map<int, IDevice*> devices;
    for (const auto& device : runtime_internal::open_devices(device_ids, options)) {
        devices.emplace(device->id(), device.get());
    }
    return devices;
}

void CloseDevices(const std::map<int, IDevice*>& devices) {
    for (const auto& [id, device] : devices) CloseDevice(device);
}

}  // namespace detail

}  // namespace tt::tt_metal
