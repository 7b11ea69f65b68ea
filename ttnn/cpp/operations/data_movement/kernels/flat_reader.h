// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Reads runs of elements of a flat tensor, with any stride, to any place in L1.
#pragma once

#include <stdint.h>

#include "ttnn/cpp/operations/data_movement/kernels/flat_tensor.h"
#include "ttnn/cpp/operations/data_movement/kernels/l1_bytes.h"

class FlatReader {
 public:
    // The window is a part of L1 for what cannot be read to its place at once. It has room for any
    // element and kPhases bytes.
    FlatReader(const FlatTensor& source, uint32_t window, uint32_t window_bytes)
        : source_(source),
          mask_(source.read_phase_mask()),
          window_(window),
          room_(window_bytes - kPhases) {}

    // Elements flat, flat + stride, ... side by side to L1. They are there after a read barrier.
    void read(uint32_t flat, int32_t stride, uint32_t count, uint32_t to) {
        const auto element = static_cast<int32_t>(source_.element_bytes());
        if (stride != 1 && source_.element_bytes() <= sizeof(uint32_t)) {
            return read_apart(flat, stride, count, {to, element});
        }
        while (count > 0) {
            const uint32_t done =
                read_neighbours(source_.locate(flat), stride == 1 ? count : 1, to);
            flat += done * static_cast<uint32_t>(stride);
            to += done * source_.element_bytes();
            count -= done;
        }
    }

    // The same to places that are some bytes apart, for elements of 1, 2 or 4 bytes.
    [[gnu::noinline]] void read_apart(uint32_t flat, int32_t stride, uint32_t count, Steps to) {
        while (count > 0) {
            const uint32_t done = read_part(source_.locate(flat), stride, count, to);
            flat += done * static_cast<uint32_t>(stride);
            to.address += done * static_cast<uint32_t>(to.step);
            count -= done;
        }
    }

 private:
    static constexpr uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

    // Both read as many of `count` elements as a page, and the window, permit, and return how many.
    uint32_t read_neighbours(const FlatPlace& place, uint32_t count, uint32_t to) {
        const uint32_t element = source_.element_bytes();
        count = smaller(count, place.left);
        const uint64_t from = source_.noc_address(place);
        if (((static_cast<uint32_t>(from) ^ to) & mask_) == 0) {
            noc_async_read(from, to, count * element);
            return count;
        }
        count = smaller(count, room_ / element);
        const uint32_t begin = place.before * element;
        copy_bytes(load(place, begin, begin + count * element, false), to, count * element);
        return count;
    }

    uint32_t read_part(const FlatPlace& place, int32_t stride, uint32_t count, Steps to) {
        const uint32_t element = source_.element_bytes();
        const bool backward = stride < 0;
        const uint32_t distance = static_cast<uint32_t>(backward ? -stride : stride);
        if (distance != 0) {
            const uint32_t neighbours = backward ? place.before : place.left - 1;
            count = smaller(count, smaller(neighbours, room_ / element - 1) / distance + 1);
        }
        const uint32_t span = (count - 1) * distance * element;
        const uint32_t at = place.before * element;
        const uint32_t begin = backward ? at - span : at;
        const uint32_t address = load(place, begin, begin + span + element, backward);
        copy_elements(element, {address + (at - begin), stride * static_cast<int32_t>(element)}, to,
                      count);
        return count;
    }

    // L1 address of byte `begin` of a page, with all to `end`; further ones in the direction of the
    // walk are loaded with them, as the next runs are likely to want those.
    uint32_t load(const FlatPlace& place, uint32_t begin, uint32_t end, bool backward) {
        if (place.page != page_ || begin < begin_ || end > end_) {
            const uint32_t page_end = (place.before + place.left) * source_.element_bytes();
            begin_ = begin;
            end_ = end;
            if (const uint32_t least = smaller(kLeastRead, room_); end - begin < least) {
                if (backward) {
                    begin_ = end < least ? 0 : end - least;
                } else {
                    end_ = smaller(begin + least, page_end);
                }
            }
            page_ = place.page;
            const uint64_t from = source_.noc_address(page_, begin_);
            address_ = with_phase(window_, static_cast<uint32_t>(from));
            noc_async_read(from, address_, end_ - begin_);
            noc_async_read_barrier();
        }
        return address_ + (begin - begin_);
    }

    static constexpr uint32_t kLeastRead = 256;
    static constexpr uint32_t kNoPage = ~uint32_t{0};

    const FlatTensor& source_;
    uint32_t mask_;
    uint32_t window_;
    uint32_t room_;

    // What the window holds.
    uint32_t page_ = kNoPage;
    uint32_t begin_ = 0;
    uint32_t end_ = 0;
    uint32_t address_ = 0;
};
