# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Extension `googletest`: the sources of GoogleTest from the one package that carries them."""

load("@pip_download//:pip_download.bzl", "pip_download")

visibility("public")

# Sources are the same for every interpreter and machine; the tags below only name the pinned file.
_REQUIREMENT = "ros-gtest-vendor==1.15.1"
_SHA256 = "6a578c55eca01c7d215e54bf1dd3172ada677b591dd2f5d3c8260b882364ee6e"
_PLATFORM = "manylinux_2_28_x86_64"
_PYTHON_VERSION = "3.11"
_SOURCES = "ros_gtest_vendor-1.15.1.data/data/src/gtest_vendor"

_BUILD_FILE = Label("//third_party/googletest:googletest.BUILD.bazel")

def _googletest_repository_impl(rctx):
    build_file = rctx.path(_BUILD_FILE)
    python = rctx.which("python3")
    if not python:
        fail("GoogleTest is brought by pip, but there is no python3 on PATH: please install python3 with pip")
    wheel = pip_download(
        rctx,
        python,
        ["{} --hash=sha256:{}".format(_REQUIREMENT, _SHA256)],
        pip_arguments = ["--platform=" + _PLATFORM, "--python-version=" + _PYTHON_VERSION],
    )

    # A wheel is a zip archive, which is told by its name alone.
    rctx.symlink(wheel, "wheel.zip")
    rctx.extract("wheel.zip", stripPrefix = _SOURCES)
    rctx.delete("wheel.zip")
    rctx.delete("wheel")
    rctx.symlink(build_file, "BUILD.bazel")

_googletest_repository = repository_rule(implementation = _googletest_repository_impl)

def _googletest_impl(module_ctx):
    _googletest_repository(name = "googletest")
    return module_ctx.extension_metadata(reproducible = True)

googletest = module_extension(implementation = _googletest_impl)
