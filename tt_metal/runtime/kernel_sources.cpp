// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/kernel_sources.hpp"

#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include <tt-metalium/errors.hpp>
#include <tt-metalium/kernel_compiler.hpp>
#include <tt-metalium/runtime_root.hpp>

#include "tt_metal/jit/kernel_compiler.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

namespace fs = std::filesystem;
using device_internal::DeviceBackend;
using device_internal::KernelImage;

// Folders of the user's, looked through for kernels of relative names. The second is that of a
// checkout of upstream, from which nothing else may come.
constexpr const char* kSourceFolderVariables[] = {"TT_METAL_KERNEL_PATH", "TT_METAL_HOME"};

constexpr const char* kSourceExtensions[] = {".cpp", ".cc", ".cxx"};

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

void check_has_device_files(const RuntimeRoot& root) {
    const fs::path file = root.path / "tt_metal/jit/device/compiler_flags.txt";
    if (is_file(file)) return;
    throw KernelCompileError("kernels cannot be compiled: there is no file " + file.string() +
                             ". The runtime root is " + root.path.string() + " because " +
                             root.reason() + ". " + root.advice());
}

// One for the process; made anew when the environment names other folders.
class SharedCompiler {
 public:
    std::shared_ptr<jit::KernelCompiler> get() {
        const RuntimeRoot root = runtime_root();
        jit::KernelCompiler::Settings settings{
            .runtime_root = root.path,
            .cache_folder = jit::default_cache_folder(),
            .find_compiler = [this] { return find(); },
        };
        const std::scoped_lock lock(mutex_);
        const auto folders = std::pair(settings.runtime_root, settings.cache_folder);
        if (!compiler_ || folders != folders_) {
            check_has_device_files(root);
            compiler_ = std::make_shared<jit::KernelCompiler>(std::move(settings));
            folders_ = folders;
        }
        return compiler_;
    }

    void set_finder(std::function<fs::path()> find) {
        const std::scoped_lock lock(mutex_);
        find_ = std::move(find);
    }

 private:
    fs::path find() {
        std::unique_lock lock(mutex_);
        const auto function = find_;
        lock.unlock();
        return function ? function() : fs::path();
    }

    std::mutex mutex_;
    std::function<fs::path()> find_;
    std::shared_ptr<jit::KernelCompiler> compiler_;
    std::pair<fs::path, fs::path> folders_;
};

SharedCompiler& shared_compiler() {
    static SharedCompiler compiler;
    return compiler;
}

// Images by kind of backend and program.
class ImagesInUse {
 public:
    std::shared_ptr<const KernelImage> get(const DeviceBackend& backend,
                                           const std::shared_ptr<const std::string>& elf,
                                           const std::string& name) {
        const std::scoped_lock lock(mutex_);
        const auto key = std::pair(backend.kind(), elf);
        if (auto image = images_[key].lock()) return image;
        std::erase_if(images_, [](const auto& entry) { return entry.second.expired(); });
        auto image = backend.make_image(std::as_bytes(std::span(*elf)), name);
        images_[key] = image;
        return image;
    }

 private:
    std::mutex mutex_;
    std::map<std::pair<std::string, std::shared_ptr<const std::string>>,
             std::weak_ptr<const KernelImage>>
        images_;
};

}  // namespace

bool is_source_name(const std::string& name) {
    const std::string extension = fs::path(name).extension();
    for (const char* known : kSourceExtensions) {
        if (extension == known) return true;
    }
    return false;
}

fs::path locate_kernel_source(const std::string& name) {
    std::vector<fs::path> places{fs::absolute(name)};
    if (fs::path(name).is_relative()) {
        for (const char* variable : kSourceFolderVariables) {
            const char* folder = std::getenv(variable);
            if (folder && *folder) places.push_back(fs::absolute(folder) / name);
        }
        places.push_back(runtime_root().path / name);
    }
    std::string looked;
    for (const fs::path& place : places) {
        if (is_file(place)) return place.lexically_normal();
        looked += (looked.empty() ? "" : ", nor ") + place.string();
    }
    throw KernelLoadError("kernel \"" + name + "\": there is no file " + looked);
}

std::shared_ptr<const KernelImage> compile_kernel_image(const DeviceBackend& backend,
                                                        const jit::BuildRequest& request) {
    static ImagesInUse images;
    const auto elf = shared_compiler().get()->compile(request);
    const std::string name = request.file.empty() ? request.kernel : request.file.string();
    try {
        return images.get(backend, elf, name);
    } catch (const device_internal::ImageError& error) {
        throw KernelLoadError(std::string("compiled kernel ") + error.what());
    }
}

}  // namespace tt::tt_metal::runtime_internal

namespace tt::tt_metal {

void SetKernelCompilerFinder(std::function<std::filesystem::path()> find) {
    runtime_internal::shared_compiler().set_finder(std::move(find));
}

std::filesystem::path KernelCacheFolder() { return jit::default_cache_folder(); }

}  // namespace tt::tt_metal
