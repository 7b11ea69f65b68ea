# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What a frozen program called `python` runs: a script, a zipped program, or `-c CODE`.

A frozen program ignores the options and the environment that an interpreter heeds.
"""

from __future__ import annotations

import os
import runpy
import sys


def run(_main: str) -> None:
    """Does what the arguments say; `-B` may come first."""
    sys.path += os.environ["PYTHONPATH"].split(":")
    del sys.argv[0]
    if sys.argv[0] == "-B":
        sys.dont_write_bytecode = True
        del sys.argv[0]
    if sys.argv[0] == "-c":
        exec(sys.argv[1], {"__name__": "__main__"})
    else:
        runpy.run_path(sys.argv[0], run_name="__main__")
