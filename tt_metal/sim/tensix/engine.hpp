// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The compute engine of a core: unpack, math and pack, with the registers between them. Each
// operation belongs to one hart (TRISC0, 1 or 2). Misuse throws Fault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/hart.h"
#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/run_statistics.hpp"
#include "tt_metal/sim/tensix/circular_buffer.hpp"
#include "tt_metal/sim/tensix/columns.hpp"
#include "tt_metal/sim/tensix/datapath.hpp"
#include "tt_metal/sim/tensix/dst.hpp"
#include "tt_metal/sim/tensix/fidelity.hpp"
#include "tt_metal/sim/tensix/packer.hpp"
#include "tt_metal/sim/tensix/sfpu_unit.hpp"
#include "tt_metal/sim/tensix/source_registers.hpp"
#include "tt_metal/sim/tensix/vector_unit.hpp"
#include "tt_metal/sim/tensix/wait.hpp"

namespace tt::sim {

class Engine {
 public:
    // All references must outlive the engine.
    Engine(std::span<std::byte> l1, const CircularBuffers& buffers, const Datapath& datapath,
           const SfpuVariant& sfpu, RunStatistics& statistics)
        : l1_(l1),
          buffers_(buffers),
          datapath_(datapath),
          statistics_(statistics),
          sfpu_(sfpu),
          packer_(datapath) {}

    void reset(const hw::LaunchMessage& launch);

    // What must hold before the operation may execute. Throws Fault if `hart` may not use it.
    Wait wait_before(hw::Hart hart, hw::TensixOp op) const;
    // For the kinds of wait that wait_before() returns.
    bool is_over(WaitKind wait) const;

    // A tile of the section that math owns, as math leaves it.
    DstTile& dst_tile(uint32_t index) { return dst_.math_tile(index); }

    // Never blocks: the wait before it must be over.
    void execute(hw::TensixOp op, uint32_t rs1, uint32_t rs2);

 private:
    void unpack_a(uint32_t buffer_and_flags, uint32_t tile);
    void unpack_ab(uint32_t buffers_and_flags, uint32_t tiles);
    void unpack_tilize(uint32_t buffer_and_width, uint32_t column);
    void unpack_tilize_ab(uint32_t buffers_and_width, uint32_t column_and_tile);
    void unpack_column(uint32_t buffer, uint32_t width, uint32_t column, Operand& operand);
    void unpack_operand(uint32_t buffer, uint32_t tile, Operand& operand);
    void unpack_into(Operand& operand, uint32_t buffer, uint64_t address, uint64_t size,
                     TilePlace place);

    void math_copy(uint32_t dst_tile, uint32_t mode);
    void math_elementwise(uint32_t dst_tile, uint32_t mode);
    void math_matmul(uint32_t dst_tile);
    void math_reduce(uint32_t dst_tile, uint32_t mode);
    void math_transpose(uint32_t dst_tile);
    void reduce_to_row(Tile& a, Tile weights, Tile& dst, ReduceMode mode);
    void sfpu_run(uint32_t operands, uint32_t command);
    void sfpu_cumulate(uint32_t dst_tile, uint32_t begins);
    void sfpu_sort(uint32_t dst_tile, uint32_t step);
    DstTile& float_dst(uint32_t index);
    void take_from_dst(const Tile& dst, uint32_t flags);
    OperandPair& fpu_operands();

    void pack_tile(uint32_t dst_tile, uint32_t buffer_and_page);
    void pack_untilize(uint32_t dst_tile_and_column, uint32_t buffer_and_strip);
    void pack_rows(uint32_t dst_tile_and_rows, uint32_t buffer_and_page);
    const Tile& packable(uint32_t dst_tile, hw::DataFormat format);

    std::span<std::byte> l1_;
    const CircularBuffers& buffers_;
    const Datapath& datapath_;
    RunStatistics& statistics_;
    SourceRegisters sources_;
    Dst dst_;
    Sfpu sfpu_;
    ColumnSums column_sums_;
    Packer packer_;
    uint32_t phases_ = kMaxPhases;  // of a multiplication
    uint64_t unpack_to_dest_ = 0;   // bit i: circular buffer i
    VectorUnit vectors_;
};

}  // namespace tt::sim
