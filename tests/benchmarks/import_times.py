# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Times what a user waits for: `./bazelw run //tests/benchmarks:import_times` prints a table."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from rich.console import Console
from rich.table import Table


def start_seconds(python: str, statement: str) -> float:
    """Median time of a Python that executes one statement."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run([python, "-c", statement], check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def import_milliseconds(wheel: Path, module: str) -> float:
    """Time to import a module in a new environment with the wheel, less Python's start."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
        start_seconds(python, f"import {module}")  # writes the byte code
        return 1000 * (start_seconds(python, f"import {module}") - start_seconds(python, "pass"))


def main() -> None:
    """Prints the table."""
    wheel = Path(sys.argv[1]).resolve()
    table = Table("what", "measured", "aim")
    table.add_row("import ttnn", f"{import_milliseconds(wheel, 'ttnn'):.0f} ms", "150 ms")
    table.add_row("import numpy, to compare", f"{import_milliseconds(wheel, 'numpy'):.0f} ms", "")
    table.add_row("wheel", f"{wheel.stat().st_size / 1e6:.1f} MB", "15 MB")
    Console().print(table)


if __name__ == "__main__":
    main()
