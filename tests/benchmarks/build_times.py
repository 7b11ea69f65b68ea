# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Times what a developer, a build machine and a user wait for, and prints a table.

Run from a checkout by `./bazelw run //tests/benchmarks:build_times`; `-- --cold` adds the way from
empty caches to the wheel, which takes minutes. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

KERNEL = Path("ttnn/cpp/operations/eltwise/binary/kernels/compute/compute_binary_fpu.cpp")
BUILD_WHEEL = ["./bazelw", "build", "//:wheel"]


def seconds(action: Callable[[], object]) -> float:
    """Returns how long one call of `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(command: list[str], environment: Mapping[str, str] | None = None) -> None:
    """Runs a command, quiet unless it fails."""
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if outcome.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{outcome.stderr}")


def cold_build() -> float:
    """Seconds from an empty home to the wheel: Bazel, compiler, libraries, everything."""
    home = tempfile.mkdtemp(prefix="cold-home-")
    environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": f"{home}/.cache"}
    environment.pop("BAZEL", None)
    try:
        return seconds(lambda: run(BUILD_WHEEL, environment))
    finally:
        run(["./bazelw", "shutdown"], environment)
        subprocess.run(["chmod", "-R", "u+w", home], check=False)
        shutil.rmtree(home, ignore_errors=True)


def kernel_edit_build() -> float:
    """Seconds from an edit that changes a kernel's bytes to the new wheel."""
    source = KERNEL.read_text(encoding="utf-8")
    edit = f"\n__attribute__((used, retain)) static const long edit = {time.time_ns() % 2**31};\n"
    try:
        KERNEL.write_text(source + edit, encoding="utf-8")
        return seconds(lambda: run(BUILD_WHEEL))
    finally:
        KERNEL.write_text(source, encoding="utf-8")
        run(BUILD_WHEEL)


def import_milliseconds(wheel: Path, module: str) -> float:
    """Median time to import a module in a new environment with the wheel, less Python's start."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        run([python, "-m", "pip", "install", "--quiet", str(wheel)])

        def start(statement: str) -> float:
            return statistics.median(
                seconds(lambda: run([python, "-c", statement])) for _ in range(15)
            )

        start(f"import {module}")  # writes the byte code
        return 1000 * (start(f"import {module}") - start("pass"))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cold", action="store_true", help="also build from empty caches")
    arguments = parser.parse_args()
    os.chdir(os.environ.get("BUILD_WORKSPACE_DIRECTORY", "."))

    run(BUILD_WHEEL)
    (wheel,) = Path("bazel-bin/packaging").glob("*.whl")
    table = Table("what", "measured", "aim")
    if arguments.cold:
        table.add_row("empty caches to wheel", f"{cold_build() / 60:.1f} min", "8 min")
    table.add_row("no-op build", f"{seconds(lambda: run(BUILD_WHEEL)):.2f} s", "1 s")
    table.add_row("kernel edit to wheel", f"{kernel_edit_build():.1f} s", "10 s")
    table.add_row("import ttnn", f"{import_milliseconds(wheel, 'ttnn'):.0f} ms", "150 ms")
    table.add_row("import numpy, to compare", f"{import_milliseconds(wheel, 'numpy'):.0f} ms", "")
    table.add_row("wheel", f"{wheel.stat().st_size / 1e6:.1f} MB", "15 MB")
    Console().print(table)


if __name__ == "__main__":
    main()
