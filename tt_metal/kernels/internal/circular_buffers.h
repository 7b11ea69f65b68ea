// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host wrote down about each circular buffer.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/circular_buffer_index.h"
#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/firmware/this_hart.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"

using tt::hw::DataFormat;

inline const tt::hw::CbDescriptor& cb_descriptor(uint32_t cb) {
    return reinterpret_cast<const tt::hw::CbDescriptor*>(tt::hw::kCbDescriptorBase)[cb];
}

inline DataFormat get_dataformat(uint32_t cb) { return cb_descriptor(cb).data_format; }

// Bytes of one tile in the buffer's format.
inline uint32_t get_tile_size(uint32_t cb) {
    const auto& descriptor = cb_descriptor(cb);
    return tt::hw::tile_size_bytes(descriptor.data_format, descriptor.tile_height,
                                   descriptor.tile_width);
}

// Of 16 x 16 datums each, or less.
inline uint32_t get_tile_num_faces(uint32_t cb) {
    const auto& descriptor = cb_descriptor(cb);
    const auto faces = [](uint32_t datums, uint32_t side) { return (datums + side - 1) / side; };
    return faces(descriptor.tile_height, tt::hw::kFaceHeight) *
           faces(descriptor.tile_width, tt::hw::kFaceWidth);
}

// Datums of one tile.
inline uint32_t get_tile_hw(uint32_t cb) {
    return uint32_t{cb_descriptor(cb).tile_height} * cb_descriptor(cb).tile_width;
}

// A copy of what is known of a buffer; addresses and sizes in bytes, or, as upstream's, in units of
// 16 bytes on compute harts. Calls alone change it, so what is assigned to it is refused.
struct LocalCBInterface {
    uint32_t fifo_size;
    uint32_t fifo_limit;  // the address behind its end
    uint32_t fifo_page_size;
    uint32_t fifo_num_pages;
    uint32_t fifo_rd_ptr;
    uint32_t fifo_wr_ptr;
};

inline constexpr uint32_t kCbAddressUnit =
    tt::hw::is_data_movement(tt::hw::kThisHart) ? 1 : 16;  // bytes

inline uint32_t cb_read_pointer(uint32_t cb) {
    return tt::hw::query<tt::hw::MovementOp::kCbReadPointer>(cb) / kCbAddressUnit;
}
inline uint32_t cb_write_pointer(uint32_t cb) {
    return tt::hw::query<tt::hw::MovementOp::kCbWritePointer>(cb) / kCbAddressUnit;
}

inline LocalCBInterface get_local_cb_interface(uint32_t cb) {
    const auto& descriptor = cb_descriptor(cb);
    return {descriptor.size_bytes / kCbAddressUnit,
            (descriptor.address + descriptor.size_bytes) / kCbAddressUnit,
            descriptor.page_size_bytes / kCbAddressUnit,
            descriptor.size_bytes / descriptor.page_size_bytes,
            cb_read_pointer(cb),
            cb_write_pointer(cb)};
}
