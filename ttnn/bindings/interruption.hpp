// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Signals while the device works. Python's own handlers only take a note, which nobody reads before
// the extension returns; a kernel that never ends would never let it.
#pragma once

#include <chrono>

namespace ttnn::bindings {

// While one lives on the main thread, check_interruption() has Python serve its signals. Elsewhere
// it does nothing: Python runs signal handlers on the main thread alone.
class InterruptibleScope {
 public:
    InterruptibleScope();
    ~InterruptibleScope();
    InterruptibleScope(const InterruptibleScope&) = delete;
    InterruptibleScope& operator=(const InterruptibleScope&) = delete;

 private:
    const bool is_outermost_;
};

// Called again and again without the GIL, which it takes now and then. Throws what a handler of a
// signal raises, as pybind11::error_already_set.
void check_interruption();

}  // namespace ttnn::bindings
