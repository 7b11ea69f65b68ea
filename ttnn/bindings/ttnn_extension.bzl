# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Macro `ttnn_extension`: the module `_ttnn` for one interpreter, around a core that knows of none."""

load("@pybind11_bazel//:build_defs.bzl", "pybind_extension")
load("//packaging:version.bzl", "VERSION")
load("//toolchains/python:extension_module.bzl", "extension_module")

visibility([
    "//packaging/...",
    "//ttnn/ttnn",
])

def ttnn_extension(name, python, python_tag, folder = "", visibility = None):
    """Defines `name`, the file `_ttnn.cpython-<version>-<processor>-linux-gnu.so`.

    Only the bindings are compiled for each interpreter: what they bind is one library for all.

    Args:
      name: name of the target.
      python: the headers of the interpreter.
      python_tag: the interpreter, like "cp311".
      folder: where the file lies below the package; "" or with a slash at its end.
      visibility: who may use it.
    """
    binary = name + "_binary/_ttnn"
    pybind_extension(
        name = binary,
        srcs = ["//ttnn/bindings:units"],
        local_defines = ["TTNN_VERSION=\\\"%s\\\"" % VERSION],
        python = python,
        visibility = ["//visibility:private"],
        deps = ["//ttnn/bindings:sources"],
    )
    extension_module(
        name = name,
        binary = binary,
        folder = folder,
        python_tag = python_tag,
        visibility = visibility,
    )
