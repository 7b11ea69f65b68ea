# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Times our build beside a CMake and Ninja build of the same sources with the same compiler.

`./bazelw run //tests/benchmarks:build_times` copies the work tree, lets Bazel build the copy in an
output base of its own, makes a CMake project of Bazel's own commands, and prints clean, no-op, one
kernel edited and one C++ file edited side by side (aims of ours: no-op below 1 s, an edited kernel
below 10 s); then all wheels against one. Edits are made in the copy. `-- --cold` adds the way
from empty caches to the wheel, which takes minutes.

Builders take turns and the table shows medians, yet on a machine that does other work only the
ratios mean something. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.builders import BazelBuild, CMakeBuild, run
from tools.source_tree.source_tree import list_files, workspace_root

Step = Callable[[], object]


def seconds(action: Step) -> float:
    """Returns how long one call of `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turn(repeats: int, *ways: tuple[Step, Step]) -> list[float]:
    """Medians of seconds. Each way is a step that prepares and a step that is timed."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(repeats):
        for taken, (prepare, build) in zip(times, ways, strict=True):
            prepare()
            taken.append(seconds(build))
    return [statistics.median(taken) for taken in times]


def copy_tree(source: Path, destination: Path) -> None:
    """Copies the tracked and the new files of a work tree; a user's own settings stay behind."""
    for path in list_files(source):
        (destination / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / path, destination / path)


def edit(source: Path) -> None:
    """Changes the bytes of what a source is compiled to."""
    with source.open("a", encoding="utf-8") as file:
        stamp = time.monotonic_ns()
        file.write(
            f"\n__attribute__((used, retain)) static const long edit{stamp} = {stamp % 2**31};\n"
        )


def edited_sources(cmake: CMakeBuild, tree: Path) -> dict[str, Path]:
    """The largest of the kernels that most programs are made of, and the largest C++ file."""
    uses = cmake.sources()

    def size(path: str) -> int:
        return (tree / path).stat().st_size

    kernels = [path for path in uses if "kernels" in Path(path).parts and path.endswith(".cpp")]
    others = [path for path in uses if path.endswith(".cpp") and path not in kernels]
    kernel = max(kernels, key=lambda path: (uses[path], size(path)))
    return {
        f"{what} edited ({Path(path).name})": tree / path
        for what, path in [("kernel", kernel), ("C++ file", max(others, key=size))]
    }


def compare_builders(
    bazel: BazelBuild, cmake: CMakeBuild, tree: Path, repeats: int
) -> Iterator[tuple[str, float, float]]:
    """Yields what was built, Bazel's seconds and CMake's."""

    def configure_and_build() -> None:
        cmake.configure()
        cmake.build()

    def nothing() -> None:
        pass

    clean = in_turn(repeats, (bazel.clean, bazel.build), (cmake.clean, configure_and_build))
    yield "clean", clean[0], clean[1]
    no_op = in_turn(max(repeats, 5), (nothing, bazel.build), (nothing, cmake.build))
    yield "no-op", no_op[0], no_op[1]
    for what, source in edited_sources(cmake, tree).items():
        edited = in_turn(
            repeats,
            (lambda source=source: edit(source), bazel.build),
            (nothing, cmake.build),
        )
        yield what, edited[0], edited[1]


def cold_build(tree: Path, folder: Path) -> float:
    """Seconds from an empty home to the wheel: Bazel, compiler, libraries, everything."""
    environment = {**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": f"{folder}/.cache"}
    environment.pop("BAZEL", None)
    folder.mkdir()
    try:
        return seconds(lambda: run(["./bazelw", "build", "//:wheel"], tree, environment))
    finally:
        run(["./bazelw", "shutdown"], tree, environment)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that goes with all that is in it, read-only folders of caches too."""
    folder = Path(tempfile.mkdtemp(prefix="build-times-"))
    try:
        yield folder
    finally:
        run(["chmod", "-R", "u+w", str(folder)], folder.parent)
        shutil.rmtree(folder, ignore_errors=True)


def print_builders(console: Console, rows: Iterator[tuple[str, float, float]]) -> None:
    """Prints Bazel beside CMake."""
    table = Table("build of the wheel", "Bazel", "CMake+Ninja", "ratio")
    for what, ours, theirs in rows:
        table.add_row(what, f"{ours:.2f} s", f"{theirs:.2f} s", f"{ours / theirs:.2f}")
    console.print(table)


def print_wheels(console: Console, bazel: BazelBuild, repeats: int) -> None:
    """Prints sets of wheels beside one wheel, all clean."""
    sets = {"//packaging/wheels:x86_64": "1.6", "//:wheels": ""}
    bazel.build("//:wheels")  # fetches the other interpreters
    ways = [(bazel.clean, lambda target=target: bazel.build(target)) for target in sets]
    one, *others = in_turn(repeats, (bazel.clean, bazel.build), *ways)
    table = Table("clean", "time", "times //:wheel", "aim")
    table.add_row("//:wheel", f"{one:.1f} s", "", "")
    for (target, aim), taken in zip(sets.items(), others, strict=True):
        table.add_row(target, f"{taken:.1f} s", f"{taken / one:.2f}", aim)
    console.print(table)


def parse_arguments() -> argparse.Namespace:
    """What the caller wants measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cmake", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--ninja", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--repeats", type=int, default=3, help="median of so many (3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="commands at once")
    parser.add_argument("--cold", action="store_true", help="also build from empty caches")
    return parser.parse_args()


def main() -> int:
    """Prints the tables."""
    arguments = parse_arguments()
    # Ended by another program, it still ends its Bazel and removes its folder.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("build_times: ended"))
    cmake_program, ninja = arguments.cmake.resolve(), arguments.ninja.resolve()
    console = Console()
    with scratch_folder() as scratch:
        tree = scratch / "tree"
        copy_tree(workspace_root(), tree)
        if arguments.cold:
            minutes = cold_build(tree, scratch / "home") / 60
            console.print(f"empty caches to wheel: {minutes:.1f} min (aim: 6 min on 2 cores)")
        bazel = BazelBuild(tree, scratch / "output_base", arguments.jobs)
        try:
            with console.status("first build: compiler, libraries, wheel"):
                bazel.build()
            cmake = CMakeBuild(bazel, tree, scratch / "cmake", arguments.jobs, cmake_program, ninja)
            with console.status("comparing with CMake"):
                print_builders(console, compare_builders(bazel, cmake, tree, arguments.repeats))
            print_wheels(console, bazel, arguments.repeats)
        finally:
            bazel.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
