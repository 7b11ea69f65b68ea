// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Run-time arguments of kernels: words that a kernel reads by get_arg_val, on each core its own,
// and by get_common_arg_val, on all cores the same. They stay until they are set anew; a core that
// was given none has none.
//
// All throw std::out_of_range for a kernel that the program has not, and std::invalid_argument for
// a core that does not run it and for more than max_runtime_args words. What throws changes
// nothing.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/kernel_types.hpp>
#include <tt-metalium/program.hpp>
#include <tt-metalium/runtime_args_data.hpp>

namespace tt::tt_metal {

// The same on each of the cores.
void SetRuntimeArgs(const Program& program, KernelHandle kernel, const CoreRangeSet& cores,
                    std::span<const std::uint32_t> args);
// args[i] on cores[i]. Throws std::invalid_argument unless there are as many of both.
void SetRuntimeArgs(const Program& program, KernelHandle kernel,
                    const std::vector<CoreCoord>& cores,
                    const std::vector<std::vector<std::uint32_t>>& args);

// An argument in a list in braces, of any integral type, as addresses are wider than a word.
class RuntimeArgWord {
 public:
    // Throws std::out_of_range for a value that does not fit in 32 bits.
    template <typename T>
        requires(std::is_integral_v<T> || std::is_enum_v<T>)
    constexpr RuntimeArgWord(T value) : word_(static_cast<std::uint32_t>(value)) {
        if constexpr (sizeof(T) > sizeof(word_)) {
            const bool is_negative = value < T{0};
            if (static_cast<T>(word_) != value &&
                !(is_negative && static_cast<T>(static_cast<std::int32_t>(word_)) == value)) {
                throw std::out_of_range("argument " + std::to_string(value) +
                                        ": does not fit in a word of 32 bits");
            }
        }
    }
    constexpr operator std::uint32_t() const { return word_; }

 private:
    std::uint32_t word_;
};

inline void SetRuntimeArgs(const Program& program, KernelHandle kernel, const CoreRangeSet& cores,
                           std::initializer_list<RuntimeArgWord> args) {
    SetRuntimeArgs(program, kernel, cores, std::vector<std::uint32_t>(args.begin(), args.end()));
}

void SetCommonRuntimeArgs(const Program& program, KernelHandle kernel,
                          std::span<const std::uint32_t> args);

inline void SetCommonRuntimeArgs(const Program& program, KernelHandle kernel,
                                 std::initializer_list<RuntimeArgWord> args) {
    SetCommonRuntimeArgs(program, kernel, std::vector<std::uint32_t>(args.begin(), args.end()));
}

// The arguments themselves, to be read or changed in place; the next launch has what they are then.
// They lie where they are for as long as the program lives.
RuntimeArgsData& GetRuntimeArgs(const Program& program, KernelHandle kernel, const CoreCoord& core);
// Of all cores: [x][y], from (0, 0) to the last core of the kernel.
std::vector<std::vector<RuntimeArgsData>>& GetRuntimeArgs(const Program& program,
                                                          KernelHandle kernel);
RuntimeArgsData& GetCommonRuntimeArgs(const Program& program, KernelHandle kernel);

}  // namespace tt::tt_metal
