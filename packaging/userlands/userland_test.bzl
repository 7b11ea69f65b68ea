# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Macro `userland_test`: a wheel in the root file system of another release or processor."""

load("//tools/pytest:defs.bzl", "py_pytest_test")

visibility(["//packaging/userlands"])

def userland_test(name, root, wheel, glibc, python, script, missing_because = "", emulator = None, frozen_python = False):
    """Given NAME defines: `NAME`, the test that the wheel installs and works there.

    Args:
      name: name of the test.
      root: repository of the root file system.
      wheel: the wheel to install.
      glibc: version of the C library that the test must run on.
      python: version of the interpreter that the test must run on.
      script: what runs once the wheel is installed.
      missing_because: why the machine cannot build the wheel; "" if it can.
      emulator: repository of a root with the program that runs the root's programs here; by default they run by themselves.
      frozen_python: whether the interpreter, the toolchain's version of it, and NumPy come from PyPI, for a root without.
    """
    wheels = {"PIP": "@pypi//pip:whl"}
    if frozen_python:
        wheels |= {"FREEZE_CORE": "@pypi//freeze_core:whl", "NUMPY": "@pypi//numpy:whl"}
    if not missing_because:
        wheels["WHEEL"] = wheel
    folders = {"ROOT": root} | ({"EMULATOR": emulator} if emulator else {})
    py_pytest_test(
        name = name,
        size = "medium",
        srcs = ["userland_test.py"],
        data = [script] + wheels.values() + [repository + "//:root" for repository in folders.values()],
        env = {"GLIBC": glibc, "PYTHON": python, "SCRIPT": "$(rootpath {})".format(script)} |
              {variable: "$(rootpath {})".format(wheel) for variable, wheel in wheels.items()} |
              {variable: "$(rootpath {}//:root)".format(repository) for variable, repository in folders.items()},
        target_compatible_with = [repository + "//:available" for repository in folders.values()] +
                                 (["@platforms//:incompatible"] if missing_because else []),
        deps = [":frozen_python"],
    )
