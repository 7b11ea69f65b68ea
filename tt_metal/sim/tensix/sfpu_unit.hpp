// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The SFPU as instructions drive it: functions on tiles of DST, with scalars and random words as
// operands beside them. Misuse throws Fault.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/tensix/dst.hpp"
#include "tt_metal/sim/tensix/sfpu/lanes.hpp"
#include "tt_metal/sim/tensix/sfpu/sfpu.hpp"

namespace tt::sim {

class Sfpu {
 public:
    explicit Sfpu(const SfpuVariant& variant) : variant_(variant) {}

    // Forgets scalars; random words start from seed 0.
    void reset();

    // For the next run alone.
    void set_scalar(uint32_t operand, uint32_t bits);
    void seed(uint32_t seed);
    // operands as hw::sfpu_operands(), command as hw::SfpuCommand packs them.
    void run(Dst& dst, uint32_t operands, uint32_t command);
    // Halves of the rows or columns are put together again and again, so a sum is one of pairs.
    void reduce(Dst& dst, uint32_t tile_and_part, uint32_t command);

 private:
    // What an operand that is no tile reads from: one scalar repeated, or random words.
    using Broadcast = std::array<float, sfpu::kLanes>;

    SfpuRoutine routine(const hw::SfpuCommand& command, DstPrecision precision) const;
    SfpuArguments::Source source(Dst& dst, uint32_t operand, uint32_t code, bool wants_floats);
    const Tile& random_words();

    const SfpuVariant& variant_;
    std::array<std::optional<uint32_t>, hw::kMaxSfpuOperands> scalars_;
    std::array<Broadcast, hw::kMaxSfpuOperands> broadcasts_;
    Tile random_tile_;
    uint64_t random_state_ = 0;
};

}  // namespace tt::sim
