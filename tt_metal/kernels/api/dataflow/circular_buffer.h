// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A circular buffer as an object, on any hart.
//
//     CircularBuffer in(tt::CBIndex::c_0);
//     in.wait_front(1);
#pragma once

#include <stdint.h>

#if defined(COMPILE_FOR_TRISC)
#include "api/compute/cb_api.h"
#else
#include "api/dataflow/dataflow_api.h"
#endif

class CircularBuffer {
 public:
    explicit constexpr CircularBuffer(uint32_t id) : id_(id) {}

    constexpr uint32_t get_id() const { return id_; }
    constexpr uint32_t get_cb_id() const { return id_; }

    void reserve_back(int32_t pages) const { cb_reserve_back(id_, pages); }
    void push_back(int32_t pages) const { cb_push_back(id_, pages); }
    void wait_front(int32_t pages) const { cb_wait_front(id_, pages); }
    void pop_front(int32_t pages) const { cb_pop_front(id_, pages); }
#if !defined(COMPILE_FOR_TRISC)
    bool pages_available_at_front(int32_t pages) const {
        return cb_pages_available_at_front(id_, pages);
    }
    bool pages_reservable_at_back(int32_t pages) const {
        return cb_pages_reservable_at_back(id_, pages);
    }
#endif

    // L1 addresses, in the units of LocalCBInterface, and sizes in bytes.
    uint32_t get_write_ptr() const { return cb_write_pointer(id_); }
    uint32_t get_read_ptr() const { return cb_read_pointer(id_); }
    uint32_t get_tile_size() const { return ::get_tile_size(id_); }
    DataFormat get_dataformat() const { return ::get_dataformat(id_); }

 private:
    uint32_t id_;
};

// The namespace that it first had.
namespace experimental {
using ::CircularBuffer;
}  // namespace experimental
