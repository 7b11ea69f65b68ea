// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host leaves in L1 for the harts: once per device (CoreInfo, bank tables), once per
// program (LaunchMessage, circular buffer descriptors) and at each launch (ArgumentCounts). Little
// endian, 4-byte aligned.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/memory_map.h"

namespace tt::hw {

// At kCoreInfoAddress.
struct CoreInfo {
    uint32_t logical_x;
    uint32_t logical_y;
    uint32_t noc_x;
    uint32_t noc_y;
    uint32_t num_dram_banks;
    uint32_t num_l1_banks;
    uint32_t dram_alignment_bytes;  // pages in DRAM start at multiples of this
};

// At kArgumentCountsAddress, of each hart: the words that it has, its own and common ones.
struct ArgumentCounts {
    uint16_t own;
    uint16_t common;
};

// At kDramBankTableAddress: where DRAM bank i is reached over the NoC.
struct DramBank {
    uint32_t noc_xy;       // as noc_xy() in noc_address.h packs it
    uint32_t base_offset;  // of the bank within the memory at that coordinate
};

// At kL1BankTableAddress: noc_xy of the core that holds L1 bank i.
using L1Bank = uint32_t;

// At kLaunchMessageAddress.
struct LaunchMessage {
    uint32_t enabled_harts;  // bit i: hart i runs a kernel
    uint32_t semaphores;     // bit i: the program has semaphore i on this core
    // Compute configuration of this launch.
    uint8_t fp32_dest_acc;  // 1: DST holds 32-bit datums (half as many tiles)
    uint8_t dst_full_sync;  // 1: math and pack share the whole DST; 0: each owns one half in turn
    uint8_t math_fidelity;  // phases of a multiplication, 1 (LoFi) to 4 (HiFi4)
    uint8_t math_approx;
    // Bit i: what is unpacked as A from circular buffer i reaches DST with all its bits, past the
    // source registers. (Integers always do.)
    uint32_t unpack_to_dest[kMaxCircularBuffers / 32];
};

// At kCbDescriptorBase + 32 * index. size_bytes == 0: this core has no such buffer.
struct CbDescriptor {
    uint32_t address;  // of the first byte in L1
    uint32_t size_bytes;
    uint32_t page_size_bytes;
    DataFormat data_format;
    uint8_t tile_height;
    uint8_t tile_width;
    uint8_t padding_;
    uint32_t reserved_[4];
};
static_assert(sizeof(CbDescriptor) == 32);
static_assert(kCbDescriptorBase + kMaxCircularBuffers * sizeof(CbDescriptor) <= kL1UnreservedBase);
static_assert(kCoreInfoAddress + sizeof(CoreInfo) <= kArgumentCountsAddress);
static_assert(kArgumentCountsAddress + kNumHarts * sizeof(ArgumentCounts) <= kDramBankTableAddress);
static_assert(kDramBankTableAddress + kMaxDramBanks * sizeof(DramBank) <= kL1BankTableAddress);
static_assert(kL1BankTableAddress + kMaxL1Banks * sizeof(L1Bank) <= kZerosBase);
static_assert(kLaunchMessageAddress + sizeof(LaunchMessage) <= kSemaphoreBase);

}  // namespace tt::hw
