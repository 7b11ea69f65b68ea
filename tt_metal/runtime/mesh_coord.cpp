// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/mesh_coord.hpp>

#include <algorithm>
#include <stdexcept>

namespace tt::tt_metal::distributed {
namespace {

std::string joined(std::span<const uint32_t> numbers, const char* separator) {
    std::string text;
    for (const uint32_t number : numbers) {
        if (!text.empty()) text += separator;
        text += std::to_string(number);
    }
    return text;
}

}  // namespace

MeshShape::MeshShape(std::vector<uint32_t> extents) : extents_(std::move(extents)) {
    if (extents_.empty() || std::ranges::find(extents_, 0u) != extents_.end()) {
        throw std::invalid_argument("mesh shape \"" + str() +
                                    "\": needs at least one dimension, and no extent of 0");
    }
}

std::size_t MeshShape::mesh_size() const {
    std::size_t size = 1;
    for (const uint32_t extent : extents_) size *= extent;
    return size;
}

bool MeshShape::is_line_topology() const {
    return std::ranges::count_if(extents_, [](uint32_t extent) { return extent > 1; }) <= 1;
}

std::string MeshShape::str() const { return joined(extents_, "x"); }

std::string MeshCoordinate::str() const { return "(" + joined(coords_, ",") + ")"; }

std::size_t to_linear_index(const MeshShape& shape, const MeshCoordinate& coordinate) {
    std::size_t index = 0;
    bool is_inside = coordinate.dims() == shape.dims();
    for (std::size_t i = 0; is_inside && i < shape.dims(); ++i) {
        is_inside = coordinate[i] < shape[i];
        index = index * shape[i] + coordinate[i];
    }
    if (is_inside) return index;
    throw std::out_of_range("mesh coordinate " + coordinate.str() + ": is not of the mesh of " +
                            shape.str() + " devices");
}

MeshCoordinate to_coordinate(const MeshShape& shape, std::size_t linear_index) {
    if (linear_index >= shape.mesh_size()) {
        throw std::out_of_range("linear_index " + std::to_string(linear_index) + ": a mesh of " +
                                shape.str() + " has fewer devices");
    }
    std::vector<uint32_t> coords(shape.dims());
    for (std::size_t i = shape.dims(); i-- > 0;) {
        coords[i] = static_cast<uint32_t>(linear_index % shape[i]);
        linear_index /= shape[i];
    }
    return MeshCoordinate(std::move(coords));
}

MeshCoordinateRange::MeshCoordinateRange(MeshCoordinate start, MeshCoordinate end)
    : start_(std::move(start)), end_(std::move(end)) {
    bool is_ordered = start_.dims() == end_.dims();
    for (std::size_t i = 0; is_ordered && i < dims(); ++i) is_ordered = start_[i] <= end_[i];
    if (!is_ordered) {
        throw std::invalid_argument("mesh range " + str() +
                                    ": corners need the same dimensions, and no end before its "
                                    "start");
    }
}

MeshCoordinateRange::MeshCoordinateRange(const MeshShape& shape)
    : MeshCoordinateRange(MeshCoordinate::zero_coordinate(shape.dims()),
                          to_coordinate(shape, shape.mesh_size() - 1)) {}

MeshShape MeshCoordinateRange::shape() const {
    std::vector<uint32_t> extents(dims());
    for (std::size_t i = 0; i < dims(); ++i) extents[i] = end_[i] - start_[i] + 1;
    return MeshShape(std::move(extents));
}

bool MeshCoordinateRange::contains(const MeshCoordinate& coordinate) const {
    return contains(MeshCoordinateRange(coordinate));
}

bool MeshCoordinateRange::contains(const MeshCoordinateRange& other) const {
    if (other.dims() != dims()) return false;
    for (std::size_t i = 0; i < dims(); ++i) {
        if (other.start_[i] < start_[i] || other.end_[i] > end_[i]) return false;
    }
    return true;
}

bool MeshCoordinateRange::intersects(const MeshCoordinateRange& other) const {
    if (other.dims() != dims()) return false;
    for (std::size_t i = 0; i < dims(); ++i) {
        if (other.end_[i] < start_[i] || other.start_[i] > end_[i]) return false;
    }
    return true;
}

std::string MeshCoordinateRange::str() const { return "[" + start_.str() + "-" + end_.str() + "]"; }

std::vector<MeshCoordinate> MeshCoordinateRange::coordinates() const {
    const MeshShape box = shape();
    std::vector<MeshCoordinate> all;
    for (std::size_t i = 0; i < box.mesh_size(); ++i) {
        const MeshCoordinate within = to_coordinate(box, i);
        std::vector<uint32_t> coords(within.coords().begin(), within.coords().end());
        for (std::size_t j = 0; j < dims(); ++j) coords[j] += start_[j];
        all.emplace_back(std::move(coords));
    }
    return all;
}

}  // namespace tt::tt_metal::distributed
