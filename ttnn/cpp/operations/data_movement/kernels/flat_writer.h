// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Writes runs of neighbours in L1 to a flat tensor.
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/data_movement/kernels/flat_tensor.h"
#include "ttnn/cpp/operations/data_movement/kernels/l1_bytes.h"

class FlatWriter {
 public:
    // The scratch is a part of L1 for what cannot be written from its place.
    FlatWriter(const FlatTensor& target, uint32_t scratch, uint32_t scratch_bytes)
        : target_(target), scratch_(scratch), next_(scratch), end_(scratch + scratch_bytes) {}

    // The elements at `from` must stay there until flush().
    void write(uint32_t from, uint32_t count, uint32_t flat) {
        while (count > 0) {
            const FlatPlace place = target_.locate(flat);
            const uint64_t to = target_.noc_address(place);
            const uint32_t bytes =
                (count < place.left ? count : place.left) * target_.element_bytes();
            const uint32_t done = write_to(from, to, bytes);
            from += done;
            flat += done / target_.element_bytes();
            count -= done / target_.element_bytes();
        }
    }

    void flush() {
        noc_async_writes_flushed();
        next_ = scratch_;
    }

 private:
    // Returns how many bytes there was room for.
    uint32_t write_to(uint32_t from, uint64_t to, uint32_t bytes) {
        const auto phase = static_cast<uint32_t>(to);
        if (((from ^ phase) & kWritePhaseMask) == 0) {
            noc_async_write(from, to, bytes);
            return bytes;
        }
        if (with_phase(next_, phase) + sizeof(uint32_t) > end_) flush();
        next_ = with_phase(next_, phase);
        const uint32_t room = (end_ - next_) / sizeof(uint32_t) * sizeof(uint32_t);
        const uint32_t done = bytes < room ? bytes : room;
        copy_bytes(from, next_, done);
        noc_async_write(next_, to, done);
        next_ += done;
        return done;
    }

    const FlatTensor& target_;
    uint32_t scratch_;
    uint32_t next_;
    uint32_t end_;
};
