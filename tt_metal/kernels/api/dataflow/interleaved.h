// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where the pages of an interleaved buffer lie: page i is in bank i % n, in that bank's slot i / n,
// and every slot starts aligned. The number and places of banks are read from L1, so a kernel fits
// any chip.
//
// InterleavedAddrGen and InterleavedAddrGenFast are upstream's, for kernels that know at compile
// time whether the buffer is in DRAM. InterleavedAccessor is for those that learn it from an
// argument, and InterleavedCursor walks the pages of one in order, without a division per page.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/kernels/internal/noc.h"
#include "tt_metal/kernels/internal/refuse.h"

namespace interleaved_internal {

inline uint32_t num_banks(bool is_dram) {
    return is_dram ? core_info().num_dram_banks : core_info().num_l1_banks;
}

inline uint32_t aligned_page_size(bool is_dram, uint32_t page_size) {
    const uint32_t alignment = is_dram ? core_info().dram_alignment_bytes : tt::hw::kL1Alignment;
    return (page_size + alignment - 1) & ~(alignment - 1);
}

// NoC address of a buffer-relative address in a bank.
inline uint64_t bank_noc_address(bool is_dram, uint32_t bank, uint32_t address) {
    if (is_dram) {
        const auto& entry =
            reinterpret_cast<const tt::hw::DramBank*>(tt::hw::kDramBankTableAddress)[bank];
        return tt::hw::noc_address(entry.noc_xy, entry.base_offset + address);
    }
    const auto* table = reinterpret_cast<const tt::hw::L1Bank*>(tt::hw::kL1BankTableAddress);
    return tt::hw::noc_address(table[bank], address);
}

inline uint64_t page_noc_address(bool is_dram, uint32_t base, uint32_t aligned_page_size,
                                 uint32_t page, uint32_t offset) {
    const uint32_t banks = num_banks(is_dram);
    return bank_noc_address(is_dram, page % banks,
                            base + page / banks * aligned_page_size + offset);
}

}  // namespace interleaved_internal

template <bool DRAM>
uint64_t get_noc_addr_from_bank_id(uint32_t bank, uint32_t address, uint8_t = noc_index) {
    constexpr auto kReason = DRAM ? tt::hw::Refusal::kDramBank : tt::hw::Refusal::kL1Bank;
    refuse_unless<kReason>(bank < interleaved_internal::num_banks(DRAM), bank);
    return interleaved_internal::bank_noc_address(DRAM, bank, address);
}

template <bool DRAM>
struct InterleavedAddrGen {
    uint32_t bank_base_address;  // of the buffer, the same in every bank
    uint32_t page_size;

    uint64_t get_noc_addr(uint32_t page, uint32_t offset = 0, uint8_t = noc_index) const {
        return interleaved_internal::page_noc_address(
            DRAM, bank_base_address, interleaved_internal::aligned_page_size(DRAM, page_size), page,
            offset);
    }
};

// Pages are tiles.
template <bool DRAM, uint32_t tile_hw = tt::hw::kTileElements>
struct InterleavedAddrGenFast {
    static_assert(tile_hw == tt::hw::kTileElements, "tiles are 32x32");

    uint32_t bank_base_address;
    uint32_t page_size;
    tt::hw::DataFormat data_format;

    uint64_t get_noc_addr(uint32_t tile, uint32_t offset = 0, uint8_t = noc_index) const {
        return InterleavedAddrGen<DRAM>{bank_base_address, page_size}.get_noc_addr(tile, offset);
    }
};

// Pages of a power of two bytes, which need no alignment.
template <bool DRAM>
struct InterleavedPow2AddrGen {
    uint32_t bank_base_address;
    uint32_t log_base_2_of_page_size;
    uint32_t page_size = 1u << log_base_2_of_page_size;

    uint64_t get_noc_addr(uint32_t page, uint32_t offset = 0, uint8_t = noc_index) const {
        return InterleavedAddrGen<DRAM>{bank_base_address, page_size}.get_noc_addr(page, offset);
    }
};
template <bool DRAM>
using InterleavedPow2AddrGenFast = InterleavedPow2AddrGen<DRAM>;

template <typename T>
concept AddressGenerator = requires(const T& buffer, uint32_t page) {
    buffer.get_noc_addr(page, page);
    buffer.page_size;
};

template <AddressGenerator AddrGen>
uint64_t get_noc_addr(uint32_t page, const AddrGen& buffer, uint32_t offset = 0,
                      uint8_t = noc_index) {
    return buffer.get_noc_addr(page, offset);
}

template <AddressGenerator AddrGen>
void noc_async_read_page(uint32_t page, const AddrGen& buffer, uint32_t to_l1, uint32_t offset = 0,
                         uint8_t = noc_index) {
    noc_async_read(buffer.get_noc_addr(page, offset), to_l1, buffer.page_size);
}
template <AddressGenerator AddrGen>
void noc_async_write_page(uint32_t page, const AddrGen& buffer, uint32_t from_l1, uint32_t size = 0,
                          uint32_t offset = 0, uint8_t = noc_index) {
    noc_async_write(from_l1, buffer.get_noc_addr(page, offset), size ? size : buffer.page_size);
}

// Older spellings of the two above.
template <AddressGenerator AddrGen>
void noc_async_read_tile(uint32_t tile, const AddrGen& buffer, uint32_t to_l1, uint32_t offset = 0,
                         uint8_t = noc_index) {
    noc_async_read_page(tile, buffer, to_l1, offset);
}
template <AddressGenerator AddrGen>
void noc_async_write_tile(uint32_t tile, const AddrGen& buffer, uint32_t from_l1,
                          uint8_t = noc_index) {
    noc_async_write_page(tile, buffer, from_l1);
}

class InterleavedAccessor {
 public:
    InterleavedAccessor(bool is_dram, uint32_t address, uint32_t page_size)
        : page_size(page_size),
          is_dram_(is_dram),
          address_(address),
          stride_(interleaved_internal::aligned_page_size(is_dram, page_size)) {}

    uint64_t get_noc_addr(uint32_t page, uint32_t offset = 0, uint8_t = noc_index) const {
        return interleaved_internal::page_noc_address(is_dram_, address_, stride_, page, offset);
    }

    const uint32_t page_size;

 private:
    friend class InterleavedCursor;

    bool is_dram_;
    uint32_t address_;
    uint32_t stride_;
};

class InterleavedCursor {
 public:
    InterleavedCursor(const InterleavedAccessor& buffer, uint32_t page)
        : is_dram_(buffer.is_dram_),
          stride_(buffer.stride_),
          num_banks_(interleaved_internal::num_banks(buffer.is_dram_)),
          bank_(page % num_banks_),
          address_(buffer.address_ + page / num_banks_ * stride_) {}

    uint64_t noc_address(uint32_t offset = 0) const {
        return interleaved_internal::bank_noc_address(is_dram_, bank_, address_ + offset);
    }

    void operator++() {
        if (++bank_ == num_banks_) {
            bank_ = 0;
            address_ += stride_;
        }
    }

 private:
    bool is_dram_;
    uint32_t stride_;
    uint32_t num_banks_;
    uint32_t bank_;
    uint32_t address_;  // of the page within the bank
};
