// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a unit of the chip throws when it is misused. A unit does not know which hart of which core
// drives it: the chip adds that and makes a SimulationError of it.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "tt_metal/sim/simulation_error.hpp"

namespace tt::sim {

class Fault : public std::runtime_error {
 public:
    Fault(ErrorKind kind, const std::string& reason, std::optional<uint32_t> pc = std::nullopt)
        : std::runtime_error(reason), kind_(kind), pc_(pc) {}

    ErrorKind kind() const { return kind_; }
    // Of the instruction to blame, if that is not the one which the hart is at.
    std::optional<uint32_t> pc() const { return pc_; }

 private:
    ErrorKind kind_;
    std::optional<uint32_t> pc_;
};

}  // namespace tt::sim
