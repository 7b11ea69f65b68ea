// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Runs launched cores until all their harts are done.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "tt_metal/sim/tensix/core.hpp"

namespace tt::sim {

// What ends a run before its harts do.
struct RunLimits {
    uint64_t instruction_budget = 0;  // over all harts; 0: none
    // Called between turns, so often that people do not notice; what it throws ends the run.
    std::function<void()> interruption_check;
};

// Takes turns among the cores, always in the same order. Throws SimulationError: what a hart did
// wrong; a deadlock, as soon as no hart of any core can go on, naming all that wait and what for;
// and that more instructions have been retired than the limits allow.
void run_to_completion(std::span<TensixCore* const> cores, const RunLimits& limits);

}  // namespace tt::sim
