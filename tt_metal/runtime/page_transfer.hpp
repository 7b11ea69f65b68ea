// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Moves a whole buffer between host memory, where its pages lie one after another, and the banks of
// a chip, over which its memory layout spreads them.
#pragma once

#include <cstddef>
#include <span>

#include <tt-metalium/buffer.hpp>

#include "tt_metal/device/device_backend.hpp"

namespace tt::tt_metal::runtime_internal {

// The span has exactly the buffer's size.
void write_pages(device_internal::DeviceBackend& backend, const Buffer& buffer,
                 std::span<const std::byte> source);
void read_pages(const device_internal::DeviceBackend& backend, const Buffer& buffer,
                std::span<std::byte> destination);

}  // namespace tt::tt_metal::runtime_internal
