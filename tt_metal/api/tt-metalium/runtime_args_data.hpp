// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The run-time arguments of a kernel on one core, or those that all its cores share: words that
// may be changed in place, and that the next launch takes as they are. Their number is that of the
// last SetRuntimeArgs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace tt::tt_metal {

namespace runtime_internal {
class Kernel;
}

class RuntimeArgsData {
 public:
    // Throws std::out_of_range for an argument that there is not.
    std::uint32_t& at(std::size_t index) {
        if (index >= words_.size()) {
            throw std::out_of_range("argument " + std::to_string(index) + ": " +
                                    std::to_string(words_.size()) + " have been set here");
        }
        return words_[index];
    }
    const std::uint32_t& at(std::size_t index) const {
        return const_cast<RuntimeArgsData*>(this)->at(index);
    }
    std::uint32_t& operator[](std::size_t index) { return at(index); }
    const std::uint32_t& operator[](std::size_t index) const { return at(index); }

    std::uint32_t* data() { return words_.data(); }
    const std::uint32_t* data() const { return words_.data(); }
    std::size_t size() const { return words_.size(); }
    auto begin() { return words_.begin(); }
    auto end() { return words_.end(); }
    auto begin() const { return words_.begin(); }
    auto end() const { return words_.end(); }

 private:
    friend class runtime_internal::Kernel;

    std::vector<std::uint32_t> words_;
};

}  // namespace tt::tt_metal
