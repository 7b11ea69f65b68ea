# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes the type stub of an extension module, from the signatures in the module itself."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import stub_parser
from pybind11_stubgen.printer import Printer

_HEADER = """\
# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
# Generated from the extension module.

"""


class StubPrinter(Printer):
    """Prints docstrings as people write them."""

    def print_docstring(self, doc: str) -> list[str]:
        """Returns the lines of a docstring, quotes included."""
        opening, first, *further, closing = super().print_docstring(doc)
        if further or first.endswith('"'):
            return [opening + first, *further, closing]
        return [opening + first + closing]


def load(name: str, path: Path) -> ModuleType:
    """Loads an extension module alone, without the package that it is a part of."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def stub_of(name: str, module: ModuleType) -> str:
    """Returns the stub, before a formatter lays it out.

    Raises:
        ValueError: A binding lacks what a reader of its signature needs.
    """
    printer = StubPrinter(invalid_expr_as_ellipses=False)
    return _HEADER + "\n".join(printer.print_module(stub_parser.parse(name, module))) + "\n"


def main() -> None:
    """Writes the stub of the module in the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", required=True, help="its full name")
    parser.add_argument("--extension", type=Path, required=True, help="its file")
    parser.add_argument("--formatter", type=Path, required=True, help="the program ruff")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    try:
        stub = stub_of(arguments.module, load(arguments.module, arguments.extension))
    except ValueError as error:
        sys.exit(f"no stub can be made of {arguments.extension}:\n{error}")
    layout = ["format", "--isolated", "--no-cache", "--line-length=100", "--stdin-filename=a.pyi"]
    with arguments.output.open("wb") as output:
        command = [arguments.formatter, *layout, "-"]
        subprocess.run(command, input=stub.encode(), stdout=output, check=True)


if __name__ == "__main__":
    main()
