# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Macro `ttnn_wheel`: the wheel of the distribution for one interpreter, on the processor that is built for."""

load("@toolchains_llvm//toolchain:versions.bzl", "GLIBC_VERSION")
load("//packaging:py_wheel.bzl", "py_wheel")
load("//packaging:version.bzl", "VERSION")

visibility(["//packaging/..."])

_MANYLINUX = "manylinux_" + GLIBC_VERSION.replace(".", "_")

def ttnn_wheel(name, extension, python, python_tag, **kwargs):
    """Defines one wheel; all that differs between the wheels is said here.

    Args:
      name: name of the target.
      extension: the module `_ttnn` for the interpreter.
      python: the headers of that interpreter, from which nothing is linked in.
      python_tag: the interpreter, like "cp311".
      **kwargs: visibility and so on.
    """
    py_wheel(
        name = name,
        distribution = "ttnn",
        dist_info_files = {
            "//packaging:build_info": "build_info.json",
        },
        extensions = [extension],
        interfaces = [python],
        license = "Apache-2.0",
        license_files = ["//:LICENSE"],
        linked = [
            "//packaging/sbom:glibc_nonshared",
            "//packaging/sbom:libcxx",
            "//packaging/sbom:libunwind",
            "//packaging/sbom:pybind11",
            "//packaging/sbom:zig_compiler_rt",
        ],
        package = "//ttnn/ttnn:pure",
        platform_tag = select({
            "@platforms//cpu:aarch64": _MANYLINUX + "_aarch64",
            "@platforms//cpu:x86_64": _MANYLINUX + "_x86_64",
        }),
        pyproject = "//:pyproject.toml",
        pyproject_files = [
            "//:LICENSE",
            "//:README.md",
        ],
        python_tag = python_tag,
        root = "ttnn",
        version = VERSION,
        **kwargs
    )
