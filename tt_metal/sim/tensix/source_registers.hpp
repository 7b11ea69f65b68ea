// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// SrcA and SrcB: what unpack has fetched and math has yet to consume. There are two banks of each,
// so that unpack may fill one pair while math reads the other.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/sim/tensix/tile.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {

struct Operand {
    Tile tile;
    hw::DataFormat format = hw::DataFormat::Invalid;  // of the buffer it came from
    TileShape shape;
    bool to_dest = false;  // copied to DST past the registers, whose datums have fewer bits
};

struct OperandPair {
    Operand a;
    Operand b;
    bool has_b = false;
};

class SourceRegisters {
 public:
    bool has_free() const { return filled_ - consumed_ < kBanks; }
    bool has_filled() const { return filled_ != consumed_; }

    // The pair that unpack fills next, until fill(); the oldest filled one, until consume().
    OperandPair& next_free() { return (*pairs_)[filled_ % kBanks]; }
    OperandPair& oldest_filled() { return (*pairs_)[consumed_ % kBanks]; }
    void fill() { ++filled_; }
    void consume() { ++consumed_; }

    // To be called first. Forgets what they hold.
    void reset() {
        if (!pairs_) {
            pairs_ = std::make_unique<std::array<OperandPair, kBanks>>();
        }
        filled_ = consumed_ = 0;
    }

 private:
    static constexpr uint32_t kBanks = 2;

    std::unique_ptr<std::array<OperandPair, kBanks>> pairs_;
    uint32_t filled_ = 0;
    uint32_t consumed_ = 0;
};

}  // namespace tt::sim
