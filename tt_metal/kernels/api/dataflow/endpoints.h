// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a Noc reads from and writes to, and the arguments by which each says where in it.
#pragma once

#include <stdint.h>

#include "api/dataflow/circular_buffer.h"
#include "api/dataflow/dataflow_api.h"

// L1 of any core, by its coordinates on the NoC.
struct UnicastEndpoint {};
// The same L1 address of every core in a rectangle.
struct MulticastEndpoint {};
// A bank of DRAM, or of the L1 of all cores, by its number.
enum class AllocatorBankType { L1, DRAM };
template <AllocatorBankType kType>
struct AllocatorBank {};

// Words of this core's L1.
template <typename T = uint32_t>
class CoreLocalMem {
 public:
    explicit constexpr CoreLocalMem(uint32_t address) : address_(address) {}

    constexpr uint32_t get_address() const { return address_; }
    volatile T* get_unsafe_ptr() const { return l1_pointer<T>(address_); }
    volatile T& operator[](uint32_t index) const { return get_unsafe_ptr()[index]; }
    volatile T& operator*() const { return *get_unsafe_ptr(); }
    constexpr CoreLocalMem operator+(uint32_t count) const {
        return CoreLocalMem(address_ + count * sizeof(T));
    }

 private:
    uint32_t address_;
};

// For each kind of place: its arguments as source and as destination, its L1 address on this core
// if it has one, and its NoC address if another node can be meant.
template <typename Place>
struct noc_traits_t;

struct noc_offset_t {
    uint32_t offset_bytes = 0;
};

template <>
struct noc_traits_t<CircularBuffer> {
    using src_args_type = noc_offset_t;  // read at the front
    using dst_args_type = noc_offset_t;  // written at the back
    static uint32_t src_local(const CircularBuffer& cb, const src_args_type& args) {
        return cb.get_read_ptr() + args.offset_bytes;
    }
    static uint32_t dst_local(const CircularBuffer& cb, const dst_args_type& args) {
        return cb.get_write_ptr() + args.offset_bytes;
    }
};

template <typename T>
struct noc_traits_t<CoreLocalMem<T>> {
    using src_args_type = noc_offset_t;
    using dst_args_type = noc_offset_t;
    static uint32_t src_local(const CoreLocalMem<T>& memory, const src_args_type& args) {
        return memory.get_address() + args.offset_bytes;
    }
    static uint32_t dst_local(const CoreLocalMem<T>& memory, const dst_args_type& args) {
        return memory.get_address() + args.offset_bytes;
    }
};

template <>
struct noc_traits_t<UnicastEndpoint> {
    struct src_args_type {
        uint32_t noc_x = 0;
        uint32_t noc_y = 0;
        uint32_t addr = 0;
    };
    using dst_args_type = src_args_type;
    static uint64_t far(const UnicastEndpoint&, const src_args_type& args) {
        return get_noc_addr(args.noc_x, args.noc_y, args.addr);
    }
};

template <>
struct noc_traits_t<MulticastEndpoint> {
    struct dst_args_type {
        uint32_t noc_x_start = 0;
        uint32_t noc_y_start = 0;
        uint32_t noc_x_end = 0;
        uint32_t noc_y_end = 0;
        uint32_t addr = 0;
    };
    static uint64_t far(const MulticastEndpoint&, const dst_args_type& args) {
        return get_noc_multicast_addr(args.noc_x_start, args.noc_y_start, args.noc_x_end,
                                      args.noc_y_end, args.addr);
    }
};

template <AllocatorBankType kType>
struct noc_traits_t<AllocatorBank<kType>> {
    struct src_args_type {
        uint32_t bank_id = 0;
        uint32_t addr = 0;
    };
    using dst_args_type = src_args_type;
    static uint64_t far(const AllocatorBank<kType>&, const src_args_type& args) {
        return get_noc_addr_from_bank_id<kType == AllocatorBankType::DRAM>(args.bank_id, args.addr);
    }
};

// Buffers in pages: address generators and tensor accessors.
template <AddressGenerator Buffer>
struct noc_traits_t<Buffer> {
    struct src_args_type {
        uint32_t page_id = 0;
        uint32_t offset_bytes = 0;
    };
    using dst_args_type = src_args_type;
    static uint64_t far(const Buffer& buffer, const src_args_type& args) {
        return buffer.get_noc_addr(args.page_id, args.offset_bytes);
    }
};
