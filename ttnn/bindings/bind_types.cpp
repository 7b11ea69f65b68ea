// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include <pybind11/native_enum.h>
#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

py::tuple extents_of(const Shape& shape) {
    return py::tuple(
        py::cast(std::vector<uint32_t>(shape.extents().begin(), shape.extents().end())));
}

void bind_element_enums(py::module_& module) {
    py::native_enum<DataType>(
        module, "DataType", "enum.Enum",
        "Type of the elements of a tensor. Elements of BFLOAT8_B and BFLOAT4_B "
        "share exponents by 16; they exist in tile layout alone.")
        .value("BFLOAT16", DataType::BFLOAT16)
        .value("FLOAT32", DataType::FLOAT32)
        .value("UINT32", DataType::UINT32)
        .value("BFLOAT8_B", DataType::BFLOAT8_B)
        .value("BFLOAT4_B", DataType::BFLOAT4_B)
        .value("UINT8", DataType::UINT8)
        .value("UINT16", DataType::UINT16)
        .value("INT32", DataType::INT32)
        .finalize();
    py::native_enum<Layout>(module, "Layout", "enum.Enum", "Order of the elements in memory.")
        .value("ROW_MAJOR", Layout::ROW_MAJOR)
        .value("TILE", Layout::TILE)
        .finalize();
    py::native_enum<StorageType>(module, "StorageType", "enum.Enum", "Where a tensor lives.")
        .value("HOST", StorageType::HOST)
        .value("DEVICE", StorageType::DEVICE)
        .finalize();
}

void bind_placement_enums(py::module_& module) {
    py::native_enum<BufferType>(module, "BufferType", "enum.Enum", "A memory of the device.")
        .value("DRAM", BufferType::DRAM)
        .value("L1", BufferType::L1)
        .value("L1_SMALL", BufferType::L1_SMALL)
        .value("TRACE", BufferType::TRACE)
        .finalize();
    py::native_enum<TensorMemoryLayout>(module, "TensorMemoryLayout", "enum.Enum",
                                        "How a tensor is spread over the banks of a memory.")
        .value("INTERLEAVED", TensorMemoryLayout::INTERLEAVED)
        .value("HEIGHT_SHARDED", TensorMemoryLayout::HEIGHT_SHARDED)
        .value("WIDTH_SHARDED", TensorMemoryLayout::WIDTH_SHARDED)
        .value("BLOCK_SHARDED", TensorMemoryLayout::BLOCK_SHARDED)
        .value("ND_SHARDED", TensorMemoryLayout::ND_SHARDED)
        .finalize();
    py::native_enum<ShardOrientation>(module, "ShardOrientation", "enum.Enum",
                                      "Whether shards are dealt out by rows or columns of cores.")
        .value("ROW_MAJOR", ShardOrientation::ROW_MAJOR)
        .value("COL_MAJOR", ShardOrientation::COL_MAJOR)
        .finalize();
    py::native_enum<ShardDistributionStrategy>(module, "ShardDistributionStrategy", "enum.Enum",
                                               "How shards of any rank find their cores.")
        .value("ROUND_ROBIN_1D", ShardDistributionStrategy::ROUND_ROBIN_1D)
        .value("GRID_2D", ShardDistributionStrategy::GRID_2D)
        .finalize();
}

Shape to_rank(const Shape& shape, size_t rank) {
    std::vector<uint32_t> extents(shape.extents().begin(), shape.extents().end());
    while (extents.size() > rank && extents.front() == 1) extents.erase(extents.begin());
    if (extents.size() > rank) {
        throw std::invalid_argument("rank: " + std::to_string(rank) + "; " + shape.to_string() +
                                    " has more dimensions that are not 1");
    }
    extents.insert(extents.begin(), rank - extents.size(), 1);
    return Shape(extents);
}

void bind_shape(py::module_& module) {
    py::class_<Shape>(module, "Shape",
                      "Extents of a tensor, outermost first; equal to the tuple or list of them.")
        .def(py::init([](const std::vector<int64_t>& extents) {
                 return Shape(std::span<const int64_t>(extents));
             }),
             py::arg("extents"))
        .def_property_readonly("rank", &Shape::rank, "Number of dimensions.")
        .def("volume", &Shape::volume, "Number of elements.")
        .def("to_rank", to_rank, py::arg("rank"),
             "With ones in front added, or taken away. Raises ValueError where an extent in front "
             "is "
             "not 1.")
        .def("__len__", &Shape::rank)
        .def("__getitem__", &Shape::operator[], py::arg("index"))
        .def(
            "__iter__",
            [](const Shape& self) { return py::typing::Iterator<int>(py::iter(extents_of(self))); })
        .def("__eq__", equal<Shape>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const Shape& self) { return py::hash(extents_of(self)); })
        .def("__repr__", &Shape::to_string);
    py::implicitly_convertible<py::tuple, Shape>();
    py::implicitly_convertible<py::list, Shape>();
}

void bind_tile(py::module_& module) {
    py::class_<Tile>(module, "Tile",
                     "Height and width of tiles, in elements: 1, 2, 4, 8, 16 or 32 by 16 or 32.")
        .def(py::init<Tile::Shape, bool>(),
             py::arg_v("tile_shape", Tile::Shape{kTileSize, kTileSize}, "(32, 32)"),
             py::arg("transpose_tile") = false)
        .def_property_readonly("tile_shape", &Tile::get_tile_shape)
        .def_property_readonly("face_shape", &Tile::get_face_shape)
        .def_property_readonly("num_faces", &Tile::get_num_faces)
        .def_property_readonly("partial_face", &Tile::get_partial_face)
        .def_property_readonly("narrow_tile", &Tile::get_narrow_tile)
        .def_property_readonly("transpose_within_face", &Tile::get_transpose_within_face)
        .def_property_readonly("transpose_of_faces", &Tile::get_transpose_of_faces)
        .def(
            "get_tile_size",
            [](const Tile& self, DataType dtype) { return self.get_tile_size(data_format(dtype)); },
            py::arg("dtype"), "Bytes of a tile.")
        .def("__eq__", equal<Tile>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const Tile& self) { return py::hash(py::cast(self.get_tile_shape())); })
        .def("__repr__", [](const Tile& self) { return to_string(self); });
}

}  // namespace

void bind_types(py::module_& module) {
    bind_element_enums(module);
    bind_placement_enums(module);
    bind_shape(module);
    bind_tile(module);
}

}  // namespace ttnn::bindings
