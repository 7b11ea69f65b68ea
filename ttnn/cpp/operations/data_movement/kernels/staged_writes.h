// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Pieces of L1 that are being filled, by reads that may be on their way, and where each of them is
// to be written. All reads are awaited together, once there is no more room.
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/data_movement/kernels/flat_tensor.h"

class StagedWrites {
 public:
    StagedWrites(uint32_t address, uint32_t bytes)
        : begin_(address), next_(address), end_(address + bytes) {}

    // L1 address of a new piece, with the phase of `like`, and at least `least` bytes of room. That
    // is at most the whole stage without kPhases bytes.
    uint32_t open(uint32_t like, uint32_t least) {
        if (num_pieces_ == kMaxPieces || with_phase(next_, like) + least > end_) flush();
        next_ = with_phase(next_, like);
        return next_;
    }
    // Bytes that the open piece can have.
    uint32_t room() const { return end_ - next_; }

    // Closes it.
    void close(uint64_t target, uint32_t bytes) {
        pieces_[num_pieces_++] = {target, next_, bytes};
        next_ += bytes;
    }

    [[gnu::noinline]] void flush() {
        noc_async_read_barrier();
        for (uint32_t i = 0; i < num_pieces_; ++i) {
            noc_async_write(pieces_[i].address, pieces_[i].target, pieces_[i].bytes);
        }
        noc_async_writes_flushed();
        num_pieces_ = 0;
        next_ = begin_;
    }

 private:
    struct Piece {
        uint64_t target;
        uint32_t address;
        uint32_t bytes;
    };
    static constexpr uint32_t kMaxPieces = 64;

    uint32_t begin_;
    uint32_t next_;
    uint32_t end_;
    uint32_t num_pieces_ = 0;
    Piece pieces_[kMaxPieces];
};
