// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/kernel_files.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include <tt-metalium/errors.hpp>

#include "tt_metal/runtime/testing/null_device.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using runtime_testing::KernelFolder;
using runtime_testing::thrown;

constexpr std::array kReader{hw::Hart::kNcrisc};
constexpr std::array kCompute{hw::Hart::kTrisc0, hw::Hart::kTrisc1, hw::Hart::kTrisc2};

class KernelFilesTest : public testing::Test {
 protected:
    KernelFilesTest() { setenv("TT_METAL_RUNTIME_ROOT", folder_.path().c_str(), 1); }
    ~KernelFilesTest() override { unsetenv("TT_METAL_RUNTIME_ROOT"); }

    KernelFolder folder_;
};

TEST_F(KernelFilesTest, FindsShippedKernelsUnderTheRoot) {
    folder_.add("kernels/copy/reader_copy.ncrisc.elf");
    folder_.add_compute("kernels/copy/compute_copy");

    const auto reader = locate_kernel_files("copy/reader_copy", kReader);
    const auto compute = locate_kernel_files("copy/compute_copy", kCompute);

    ASSERT_EQ(reader.size(), 1u);
    EXPECT_EQ(reader[0].hart, hw::Hart::kNcrisc);
    EXPECT_EQ(reader[0].path, folder_.path() / "kernels/copy/reader_copy.ncrisc.elf");
    ASSERT_EQ(compute.size(), 3u);
    EXPECT_EQ(compute[2].hart, hw::Hart::kTrisc2);
    EXPECT_EQ(compute[2].path, folder_.path() / "kernels/copy/compute_copy.trisc2.elf");
}

TEST_F(KernelFilesTest, SaysWhichFileIsMissingAndWhyItWasSoughtThere) {
    const auto message =
        thrown<KernelLoadError>([] { locate_kernel_files("copy/reader_copy", kReader); });

    EXPECT_MENTIONS(message, "copy/reader_copy");
    EXPECT_MENTIONS(message, (folder_.path() / "kernels/copy/reader_copy.ncrisc.elf").string());
    EXPECT_MENTIONS(message, "because TT_METAL_RUNTIME_ROOT is set");
    EXPECT_MENTIONS(message, "Unset the variable");
}

TEST_F(KernelFilesTest, TellsToInstallAnew_WhenTheInstallationLacksAFile) {
    unsetenv("TT_METAL_RUNTIME_ROOT");

    const auto message = thrown<KernelLoadError>([] { locate_kernel_files("no/such", kReader); });

    EXPECT_MENTIONS(message, "because the runtime was loaded from there");
    EXPECT_MENTIONS(message, "install it anew");
}

TEST_F(KernelFilesTest, RejectsNamesThatLeaveTheRootOrAreSources) {
    for (const char* name : {"", "../reader", "copy/../../reader", "/copy/reader", "reader.cpp"}) {
        const auto message =
            thrown<std::invalid_argument>([&] { locate_kernel_files(name, kReader); });
        EXPECT_MENTIONS(message, std::string("\"") + name + "\": must be the path of a source");
    }
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { locate_kernel_files(folder_.path().string(), kReader); }),
                    "is a folder");
}

TEST_F(KernelFilesTest, TakesALinkedFileAsItIs) {
    const std::string reader = folder_.add("mine.elf");
    const std::string compute = folder_.add_compute("compute");

    EXPECT_EQ(locate_kernel_files(reader, kReader)[0].path, reader);
    EXPECT_EQ(locate_kernel_files(compute, kCompute)[1].path,
              folder_.path() / "compute.trisc1.elf");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { locate_kernel_files(reader, kCompute); }),
                    ".trisc0.elf");
    EXPECT_MENTIONS(thrown<KernelLoadError>([] { locate_kernel_files("/no/such.elf", kReader); }),
                    "/no/such.elf");
}

TEST_F(KernelFilesTest, SharesAnImageUntilItsFileChanges) {
    const device_internal::NullBackend backend;
    const device_internal::NullBackend other;
    const std::string file = folder_.add("mine.elf", "first");

    const auto first = load_kernel_image(backend, file);
    const auto again = load_kernel_image(other, file);
    folder_.add("mine.elf", "second build");
    const auto second = load_kernel_image(backend, file);

    EXPECT_EQ(first, again);
    EXPECT_NE(first, second);
}

TEST_F(KernelFilesTest, NamesAFileThatCannotBeLoaded) {
    const device_internal::NullBackend backend;
    const std::string empty = folder_.add("empty.elf", "");

    EXPECT_MENTIONS(thrown<KernelLoadError>([&] { load_kernel_image(backend, empty); }), empty);
    EXPECT_MENTIONS(thrown<KernelLoadError>([&] { load_kernel_image(backend, "/no/such.elf"); }),
                    "/no/such.elf");
}

}  // namespace
}  // namespace tt::tt_metal::runtime_internal
