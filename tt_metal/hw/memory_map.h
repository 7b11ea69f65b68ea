// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where things lie in the address space of a hart, as both the host and the kernels see it.
//
// A hart sees three memories: the core's L1 (shared by its five harts and reachable over the NoC),
// a small private data memory (stack and globals), and a private instruction memory that it can
// execute and read but not write. All sizes are bytes, all addresses are as a hart sees them.
//
// Sources: L1 size, local memory sizes and base addresses are those of Wormhole B0 in Tenstorrent's
// public documentation of the Tensix core. The layout of L1 below kL1UnreservedBase, and a private
// instruction memory for every hart (the chip has one for NCRISC only), are this project's own.
#pragma once

#include <stdint.h>

namespace tt::hw {

inline constexpr uint32_t kNumHarts = 5;
inline constexpr uint32_t kMaxCircularBuffers = 64;
inline constexpr uint32_t kNumSemaphores = 16;
inline constexpr uint32_t kMaxRuntimeArgs = 341;
inline constexpr uint32_t kMaxDramBanks = 32;
inline constexpr uint32_t kMaxL1Banks = 256;

// ── L1 ──
// What lies below kL1UnreservedBase is the host's: of all that, a kernel may write the semaphores
// of its program, and read below kL1ReadableBase the arguments that it was given.
//
// The first 16 bytes hold nothing and may not be touched, so that a null pointer is caught.
inline constexpr uint32_t kL1NullGuardSize = 0x10;
inline constexpr uint32_t kRuntimeArgsBase = 0x100;
// Per hart: room for the kernel's own arguments, then for those common to all its cores.
inline constexpr uint32_t kCommonRuntimeArgsOffset = 0x560;
inline constexpr uint32_t kRuntimeArgsStride = 0xB00;
inline constexpr uint32_t kL1ReadableBase = 0x3800;
inline constexpr uint32_t kCoreInfoAddress = 0x3800;
inline constexpr uint32_t kArgumentCountsAddress = 0x3840;
inline constexpr uint32_t kDramBankTableAddress = 0x3880;
inline constexpr uint32_t kL1BankTableAddress = 0x3980;
// Zeros, for kernels to read.
inline constexpr uint32_t kZerosBase = 0x3D80;
inline constexpr uint32_t kZerosSize = 0x100;
inline constexpr uint32_t kLaunchMessageAddress = 0x3E80;
inline constexpr uint32_t kSemaphoreBase = 0x3F00;
inline constexpr uint32_t kSemaphoreStride = 16;
inline constexpr uint32_t kCbDescriptorBase = 0x4000;
inline constexpr uint32_t kL1UnreservedBase = 0x4800;

static_assert(kCommonRuntimeArgsOffset >= kMaxRuntimeArgs * sizeof(uint32_t));
static_assert(kRuntimeArgsStride >= kCommonRuntimeArgsOffset + kMaxRuntimeArgs * sizeof(uint32_t));
static_assert(kSemaphoreBase + kNumSemaphores * kSemaphoreStride <= kCbDescriptorBase);
static_assert(kRuntimeArgsBase + kNumHarts * kRuntimeArgsStride <= kL1ReadableBase);
static_assert(kZerosBase + kZerosSize <= kLaunchMessageAddress);

// ── Private memories ──
inline constexpr uint32_t kLocalMemoryBase = 0xFFB00000;
inline constexpr uint32_t kDataMovementLocalMemorySize = 4096;
inline constexpr uint32_t kComputeLocalMemorySize = 2048;
inline constexpr uint32_t kInstructionMemoryBase = 0xFFC00000;
inline constexpr uint32_t kInstructionMemorySize = 64 * 1024;

// ── Alignment of NoC transfers ──
inline constexpr uint32_t kL1Alignment = 16;
inline constexpr uint32_t kDramAlignment = 32;

}  // namespace tt::hw
