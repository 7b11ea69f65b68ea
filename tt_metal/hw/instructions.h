// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The custom RISC-V instructions by which a hart drives the hardware around it.
//
// All are R-type (rd, rs1, rs2). The opcode chooses the side (custom-0: data movement and
// synchronisation, custom-1: the Tensix compute engine), funct3 the unit, funct7 the operation. One
// that must wait ("parks") does not retire until its condition holds; a parked hart costs nothing.
// Small operands that travel together are packed low byte first, as each comment says. They stand
// for what the chip does through memory-mapped registers; the encoding is this project's own.
#pragma once

#include <stdint.h>

namespace tt::hw {

inline constexpr uint32_t kOpcodeMovement = 0x0B;  // custom-0
inline constexpr uint32_t kOpcodeTensix = 0x2B;    // custom-1

// An operation within its opcode, as the decoder sees it: funct7 and funct3 in one number.
constexpr uint32_t operation(uint32_t unit, uint32_t function) { return (function << 3) | unit; }

// ── custom-0 ──
enum class MovementOp : uint16_t {
    // Control.
    kHartDone = operation(0, 0),  // the kernel has returned
    // These raise an error at this pc. rs1: a text in instruction memory, with a zero behind it.
    kHartAssert = operation(0, 1),
    kHartRefuse = operation(0, 2),  // rs1: Refusal; rs2: the value that is refused
    // Circular buffers. rs1: buffer index.
    kCbReserveBack = operation(1, 0),     // rs2: pages; parks until they are free
    kCbPushBack = operation(1, 1),        // rs2: pages
    kCbWaitFront = operation(1, 2),       // rs2: pages; parks until they are there
    kCbPopFront = operation(1, 3),        // rs2: pages
    kCbWritePointer = operation(1, 4),    // rd: L1 address of the first page at the back
    kCbReadPointer = operation(1, 5),     // rd: L1 address of the first page at the front
    kCbPagesAvailable = operation(1, 6),  // rd: pages at the front
    kCbPagesFree = operation(1, 7),       // rd: pages at the back
    // NoC. The far end is set first and stays set; transfers move data when they are awaited.
    kNocTarget = operation(2, 0),           // rs1, rs2: low and high word of the far NoC address
    kNocRead = operation(2, 1),             // rs1: L1 address to fill; rs2: bytes
    kNocWrite = operation(2, 2),            // rs1: L1 address to send; rs2: bytes
    kNocReadBarrier = operation(2, 3),      // until all reads of this hart have arrived
    kNocWriteBarrier = operation(2, 4),     // until all writes of this hart have arrived
    kNocWritesFlushed = operation(2, 5),    // until all writes of this hart have left
    kNocAtomicIncrement = operation(2, 6),  // rs1: increment of the far 32-bit word
    kNocAtomicBarrier = operation(2, 7),    // until all increments of this hart have arrived
    // rs1: value of the far 32-bit word; rs2: bit i keeps its byte i as it is
    kNocInlineWrite = operation(2, 8),
    // The target is a rectangle of cores (noc_multicast_address); each of them gets the bytes.
    // rs1: L1 address to send, of the sender and of all others; rs2: bytes.
    kNocMulticast = operation(2, 9),
    // How many cores that will be, and whether the sender is one. rs1: number; rs2: 1 or 0.
    kNocMulticastReceivers = operation(2, 10),
    // Reads that follow carry this number, by which they can be awaited apart. rs1: number.
    kNocReadNumber = operation(2, 11),
    kNocNumberedReadBarrier = operation(2, 12),  // rs1: number
    // Semaphores. rs1: L1 address of the word.
    kSemaphoreWaitEqual = operation(3, 0),    // rs2: value; parks until equal
    kSemaphoreWaitAtLeast = operation(3, 1),  // rs2: value; parks until equal or above
    // Printed lines. They go to whoever watches the hart, and nowhere if nobody does.
    kPrintText = operation(4, 0),      // rs1: four characters, low byte first; a zero ends them
    kPrintUnsigned = operation(4, 1),  // rs1, rs2: low and high word
    kPrintSigned = operation(4, 2),    // rs1, rs2: low and high word
    kPrintFloat = operation(4, 3),     // rs1: bits
    kPrintFormat = operation(4, 4),    // rs1: PrintFormat; rs2: its value
    kPrintDst = operation(4, 5),  // rs1: DST tile that math owns; rs2: place of the datum in it
    // Words from hart to hart of one core, in order. rs1: the other hart.
    kMailboxWrite = operation(5, 0),  // rs2: word; parks while kMailboxWords of them are unread
    kMailboxRead = operation(5, 1),   // rd: word; parks until there is one
};

inline constexpr uint32_t kMailboxWords = 4;

// ── custom-1 ──
enum class TensixOp : uint16_t {
    // DST ownership: math acquires and commits, pack waits and releases. A released half is zeroed.
    kDstAcquire = operation(0, 0),  // parks until math may write
    kDstCommit = operation(0, 1),
    kDstWait = operation(0, 2),  // parks until math has committed
    kDstRelease = operation(0, 3),
    // Unpack (TRISC0). Fills the next free pair of source registers; parks while both are full.
    kUnpackA = operation(2, 0),  // rs1: cb | UnpackFlag << 16; rs2: tile index from the front
    // rs1: cb a | cb b << 8 | UnpackFlag << 16; rs2: tile a | tile b << 16
    kUnpackAB = operation(2, 1),
    // One tile out of a row-major strip of 32 rows. rs1: cb | strip width in tiles << 8;
    // rs2: column of the tile within the strip.
    kUnpackTilize = operation(2, 2),
    // The same with a tile of another buffer as B. rs1: cb a | cb b << 8 | strip width in tiles <<
    // 16;
    // rs2: column | tile b << 16.
    kUnpackTilizeAB = operation(2, 3),
    // Math (TRISC1). Consumes the oldest source pair; parks until there is one. rs1: DST tile.
    kMathCopy = operation(3, 0),         // DST = A; rs2: TilePart of A << 8, repeated over the tile
    kMathElementwise = operation(3, 1),  // rs2: ElementwiseOp | TilePart of B << 8 | MathFlag << 16
    kMathMatmul = operation(3, 2),       // DST += A x B (32x32 by 32x32)
    // DST's part (+)= A, weighed by the first row of B, reduced to it. rs2: ReduceOp | TilePart <<
    // 8
    kMathReduce = operation(3, 3),
    kMathTranspose = operation(3, 4),  // swaps rows and columns of the DST tile; takes no sources
    // SFPU (TRISC1): functions of sfpu.h on DST.
    kSfpuRun = operation(4, 0),     // rs1: sfpu_operands(); rs2: SfpuCommand
    kSfpuScalar = operation(4, 1),  // rs1: operand of the next run; rs2: its bits
    kSfpuSeed = operation(4, 2),    // rs1: where random words start from
    // DST's rows are added up downwards. rs1: tile; rs2: 1 to begin with its first row, 0 to go on
    // from the last row of the tile before.
    kSfpuCumulate = operation(4, 3),
    kSfpuSort = operation(4, 4),  // rs1: DST tile; rs2: SfpuSortStep
    // The first rows or columns of a tile, put together by a function of two operands, become the
    // first; the rest becomes zero. rs1: DST tile | TilePart << 8 (kRow or kColumn: what remains) |
    // how many of them << 16; rs2: SfpuCommand, whose `out` is ignored.
    kSfpuReduce = operation(4, 5),
    // Pack (TRISC2).
    kPackTile = operation(5, 0),  // rs1: DST tile; rs2: cb | page from the back << 8
    // One tile into a row-major strip of 32 rows. rs1: DST tile | column << 8;
    // rs2: cb | strip width in tiles << 8 | number of the strip from the back << 20.
    kPackUntilize = operation(5, 1),
    kPackConfigure = operation(5, 2),  // rs1: PackSetting; rs2: its value, until the kernel ends
    // The first rows of the first faces, 16 datums each. rs1: DST tile | rows << 8;
    // rs2: cb | page from the back << 8.
    kPackRows = operation(5, 3),
    // Vectors (TRISC1), as vector.h has them. rs1: register.
    kVectorSet = operation(6, 0),        // rs2: bits of every lane
    kVectorLoad = operation(6, 1),       // rs2: vector of DST
    kVectorStore = operation(6, 2),      // rs2: vector of DST | VectorDatum << 16
    kVectorOp = operation(6, 3),         // rs1: vector_operands()
    kVectorCondition = operation(6, 4),  // rs1: VectorCondition; rs2: register
};

enum class ElementwiseOp : uint8_t { kAdd = 0, kSubtract = 1, kMultiply = 2 };

// The weighed datums are added up, or the largest of them is taken.
enum class ReduceOp : uint8_t { kSum = 0, kMax = 1 };

// What is repeated over a tile, or what a tile is reduced to: its first row, column or datum.
enum class TilePart : uint8_t { kAll = 0, kColumn = 1, kRow = 2, kDatum = 3 };

enum UnpackFlag : uint32_t { kUnpackTransposeA = 1, kUnpackTransposeB = 2 };

enum MathFlag : uint32_t {
    kMathAccumulate = 1,  // add to DST
    // DST is one operand as well, and what has been unpacked as A is the other.
    kMathDstIsA = 2,
    kMathDstIsB = 4,
};

// What the packer does to each tile before it converts it. All are off at first.
enum class PackSetting : uint8_t {
    kRelu = 0,          // ReluMode | threshold (a bfloat16) << 16
    kAccumulateL1 = 1,  // 1: add to what is in L1
    kKeep = 2,          // TilePart; zeros for the rest
};

enum class ReluMode : uint8_t {
    kNone = 0,
    kZero = 1,          // zero for what is below zero
    kMinThreshold = 2,  // zero for what is not above the threshold
    kMaxThreshold = 3,  // zero for what is below zero, the threshold for what is above it
};

}  // namespace tt::hw
