// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The arithmetic of the engine on whole tiles, vectorised for the host.
//
// There is one variant per instruction set of the host, and all give the same bits for the same
// operands: every element has its own accumulator, terms are added in ascending k with one rounding
// each, and a NaN result is always 0x7FC00000. Rounding is to nearest even, denormals are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim {

enum class DstPrecision : uint8_t { kBfloat16, kFloat32 };

// Width of a datum in a block format.
enum class BlockFloat : uint8_t { kBits8, kBits4 };

// Of a number's mantissa: what remains when low bits are cut off, or what is cut off. "OfFinite":
// zero where the number is not finite, so that the two parts can be multiplied apart.
enum class MantissaSlice : uint8_t { kHigh, kHighOfFinite, kLowOfFinite };

struct ReduceMode {
    hw::ReduceOp op;
    bool accumulate;  // dst is one of the terms
    DstPrecision precision;
    uint32_t rows = hw::kTileHeight;  // of a; those below do not count
};

struct ElementwiseMode {
    hw::ElementwiseOp op;
    bool accumulate;  // add the result to dst, instead of replacing it
    DstPrecision precision;
};

struct Datapath {
    const char* name;  // of the host's instruction set: "avx2"

    // Converts `count` datums, a multiple of 16. Narrowing turns a signalling NaN into a quiet one.
    void (*widen_bfloat16)(const std::byte* from, float* to, size_t count);
    void (*narrow_to_bfloat16)(const float* from, std::byte* to, size_t count);

    // Between a tile and its block format, as tile_format.hpp describes it.
    void (*unpack_blocks)(const std::byte* from, BlockFloat format, Tile& tile);
    void (*pack_blocks)(const Tile& tile, BlockFloat format, std::byte* to);

    // To a mantissa of 10 bits, which is what the FPU keeps of a 32-bit operand.
    void (*round_to_tf32)(Tile& tile);

    // to = a slice of from, where `cut_bits` low bits of an fp32 mantissa are cut off. A NaN stays
    // one. `to` may be `from`.
    void (*slice_mantissa)(const Tile& from, int cut_bits, MantissaSlice slice, Tile& to);

    // Swaps rows and columns.
    void (*transpose)(Tile& tile);

    // dst = a. A NaN keeps its sign and payload as far as they fit.
    void (*copy)(const Tile& a, Tile& dst, DstPrecision precision);

    // dst = a op b, or dst + (a op b). dst may be one of the operands.
    void (*elementwise)(const Tile& a, const Tile& b, Tile& dst, ElementwiseMode mode);

    // First row of dst = the rows of a, row k times datum k of the first row of `weights`, added up
    // in ascending k or the largest of them. A NaN among the terms is the result.
    void (*reduce)(const Tile& a, const Tile& weights, Tile& dst, ReduceMode mode);

    // dst += a x b, each element rounded to the precision of dst after the last term. The operands
    // have mantissas of at most 10 bits, as FPU operands do.
    void (*matmul)(const Tile& a, const Tile& b, Tile& dst, DstPrecision precision);
};

// Those that this host can run, the fastest last.
std::span<const Datapath> supported_datapaths();

inline const Datapath& fastest_datapath() { return supported_datapaths().back(); }

}  // namespace tt::sim
