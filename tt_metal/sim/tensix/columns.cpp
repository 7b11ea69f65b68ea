// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/columns.hpp"

#include <bit>
#include <format>
#include <utility>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint32_t kSignBit = 0x80000000;

float sum(float a, float b) {
    const float result = a + b;
    return result == result ? result : std::bit_cast<float>(0x7FC00000u);
}

// Two tiles, one below the other.
class Rows {
 public:
    explicit Rows(const std::array<DstTile*, 2>& tiles)
        : tiles_{&tiles[0]->value(), &tiles[1]->value()} {}

    float& at(uint32_t row, uint32_t column) const {
        return tiles_[row / hw::kTileHeight]->at(row % hw::kTileHeight, column);
    }
    uint32_t bits(uint32_t row, uint32_t column) const {
        return std::bit_cast<uint32_t>(at(row, column));
    }

 private:
    std::array<Tile*, 2> tiles_;
};

// What both tiles hold, which becomes the kind of both.
DatumKind unify(const std::array<DstTile*, 2>& tiles, const char* what) {
    auto& [first, second] = tiles;
    if (first->kind == DatumKind::kZero) first->kind = second->kind;
    if (second->kind == DatumKind::kZero) second->kind = first->kind;
    if (first->kind != second->kind) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("of the two tiles of {} to be sorted, one holds integers and the "
                                "other floats",
                                what));
    }
    return first->kind;
}

// Such that the order of these integers is that of the datums.
int64_t rank(uint32_t bits, DatumKind kind) {
    if (kind == DatumKind::kInteger) return std::bit_cast<int32_t>(bits);
    const int64_t magnitude = bits & ~kSignBit;
    return (bits & kSignBit) != 0 ? -magnitude - 1 : magnitude;
}

void check(hw::SfpuSortStep step, uint32_t last_row) {
    if (step.distance == 0 || step.run == 0 || last_row >= hw::kSfpuSortRows) {
        throw Fault(
            ErrorKind::kInstruction,
            std::format("SFPU sort of {} rows from {} on, {} apart, in runs of {}: there "
                        "are {} rows, and neither distance nor run may be 0",
                        step.count, step.first, step.distance, step.run, hw::kSfpuSortRows));
    }
}

}  // namespace

void add_up(DstTile& tile, ColumnSums& sums) {
    Tile& datums = tile.value();
    const bool is_integer = tile.kind == DatumKind::kInteger;
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            float& datum = datums.at(row, column);
            const float before = std::bit_cast<float>(sums[column]);
            datum = is_integer ? std::bit_cast<float>(sums[column] + std::bit_cast<uint32_t>(datum))
                               : sum(before, datum);
            sums[column] = std::bit_cast<uint32_t>(datum);
        }
    }
    if (!is_integer) tile.kind = DatumKind::kFloat;
}

void exchange(const SortedTiles& tiles, hw::SfpuSortStep step) {
    check(step, step.first + step.distance);
    const DatumKind kind = unify(tiles.datums, "datums");
    unify(tiles.payloads, "payloads");
    const Rows datums(tiles.datums), payloads(tiles.payloads);
    const auto is_below = [&](uint32_t a, uint32_t b, uint32_t column) {
        const auto place = [&](uint32_t row) {
            return std::pair(rank(datums.bits(row, column), kind),
                             -int64_t{payloads.bits(row, column)});
        };
        return place(a) < place(b);
    };
    for (uint32_t i = 0; i < step.count; ++i) {
        const uint32_t upper = step.first + i, lower = upper + step.distance;
        if (i / step.distance % 2 != 0) continue;
        check(step, lower);
        const bool increasing = step.increasing != (i / step.run % 2 != 0);
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            const bool swaps =
                increasing ? is_below(lower, upper, column) : is_below(upper, lower, column);
            if (!swaps) continue;
            std::swap(datums.at(upper, column), datums.at(lower, column));
            std::swap(payloads.at(upper, column), payloads.at(lower, column));
        }
    }
}

}  // namespace tt::sim
