// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which harts' printed lines are heard, as the environment variables of print_output.hpp say it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/hw/hart.h"

namespace tt::tt_metal::runtime_internal {

// Values of variables by name; those that are not set are not in it.
using Variables = std::map<std::string, std::string>;

// The variables of the process that print_output.hpp names.
Variables print_variables();

struct PrintFilter {
    std::vector<device_internal::LogicalCore> cores;  // empty: nothing is heard
    std::vector<hw::Hart> harts;
    std::string file;  // empty: none
    bool with_prefix = true;
};

// What is heard of a device. Throws std::invalid_argument with the variable's name and value.
PrintFilter print_filter(const Variables& variables, int device_id,
                         const device_internal::ChipProperties& chip);

// "BR", "NC", "TR0", "TR1", "TR2".
std::string short_name(hw::Hart hart);

}  // namespace tt::tt_metal::runtime_internal
