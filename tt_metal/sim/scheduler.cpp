// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/scheduler.hpp"

#include <algorithm>
#include <format>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tt_metal/sim/core_ranges.hpp"
#include "tt_metal/sim/simulation_error.hpp"

namespace tt::sim {
namespace {

// A core keeps its turn while its harts feed each other, as its state is then in the host's cache.
constexpr int kStepsPerTurn = 64;

bool take_turn(TensixCore& core) {
    bool progress = false;
    for (int step = 0; step < kStepsPerTurn && core.step(); ++step) {
        progress = true;
    }
    return progress;
}

// Harts that wait for the same at the same place, on different cores, are one line of the report.
std::string describe_waiting(std::span<TensixCore* const> cores) {
    using Key = std::tuple<hw::Hart, std::string, std::string, std::string>;
    std::map<Key, std::set<CoreCoord>> groups;
    for (const TensixCore* core : cores) {
        for (const WaitingHart& waiting : core->waiting_harts()) {
            groups[{waiting.hart, waiting.reason, waiting.program, waiting.place}].insert(
                core->coord());
        }
    }
    std::string text;
    for (const auto& [key, where] : groups) {
        const auto& [hart, reason, program, place] = key;
        text +=
            std::format("\n  waiting in {}: {} on cores {}, {}{}{}", reason, hw::hart_name(hart),
                        describe_cores(where), program, place.empty() ? "" : " at ", place);
    }
    return text;
}

[[noreturn]] void fail_deadlock(std::span<TensixCore* const> cores) {
    const TensixCore& first =
        **std::ranges::find_if(cores, [](const TensixCore* core) { return !core->is_done(); });
    const WaitingHart hart = first.waiting_harts().front();
    throw SimulationError(ErrorKind::kDeadlock, first.coord(), hart.hart, hart.pc,
                          "deadlock, no hart can proceed:" + describe_waiting(cores));
}

void check_budget(std::span<TensixCore* const> cores, uint64_t budget) {
    uint64_t retired = 0;
    for (const TensixCore* core : cores) {
        retired += core->statistics().instructions_retired;
    }
    if (retired <= budget) {
        return;
    }
    std::set<CoreCoord> unfinished;
    for (const TensixCore* core : cores) {
        if (!core->is_done()) {
            unfinished.insert(core->coord());
        }
    }
    throw SimulationError(
        ErrorKind::kInstructionBudget, *unfinished.begin(), std::nullopt, 0,
        std::format("the instruction budget of {} is used up; cores {} have not finished{}", budget,
                    describe_cores(unfinished), describe_waiting(cores)));
}

}  // namespace

void run_to_completion(std::span<TensixCore* const> cores, const RunLimits& limits) {
    std::vector<TensixCore*> unfinished(cores.begin(), cores.end());
    const auto drop_done = [&] {
        std::erase_if(unfinished, [](const TensixCore* core) { return core->is_done(); });
    };
    for (drop_done(); !unfinished.empty(); drop_done()) {
        if (limits.instruction_budget != 0) {
            check_budget(cores, limits.instruction_budget);
        }
        if (limits.interruption_check) {
            limits.interruption_check();
        }
        bool progress = false;
        for (TensixCore* core : unfinished) {
            progress |= take_turn(*core);
        }
        if (!progress) {
            fail_deadlock(cores);
        }
    }
}

}  // namespace tt::sim
