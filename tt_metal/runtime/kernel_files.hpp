// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where the ELF files of a kernel lie, and what the harts take of them.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tt_metal/device/device_backend.hpp"
#include "tt_metal/hw/hart.h"

namespace tt::tt_metal::runtime_internal {

struct HartFile {
    hw::Hart hart;
    std::filesystem::path path;
};

// The files of a kernel for these harts, one each: <root>/kernels/<name>.<hart>.elf for a shipped
// kernel, or a linked file itself, as CreateKernel says. Throws std::invalid_argument for what can
// be neither, and KernelLoadError for a file that is not there.
std::vector<HartFile> locate_kernel_files(const std::string& name_or_path,
                                          std::span<const hw::Hart> harts);

// The image of a file, read at most once per process for as long as the file stays as it is;
// backends of one kind share it. Throws KernelLoadError.
std::shared_ptr<const device_internal::KernelImage> load_kernel_image(
    const device_internal::DeviceBackend& backend, const std::filesystem::path& file);

}  // namespace tt::tt_metal::runtime_internal
