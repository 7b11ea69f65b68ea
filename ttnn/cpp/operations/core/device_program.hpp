// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Programs of operations, built once for all tensors of the same specs.
//
//     ProgramKey key("fill");
//     key << bits;
//     run_program(key, {result}, [&](DeviceProgram& program) {
//         const auto writer = program.add_kernel("dataflow/fill", cores,
//         WriterDataMovementConfig{},
//                                                {program.tensor(0), bits});
//         program.set_arguments(writer, core, {first, count});
//     });
//
// Kernels have in their common arguments what all cores share, of a tensor its address and how it
// is spread (tensor_accessor_layout.h); of their own each core has little. When the program is run
// again only addresses differ, and words that are said to be values, so these are set anew.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Everything but addresses on which a program depends. Specs of its tensors are added by
// run_program().
class ProgramKey {
 public:
    explicit ProgramKey(const char* operation) : bytes_(operation) { bytes_.push_back('\0'); }

    ProgramKey& operator<<(uint64_t value);
    ProgramKey& operator<<(std::span<const uint32_t> words);
    ProgramKey& operator<<(const std::string& text);
    ProgramKey& operator<<(const Shape& shape) { return *this << shape.extents(); }
    ProgramKey& operator<<(const tt::tt_metal::CoreRangeSet& cores);
    ProgramKey& operator<<(const TensorSpec& spec);

    const std::string& bytes() const { return bytes_; }

 private:
    std::string bytes_;
};

// A tensor among the arguments of a kernel: `address, accessor list`.
struct TensorArgument {
    size_t index;
};

// A word that may differ from run to run, such as the bits of a scalar.
struct ValueArgument {
    size_t index;
};

// What all cores are told alike.
class CommonArguments {
 public:
    using Part = std::variant<uint32_t, TensorArgument, ValueArgument>;

    CommonArguments() = default;
    CommonArguments(std::initializer_list<Part> parts) : parts_(parts) {}

    void add(Part part) { parts_.push_back(part); }
    void add(std::span<const uint32_t> words) {
        parts_.insert(parts_.end(), words.begin(), words.end());
    }

    const std::vector<Part>& parts() const { return parts_; }

 private:
    std::vector<Part> parts_;
};

class DeviceProgram {
 public:
    using KernelConfig =
        std::variant<tt::tt_metal::DataMovementConfig, tt::tt_metal::ComputeConfig>;

    // The buffers of the tensors that the program works on.
    explicit DeviceProgram(std::vector<std::shared_ptr<tt::tt_metal::Buffer>> buffers);

    // The i-th tensor, or value, to be an argument.
    static TensorArgument tensor(size_t index) { return {index}; }
    static ValueArgument value(size_t index) { return {index}; }

    // Throws std::invalid_argument for more arguments than a kernel can have.
    tt::tt_metal::KernelHandle add_kernel(const std::string& name,
                                          const tt::tt_metal::CoreRangeSet& cores,
                                          const KernelConfig& config,
                                          const CommonArguments& arguments);
    // Of one core.
    void set_arguments(tt::tt_metal::KernelHandle kernel, const tt::tt_metal::CoreCoord& core,
                       std::initializer_list<uint32_t> words);

    // For circular buffers and semaphores.
    tt::tt_metal::Program& program() { return program_; }

    // Runs it on these buffers, which are of the same specs, and waits. Any thread may.
    void run(Device& device, const std::vector<std::shared_ptr<tt::tt_metal::Buffer>>& buffers,
             std::span<const uint32_t> values);

 private:
    // A word of a kernel's common arguments that is set for each run.
    struct Slot {
        tt::tt_metal::KernelHandle kernel;
        size_t word;
        size_t index;  // of the tensor whose address it is, or of the value
    };

    std::vector<std::shared_ptr<tt::tt_metal::Buffer>> buffers_;  // while it is built
    tt::tt_metal::Program program_;
    std::vector<Slot> addresses_;
    std::vector<Slot> values_;
    std::mutex mutex_;

    friend void run_program(ProgramKey key, std::span<const Tensor> tensors,
                            const std::function<void(DeviceProgram&)>& build,
                            std::span<const uint32_t> values);
};

// Runs the program that `build` describes for these tensors, or the one that it described for such
// tensors before, with these values, and waits. The tensors are on one device.
void run_program(ProgramKey key, std::span<const Tensor> tensors,
                 const std::function<void(DeviceProgram&)>& build,
                 std::span<const uint32_t> values = {});

}  // namespace ttnn
