// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The packer: datums of DST into the format of a circular buffer, changed on the way as it has been
// told. Misuse throws Fault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/tensix/datapath.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {

class Packer {
 public:
    explicit Packer(const Datapath& datapath) : datapath_(datapath) {}

    // Back to plain conversion.
    void reset();
    void configure(uint32_t setting, uint32_t value);

    // As pack_tile() of tile_format.hpp.
    void pack(hw::DataFormat format, const Tile& tile, std::span<std::byte> to,
              TilePlace place = {}) const;

 private:
    struct Relu {
        hw::ReluMode mode = hw::ReluMode::kNone;
        float threshold = 0;
    };

    bool changes_tiles() const {
        return relu_.mode != hw::ReluMode::kNone || keep_ != hw::TilePart::kAll || accumulate_;
    }
    void apply_relu(hw::DataFormat format, Tile& tile) const;
    void add(hw::DataFormat format, const Tile& in_l1, Tile& tile) const;

    const Datapath& datapath_;
    Relu relu_;
    hw::TilePart keep_ = hw::TilePart::kAll;
    bool accumulate_ = false;
};

}  // namespace tt::sim
