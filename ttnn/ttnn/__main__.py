# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn`: a summary; with `doctor` or `verify`, what may be wrong and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType


def main(arguments: Sequence[str]) -> int:
    """Runs the command and returns the exit status."""
    options = _parse(arguments)
    # Imported by need: the package may be in a state in which only the diagnosis runs.
    if options.version:
        print(f"ttnn {import_module('ttnn._version').__version__}")
        return 0
    if options.command:
        status: int = _diagnosis(options.command).main(json_wanted=options.json)
        return status
    from ttnn import _summary

    return _summary.main()


def _diagnosis(name: str) -> ModuleType:
    """Imports the module of a command, which is among the files that may be damaged."""
    try:
        return import_module(f"ttnn.diagnosis.{name}")
    except Exception as error:  # whatever is in the file
        sys.exit(
            f"the diagnosis itself is damaged ({type(error).__name__}: {error}): "
            "python -m pip install --force-reinstall --no-deps ttnn"
        )


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ttnn",
        description="Without a command: what is installed, where from, which devices there are.",
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="command")
    doctor = commands.add_parser(
        "doctor",
        help="look at machine, installation, environment and device",
        description="Exit status: 0 if nothing is wrong, 1 if something is.",
    )
    verify = commands.add_parser(
        "verify",
        help="compare the installed files with those of the wheel",
        description="Exit status: 0 if all are as the wheel brought them, else 1.",
    )
    for command in (doctor, verify):
        command.add_argument("--json", action="store_true", help="for programs")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
