// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Ctrl-C while the device works. Python's own handler only takes a note, which nobody reads before
// the extension returns; a kernel that never ends would never let it.
#pragma once

#include <csignal>
#include <exception>

namespace ttnn::bindings {

// The work was ended by SIGINT; Python raises what its handler of that signal says.
class Interrupted : public std::exception {
 public:
    const char* what() const noexcept override { return "interrupted by SIGINT"; }
};

// While one lives on the main thread, SIGINT is noticed by check_interruption() as well as by
// Python. Elsewhere it does nothing: Python runs signal handlers on the main thread alone.
class InterruptibleScope {
 public:
    InterruptibleScope();
    ~InterruptibleScope();
    InterruptibleScope(const InterruptibleScope&) = delete;
    InterruptibleScope& operator=(const InterruptibleScope&) = delete;

 private:
    bool watches_ = false;
    struct sigaction previous_ = {};
};

// Throws Interrupted if SIGINT came within the calling thread's scope. Needs no GIL.
void check_interruption();

}  // namespace ttnn::bindings
