// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers of the chip that a kernel is compiled for.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/kernels/internal/kernel.h"

// Bytes of the longest transfer that is one packet.
#if defined(ARCH_BLACKHOLE)
inline constexpr uint32_t NOC_MAX_BURST_SIZE = 16384;
#else
inline constexpr uint32_t NOC_MAX_BURST_SIZE = 8192;
#endif

// Constants where the chip is known; kernels that ship serve every chip and ask for it.
#if defined(ARCH_BLACKHOLE)
#define NUM_DRAM_BANKS 8
#elif defined(ARCH_WORMHOLE)
#define NUM_DRAM_BANKS 12
#else
#define NUM_DRAM_BANKS (core_info().num_dram_banks)
#endif
#define NUM_L1_BANKS (core_info().num_l1_banks)

#define L1_ALIGNMENT (tt::hw::kL1Alignment)
#define DRAM_ALIGNMENT (core_info().dram_alignment_bytes)

// Zeros in L1, to be read over the NoC into what is to be cleared.
#define MEM_ZEROS_BASE (tt::hw::kZerosBase)
#define MEM_ZEROS_SIZE (tt::hw::kZerosSize)
