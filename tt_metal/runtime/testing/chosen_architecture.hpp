// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Devices that are opened while this lives are of another architecture.
#pragma once

#include <cstdlib>

namespace tt::tt_metal::runtime_testing {

class ChosenArchitecture {
 public:
    explicit ChosenArchitecture(const char* name) { setenv("ARCH_NAME", name, 1); }
    ~ChosenArchitecture() { unsetenv("ARCH_NAME"); }
    ChosenArchitecture(const ChosenArchitecture&) = delete;
    ChosenArchitecture& operator=(const ChosenArchitecture&) = delete;
};

}  // namespace tt::tt_metal::runtime_testing
