// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A simulated chip as a backend.
#pragma once

#include <memory>
#include <string>

#include "tt_metal/device/device_backend.hpp"

namespace tt::tt_metal::device_internal {

// How many simulated chips a process can have open: as many as the largest single machine of
// the kind. A chip takes memory only for what is written to it.
inline constexpr int kNumSimulatedChips = 32;

// A chip of this architecture, "wormhole_b0" or "blackhole", all memories zero; null for others.
std::unique_ptr<DeviceBackend> make_sim_backend(const std::string& arch_name);

}  // namespace tt::tt_metal::device_internal
