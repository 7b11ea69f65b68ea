// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/native_enum.h>

#include <tt-metalium/host_api.hpp>

#include "ttnn/bindings/bindings.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

using namespace tt::tt_metal;

void bind_memory_view(py::module_& module) {
    py::class_<MemoryView>(module, "MemoryView",
                           "How much of one bank is taken; all banks of a memory are alike. Bytes.")
        .def_readonly("num_banks", &MemoryView::num_banks)
        .def_readonly("total_bytes_per_bank", &MemoryView::total_bytes_per_bank)
        .def_readonly("total_bytes_allocated_per_bank", &MemoryView::total_bytes_allocated_per_bank)
        .def_readonly("total_bytes_free_per_bank", &MemoryView::total_bytes_free_per_bank)
        .def_readonly("largest_contiguous_bytes_free_per_bank",
                      &MemoryView::largest_contiguous_bytes_free_per_bank);
}

std::string describe(const IDevice& device) {
    return "Device(id=" + std::to_string(device.id()) + (device.is_open() ? ")" : ", closed)");
}

void disable_and_clear_program_cache(IDevice& device) {
    device.program_cache().disable();
    device.program_cache().clear();
}

std::shared_ptr<IDevice> open_device(int device_id) {
    IDevice* device = CreateDevice(device_id);
    device->set_interruption_check(check_interruption);
    return device->shared_from_this();
}

}  // namespace

void bind_device(py::module_& module) {
    py::native_enum<tt::ARCH>(module, "Arch", "enum.Enum", "Architecture of a chip.")
        .value("WORMHOLE_B0", tt::ARCH::WORMHOLE_B0)
        .value("BLACKHOLE", tt::ARCH::BLACKHOLE)
        .finalize();
    bind_memory_view(module);

    py::class_<IDevice, std::shared_ptr<IDevice>>(module, "Device", py::dynamic_attr(),
                                                  "A chip. Made by `ttnn.open_device`.")
        .def("id", &IDevice::id, "The number it was opened with.")
        .def("is_open", &IDevice::is_open)
        .def("arch", &IDevice::arch)
        .def("compute_with_storage_grid_size", &IDevice::compute_with_storage_grid_size,
             "Columns and rows of worker cores.")
        .def("worker_core_from_logical_core", &IDevice::worker_core_from_logical_core,
             py::arg("logical_core"), "Where the NoC has a core, for kernels.")
        .def("num_dram_channels", &IDevice::num_dram_channels)
        .def("dram_size_per_channel", &IDevice::dram_size_per_channel, "Bytes.")
        .def("l1_size_per_core", &IDevice::l1_size_per_core, "Bytes.")
        .def("num_program_cache_entries", &IDevice::num_program_cache_entries,
             "Programs of operations that are kept to be run again.")
        .def("enable_program_cache", [](IDevice& self) { self.program_cache().enable(); })
        .def("clear_program_cache", [](IDevice& self) { self.program_cache().clear(); })
        .def("disable_and_clear_program_cache", disable_and_clear_program_cache)
        .def(
            "set_program_cache_misses_allowed",
            [](IDevice& self, bool allowed) { self.program_cache().set_misses_allowed(allowed); },
            py::arg("allowed"), "Whether programs may be built that are not kept.")
        .def(
            "set_instruction_budget", &IDevice::set_instruction_budget, py::arg("instructions"),
            "Ends programs that retire more instructions than this with `ttnn.KernelError`; 0, the "
            "default, is no limit.",
            DeviceWork())
        .def("__repr__", [](const IDevice& self) { return describe(self); });

    module.def("open_device", open_device, py::arg("device_id"), DeviceWork());
    module.def(
        "close_device", [](IDevice& device) { device.close(); }, py::arg("device"), DeviceWork());
    module.def("num_available_devices", &GetNumAvailableDevices);
    module.def(
        "get_memory_view",
        [](const IDevice& device, BufferType type) { return device.memory_view(type); },
        py::arg("device"), py::arg("buffer_type"));
}

}  // namespace ttnn::bindings
