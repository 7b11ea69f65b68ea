// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include <tt-metalium/work_split.hpp>

#include "ttnn/bindings/bindings.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

using namespace tt::tt_metal;

std::string describe(const CoreCoord& core) {
    return "CoreCoord(x=" + std::to_string(core.x) + ", y=" + std::to_string(core.y) + ")";
}
std::string describe(const CoreRange& range) {
    return "CoreRange(" + describe(range.start_coord) + ", " + describe(range.end_coord) + ")";
}
std::string describe(const CoreRangeSet& set) {
    std::string text;
    for (const CoreRange& range : set.ranges()) {
        text += (text.empty() ? "" : ", ") + describe(range);
    }
    return "CoreRangeSet([" + text + "])";
}

void bind_core_coord(py::module_& module) {
    py::class_<CoreCoord>(module, "CoreCoord", "Column and row of a worker core, or a grid's size.")
        .def(py::init<size_t, size_t>(), py::arg("x"), py::arg("y"))
        .def(py::init([](const std::pair<size_t, size_t>& xy) {
                 return CoreCoord{xy.first, xy.second};
             }),
             py::arg("xy"))
        .def_readonly("x", &CoreCoord::x)
        .def_readonly("y", &CoreCoord::y)
        .def("__eq__", equal<CoreCoord>, py::arg("other"), py::is_operator())
        .def("__hash__", [](const CoreCoord& self) { return std::hash<CoreCoord>{}(self); })
        .def("__repr__", [](const CoreCoord& self) { return describe(self); });
    py::implicitly_convertible<py::tuple, CoreCoord>();
}

void bind_core_range(py::module_& module) {
    py::class_<CoreRange>(module, "CoreRange", "A rectangle of cores, with both of its corners.")
        .def(py::init<CoreCoord, CoreCoord>(), py::arg("start"), py::arg("end"))
        .def_readonly("start", &CoreRange::start_coord)
        .def_readonly("end", &CoreRange::end_coord)
        .def("grid_size", &CoreRange::grid_size, "Columns and rows.")
        .def("size", &CoreRange::size, "Number of cores.")
        .def("contains", py::overload_cast<const CoreCoord&>(&CoreRange::contains, py::const_),
             py::arg("core"))
        .def("contains", py::overload_cast<const CoreRange&>(&CoreRange::contains, py::const_),
             py::arg("range"))
        .def("__eq__", equal<CoreRange>, py::arg("other"), py::is_operator())
        .def("__hash__",
             [](const CoreRange& self) {
                 return py::hash(py::make_tuple(self.start_coord, self.end_coord));
             })
        .def("__repr__", [](const CoreRange& self) { return describe(self); });
}

void bind_core_range_set(py::module_& module) {
    py::class_<CoreRangeSet> set(module, "CoreRangeSet", "Disjoint rectangles of cores.");
    set.def(py::init<>())
        .def(py::init<CoreCoord>(), py::arg("core"))
        .def(py::init<CoreRange>(), py::arg("range"))
        .def(py::init([](const py::typing::Iterable<CoreRange>& ranges) {
                 std::vector<CoreRange> list;
                 for (const py::handle range : ranges) list.push_back(range.cast<CoreRange>());
                 return CoreRangeSet(std::move(list));
             }),
             py::arg("ranges"), "Of any iterable of CoreRange.")
        .def("ranges", &CoreRangeSet::ranges)
        .def("size", &CoreRangeSet::size, "Number of rectangles.")
        .def("empty", &CoreRangeSet::empty)
        .def("num_cores", &CoreRangeSet::num_cores)
        .def("bounding_box", &CoreRangeSet::bounding_box,
             "The smallest rectangle with all of them.")
        .def("contains", py::overload_cast<const CoreCoord&>(&CoreRangeSet::contains, py::const_),
             py::arg("core"))
        .def("contains", py::overload_cast<const CoreRange&>(&CoreRangeSet::contains, py::const_),
             py::arg("range"))
        .def("contains",
             py::overload_cast<const CoreRangeSet&>(&CoreRangeSet::contains, py::const_),
             py::arg("other"))
        .def("merge", &CoreRangeSet::merge, py::arg("other"))
        .def("subtract", &CoreRangeSet::subtract, py::arg("other"))
        .def("__eq__", equal<CoreRangeSet>, py::arg("other"), py::is_operator())
        .def("__hash__",
             [](const CoreRangeSet& self) { return std::hash<size_t>{}(self.num_cores()); })
        .def("__repr__", [](const CoreRangeSet& self) { return describe(self); });
    py::implicitly_convertible<CoreCoord, CoreRangeSet>();
    py::implicitly_convertible<CoreRange, CoreRangeSet>();
}

void bind_core_lists(py::module_& module) {
    module.def("num_cores_to_corerangeset",
               py::overload_cast<uint32_t, CoreCoord, bool>(&num_cores_to_corerangeset),
               py::arg("target_num_cores"), py::arg("grid_size"), py::arg("row_wise") = false,
               "The first cores of a grid.");
    module.def("num_cores_to_corerangeset_in_subcoregrids",
               &num_cores_to_corerangeset_in_subcoregrids, py::arg("start_core"),
               py::arg("target_num_cores"), py::arg("sub_core_grids"), py::arg("row_wise") = false,
               "The same in a set of cores, from `start_core` on.");
    module.def("grid_to_cores",
               py::overload_cast<uint32_t, uint32_t, uint32_t, bool>(&grid_to_cores),
               py::arg("num_cores"), py::arg("grid_size_x"), py::arg("grid_size_y"),
               py::arg("row_wise") = false, "The first cores of a grid, one by one.");
    module.def("grid_to_cores", py::overload_cast<CoreCoord, CoreCoord, bool>(&grid_to_cores),
               py::arg("start"), py::arg("end"), py::arg("row_wise") = false,
               "Those of a rectangle, with both of its corners.");
}

}  // namespace

void bind_cores(py::module_& module) {
    bind_core_coord(module);
    bind_core_range(module);
    bind_core_range_set(module);
    bind_core_lists(module);
    module.def("corerange_to_cores", &corerange_to_cores, py::arg("core_ranges"),
               py::arg("max_cores") = py::none(), py::arg("row_wise") = false);
    module.def("split_work_to_cores",
               py::overload_cast<CoreCoord, uint32_t, bool>(&split_work_to_cores),
               py::arg("core_grid"), py::arg("units_to_divide"), py::arg("row_wise") = false);
    module.def("split_work_to_cores",
               py::overload_cast<const CoreRangeSet&, uint32_t, bool>(&split_work_to_cores),
               py::arg("core_grid"), py::arg("units_to_divide"), py::arg("row_wise") = false);
}

}  // namespace ttnn::bindings
