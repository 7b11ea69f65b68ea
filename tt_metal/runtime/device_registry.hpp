// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The devices of the process, by their ids: the one thing here that is global, because host
// programs name devices by number.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tt_metal/runtime/device.hpp"

namespace tt::tt_metal::runtime_internal {

struct DeviceOptions {
    uint8_t num_hw_cqs = 1;
    MemorySizes memory;
    std::vector<uint32_t> l1_bank_remap;
    bool allocate_in_lock_step = true;  // or each for itself
};

// Opens these chips, all or none. Throws what CreateDevice says, also
// for an id named twice.
std::vector<std::shared_ptr<Device>> open_devices(std::span<const int> ids,
                                                  const DeviceOptions& options);

}  // namespace tt::tt_metal::runtime_internal
