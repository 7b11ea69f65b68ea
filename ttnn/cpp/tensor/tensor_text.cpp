// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ttnn/cpp/tensor/host_tensor.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

constexpr uint64_t kMaxValuesInFull = 1000;
constexpr uint64_t kEdgeEntries = 3;
constexpr char kPrefix[] = "ttnn.Tensor(";

class ValuesWriter {
 public:
    ValuesWriter(std::vector<double> values, const Shape& shape, bool has_fractions)
        : values_(std::move(values)),
          shape_(shape),
          shorten_(values_.empty() || values_.size() > kMaxValuesInFull) {
        format_ = !has_fractions ? "%.0f" : needs_exponent() ? "%.5e" : "%.5f";
        visit_shown(0, 0, [this](double value) { width_ = std::max(width_, text(value).size()); });
    }

    std::string write() const { return write_dimension(0, 0); }

 private:
    // Whether five decimals would show too much of the largest value, or nothing of any.
    bool needs_exponent() const {
        double largest = 0;
        for (double value : values_) {
            largest = std::isfinite(value) ? std::max(largest, std::fabs(value)) : largest;
        }
        return largest != 0 && (largest >= 1e6 || largest < 1e-3);
    }

    std::string text(double value) const {
        char buffer[64];
        std::snprintf(buffer, sizeof(buffer), format_, value);
        return buffer;
    }

    // Entry numbers of dimension `axis` that are shown.
    std::vector<uint64_t> shown_entries(size_t axis) const {
        const uint64_t extent = shape_[axis];
        const uint64_t tail = shorten_ && extent > 2 * kEdgeEntries ? extent - kEdgeEntries : 0;
        std::vector<uint64_t> entries;
        for (uint64_t i = 0; tail != 0 && i < kEdgeEntries; ++i) {
            entries.push_back(i);
        }
        for (uint64_t i = tail; i < extent; ++i) {
            entries.push_back(i);
        }
        return entries;
    }

    template <typename Visit>
    void visit_shown(size_t axis, uint64_t index, const Visit& visit) const {
        if (axis == shape_.rank()) {
            visit(values_[index]);
            return;
        }
        for (uint64_t entry : shown_entries(axis)) {
            visit_shown(axis + 1, index * shape_[axis] + entry, visit);
        }
    }

    std::string write_dimension(size_t axis, uint64_t index) const {
        if (axis == shape_.rank()) {
            const std::string number = text(values_[index]);
            return std::string(width_ - number.size(), ' ') + number;
        }
        const bool is_innermost = axis + 1 == shape_.rank();
        const std::string separator =
            is_innermost ? ", " : ",\n" + std::string(sizeof(kPrefix) + axis, ' ');
        std::string out = "[";
        uint64_t next = 0;
        for (uint64_t entry : shown_entries(axis)) {
            out += entry == 0 ? "" : separator;
            out += entry == next ? "" : "..." + separator;
            out += write_dimension(axis + 1, index * shape_[axis] + entry);
            next = entry + 1;
        }
        return out + "]";
    }

    std::vector<double> values_;
    const Shape& shape_;
    bool shorten_;
    const char* format_;
    size_t width_ = 0;
};

template <typename Element>
std::vector<double> read_as(const Tensor& host_tensor, DataType dtype) {
    std::vector<Element> values(host_tensor.shape().volume());
    copy_values(host_tensor, std::as_writable_bytes(std::span(values)), dtype);
    return {values.begin(), values.end()};
}

std::vector<double> read_values(const Tensor& tensor) {
    const Tensor host_tensor = from_device(tensor);
    if (is_floating_point(tensor.dtype())) return read_as<float>(host_tensor, DataType::FLOAT32);
    if (tensor.dtype() == DataType::UINT32) return read_as<uint32_t>(host_tensor, DataType::UINT32);
    return read_as<int32_t>(host_tensor, DataType::INT32);
}

std::string values_text(const Tensor& tensor) {
    try {
        return ValuesWriter(read_values(tensor), tensor.shape(), is_floating_point(tensor.dtype()))
            .write();
    } catch (const std::runtime_error& error) {
        return std::string("<") + error.what() + ">";
    }
}

}  // namespace

std::string to_string(const Tensor& tensor) {
    return kPrefix + values_text(tensor) + ", shape=" + tensor.shape().to_string() +
           ", dtype=" + to_string(tensor.dtype()) + ", layout=" + to_string(tensor.layout()) + ")";
}

}  // namespace ttnn
