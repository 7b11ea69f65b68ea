// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/bindings/interruption.hpp"

#include <sys/syscall.h>
#include <unistd.h>

namespace ttnn::bindings {

namespace {

using Handler = void (*)(int);

volatile std::sig_atomic_t interrupted = 0;
volatile Handler pythons_handler = nullptr;  // set before `note_and_pass_on` is installed
thread_local bool watches = false;

void note_and_pass_on(int signal) {
    interrupted = 1;
    pythons_handler(signal);
}

bool on_main_thread() { return syscall(SYS_gettid) == getpid(); }

}  // namespace

InterruptibleScope::InterruptibleScope() {
    if (watches || !on_main_thread()) {
        return;
    }
    sigaction(SIGINT, nullptr, &previous_);
    if (previous_.sa_handler == SIG_DFL || previous_.sa_handler == SIG_IGN) {
        return;
    }
    interrupted = 0;
    pythons_handler = previous_.sa_handler;
    struct sigaction noting = previous_;
    noting.sa_handler = note_and_pass_on;
    sigaction(SIGINT, &noting, nullptr);
    watches_ = watches = true;
}

InterruptibleScope::~InterruptibleScope() {
    if (watches_) {
        sigaction(SIGINT, &previous_, nullptr);
        watches = false;
    }
}

void check_interruption() {
    if (watches && interrupted != 0) {
        interrupted = 0;
        throw Interrupted();
    }
}

}  // namespace ttnn::bindings
