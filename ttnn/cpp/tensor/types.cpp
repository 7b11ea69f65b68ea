// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/types.hpp"

namespace ttnn {

std::string to_string(DataType dtype) {
    switch (dtype) {
        case DataType::BFLOAT16:
            return "DataType::BFLOAT16";
        case DataType::FLOAT32:
            return "DataType::FLOAT32";
    }
}

std::string to_string(Layout layout) {
    switch (layout) {
        case Layout::ROW_MAJOR:
            return "Layout::ROW_MAJOR";
        case Layout::TILE:
            return "Layout::TILE";
    }
}

std::string to_string(const MemoryConfig& config) {
    return std::string("MemoryConfig(memory_layout=TensorMemoryLayout::INTERLEAVED, ") +
           "buffer_type=BufferType::" + tt::tt_metal::buffer_type_name(config.buffer_type) + ")";
}

}  // namespace ttnn
