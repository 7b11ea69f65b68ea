// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The NoC as an object: transfers between places of this core and places anywhere.
//
//     Noc noc;
//     noc.async_read(buffer, in, in.get_tile_size(), {.page_id = 3}, {.offset_bytes = 0});
//     noc.async_read_barrier();
#pragma once

#include <stdint.h>

#include "api/dataflow/dataflow_api.h"
#include "api/dataflow/endpoints.h"

// Flags of transfers, to be joined with |. Only MCAST_INCL_SRC changes what a transfer does here.
namespace NocOptions {
inline constexpr uint32_t DEFAULT = 0;
inline constexpr uint32_t TXN_ID = 1 << 0;
inline constexpr uint32_t POSTED = 1 << 1;
inline constexpr uint32_t CUSTOM_VC = 1 << 2;
inline constexpr uint32_t MCAST_INCL_SRC = 1 << 3;
inline constexpr uint32_t INLINE_L1 = 1 << 4;
inline constexpr uint32_t INLINE_REG = 1 << 5;
}  // namespace NocOptions

class Noc {
 public:
    enum class McastMode { INCLUDE_SRC, EXCLUDE_SRC };

    explicit constexpr Noc(uint8_t id = noc_index) : id_(id) {}
    constexpr uint8_t get_noc_id() const { return id_; }

    template <typename Place>
    using src_args_t = typename noc_traits_t<Place>::src_args_type;
    template <typename Place>
    using dst_args_t = typename noc_traits_t<Place>::dst_args_type;

    template <uint32_t = NocOptions::DEFAULT, typename Src, typename Dst>
    void async_read(const Src& src, const Dst& dst, uint32_t size_bytes,
                    const src_args_t<Src>& src_args, const dst_args_t<Dst>& dst_args) const {
        noc_async_read(noc_traits_t<Src>::far(src, src_args),
                       noc_traits_t<Dst>::dst_local(dst, dst_args), size_bytes, id_);
    }

    template <uint32_t = NocOptions::DEFAULT, typename Src, typename Dst>
    void async_write(const Src& src, const Dst& dst, uint32_t size_bytes,
                     const src_args_t<Src>& src_args, const dst_args_t<Dst>& dst_args) const {
        noc_async_write(noc_traits_t<Src>::src_local(src, src_args),
                        noc_traits_t<Dst>::far(dst, dst_args), size_bytes, id_);
    }

    // num_dests counts the sender if it is included.
    template <uint32_t kOptions = NocOptions::DEFAULT, typename Src, typename Dst>
    void async_write_multicast(const Src& src, const Dst& dst, uint32_t size_bytes,
                               uint32_t num_dests, const src_args_t<Src>& src_args,
                               const dst_args_t<Dst>& dst_args, bool linked = false) const {
        const uint32_t from = noc_traits_t<Src>::src_local(src, src_args);
        const uint64_t to = noc_traits_t<Dst>::far(dst, dst_args);
        if constexpr ((kOptions & NocOptions::MCAST_INCL_SRC) != 0) {
            noc_async_write_multicast_loopback_src(from, to, size_bytes, num_dests, linked, id_);
        } else {
            noc_async_write_multicast(from, to, size_bytes, num_dests, linked, id_);
        }
    }
    template <McastMode kMode, typename Src, typename Dst>
    void async_write_multicast(const Src& src, const Dst& dst, uint32_t size_bytes,
                               uint32_t num_dests, const src_args_t<Src>& src_args,
                               const dst_args_t<Dst>& dst_args, bool linked = false) const {
        constexpr uint32_t kOptions =
            kMode == McastMode::INCLUDE_SRC ? NocOptions::MCAST_INCL_SRC : NocOptions::DEFAULT;
        async_write_multicast<kOptions>(src, dst, size_bytes, num_dests, src_args, dst_args,
                                        linked);
    }

    // What the reads, or the writes, that follow have in common: their far node, and their size.
    template <uint32_t = NocOptions::DEFAULT, typename Src>
    void set_async_read_state(const Src& src, uint32_t size_bytes,
                              const src_args_t<Src>& src_args) const {
        packets_internal::read = {noc_traits_t<Src>::far(src, src_args), size_bytes};
    }
    template <uint32_t = NocOptions::DEFAULT, typename Src, typename Dst>
    void async_read_with_state(const Src& src, const Dst& dst, uint32_t size_bytes,
                               const src_args_t<Src>& src_args,
                               const dst_args_t<Dst>& dst_args) const {
        noc_async_read_with_state(static_cast<uint32_t>(noc_traits_t<Src>::far(src, src_args)),
                                  noc_traits_t<Dst>::dst_local(dst, dst_args), size_bytes);
    }
    template <uint32_t = NocOptions::DEFAULT, typename Dst>
    void set_async_write_state(const Dst& dst, uint32_t size_bytes,
                               const dst_args_t<Dst>& dst_args) const {
        packets_internal::write = {noc_traits_t<Dst>::far(dst, dst_args), size_bytes};
    }
    template <uint32_t = NocOptions::DEFAULT, typename Src, typename Dst>
    void async_write_with_state(const Src& src, const Dst& dst, uint32_t size_bytes,
                                const src_args_t<Src>& src_args,
                                const dst_args_t<Dst>& dst_args) const {
        noc_async_write_with_state(noc_traits_t<Src>::src_local(src, src_args),
                                   static_cast<uint32_t>(noc_traits_t<Dst>::far(dst, dst_args)),
                                   size_bytes);
    }

    template <uint32_t = NocOptions::DEFAULT, typename Dst>
    void inline_dw_write(const Dst& dst, uint32_t value, const dst_args_t<Dst>& dst_args,
                         uint8_t byte_enables = 0xF) const {
        noc_inline_dw_write(noc_traits_t<Dst>::far(dst, dst_args), value, byte_enables);
    }

    void async_read_barrier() const { noc_async_read_barrier(id_); }
    void async_write_barrier() const { noc_async_write_barrier(id_); }
    void async_writes_flushed() const { noc_async_writes_flushed(id_); }
    void async_atomic_barrier() const { noc_async_atomic_barrier(id_); }
    void async_full_barrier() const { noc_async_full_barrier(id_); }

 private:
    uint8_t id_;
};

// Where a semaphore is: there are no other cores with kernels here.
enum class ProgrammableCoreType { TENSIX };

// A semaphore of this core, and of the same id on others.
template <ProgrammableCoreType = ProgrammableCoreType::TENSIX>
class Semaphore {
 public:
    explicit constexpr Semaphore(uint32_t id) : address_(get_semaphore(id)) {}

    void set(uint32_t value) const { *word() = value; }
    void wait(uint32_t value) const { noc_semaphore_wait(word(), value); }
    void wait_min(uint32_t value) const { noc_semaphore_wait_min(word(), value); }
    // Of this core: by a store, after waiting until there is as much.
    void up(uint32_t value) const { *word() = *word() + value; }
    void down(uint32_t value) const {
        wait_min(value);
        *word() = *word() - value;
    }
    // Of the core at these coordinates.
    void up(const Noc& noc, uint32_t noc_x, uint32_t noc_y, uint32_t value) const {
        noc_semaphore_inc(get_noc_addr(noc_x, noc_y, address_), value, noc.get_noc_id());
    }
    // This core's value, to every core of a rectangle.
    template <Noc::McastMode kMode = Noc::McastMode::EXCLUDE_SRC>
    void set_multicast(const Noc&, uint32_t x_start, uint32_t y_start, uint32_t x_end,
                       uint32_t y_end, uint32_t num_dests, bool linked = false) const {
        const uint64_t to = get_noc_multicast_addr(x_start, y_start, x_end, y_end, address_);
        if constexpr (kMode == Noc::McastMode::INCLUDE_SRC) {
            noc_semaphore_set_multicast_loopback_src(address_, to, num_dests, linked);
        } else {
            noc_semaphore_set_multicast(address_, to, num_dests, linked);
        }
    }

 private:
    volatile uint32_t* word() const { return l1_pointer<uint32_t>(address_); }

    uint32_t address_;
};

// The namespace that they first had.
namespace experimental {
using ::AllocatorBank;
using ::AllocatorBankType;
using ::CoreLocalMem;
using ::MulticastEndpoint;
using ::Noc;
using ::noc_traits_t;
using ::Semaphore;
using ::UnicastEndpoint;
}  // namespace experimental
