# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The examples in C++, and the test that they run with the kernel headers of any runtime root."""

load("//tools/pytest:defs.bzl", "py_pytest_test")
load("//tt_metal/jit:test_compiler.bzl", "KERNEL_COMPILER_ENV", "KERNEL_COMPILER_FILES")

visibility([
    "//packaging/tests/three_ways",
    "//tt_metal/programming_examples",
])

HOST_PROGRAMS = [
    "add_shards",
    "add_two_integers",
    "distributed_add",
]

_FOLDER = "//tt_metal/programming_examples:"

def host_programs_test(name, root = "", root_files = []):
    """Runs each of them.

    Args:
        name: of the test.
        root: the runtime root, a path in runfiles; the programs' own unless given.
        root_files: targets with its files.
    """
    programs = [_FOLDER + program for program in HOST_PROGRAMS]
    py_pytest_test(
        name = name,
        size = "small",
        srcs = [_FOLDER + "host_programs_test.py"],
        data = programs + root_files + KERNEL_COMPILER_FILES,
        env = KERNEL_COMPILER_ENV | {
            "HOST_PROGRAMS": " ".join(["$(rootpath %s)" % program for program in programs]),
            "RUNTIME_ROOT": root,
        },
    )
