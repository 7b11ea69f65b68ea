// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs launched cores until all their harts are done.
#pragma once

#include <cstdint>
#include <span>

#include "tt_metal/sim/tensix/core.hpp"

namespace tt::sim {

// Takes turns among the cores, always in the same order. Throws SimulationError: what a hart did
// wrong; a deadlock, as soon as no hart of any core can go on, naming all that wait and what for;
// and, unless it is 0, that more than `instruction_budget` instructions have been retired.
void run_to_completion(std::span<TensixCore* const> cores, uint64_t instruction_budget);

}  // namespace tt::sim
