// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Kernels, circular buffers and semaphores that run together on some cores of a device.
//
// A value that can be moved, built by the functions of host_api.hpp, bound to no device, and run as
// often as wished. What it needs on a device is worked out at its first run there and kept. Not to
// be used by two threads at a time.
#pragma once

#include <memory>

namespace tt::tt_metal {

namespace runtime_internal {
class ProgramState;
}

struct ProgramDescriptor;

class Program {
 public:
    Program();
    // All at once. Throws what the functions of host_api.hpp say for each part, and
    // std::invalid_argument for names and ids that come twice.
    explicit Program(const ProgramDescriptor& descriptor);
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    // For the runtime itself. Throws std::invalid_argument if this program was moved from.
    runtime_internal::ProgramState& state() const;

 private:
    std::unique_ptr<runtime_internal::ProgramState> state_;
};

}  // namespace tt::tt_metal
