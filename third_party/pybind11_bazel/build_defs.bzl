# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rules for C++ code that talks to Python through pybind11."""

load("@bazel_skylib//rules:write_file.bzl", "write_file")
load("@rules_cc//cc:cc_binary.bzl", "cc_binary")
load("@rules_cc//cc:cc_library.bzl", "cc_library")
load("@rules_cc//cc:cc_test.bzl", "cc_test")

_PYBIND_DEPS = ["@pybind11//:pybind11"]

# pybind11's headers alone: an extension may be for another interpreter than the toolchain's.
_PYBIND_HEADERS = ["@pybind11//:headers"]

# pybind11 marks what must be shared between extensions; all else would clash with other modules of the process.
_PYBIND_COPTS = ["-fvisibility=hidden"]

# pybind11's headers are not self-contained under a module map.
_PYBIND_FEATURES = [
    "-parse_headers",
    "-use_header_modules",
]

def pybind_extension(
        name,
        copts = [],
        features = [],
        linkopts = [],
        tags = [],
        deps = [],
        additional_linker_inputs = [],
        python = None,
        testonly = False,
        visibility = None,
        **kwargs):
    """Given NAME defines: `NAME.so`, a Python extension module, and `NAME`, its alias for use in `data`.

    The library exports `PyInit_NAME` alone, and takes the symbols of Python from the interpreter that loads it.

    Args:
      name: name of the module, as in PYBIND11_MODULE.
      copts: further compiler flags.
      features: further toolchain features.
      linkopts: further linker flags.
      tags: tags of the library.
      deps: C++ libraries that the module is made from; pybind11 is there already.
      additional_linker_inputs: files that linkopts name.
      python: headers of the interpreter that the module is for; the toolchain's by default.
      testonly: whether only tests may use it.
      visibility: who may use it.
      **kwargs: passed on to cc_binary: srcs, defines and so on.
    """
    exports = name + ".exports"
    write_file(
        name = exports,
        out = name + ".exports.lds",
        content = ["{ global: PyInit_%s; local: *; };" % name.rpartition("/")[2], ""],
        tags = ["manual"],  # an input of the library, of no use by itself
        testonly = testonly,
        visibility = ["//visibility:private"],
    )
    cc_binary(
        name = name + ".so",
        additional_linker_inputs = additional_linker_inputs + [exports],
        copts = _PYBIND_COPTS + copts,
        features = _PYBIND_FEATURES + features,
        linkopts = ["-Wl,--version-script=$(execpath %s)" % exports] + linkopts,
        linkshared = True,
        tags = tags,
        testonly = testonly,
        visibility = visibility,
        deps = deps + (_PYBIND_HEADERS + [python] if python else _PYBIND_DEPS),
        **kwargs
    )
    native.alias(
        name = name,
        actual = name + ".so",
        tags = tags,
        testonly = testonly,
        visibility = visibility,
    )

def pybind_library(name, copts = [], features = [], deps = [], **kwargs):
    """Given NAME defines: `NAME`, a C++ library whose headers or sources use pybind11.

    Args:
      name: name of the library.
      copts: further compiler flags.
      features: further toolchain features.
      deps: C++ libraries; pybind11 is there already.
      **kwargs: passed on to cc_library.
    """
    cc_library(
        name = name,
        copts = _PYBIND_COPTS + copts,
        features = _PYBIND_FEATURES + features,
        deps = deps + _PYBIND_DEPS,
        **kwargs
    )

def pybind_library_test(name, copts = [], features = [], deps = [], **kwargs):
    """Given NAME defines: `NAME`, a C++ test that embeds a Python interpreter.

    It is skipped where the interpreter of the toolchain has no shared library.

    Args:
      name: name of the test.
      copts: further compiler flags.
      features: further toolchain features.
      deps: C++ libraries; pybind11 and libpython are there already.
      **kwargs: passed on to cc_test.
    """
    cc_test(
        name = name,
        copts = _PYBIND_COPTS + copts,
        features = _PYBIND_FEATURES + features,
        deps = deps + ["@pybind11//:pybind11_embed"],
        **kwargs
    )
