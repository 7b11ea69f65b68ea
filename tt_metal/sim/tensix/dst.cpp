// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/dst.hpp"

#include <format>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

void require(bool condition, const char* rule) {
    if (!condition) {
        throw Fault(ErrorKind::kDst, rule);
    }
}

void clear(std::span<DstTile> tiles) {
    for (DstTile& tile : tiles) {
        tile.kind = DatumKind::kZero;
    }
}

}  // namespace

void Dst::reset(const hw::LaunchMessage& launch) {
    if (!tiles_) {
        tiles_ = std::make_unique<std::array<DstTile, kMaxTiles>>();
    }
    clear(*tiles_);
    precision_ = launch.fp32_dest_acc ? DstPrecision::kFloat32 : DstPrecision::kBfloat16;
    num_sections_ = launch.dst_full_sync ? 1 : 2;
    // 32-bit datums take the room of two.
    capacity_ = kMaxTiles / (launch.fp32_dest_acc ? 2 : 1) / num_sections_;
    math_owns_ = pack_owns_ = false;
    committed_ = released_ = 0;
}

bool Dst::can_acquire() const {
    require(!math_owns_, "DST is acquired twice without a commit in between");
    return committed_ - released_ < num_sections_;
}

void Dst::acquire() { math_owns_ = true; }

void Dst::commit() {
    require(math_owns_, "DST is committed without having been acquired");
    math_owns_ = false;
    ++committed_;
}

DstTile& Dst::math_tile(uint32_t index) {
    require(math_owns_, "math writes to DST without having acquired it");
    check_index(index);
    return section(committed_)[index];
}

bool Dst::can_wait() const {
    require(!pack_owns_, "pack waits for DST twice without a release in between");
    return committed_ != released_;
}

void Dst::wait() { pack_owns_ = true; }

void Dst::release() {
    require(pack_owns_, "DST is released without having been waited for");
    clear(section(released_));
    pack_owns_ = false;
    ++released_;
}

DstTile& Dst::pack_tile(uint32_t index) {
    require(pack_owns_, "pack reads DST without having waited for it");
    check_index(index);
    return section(released_)[index];
}

std::span<DstTile> Dst::section(uint32_t count) const {
    return std::span(*tiles_).subspan(count % num_sections_ * capacity_, capacity_);
}

void Dst::check_index(uint32_t index) const {
    if (index >= capacity_) {
        throw Fault(
            ErrorKind::kDst,
            std::format("DST tile {} is beyond the {} tiles of a section ({}-bit datums, {} "
                        "sync)",
                        index, capacity_, precision_ == DstPrecision::kFloat32 ? 32 : 16,
                        num_sections_ == 1 ? "full" : "half"));
    }
}

}  // namespace tt::sim
