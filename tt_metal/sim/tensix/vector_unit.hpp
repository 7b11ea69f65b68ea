// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The vector unit of hw/vector.h. Misuse throws Fault.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "tt_metal/hw/vector.h"
#include "tt_metal/sim/tensix/dst.hpp"

namespace tt::sim {

class VectorUnit {
 public:
    // All registers zero, all lanes enabled.
    void reset();

    void set(uint32_t reg, uint32_t bits);
    void load(Dst& dst, uint32_t reg, uint32_t vector);
    void store(Dst& dst, uint32_t reg, uint32_t vector, hw::VectorDatum datum);
    // operands as hw::vector_operands() packs them.
    void execute(uint32_t operands);
    void change_condition(hw::VectorCondition change, uint32_t reg);

 private:
    using Lanes = std::array<uint32_t, hw::kVectorLanes>;
    using Mask = uint32_t;  // lane 0 is the lowest bit

    struct Condition {
        Mask outer;  // enabled around it
        Mask taken;  // by a branch so far
    };

    Lanes& at(uint32_t reg);
    Condition& innermost();
    bool is_enabled(uint32_t lane) const { return enabled_ >> lane & 1; }

    static constexpr Mask kAll = 0xFFFFFFFF;

    std::array<Lanes, hw::kNumVectorRegisters> registers_{};
    std::vector<Condition> conditions_;
    Mask enabled_ = kAll;
    bool is_fresh_ = true;
};

}  // namespace tt::sim
