// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where and how tensors are stored: MemoryConfig and its shards, TensorSpec.
#include <pybind11/stl.h>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/tensor/sharded_spec.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

template <typename T>
void bind_as_value(py::class_<T>& type) {
    type.def("__eq__", equal<T>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const T& self) { return std::hash<std::string>{}(to_string(self)); })
        .def("__repr__", [](const T& self) { return to_string(self); });
}

void bind_shard_specs(py::module_& module) {
    py::class_<ShardSpec> shard_spec(
        module, "ShardSpec", "Shards of a matrix, all dimensions but the last being its height.");
    shard_spec
        .def(py::init<CoreRangeSet, std::array<uint32_t, 2>, ShardOrientation>(), py::arg("grid"),
             py::arg("shard_shape"),
             py::arg_v("shard_orientation", ShardOrientation::ROW_MAJOR,
                       "ShardOrientation.ROW_MAJOR"))
        .def_readonly("grid", &ShardSpec::grid, "The cores; in DRAM bank i is the core (i, 0).")
        .def_readonly("shape", &ShardSpec::shape, "Height and width of a shard, in elements.")
        .def_readonly("orientation", &ShardSpec::orientation)
        .def("num_cores", &ShardSpec::num_cores);
    bind_as_value(shard_spec);

    py::class_<NdShardSpec> nd_shard_spec(module, "NdShardSpec", "Shards of any rank.");
    nd_shard_spec
        .def(py::init<Shape, CoreRangeSet, ShardOrientation, ShardDistributionStrategy>(),
             py::arg("shard_shape"), py::arg("grid"),
             py::arg_v("orientation", ShardOrientation::ROW_MAJOR, "ShardOrientation.ROW_MAJOR"),
             py::arg_v("shard_distribution_strategy", ShardDistributionStrategy::ROUND_ROBIN_1D,
                       "ShardDistributionStrategy.ROUND_ROBIN_1D"))
        .def_readonly("shard_shape", &NdShardSpec::shard_shape, "In elements.")
        .def_readonly("grid", &NdShardSpec::grid)
        .def_readonly("orientation", &NdShardSpec::orientation)
        .def_readonly("shard_distribution_strategy", &NdShardSpec::strategy)
        .def("num_cores", [](const NdShardSpec& self) { return self.grid.num_cores(); });
    bind_as_value(nd_shard_spec);
}

MemoryConfig with_shard_spec(MemoryConfig config, std::optional<ShardSpec> shard_spec) {
    config.shard_spec = std::move(shard_spec);
    return config;
}

void bind_memory_config(py::module_& module) {
    py::class_<MemoryConfig> config(module, "MemoryConfig",
                                    "Where on a device a tensor is stored.");
    config
        .def(py::init([](BufferType buffer_type, NdShardSpec nd_shard_spec) {
                 return MemoryConfig{.memory_layout = TensorMemoryLayout::ND_SHARDED,
                                     .buffer_type = buffer_type,
                                     .nd_shard_spec = std::move(nd_shard_spec)};
             }),
             py::arg("buffer_type"), py::arg("nd_shard_spec"))
        .def(py::init([](TensorMemoryLayout memory_layout, BufferType buffer_type,
                         std::optional<ShardSpec> shard_spec) {
                 return MemoryConfig{.memory_layout = memory_layout,
                                     .buffer_type = buffer_type,
                                     .shard_spec = std::move(shard_spec)};
             }),
             py::arg_v("memory_layout", TensorMemoryLayout::INTERLEAVED,
                       "TensorMemoryLayout.INTERLEAVED"),
             py::arg_v("buffer_type", BufferType::DRAM, "BufferType.DRAM"),
             py::arg("shard_spec") = py::none())
        .def_readonly("memory_layout", &MemoryConfig::memory_layout)
        .def_readonly("buffer_type", &MemoryConfig::buffer_type)
        .def_readonly("shard_spec", &MemoryConfig::shard_spec)
        .def_readonly("nd_shard_spec", &MemoryConfig::nd_shard_spec)
        .def_property_readonly("interleaved",
                               [](const MemoryConfig& self) { return !self.is_sharded(); })
        .def("is_sharded", &MemoryConfig::is_sharded)
        .def("with_shard_spec", with_shard_spec, py::arg("shard_spec"),
             "The same with another specification of shards.");
    bind_as_value(config);
}

TensorSpec checked(TensorSpec spec) {
    spec.check();
    return spec;
}

// The three ways in which upstream spells a spec, and one by its parts.
void bind_spec_constructors(py::class_<TensorSpec>& spec) {
    const auto buffer_type = py::arg_v("buffer_type", BufferType::DRAM, "BufferType.DRAM");
    const auto tile = py::arg("tile") = py::none();
    spec.def(py::init([](Shape shape, DataType dtype, Layout layout, BufferType buffer_type,
                         std::optional<Tile> tile) {
                 return checked(
                     {shape, dtype, layout, {.buffer_type = buffer_type}, tile.value_or(Tile())});
             }),
             py::arg("shape"), py::arg("dtype"), py::arg("layout"), buffer_type, tile)
        .def(py::init([](Shape shape, DataType dtype, Layout layout,
                         TensorMemoryLayout memory_layout, std::optional<ShardSpec> shard_spec,
                         BufferType buffer_type, std::optional<Tile> tile) {
                 return checked({shape,
                                 dtype,
                                 layout,
                                 {.memory_layout = memory_layout,
                                  .buffer_type = buffer_type,
                                  .shard_spec = std::move(shard_spec)},
                                 tile.value_or(Tile())});
             }),
             py::arg("shape"), py::arg("dtype"), py::arg("layout"), py::arg("memory_layout"),
             py::arg("shard_spec") = py::none(), buffer_type, tile)
        .def(py::init([](Shape shape, DataType dtype, Layout layout, NdShardSpec nd_shard_spec,
                         BufferType buffer_type, std::optional<Tile> tile) {
                 return checked({shape,
                                 dtype,
                                 layout,
                                 {.memory_layout = TensorMemoryLayout::ND_SHARDED,
                                  .buffer_type = buffer_type,
                                  .nd_shard_spec = std::move(nd_shard_spec)},
                                 tile.value_or(Tile())});
             }),
             py::arg("shape"), py::arg("dtype"), py::arg("layout"), py::arg("nd_shard_spec"),
             buffer_type, tile)
        .def(py::init([](Shape shape, DataType dtype, Layout layout, MemoryConfig memory_config,
                         std::optional<Tile> tile) {
                 return checked(
                     {shape, dtype, layout, std::move(memory_config), tile.value_or(Tile())});
             }),
             py::arg("shape"), py::arg("dtype"), py::arg("layout"), py::arg("memory_config"), tile);
}

void bind_spec_builders(py::class_<TensorSpec>& spec) {
    const auto orientation =
        py::arg_v("orientation", ShardOrientation::ROW_MAJOR, "ShardOrientation.ROW_MAJOR");
    spec.def("height_sharded", height_sharded, py::arg("grid"), orientation,
             "With as many whole rows on each core.")
        .def("width_sharded", width_sharded, py::arg("grid"), orientation,
             "With as many whole columns on each core.")
        .def("block_sharded", block_sharded, py::arg("grid"), orientation,
             "Cut into as many blocks as the rectangle of cores has rows and columns.")
        .def("sharded", sharded, py::arg("shard_shape"), py::arg("grid"), orientation,
             py::arg_v("shard_distribution_strategy", ShardDistributionStrategy::ROUND_ROBIN_1D,
                       "ShardDistributionStrategy.ROUND_ROBIN_1D"),
             "In shards of this shape, whose last two extents are drawn out to whole tiles.")
        .def("sharded_across_dims", sharded_across_dims, py::arg("dims"), py::arg("grid"),
             orientation, "With one index of these dimensions in each shard.")
        .def("sharded_across_dims_except", sharded_across_dims_except, py::arg("dims"),
             py::arg("grid"), orientation, "With one index of all other dimensions in each shard.");
}

void bind_spec(py::module_& module) {
    py::class_<TensorSpec> spec(module, "TensorSpec", "Everything about a tensor but its values.");
    bind_spec_constructors(spec);
    bind_spec_builders(spec);
    spec.def_readonly("shape", &TensorSpec::shape)
        .def_readonly("dtype", &TensorSpec::dtype)
        .def_readonly("layout", &TensorSpec::layout)
        .def_readonly("tile", &TensorSpec::tile)
        .def_readonly("memory_config", &TensorSpec::memory_config)
        .def_property_readonly("padded_shape", &TensorSpec::padded_shape)
        .def("__eq__", equal<TensorSpec>, py::arg("other"), py::is_operator())
        .def("__hash__",
             [](const TensorSpec& self) {
                 return py::hash(py::make_tuple(self.shape, self.dtype, self.layout, self.tile,
                                                self.memory_config));
             })
        .def("__repr__", [](const TensorSpec& self) { return to_string(self); });
}

}  // namespace

void bind_tensor_spec(py::module_& module) {
    bind_shard_specs(module);
    bind_memory_config(module);
    bind_spec(module);
}

}  // namespace ttnn::bindings
