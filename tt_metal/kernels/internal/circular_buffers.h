// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host wrote down about each circular buffer.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/circular_buffer_index.h"
#include "tt_metal/hw/data_format.h"
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

// Datums of one tile.
inline uint32_t get_tile_hw(uint32_t cb) {
    return uint32_t{cb_descriptor(cb).tile_height} * cb_descriptor(cb).tile_width;
}

struct LocalCBInterface {
    uint32_t fifo_size;  // bytes
    uint32_t fifo_page_size;
    uint32_t fifo_num_pages;
};

inline LocalCBInterface get_local_cb_interface(uint32_t cb) {
    const auto& descriptor = cb_descriptor(cb);
    return {descriptor.size_bytes, descriptor.page_size_bytes,
            descriptor.size_bytes / descriptor.page_size_bytes};
}
