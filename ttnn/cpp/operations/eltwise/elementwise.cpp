// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/elementwise.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "ttnn/cpp/operations/core/to_layout.hpp"
#include "ttnn/cpp/operations/data_movement/untilize.hpp"
#include "ttnn/cpp/operations/eltwise/broadcast.hpp"
#include "ttnn/cpp/operations/eltwise/device/elementwise_program.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

constexpr const char* kOutputName = "output_tensor";

[[noreturn]] void refuse(const std::string& argument, const std::string& value,
                         const std::string& rule) {
    throw std::invalid_argument(argument + ": " + value + "; " + rule);
}

void require_operands(std::span<const Operand> operands, const ElementwiseResult& result) {
    if (operands.empty() && !result.output) {
        throw std::invalid_argument("output_tensor: None; without operands there has to be one");
    }
    if (operands.size() > kMaxElementwiseOperands) {
        refuse("operands", std::to_string(operands.size()) + " tensors",
               "there may be " + std::to_string(kMaxElementwiseOperands));
    }
    for (const Operand& operand : operands) {
        require_on_device(operand);
        require_same_device(operands.front(), operand);
    }
}

void require_output(const Operand& output, std::span<const Operand> operands,
                    const ElementwiseResult& result, const Shape& shape) {
    require_on_device(output);
    if (!operands.empty()) {
        require_same_device(operands.front(), output);
    }
    if (output.tensor.shape() != shape) {
        refuse(output.name, output.tensor.shape().to_string(),
               "the shape of the result is " + shape.to_string());
    }
    if (output.tensor.dtype() != result.dtype) {
        refuse(output.name, to_string(output.tensor.dtype()),
               "the dtype of the result is " + to_string(result.dtype));
    }
}

bool is_row_major(const Operand& operand) { return operand.tensor.layout() == Layout::ROW_MAJOR; }

MemoryConfig interleaved(const MemoryConfig& config) {
    return MemoryConfig{.buffer_type = config.buffer_type};
}

// What a sharded result, of which only the layout is said, takes over from an operand.
MemoryConfig complete(const MemoryConfig& config, std::span<const Operand> operands,
                      const Shape& shape) {
    if (!config.is_sharded() || config.shard_spec || config.nd_shard_spec) {
        return config;
    }
    for (const Operand& operand : operands) {
        const MemoryConfig& own = operand.tensor.spec().memory_config;
        if (own.memory_layout == config.memory_layout && operand.tensor.shape() == shape) {
            MemoryConfig completed = own;
            completed.buffer_type = config.buffer_type;
            return completed;
        }
    }
    refuse("memory_config", to_string(config),
           "a sharded result needs a shard_spec, or an operand of its shape that has one");
}

// The first operand's, if its shards fit the result.
MemoryConfig inherited(std::span<const Operand> operands, const Shape& shape) {
    const Tensor& first = operands.front().tensor;
    const MemoryConfig& config = first.spec().memory_config;
    return first.shape() == shape ? config : interleaved(config);
}

TensorSpec result_spec(std::span<const Operand> operands, const ElementwiseResult& result,
                       const Shape& shape) {
    if (result.output) {
        return result.output->spec();
    }
    const bool to_rows =
        std::ranges::all_of(operands, is_row_major) && !is_block_float(result.dtype);
    TensorSpec spec{.shape = shape,
                    .dtype = result.dtype,
                    .layout = to_rows ? Layout::ROW_MAJOR : Layout::TILE};
    spec.memory_config = result.memory_config ? complete(*result.memory_config, operands, shape)
                                              : inherited(operands, shape);
    const auto tiled = std::ranges::find_if_not(operands, is_row_major);
    if (tiled != operands.end()) {
        spec.tile = tiled->tensor.spec().tile;
    }
    return spec;
}

// In tiles of that shape.
std::vector<Tensor> tilize_all(std::span<const Operand> operands, const Tile& tile) {
    std::vector<Tensor> tiled;
    for (const Operand& operand : operands) {
        const Tensor& tensor = operand.tensor;
        tiled.push_back(is_row_major(operand) ? to_layout(tensor, Layout::TILE,
                                                          interleaved(tensor.spec().memory_config))
                                              : tensor);
        if (tiled.back().spec().tile != tile) {
            refuse(operand.name, to_string(tiled.back().spec().tile),
                   "all operands and the result must have tiles of one shape, here " +
                       to_string(tile));
        }
    }
    return tiled;
}

}  // namespace

Tensor elementwise(std::span<const Operand> operands, const SfpuChain& chain,
                   const ElementwiseResult& result) {
    require_operands(operands, result);
    chain.check(operands.size());
    const Shape shape = operands.empty() ? result.output->shape() : broadcast_shape(operands);
    if (result.output) {
        require_output({*result.output, kOutputName}, operands, result, shape);
    }
    const TensorSpec spec = result_spec(operands, result, shape);
    const Tensor target =
        result.output ? *result.output : allocate_on_device(spec, operands.front().tensor.device());
    if (shape.volume() == 0) {
        return target;
    }
    const std::vector<Tensor> tiled = tilize_all(operands, spec.tile);
    if (spec.layout == Layout::TILE) {
        run_elementwise(tiled, chain, target, result.cores);
        return target;
    }
    TensorSpec tiled_spec = spec;
    tiled_spec.layout = Layout::TILE;
    tiled_spec.memory_config = interleaved(spec.memory_config);
    const Tensor tiles = allocate_on_device(tiled_spec, target.device());
    run_elementwise(tiled, chain, tiles, result.cores);
    untilize_to(tiles, target);
    return target;
}

}  // namespace ttnn
