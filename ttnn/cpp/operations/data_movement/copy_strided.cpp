// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/copy_strided.hpp"

#include <array>
#include <stdexcept>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

void check(const Operand& source, const Operand& target) {
    require_on_device(source);
    require_on_device(target);
    require_same_device(source, target);
    require_same_dtype(source, target);
    require_layout(target, source.tensor.layout());
    const TensorSpec& from = source.tensor.spec();
    const TensorSpec& to = target.tensor.spec();
    if (from.layout == Layout::TILE && from.tile != to.tile) {
        throw std::invalid_argument("target: " + to_string(to.tile) + "; the tiles of source are " +
                                    to_string(from.tile));
    }
    if (source.tensor.device_buffer() == target.tensor.device_buffer()) {
        throw std::invalid_argument("target: is the memory of source, which it would overwrite");
    }
}

}  // namespace

void copy_strided(const Tensor& source, const Tensor& target, const Box& box) {
    check({source, "source"}, {target, "target"});
    if (box.num_points() == 0) return;
    box.check(0, "source", num_movable(source.spec()));
    box.check(1, "target", num_movable(target.spec()));
    const std::vector<uint32_t> words = box.simplified().words();
    ProgramKey key("copy_strided");
    key << words;
    const std::array tensors{source, target};
    run_program(std::move(key), tensors, [&](DeviceProgram& program) {
        const uint32_t bytes = movable_bytes(source.spec());
        CommonArguments arguments{bytes};
        add_flat_tensor(arguments, 0, source.spec());
        add_flat_tensor(arguments, 1, target.spec());
        arguments.add(words);
        add_movers(program, *source.device(), "data_movement/copy_strided", box.num_points(), bytes,
                   arguments);
    });
}

Tensor copy_to_memory(const Tensor& source, const MemoryConfig& memory_config) {
    require_on_device({source, "tensor"});
    TensorSpec spec = source.spec();
    spec.memory_config = memory_config;
    const Tensor target = allocate_on_device(spec, source.device());
    copy_strided(source, target, Box::all(num_movable(spec), 2));
    return target;
}

}  // namespace ttnn
