// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/device/sfpu_arguments.hpp"

namespace ttnn {

namespace {

uint32_t command_of(const SfpuStep& step) {
    return tt::hw::SfpuCommand{step.function, step.format, step.out}.encode();
}

void add_step(CommonArguments& arguments, const SfpuStep& step, size_t& next_value) {
    uint32_t codes = 0;
    uint32_t slots = 0;
    std::vector<uint32_t> scalar_places;
    for (uint32_t i = 0; i < step.operands.size(); ++i) {
        const uint32_t code = step.operands[i];
        codes |= code << 8 * i;
        slots |= uint32_t{code < tt::hw::kSfpuRandom} << 8 * i;
        if (code == tt::hw::kSfpuScalar) {
            scalar_places.push_back(i);
        }
    }
    arguments.add(codes);
    arguments.add(slots);
    arguments.add(command_of(step));
    arguments.add(static_cast<uint32_t>(scalar_places.size()));
    for (const uint32_t place : scalar_places) {
        arguments.add(place);
        arguments.add(DeviceProgram::value(next_value++));
    }
}

}  // namespace

void add_steps(CommonArguments& arguments, std::span<const SfpuStep> steps, size_t& next_value) {
    for (const SfpuStep& step : steps) {
        add_step(arguments, step, next_value);
    }
}

void add_scalars(std::vector<uint32_t>& values, std::span<const SfpuStep> steps) {
    for (const SfpuStep& step : steps) {
        values.insert(values.end(), step.scalars.begin(), step.scalars.end());
    }
}

void add_steps(ProgramKey& key, std::span<const SfpuStep> steps) {
    key << steps.size();
    for (const SfpuStep& step : steps) {
        key << uint64_t{command_of(step)} << step.operands;
    }
}

}  // namespace ttnn
