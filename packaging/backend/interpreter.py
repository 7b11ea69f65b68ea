# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which wheel of the graph the Python of a front end can use."""

from __future__ import annotations

import sys
import sysconfig

from bazel_command import Bazel


def running_tag() -> str:
    """Returns the Python tag of the running interpreter, like "cp311"."""
    if sys.implementation.name != "cpython":
        return sys.implementation.cache_tag.replace("-", "")
    threaded = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    return f"cp{sys.version_info.major}{sys.version_info.minor}{threaded}"


def wheel_target(bazel: Bazel, tag: str) -> str:
    """Returns the target whose wheel fits a Python.

    Raises:
        SystemExit: the graph has none; the message says what to do.
    """
    (wheel,) = bazel.output_names("//:wheel")
    toolchain_tag = wheel.split("-")[2]
    if toolchain_tag == tag:
        return "//:wheel"
    target = f"//packaging/wheels:{tag}"
    if bazel.has_target(target):
        return target
    raise SystemExit(
        f"{sys.executable} is {tag}, for which the build has no wheel: the toolchain's Python is "
        f"{toolchain_tag}, and there is no {target}. Use a Python of {toolchain_tag}, or make this "
        "one the toolchain's: put it first on PATH as python3, with its headers installed, and run "
        "./bazelw fetch --configure --force"
    )
