# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Macro `userland_test`: a wheel in the root file system of another release or processor."""

load("//tools/pytest:defs.bzl", "py_pytest_test")

visibility(["//packaging/userlands"])

def userland_test(name, root, wheel, glibc, python, script, missing_because, emulator = None):
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
    """
    folders = {"ROOT": root} | ({"EMULATOR": emulator} if emulator else {})
    py_pytest_test(
        name = name,
        size = "medium",
        srcs = ["userland_test.py"],
        data = [script, "@pypi//pip:whl"] + ([] if missing_because else [wheel]) +
               [repository + "//:root" for repository in folders.values()],
        env = {
                  "GLIBC": glibc,
                  "PIP": "$(rootpath @pypi//pip:whl)",
                  "PYTHON": python,
                  "SCRIPT": "$(rootpath {})".format(script),
              } | {variable: "$(rootpath {}//:root)".format(repository) for variable, repository in folders.items()} |
              ({} if missing_because else {"WHEEL": "$(rootpath {})".format(wheel)}),
        target_compatible_with = [repository + "//:available" for repository in folders.values()] +
                                 (["@platforms//:incompatible"] if missing_because else []),
    )
