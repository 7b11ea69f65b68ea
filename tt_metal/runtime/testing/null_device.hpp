// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A device on the null backend, and files that can stand for kernels on it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "tt_metal/device/backends/null/null_backend.hpp"
#include "tt_metal/runtime/device.hpp"

namespace tt::tt_metal::runtime_testing {

struct NullDevice {
    NullDevice() : NullDevice(std::make_unique<device_internal::NullBackend>()) {}

    device_internal::NullBackend& backend;
    std::shared_ptr<runtime_internal::Device> device;

 private:
    explicit NullDevice(std::unique_ptr<device_internal::NullBackend> owned)
        : backend(*owned),
          device(std::make_shared<runtime_internal::Device>(0, std::move(owned))) {}
};

// A folder of the running test that goes with this object.
class KernelFolder {
 public:
    KernelFolder() {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~KernelFolder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }

    // Makes a file and gives its path.
    std::string add(const std::string& file, const std::string& content = "some bytes") const {
        const auto path = path_ / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << content;
        return path.string();
    }

    // Makes the three files of a compute kernel and gives the path that names it.
    std::string add_compute(const std::string& stem) const {
        add(stem + ".trisc1.elf");
        add(stem + ".trisc2.elf");
        return add(stem + ".trisc0.elf");
    }

 private:
    const std::filesystem::path path_ =
        std::filesystem::path(testing::TempDir()) /
        testing::UnitTest::GetInstance()->current_test_info()->name();
};

}  // namespace tt::tt_metal::runtime_testing
