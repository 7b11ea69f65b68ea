// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/core/operands.hpp"

#include <stdexcept>

namespace ttnn {

namespace {

std::string device_name(const Tensor& tensor) {
    return "device " + std::to_string(tensor.device()->id());
}

[[noreturn]] void refuse_pair(const Operand& a, const Operand& b, const std::string& value_a,
                              const std::string& value_b, const std::string& rule) {
    throw std::invalid_argument(a.name + " and " + b.name + ": " + value_a + " and " + value_b +
                                "; " + rule);
}

}  // namespace

void require_on_device(const Operand& operand) {
    if (operand.tensor.storage_type() != StorageType::DEVICE) {
        throw std::invalid_argument(operand.name +
                                    ": is on the host; operations run on a device (use to_device)");
    }
    if (!operand.tensor.is_allocated()) {
        throw std::runtime_error(operand.name + ": the tensor was deallocated");
    }
}

void require_same_device(const Operand& a, const Operand& b) {
    if (a.tensor.device() != b.tensor.device()) {
        refuse_pair(a, b, "on " + device_name(a.tensor), device_name(b.tensor),
                    "operands must be on one and the same open device");
    }
}

void require_same_dtype(const Operand& a, const Operand& b) {
    if (a.tensor.dtype() != b.tensor.dtype()) {
        refuse_pair(a, b, to_string(a.tensor.dtype()), to_string(b.tensor.dtype()),
                    "operands must be of one dtype");
    }
}

void require_convertible(DataType from, DataType to) {
    if (from != to && !(is_floating_point(from) && is_floating_point(to))) {
        throw std::invalid_argument("dtype: " + to_string(to) + "; only floats change here, not " +
                                    to_string(from) + " (use typecast)");
    }
}

void require_layout(const Operand& operand, Layout layout) {
    if (operand.tensor.layout() != layout) {
        throw std::invalid_argument(operand.name + ": " + to_string(operand.tensor.layout()) +
                                    "; must be " + to_string(layout) + " (use to_layout)");
    }
}

}  // namespace ttnn
