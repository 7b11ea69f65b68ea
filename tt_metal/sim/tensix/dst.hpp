// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DST, the registers in which the engine leaves results. Math fills a section and commits it, pack
// empties it and releases it. With half sync there are two sections, so that math may fill one
// while pack empties the other; with full sync there is one. Breaking the protocol throws Fault.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/tensix/datapath.hpp"
#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim {

enum class DatumKind : uint8_t {
    kZero,  // nothing written since the release: zero in every format
    kFloat,
    kInteger,
};

struct DstTile {
    Tile tile;  // left over from earlier use while kind is kZero; may be written
    DatumKind kind = DatumKind::kZero;

    // What the tile holds, to be read: zeroing waits until somebody does.
    Tile& value() {
        if (kind == DatumKind::kZero) {
            tile.datums.fill(0);
        }
        return tile;
    }
};

class Dst {
 public:
    // Before all else. All zero and owned by nobody, with the capacity and the sections that the
    // launch asks for.
    void reset(const hw::LaunchMessage& launch);

    DstPrecision precision() const { return precision_; }
    // Tiles of one section.
    uint32_t capacity() const { return capacity_; }

    // Math's side. can_acquire() throws if math owns a section already.
    bool can_acquire() const;
    void acquire();
    void commit();
    // A tile of the section that math owns.
    DstTile& math_tile(uint32_t index);

    // Pack's side. can_wait() throws if pack owns a section already.
    bool can_wait() const;
    void wait();
    void release();
    // A tile of the section that pack owns.
    DstTile& pack_tile(uint32_t index);

 private:
    static constexpr uint32_t kMaxTiles = 16;

    std::span<DstTile> section(uint32_t count) const;
    void check_index(uint32_t index) const;

    // From the first reset() on: many cores of many chips never run.
    std::unique_ptr<std::array<DstTile, kMaxTiles>> tiles_;
    DstPrecision precision_ = DstPrecision::kBfloat16;
    uint32_t num_sections_ = 2;
    uint32_t capacity_ = 0;
    bool math_owns_ = false;
    bool pack_owns_ = false;
    // Sections since the launch; they are used in turn.
    uint32_t committed_ = 0;
    uint32_t released_ = 0;
};

}  // namespace tt::sim
