// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Parts of programs, as `ttnn.program_descriptors` hands them over.
#include <string>
#include <utility>
#include <vector>

#include <pybind11/native_enum.h>
#include <pybind11/stl.h>
#include <tt-metalium/program_descriptors.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>

#include "ttnn/bindings/bindings.hpp"
#include "ttnn/cpp/operations/generic/generic_op.hpp"
#include "ttnn/cpp/tensor/types.hpp"

namespace py = pybind11;

namespace ttnn::bindings {

namespace {

using namespace tt::tt_metal;

void bind_choices(py::module_& module) {
    py::native_enum<DataMovementProcessor>(module, "DataMovementProcessor", "enum.Enum",
                                           "The harts that move data.")
        .value("RISCV_0", DataMovementProcessor::RISCV_0, "BRISC.")
        .value("RISCV_1", DataMovementProcessor::RISCV_1, "NCRISC.")
        .finalize();
    py::native_enum<NOC>(module, "NOC", "enum.Enum", "The two networks of a chip.")
        .value("NOC_0", NOC::NOC_0)
        .value("NOC_1", NOC::NOC_1)
        .value("RISCV_0_default", NOC::RISCV_0_default)
        .value("RISCV_1_default", NOC::RISCV_1_default)
        .finalize();
    py::native_enum<NOC_MODE>(module, "NOC_MODE", "enum.Enum",
                              "Whether each hart that moves data keeps to its own network.")
        .value("DM_DEDICATED_NOC", NOC_MODE::DM_DEDICATED_NOC)
        .value("DM_DYNAMIC_NOC", NOC_MODE::DM_DYNAMIC_NOC)
        .finalize();
    py::native_enum<MathFidelity>(module, "MathFidelity", "enum.Enum",
                                  "Passes over the bits of the operands.")
        .value("LoFi", MathFidelity::LoFi)
        .value("HiFi2", MathFidelity::HiFi2)
        .value("HiFi3", MathFidelity::HiFi3)
        .value("HiFi4", MathFidelity::HiFi4)
        .finalize();
    py::native_enum<UnpackToDestMode>(module, "UnpackToDestMode", "enum.Enum",
                                      "Whether float32 reaches DST with all of its bits.")
        .value("Default", UnpackToDestMode::Default)
        .value("UnpackToDestFp32", UnpackToDestMode::UnpackToDestFp32)
        .finalize();
    py::native_enum<KernelBuildOptLevel>(module, "KernelBuildOptLevel", "enum.Enum",
                                         "How hard the compiler works.")
        .value("O0", KernelBuildOptLevel::O0)
        .value("O1", KernelBuildOptLevel::O1)
        .value("O2", KernelBuildOptLevel::O2)
        .value("O3", KernelBuildOptLevel::O3)
        .value("Os", KernelBuildOptLevel::Os)
        .value("Ofast", KernelBuildOptLevel::Ofast)
        .value("Oz", KernelBuildOptLevel::Oz)
        .finalize();
}

void bind_configs(py::module_& module) {
    py::class_<ReaderConfigDescriptor>(module, "NativeReaderConfig").def(py::init<>());
    py::class_<WriterConfigDescriptor>(module, "NativeWriterConfig").def(py::init<>());
    py::class_<DataMovementConfigDescriptor>(module, "NativeDataMovementConfig")
        .def(py::init([](DataMovementProcessor processor, NOC noc, NOC_MODE noc_mode) {
                 return DataMovementConfigDescriptor{processor, noc, noc_mode};
             }),
             py::arg("processor"), py::arg("noc"), py::arg("noc_mode"));
    py::class_<ComputeConfigDescriptor>(module, "NativeComputeConfig")
        .def(py::init([](MathFidelity math_fidelity, bool math_approx_mode, bool fp32_dest_acc_en,
                         bool dst_full_sync_en, bool bfp8_pack_precise,
                         std::vector<UnpackToDestMode> unpack_to_dest_mode) {
                 return ComputeConfigDescriptor{math_fidelity,     fp32_dest_acc_en,
                                                dst_full_sync_en,  std::move(unpack_to_dest_mode),
                                                bfp8_pack_precise, math_approx_mode};
             }),
             py::arg("math_fidelity"), py::arg("math_approx_mode"), py::arg("fp32_dest_acc_en"),
             py::arg("dst_full_sync_en"), py::arg("bfp8_pack_precise"),
             py::arg("unpack_to_dest_mode"));
}

void bind_parts(py::module_& module) {
    py::class_<CBFormatDescriptor>(module, "NativeCBFormat")
        .def(py::init([](uint8_t buffer_index, DataType dtype, uint32_t page_size,
                         std::optional<Tile> tile) {
                 return CBFormatDescriptor{buffer_index, data_format(dtype), page_size, tile};
             }),
             py::arg("buffer_index"), py::arg("data_format"), py::arg("page_size"),
             py::arg("tile"));
    py::class_<CBDescriptor>(module, "NativeCB")
        .def(py::init([](uint32_t total_size, CoreRangeSet core_ranges,
                         std::vector<CBFormatDescriptor> formats) {
                 return CBDescriptor{total_size, std::move(core_ranges), std::move(formats)};
             }),
             py::arg("total_size"), py::arg("core_ranges"), py::arg("format_descriptors"));
    py::class_<SemaphoreDescriptor>(module, "NativeSemaphore")
        .def(py::init([](uint32_t id, CoreRangeSet core_ranges, uint32_t initial_value) {
                 return SemaphoreDescriptor{id, std::move(core_ranges), initial_value};
             }),
             py::arg("id"), py::arg("core_ranges"), py::arg("initial_value"));
    py::native_enum<KernelDescriptor::SourceType>(module, "SourceType", "enum.Enum",
                                                  "What a kernel's source is given as.")
        .value("FILE_PATH", KernelDescriptor::SourceType::FILE_PATH)
        .value("SOURCE_CODE", KernelDescriptor::SourceType::SOURCE_CODE)
        .finalize();
    py::class_<KernelDescriptor>(module, "NativeKernel")
        .def(py::init([](std::string kernel_source, KernelDescriptor::SourceType source_type,
                         CoreRangeSet core_ranges, std::vector<uint32_t> compile_time_args,
                         std::vector<std::pair<std::string, uint32_t>> named_compile_time_args,
                         std::vector<std::pair<std::string, std::string>> defines,
                         KernelDescriptor::RuntimeArgs runtime_args,
                         std::vector<uint32_t> common_runtime_args,
                         std::optional<KernelBuildOptLevel> opt_level,
                         decltype(KernelDescriptor::config) config,
                         std::vector<std::string> compiler_include_paths) {
                 return KernelDescriptor{std::move(kernel_source),
                                         source_type,
                                         std::move(core_ranges),
                                         std::move(compile_time_args),
                                         std::move(named_compile_time_args),
                                         std::move(defines),
                                         std::move(runtime_args),
                                         std::move(common_runtime_args),
                                         opt_level,
                                         std::move(config),
                                         std::move(compiler_include_paths)};
             }),
             py::arg("kernel_source"), py::arg("source_type"), py::arg("core_ranges"),
             py::arg("compile_time_args"), py::arg("named_compile_time_args"), py::arg("defines"),
             py::arg("runtime_args"), py::arg("common_runtime_args"), py::arg("opt_level"),
             py::arg("config"), py::arg("compiler_include_paths"));
}

void bind_tensor_accessor_args(py::module_& module) {
    py::class_<TensorAccessorArgs>(
        module, "TensorAccessorArgs",
        "What a kernel is told of a tensor on a device, so that its `TensorAccessor` finds the "
        "pages.")
        .def(py::init(
                 [](const Tensor& tensor) { return TensorAccessorArgs(tensor.device_buffer()); }),
             py::arg("tensor"))
        .def("get_compile_time_args", &TensorAccessorArgs::get_compile_time_args,
             "Words for `TensorAccessorArgs<offset>()` of the kernel.")
        .def("get_common_runtime_args", &TensorAccessorArgs::get_common_runtime_args,
             "None, as all are compile-time arguments.");
}

}  // namespace

void bind_programs(py::module_& module) {
    bind_choices(module);
    bind_configs(module);
    bind_parts(module);
    bind_tensor_accessor_args(module);
    module.def(
        "generic_op",
        [](const std::vector<Tensor>& io_tensors, std::vector<KernelDescriptor> kernels,
           std::vector<SemaphoreDescriptor> semaphores, std::vector<CBDescriptor> cbs) {
            return generic_op(io_tensors,
                              {std::move(kernels), std::move(semaphores), std::move(cbs)});
        },
        py::arg("io_tensors"), py::arg("kernels"), py::arg("semaphores"), py::arg("cbs"),
        DeviceWork());
}

}  // namespace ttnn::bindings
