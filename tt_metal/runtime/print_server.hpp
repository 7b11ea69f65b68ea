// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Takes what harts print to where people read it.
#pragma once

#include "tt_metal/device/device_backend.hpp"

namespace tt::tt_metal::runtime_internal {

// Has a chip's printed lines come out as the environment says. Throws std::invalid_argument for
// variables that make no sense, std::runtime_error for a file that cannot be written.
void attach_print_server(device_internal::DeviceBackend& chip, int device_id);

}  // namespace tt::tt_metal::runtime_internal
