// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/sfpu/sfpu.hpp"

#include <algorithm>
#include <format>
#include <vector>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/host_cpu.hpp"
#include "tt_metal/sim/tensix/sfpu/variants.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using enum sfpu::Formats;
using enum hw::DataFormat;

constexpr DataFormat SAME = DataFormat::Invalid;

constexpr SfpuFunctionInfo kInfo[] = {
#define SFPU_FUNCTION(name, operands, formats, result) {#name, operands, formats, result},
#include "tt_metal/hw/sfpu_functions.def"
#undef SFPU_FUNCTION
};
static_assert(std::size(kInfo) == hw::kNumSfpuFunctions);

std::vector<SfpuVariant> find_supported() {
    std::vector<SfpuVariant> supported{{"baseline", sfpu::baseline_routines()}};
#if defined(__x86_64__)
    if (host_has_avx2_and_fma()) {
        supported.push_back({"avx2", sfpu::avx2_routines()});
    }
    if (host_has_avx512()) {
        supported.push_back({"avx512", sfpu::avx512_routines()});
    }
#endif
    return supported;
}

}  // namespace

const SfpuFunctionInfo& sfpu_function_info(hw::SfpuFunction function) {
    const auto code = static_cast<uint32_t>(function);
    if (code >= hw::kNumSfpuFunctions) {
        throw Fault(ErrorKind::kInstruction, std::format("SFPU function {} is not defined", code));
    }
    return kInfo[code];
}

SfpuRoutine SfpuVariant::routine(hw::SfpuFunction function, DataFormat format) const {
    const SfpuFunctionInfo& info = sfpu_function_info(function);
    const auto place = std::ranges::find(kSfpuFormats, format) - kSfpuFormats.begin();
    if ((info.formats >> place & 1) == 0) {
        return nullptr;
    }
    return routines[static_cast<uint32_t>(function)][std::min<ptrdiff_t>(place, 2)];
}

std::span<const SfpuVariant> supported_sfpu_variants() {
    static const std::vector<SfpuVariant> supported = find_supported();
    return supported;
}

}  // namespace tt::sim
