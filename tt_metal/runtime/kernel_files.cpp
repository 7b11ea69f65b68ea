// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/kernel_files.hpp"

#include <fstream>
#include <map>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <tt-metalium/errors.hpp>
#include <tt-metalium/runtime_root.hpp>

namespace tt::tt_metal::runtime_internal {
namespace {

namespace fs = std::filesystem;
using device_internal::DeviceBackend;
using device_internal::KernelImage;

// As it stands in file names.
std::string file_suffix(hw::Hart hart) {
    constexpr const char* kNames[] = {"brisc", "ncrisc", "trisc0", "trisc1", "trisc2"};
    return std::string(".") + kNames[static_cast<uint8_t>(hart)] + ".elf";
}

std::vector<HartFile> files_with_stem(const std::string& stem, std::span<const hw::Hart> harts) {
    std::vector<HartFile> files;
    for (const hw::Hart hart : harts) files.push_back({hart, stem + file_suffix(hart)});
    return files;
}

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

std::vector<HartFile> linked_files(const std::string& path, std::span<const hw::Hart> harts) {
    if (harts.size() == 1) return {{harts.front(), path}};
    const std::string suffix = file_suffix(harts.front());
    if (!path.ends_with(suffix)) {
        throw std::invalid_argument("kernel \"" + path +
                                    "\": a compute kernel is named by its file " + "that ends in " +
                                    suffix + ", beside which the others lie");
    }
    return files_with_stem(path.substr(0, path.size() - suffix.size()), harts);
}

void check_shipped_name(const std::string& name) {
    const fs::path path(name);
    bool stays_inside = !name.empty() && path.is_relative();
    for (const fs::path& part : path) stays_inside = stays_inside && part != "..";
    if (!stays_inside || path.extension() == ".cpp") {
        std::error_code error;
        throw std::invalid_argument(
            "kernel \"" + name + "\": " + (fs::is_directory(path, error) ? "is a folder; " : "") +
            "must be the path of a source that ends in .cpp, the name of a shipped kernel, such "
            "as " +
            "\"matmul/reader_matmul\", or the path of a linked file that ends in .elf");
    }
}

std::vector<HartFile> shipped_files(const std::string& name, std::span<const hw::Hart> harts) {
    check_shipped_name(name);
    const RuntimeRoot root = runtime_root();
    auto files = files_with_stem((root.path / "kernels" / name).string(), harts);
    for (const HartFile& file : files) {
        if (is_file(file.path)) continue;
        throw KernelLoadError("kernel \"" + name + "\": there is no file " + file.path.string() +
                              ". The runtime root is " + root.path.string() + " because " +
                              root.reason() + ". " + root.advice());
    }
    return files;
}

std::vector<std::byte> read_file(const fs::path& path, uintmax_t size_bytes) {
    std::vector<std::byte> bytes(size_bytes);
    std::ifstream stream(path, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size_bytes));
    if (!stream) throw KernelLoadError("kernel file " + path.string() + ": cannot be read");
    return bytes;
}

// What tells that a file is still the one that was read.
struct FileState {
    fs::file_time_type modified;
    uintmax_t size;

    bool operator==(const FileState&) const = default;
};

FileState state_of(const fs::path& path) {
    try {
        return {fs::last_write_time(path), fs::file_size(path)};
    } catch (const fs::filesystem_error& error) {
        throw KernelLoadError("kernel file " + path.string() + ": " + error.code().message());
    }
}

struct CachedImage {
    FileState state;
    std::shared_ptr<const KernelImage> image;
};

struct ImageCache {
    std::mutex mutex;
    std::map<std::pair<std::string, fs::path>, CachedImage> images;  // by kind of backend and file
};

ImageCache& image_cache() {
    static ImageCache cache;
    return cache;
}

}  // namespace

std::vector<HartFile> locate_kernel_files(const std::string& name_or_path,
                                          std::span<const hw::Hart> harts) {
    if (!name_or_path.ends_with(".elf")) return shipped_files(name_or_path, harts);
    auto files = linked_files(name_or_path, harts);
    for (HartFile& file : files) {
        if (!is_file(file.path)) {
            throw KernelLoadError("kernel \"" + name_or_path + "\": there is no file " +
                                  file.path.string());
        }
        file.path = fs::absolute(file.path);
    }
    return files;
}

std::shared_ptr<const KernelImage> load_kernel_image(const DeviceBackend& backend,
                                                     const fs::path& file) {
    const FileState state = state_of(file);
    auto& [mutex, images] = image_cache();
    const std::scoped_lock lock(mutex);
    CachedImage& entry = images[{backend.kind(), file}];
    if (!entry.image || entry.state != state) {
        try {
            entry = {state, backend.make_image(read_file(file, state.size), file.string())};
        } catch (const device_internal::ImageError& error) {
            throw KernelLoadError(std::string("kernel file ") + error.what());
        }
    }
    return entry.image;
}

}  // namespace tt::tt_metal::runtime_internal
