// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Kernels that come as sources: where they lie, and their images, compiled for one hart.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/jit/build_request.hpp"

namespace tt::tt_metal::runtime_internal {

// Whether a name stands for a source rather than a linked file.
bool is_source_name(const std::string& name);

// Absolute path of a kernel's source: a path that is absolute or counts from the working directory,
// TT_METAL_KERNEL_PATH, TT_METAL_HOME or the runtime root. Throws KernelLoadError with the places
// where it is not.
std::filesystem::path locate_kernel_source(const std::string& name);

// Backends of one kind share the image of a program for as long as anybody has it. Throws
// KernelCompileError, CompilerMissingError, KernelLoadError.
std::shared_ptr<const device_internal::KernelImage> compile_kernel_image(
    const device_internal::DeviceBackend& backend, const jit::BuildRequest& request);

}  // namespace tt::tt_metal::runtime_internal
