// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sets of addresses of one memory.
#pragma once

#include <vector>

#include "tt_metal/device/device_backend.hpp"

namespace tt::tt_metal::runtime_internal {

using device_internal::AddressRange;

// In ascending order; none is empty, and no two overlap or touch.
using AddressRanges = std::vector<AddressRange>;

void add(AddressRanges& ranges, AddressRange range);
AddressRanges intersection(const AddressRanges& a, const AddressRanges& b);
AddressRanges difference(const AddressRanges& from, const AddressRanges& what);

}  // namespace tt::tt_metal::runtime_internal
