# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Pins: which package, at which hash, holds which LLVM.

To move to another LLVM: add its row (`pip download --no-deps ziglang==X` for each host, sha256sum),
then change `llvm_version` in the root's MODULE.bazel and run //toolchains/tests/...
"""

# The ziglang package is a complete, statically linked clang and lld with the sources of libc++ and the
# symbol lists of every glibc: the one LLVM that a package registry carries for every supported host.
LLVM_DISTRIBUTIONS = {
    "22.1.8": struct(
        requirement = "ziglang==0.17.1",
        # One wheel for each architecture of the build host; pip picks the fitting one.
        sha256 = [
            "ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54",
            "b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e",
        ],
    ),
}

# The lowest glibc which binaries of these targets run on.
GLIBC_VERSION = "2.28"

# Sysroots by the target names of the extension's `sysroot` tag. `zig_target` and `zig_cpu` are what
# the runtime libraries are built for, `triple` is what clang calls the same. `control_flow` guards
# their jumps and returns; what is linked with them is guarded if it was compiled with that flag.
SYSROOTS = {
    "linux-aarch64": struct(
        control_flow = "-mbranch-protection=standard",
        kind = "glibc",
        triple = "aarch64-unknown-linux-gnu",
        zig_cpu = "baseline",
        zig_target = "aarch64-linux-gnu." + GLIBC_VERSION,
    ),
    "linux-x86_64": struct(
        control_flow = "-fcf-protection=full",
        kind = "glibc",
        triple = "x86_64-unknown-linux-gnu",
        # With it libunwind unwinds the shadow stack, too, where the processor has one.
        zig_cpu = "baseline+shstk",
        zig_target = "x86_64-linux-gnu." + GLIBC_VERSION,
    ),
    "none-riscv32": struct(
        control_flow = "-fcf-protection=none",
        kind = "freestanding",
        triple = "riscv32-unknown-elf",
        zig_cpu = "generic_rv32+m",
        zig_target = "riscv32-freestanding-none",
    ),
}
