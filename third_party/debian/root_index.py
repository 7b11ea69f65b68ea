# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The signed index of a suite for an architecture, and apt's own resolver on it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path

import apt_sources
from apt_archive import AptIndex, Offer
from programs import AssemblyError, require_program, run_program
from root_lock import Package, Root

# Line of `apt-get --print-uris`: address, file, size, hash.
_PRINTED = re.compile(r"^'[^']+' (?P<name>[^_\s]+)_\S+\.deb ", re.MULTILINE)


class RootIndex(AptIndex):
    """An index which knows what packages need."""

    def closure(self, names: Sequence[str]) -> list[str]:
        """Returns the packages and all that they depend on, recommendations left out.

        Raises:
            AssemblyError: a package is unknown, or nothing satisfies a dependency.
        """
        printed = run_program(
            ["apt-get", "install", "--print-uris", "--yes", "--no-install-recommends", *names],
            failure=f"apt cannot resolve {' '.join(names)}",
            env=self._env,
        )
        return sorted({match["name"] for match in _PRINTED.finditer(printed)})

    def resolve(self, root: Root) -> dict[str, Package]:
        """Returns what the root is made from now.

        Raises:
            AssemblyError: as of `closure`; or a package is not in the index.
        """
        names = sorted({*self.closure(root.wanted), *root.alone})
        offers = self.offers(names)
        missing = [name for name in names if name not in offers]
        if missing:
            raise AssemblyError(f"{root.suite} has no {', '.join(missing)}")
        return {name: Package(offers[name][0].version, offers[name][0].sha256) for name in names}


def locked_offers(
    suite: str, packages: Mapping[str, Package], offered: Mapping[str, Sequence[Offer]]
) -> list[Offer]:
    """Picks from what an archive offers the very packages of the lock.

    Raises:
        AssemblyError: it has only another version of one, other content, or none at all.
    """
    chosen, others = [], []
    for name, pin in packages.items():
        offers = {(offer.version, offer.sha256): offer for offer in offered.get(name, ())}
        if offer := offers.get(astuple(pin)):
            chosen.append(offer)
        else:
            has = ", ".join(f"{version} ({sha256})" for version, sha256 in offers) or "none"
            others.append(f"{name} {pin.version} ({pin.sha256}), it has {has}")
    if others:
        raise AssemblyError(
            f"{suite} of the archive lacks packages of the lock: {'; '.join(others)}. "
            "`./bazelw run //third_party/debian:update_lock` locks what it has now"
        )
    return chosen


def open_index(folder: Path, root: Root) -> RootIndex:
    """Opens the index in the first of the machine's archives that has the suite.

    Raises:
        AssemblyError: this is no system with apt, or no archive of its has the suite.
    """
    for program in ("apt-get", "apt-cache", "apt-config", "dpkg-deb"):
        require_program(program, f"take packages of {root.suite} from Debian's archive")
    archives = apt_sources.debian_archives(apt_sources.machine_sources(), apt_sources.os_release())
    failures = []
    for number, archive in enumerate(archives):
        try:
            return RootIndex(folder / f"apt{number}", archive, root.suite, root.architecture)
        except AssemblyError as error:
            shutil.rmtree(folder / f"apt{number}", ignore_errors=True)
            failures.append(str(error))
    raise AssemblyError("\n".join(failures) or "the apt sources name no Debian archive")
