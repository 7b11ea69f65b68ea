// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/engine.hpp"

#include <format>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/engine_operands.hpp"

namespace tt::sim {
namespace {

using hw::Hart;
using hw::TensixOp;

// The only hart that may use an operation.
Hart owner_of(TensixOp op) {
    switch (op) {
        case TensixOp::kUnpackA:
        case TensixOp::kUnpackAB:
        case TensixOp::kUnpackTilize:
        case TensixOp::kUnpackTilizeAB:
            return Hart::kTrisc0;
        case TensixOp::kDstAcquire:
        case TensixOp::kDstCommit:
        case TensixOp::kMathCopy:
        case TensixOp::kMathElementwise:
        case TensixOp::kMathMatmul:
        case TensixOp::kMathReduce:
        case TensixOp::kMathTranspose:
        case TensixOp::kSfpuRun:
        case TensixOp::kSfpuScalar:
        case TensixOp::kSfpuSeed:
        case TensixOp::kSfpuCumulate:
        case TensixOp::kSfpuSort:
        case TensixOp::kSfpuReduce:
        case TensixOp::kVectorSet:
        case TensixOp::kVectorLoad:
        case TensixOp::kVectorStore:
        case TensixOp::kVectorOp:
        case TensixOp::kVectorCondition:
            return Hart::kTrisc1;
        case TensixOp::kDstWait:
        case TensixOp::kDstRelease:
        case TensixOp::kPackTile:
        case TensixOp::kPackUntilize:
        case TensixOp::kPackConfigure:
        case TensixOp::kPackRows:
            return Hart::kTrisc2;
    }
    fail_undefined("Tensix operation", static_cast<uint32_t>(op));
}

}  // namespace

void Engine::reset(const hw::LaunchMessage& launch) {
    sources_.reset();
    dst_.reset(launch);
    sfpu_.reset();
    column_sums_ = {};
    packer_.reset();
    unpack_to_dest_ = uint64_t{launch.unpack_to_dest[1]} << 32 | launch.unpack_to_dest[0];
    const bool does_math = launch.enabled_harts >> static_cast<uint32_t>(Hart::kTrisc1) & 1;
    if (does_math && (launch.math_fidelity < 1 || launch.math_fidelity > kMaxPhases)) {
        throw Fault(ErrorKind::kLaunch,
                    std::format("math fidelity of {} phases; there are 1 (LoFi) to {} (HiFi4)",
                                launch.math_fidelity, kMaxPhases));
    }
    phases_ = launch.math_fidelity;
    vectors_.reset();
}

Wait Engine::wait_before(Hart hart, TensixOp op) const {
    if (const Hart owner = owner_of(op); owner != hart) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("Tensix operation {} belongs to {}", static_cast<uint32_t>(op),
                                hw::hart_name(owner)));
    }
    switch (op) {
        case TensixOp::kDstAcquire:
            return {WaitKind::kDstReleased};
        case TensixOp::kDstWait:
            return {WaitKind::kDstCommitted};
        case TensixOp::kUnpackA:
        case TensixOp::kUnpackAB:
        case TensixOp::kUnpackTilize:
        case TensixOp::kUnpackTilizeAB:
            return {WaitKind::kSourceFree};
        case TensixOp::kMathCopy:
        case TensixOp::kMathElementwise:
        case TensixOp::kMathMatmul:
        case TensixOp::kMathReduce:
            return {WaitKind::kSourceFilled};
        default:
            return {};
    }
}

bool Engine::is_over(WaitKind wait) const {
    switch (wait) {
        case WaitKind::kDstReleased:
            return dst_.can_acquire();
        case WaitKind::kDstCommitted:
            return dst_.can_wait();
        case WaitKind::kSourceFree:
            return sources_.has_free();
        case WaitKind::kSourceFilled:
            return sources_.has_filled();
        default:
            return true;
    }
}

void Engine::execute(TensixOp op, uint32_t rs1, uint32_t rs2) {
    switch (op) {
        case TensixOp::kDstAcquire:
            return dst_.acquire();
        case TensixOp::kDstCommit:
            return dst_.commit();
        case TensixOp::kDstWait:
            return dst_.wait();
        case TensixOp::kDstRelease:
            return dst_.release();
        case TensixOp::kUnpackA:
            return unpack_a(rs1, rs2);
        case TensixOp::kUnpackAB:
            return unpack_ab(rs1, rs2);
        case TensixOp::kUnpackTilize:
            return unpack_tilize(rs1, rs2);
        case TensixOp::kUnpackTilizeAB:
            return unpack_tilize_ab(rs1, rs2);
        case TensixOp::kMathCopy:
            return math_copy(rs1, rs2);
        case TensixOp::kMathElementwise:
            return math_elementwise(rs1, rs2);
        case TensixOp::kMathMatmul:
            return math_matmul(rs1);
        case TensixOp::kMathReduce:
            return math_reduce(rs1, rs2);
        case TensixOp::kMathTranspose:
            return math_transpose(rs1);
        case TensixOp::kSfpuRun:
            return sfpu_run(rs1, rs2);
        case TensixOp::kSfpuScalar:
            return sfpu_.set_scalar(rs1, rs2);
        case TensixOp::kSfpuSeed:
            return sfpu_.seed(rs1);
        case TensixOp::kSfpuCumulate:
            return sfpu_cumulate(rs1, rs2);
        case TensixOp::kSfpuSort:
            return sfpu_sort(rs1, rs2);
        case TensixOp::kSfpuReduce:
            return sfpu_.reduce(dst_, rs1, rs2);
        case TensixOp::kVectorSet:
            return vectors_.set(rs1, rs2);
        case TensixOp::kVectorLoad:
            return vectors_.load(dst_, rs1, rs2);
        case TensixOp::kVectorStore:
            return vectors_.store(dst_, rs1, rs2 & 0xFFFF, static_cast<hw::VectorDatum>(rs2 >> 16));
        case TensixOp::kVectorOp:
            return vectors_.execute(rs1);
        case TensixOp::kVectorCondition:
            return vectors_.change_condition(static_cast<hw::VectorCondition>(rs1), rs2);
        case TensixOp::kPackTile:
            return pack_tile(rs1, rs2);
        case TensixOp::kPackUntilize:
            return pack_untilize(rs1, rs2);
        case TensixOp::kPackConfigure:
            return packer_.configure(rs1, rs2);
        case TensixOp::kPackRows:
            return pack_rows(rs1, rs2);
    }
}

}  // namespace tt::sim
