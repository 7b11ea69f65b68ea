# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn`: a summary; with `doctor` or `verify`, what may be wrong and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ttnn._version import __version__


def main(arguments: Sequence[str]) -> int:
    """Runs the command and returns the exit status."""
    options = _parse(arguments)
    # Imported by need: the package may be in a state in which only the diagnosis runs.
    if options.command == "doctor":
        from ttnn.diagnosis import doctor

        return doctor.main(json_wanted=options.json)
    if options.command == "verify":
        from ttnn.diagnosis import verify

        return verify.main(json_wanted=options.json)
    from ttnn import _summary

    return _summary.main()


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m ttnn",
        description="Without a command: what is installed, where from, which devices there are.",
    )
    parser.add_argument("--version", action="version", version=f"ttnn {__version__}")
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
