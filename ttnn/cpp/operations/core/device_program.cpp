// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/core/device_program.hpp"

#include <utility>

#include <tt-metalium/tensor_accessor_args.hpp>

namespace ttnn {

using namespace tt::tt_metal;

namespace {

using Buffers = std::vector<std::shared_ptr<Buffer>>;

uint32_t address_of(const Buffer& buffer) { return static_cast<uint32_t>(buffer.address()); }

}  // namespace

ProgramKey& ProgramKey::operator<<(uint64_t value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
    return *this;
}

ProgramKey& ProgramKey::operator<<(std::span<const uint32_t> words) {
    *this << words.size();
    bytes_.append(reinterpret_cast<const char*>(words.data()), words.size_bytes());
    return *this;
}

ProgramKey& ProgramKey::operator<<(const std::string& text) {
    *this << text.size();
    bytes_ += text;
    return *this;
}

ProgramKey& ProgramKey::operator<<(const CoreRangeSet& cores) {
    *this << cores.size();
    for (const CoreRange& range : cores.ranges()) {
        *this << range.start_coord.x << range.start_coord.y << range.end_coord.x
              << range.end_coord.y;
    }
    return *this;
}

ProgramKey& ProgramKey::operator<<(const TensorSpec& spec) {
    const MemoryConfig& config = spec.memory_config;
    *this << spec.shape << static_cast<uint64_t>(spec.dtype) << static_cast<uint64_t>(spec.layout)
          << spec.tile.get_height() << spec.tile.get_width()
          << static_cast<uint64_t>(config.memory_layout)
          << static_cast<uint64_t>(config.buffer_type);
    if (config.shard_spec) {
        *this << config.shard_spec->grid << config.shard_spec->shape
              << static_cast<uint64_t>(config.shard_spec->orientation);
    }
    if (config.nd_shard_spec) {
        *this << config.nd_shard_spec->grid << config.nd_shard_spec->shard_shape
              << static_cast<uint64_t>(config.nd_shard_spec->orientation)
              << static_cast<uint64_t>(config.nd_shard_spec->strategy);
    }
    return *this;
}

DeviceProgram::DeviceProgram(Buffers buffers) : buffers_(std::move(buffers)) {}

KernelHandle DeviceProgram::add_kernel(const std::string& name, const CoreRangeSet& cores,
                                       const KernelConfig& config,
                                       const CommonArguments& arguments) {
    const KernelHandle kernel = CreateKernel(program_, name, cores, config);
    std::vector<uint32_t> words;
    for (const CommonArguments::Part& part : arguments.parts()) {
        if (const uint32_t* word = std::get_if<uint32_t>(&part)) {
            words.push_back(*word);
            continue;
        }
        if (const ValueArgument* value = std::get_if<ValueArgument>(&part)) {
            values_.push_back({.kernel = kernel, .word = words.size(), .index = value->index});
            words.push_back(0);
            continue;
        }
        const size_t tensor = std::get<TensorArgument>(part).index;
        const Buffer& buffer = *buffers_.at(tensor);
        addresses_.push_back({.kernel = kernel, .word = words.size(), .index = tensor});
        words.push_back(address_of(buffer));
        TensorAccessorArgs(buffer).append_to(words);
    }
    SetCommonRuntimeArgs(program_, kernel, words);
    return kernel;
}

void DeviceProgram::set_arguments(KernelHandle kernel, const CoreCoord& core,
                                  std::initializer_list<uint32_t> words) {
    SetRuntimeArgs(program_, kernel, core, std::span(words.begin(), words.size()));
}

void DeviceProgram::run(Device& device, const Buffers& buffers, std::span<const uint32_t> values) {
    const std::scoped_lock lock(mutex_);
    for (const Slot& slot : addresses_) {
        GetCommonRuntimeArgs(program_, slot.kernel)[slot.word] = address_of(*buffers[slot.index]);
    }
    for (const Slot& slot : values_) {
        GetCommonRuntimeArgs(program_, slot.kernel)[slot.word] = values[slot.index];
    }
    EnqueueProgram(device.command_queue(), program_, true);
}

void run_program(ProgramKey key, std::span<const Tensor> tensors,
                 const std::function<void(DeviceProgram&)>& build,
                 std::span<const uint32_t> values) {
    Buffers buffers;  // held, so that nobody can free them while the program runs
    for (const Tensor& tensor : tensors) {
        buffers.push_back(tensor.device_buffer());
        key << tensor.spec();
    }
    Device& device = *tensors.front().device();
    ProgramCache& cache = device.program_cache();
    if (const auto kept = std::static_pointer_cast<DeviceProgram>(cache.find(key.bytes()))) {
        return kept->run(device, buffers, values);
    }
    const auto program = std::make_shared<DeviceProgram>(buffers);
    build(*program);
    program->buffers_.clear();
    program->run(device, buffers, values);
    cache.insert(key.bytes(), program);  // now that it has been seen to run
}

}  // namespace ttnn
