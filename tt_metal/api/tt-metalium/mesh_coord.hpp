// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Places in a mesh of devices: a grid of any number of dimensions, of which the last runs fastest.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tt::tt_metal::distributed {

// Extents, none of them 0.
class MeshShape {
 public:
    // Throw std::invalid_argument for no dimensions and for an extent of 0.
    explicit MeshShape(std::uint32_t length) : MeshShape(std::vector{length}) {}
    MeshShape(std::uint32_t rows, std::uint32_t columns) : MeshShape(std::vector{rows, columns}) {}
    MeshShape(std::uint32_t planes, std::uint32_t rows, std::uint32_t columns)
        : MeshShape(std::vector{planes, rows, columns}) {}
    explicit MeshShape(std::vector<std::uint32_t> extents);

    std::size_t dims() const { return extents_.size(); }
    std::size_t mesh_size() const;  // devices
    // Throws std::out_of_range for a dimension that there is not.
    std::uint32_t operator[](std::size_t dimension) const { return extents_.at(dimension); }
    std::span<const std::uint32_t> view() const { return extents_; }
    // At most one extent is more than 1.
    bool is_line_topology() const;
    std::string str() const;  // "2x4"

    friend bool operator==(const MeshShape&, const MeshShape&) = default;

 private:
    std::vector<std::uint32_t> extents_;
};

class MeshCoordinate {
 public:
    explicit MeshCoordinate(std::uint32_t at) : coords_{at} {}
    MeshCoordinate(std::uint32_t row, std::uint32_t column) : coords_{row, column} {}
    MeshCoordinate(std::uint32_t plane, std::uint32_t row, std::uint32_t column)
        : coords_{plane, row, column} {}
    explicit MeshCoordinate(std::vector<std::uint32_t> coords) : coords_(std::move(coords)) {}
    static MeshCoordinate zero_coordinate(std::size_t dimensions) {
        return MeshCoordinate(std::vector<std::uint32_t>(dimensions));
    }

    std::size_t dims() const { return coords_.size(); }
    std::uint32_t operator[](std::size_t dimension) const { return coords_.at(dimension); }
    std::span<const std::uint32_t> coords() const { return coords_; }
    std::string str() const;  // "(1,2)"

    friend auto operator<=>(const MeshCoordinate&, const MeshCoordinate&) = default;

 private:
    std::vector<std::uint32_t> coords_;
};

// The number of a place, counted in the order of the mesh, and the place of a number. Throw
// std::out_of_range if the mesh has it not.
std::size_t to_linear_index(const MeshShape& shape, const MeshCoordinate& coordinate);
MeshCoordinate to_coordinate(const MeshShape& shape, std::size_t linear_index);

// A box of places, both of its corners included.
class MeshCoordinateRange {
 public:
    // Throws std::invalid_argument for corners of different dimensions and an end before its start.
    MeshCoordinateRange(MeshCoordinate start, MeshCoordinate end);
    explicit MeshCoordinateRange(const MeshCoordinate& only) : MeshCoordinateRange(only, only) {}
    // All of a mesh.
    explicit MeshCoordinateRange(const MeshShape& shape);

    const MeshCoordinate& start_coord() const { return start_; }
    const MeshCoordinate& end_coord() const { return end_; }
    std::size_t dims() const { return start_.dims(); }
    MeshShape shape() const;
    bool contains(const MeshCoordinate& coordinate) const;
    bool contains(const MeshCoordinateRange& other) const;
    bool intersects(const MeshCoordinateRange& other) const;
    std::string str() const;  // "[(0,0)-(1,3)]"

    // In the order of the mesh.
    std::vector<MeshCoordinate> coordinates() const;

    friend auto operator<=>(const MeshCoordinateRange&, const MeshCoordinateRange&) = default;

 private:
    MeshCoordinate start_;
    MeshCoordinate end_;
};

}  // namespace tt::tt_metal::distributed
