// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/bindings/interruption.hpp"

#include <pybind11/pybind11.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ttnn::bindings {

namespace {

using Clock = std::chrono::steady_clock;

// What people do not notice, and most launches do not last: so these never wait for the GIL.
constexpr std::chrono::milliseconds kBetweenChecks{50};

thread_local bool serves_signals = false;
thread_local Clock::time_point next_check;

bool on_main_thread() { return syscall(SYS_gettid) == getpid(); }

}  // namespace

InterruptibleScope::InterruptibleScope() : is_outermost_(!serves_signals && on_main_thread()) {
    if (!is_outermost_) return;
    serves_signals = true;
    next_check = Clock::now() + kBetweenChecks;
}

InterruptibleScope::~InterruptibleScope() {
    if (is_outermost_) serves_signals = false;
}

void check_interruption() {
    if (!serves_signals || Clock::now() < next_check) return;
    const pybind11::gil_scoped_acquire gil;
    if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
    next_check = Clock::now() + kBetweenChecks;
}

}  // namespace ttnn::bindings
