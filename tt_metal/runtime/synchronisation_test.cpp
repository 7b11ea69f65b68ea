// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What kernels of one program, and of one program and the next, agree by: semaphores, circular
// buffers, common arguments.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <vector>

#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/runtime/testing/chosen_architecture.hpp"
#include "tt_metal/runtime/testing/source_kernels.hpp"

namespace tt::tt_metal {
namespace {

constexpr CoreCoord kReceiver{3, 3};

class SynchronisationTest : public testing::Test {
 protected:
    ~SynchronisationTest() override { CloseDevice(device_); }

    void run(Program& program) { EnqueueProgram(device_->command_queue(), program, true); }
    uint32_t word(const CoreCoord& core, DeviceAddr address) const {
        std::vector<uint32_t> words;
        detail::ReadFromDeviceL1(device_, core, static_cast<uint32_t>(address), 4, words);
        return words.front();
    }

    runtime_testing::SourceKernels kernels_;
    IDevice* device_ = CreateDevice(0);
};

// Each of the cores adds its argument to the semaphore of one.
constexpr const char* kIncrement = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const uint64_t semaphore = get_noc_addr(get_common_arg_val<uint32_t>(0),
                                            get_common_arg_val<uint32_t>(1),
                                            get_common_arg_val<uint32_t>(2));
    noc_semaphore_inc(semaphore, get_arg_val<uint32_t>(0));
    noc_async_atomic_barrier();
})";

constexpr const char* kWait = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const auto semaphore = reinterpret_cast<volatile uint32_t*>(get_common_arg_val<uint32_t>(0));
    noc_semaphore_wait(semaphore, get_common_arg_val<uint32_t>(1));
    noc_semaphore_set(semaphore, 77);
})";

TEST_F(SynchronisationTest, KeepsAGlobalSemaphoreFromOneProgramToTheNext) {
    const CoreRange senders({0, 0}, {2, 1});
    const GlobalSemaphore semaphore = CreateGlobalSemaphore(device_, kReceiver, 100);
    const CoreCoord noc = device_->worker_core_from_logical_core(kReceiver);
    Program increment = CreateProgram();
    const auto sender =
        CreateKernelFromString(increment, kIncrement, senders, DataMovementConfig{});
    SetRuntimeArgs(increment, sender, senders, {2});
    SetCommonRuntimeArgs(increment, sender, {noc.x, noc.y, semaphore.address()});
    Program wait = CreateProgram();
    const auto receiver = CreateKernelFromString(wait, kWait, kReceiver, DataMovementConfig{});
    SetCommonRuntimeArgs(wait, receiver, {semaphore.address(), 100 + 2 * 6});

    run(increment);
    EXPECT_EQ(word(kReceiver, semaphore.address()), 112u);
    run(wait);
    EXPECT_EQ(word(kReceiver, semaphore.address()), 77u);

    semaphore.reset_semaphore_value(0);
    GetCommonRuntimeArgs(wait, receiver)[1] = 6;
    for (uint32_t& word : GetRuntimeArgs(increment, sender, {1, 1})) word = 0;
    for (const CoreCoord& core : senders) GetRuntimeArgs(increment, sender, core)[0] = 1;
    run(increment);
    run(wait);
    EXPECT_EQ(word(kReceiver, semaphore.address()), 77u);
}

// The last circular buffer that each chip has.
TEST_F(SynchronisationTest, HasAllCircularBuffersOfTheChip) {
    constexpr const char* kUseLast = R"(
        #include "api/dataflow/dataflow_api.h"

        void kernel_main() {
            constexpr uint32_t last = get_compile_time_arg_val(0);
            cb_reserve_back(last, 2);
            *reinterpret_cast<volatile uint32_t*>(get_write_ptr(last)) = last;
            cb_push_back(last, 2);
        })";
    const runtime_testing::ChosenArchitecture blackhole("blackhole");
    IDevice* other = CreateDevice(1);
    for (IDevice* device : {device_, other}) {
        const auto last = static_cast<uint8_t>(device->num_circular_buffers() - 1);
        Program program = CreateProgram();
        CreateCircularBuffer(
            program, kReceiver,
            CircularBufferConfig(64, {{last, tt::DataFormat::UInt32}}).set_page_size(last, 32));
        CreateKernelFromString(program, kUseLast, kReceiver,
                               DataMovementConfig{.compile_args = {last}});
        EnqueueProgram(device->command_queue(), program, true);
        std::vector<uint32_t> words;
        detail::ReadFromDeviceL1(device, kReceiver, device->l1_unreserved_base(), 4, words);
        EXPECT_EQ(words.front(), last);
    }
    EXPECT_EQ(device_->num_circular_buffers(), 32u);
    EXPECT_EQ(other->num_circular_buffers(), 64u);
    CloseDevice(other);
}

}  // namespace
}  // namespace tt::tt_metal
