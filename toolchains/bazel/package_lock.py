# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The lock: which packages Bazel is assembled from, and what to do when the archive moved on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from apt_archive import Offer
from programs import AssemblyError

BAZEL_PACKAGE = "bazel-bootstrap"


@dataclass(frozen=True)
class Pin:
    """One version of a package and the hash of its file."""

    version: str
    sha256: str


@dataclass(frozen=True)
class Lock:
    """All that a private Bazel is made from."""

    bazel: str
    suite: str
    packages: dict[str, Pin]
    wheels: dict[str, Pin]

    @classmethod
    def read(cls, file: Path) -> Lock:
        """Reads the lock file.

        Raises:
            AssemblyError: it is not a lock file.
        """
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            packages, wheels = (
                {name: Pin(**pin) for name, pin in data[part].items()}
                for part in ("packages", "wheels")
            )
            return cls(data["bazel"], data["suite"], packages, wheels)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise AssemblyError(f"{file} is not a lock of packages: {error!r}") from error

    def write(self, file: Path) -> None:
        """Writes the lock file, sorted, one package a paragraph."""
        file.write_text(json.dumps(asdict(self), indent=2, sort_keys=True) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Selection:
    """What to download, and where it departs from the lock."""

    offers: list[Offer]
    departures: list[str]

    @property
    def bazel_version(self) -> str:
        """Returns the upstream version of the Bazel among the offers."""
        (version,) = (offer.version for offer in self.offers if offer.name == BAZEL_PACKAGE)
        return re.split("[+-]", version)[0]


def select(lock: Lock, look_up: Callable[[Iterable[str]], dict[str, list[Offer]]]) -> Selection:
    """Chooses for each locked package the pinned version, or else what the index offers instead.

    Args:
        lock: the pins.
        look_up: asks the signed index for the versions of packages.

    Raises:
        AssemblyError: the index contradicts a pinned hash, has left Bazel's series, or knows
            neither a package nor a successor to it.
    """
    served = look_up(lock.packages)
    chosen: dict[str, Offer] = {}
    departures = []
    for name, pin in lock.packages.items():
        if name in served:
            chosen[name] = _pinned_or_first(name, pin, served[name])
            if chosen[name].version != pin.version:
                departures.append(f"{name}: pinned {pin.version}, offered {chosen[name].version}")
    _check_series(lock, chosen)
    missing = [name for name in lock.packages if name not in chosen]
    while missing:
        successors = _successors(missing, chosen)
        found = look_up(successors.values())
        for name in missing:
            if successors.get(name) in found:
                chosen[name] = found[successors[name]][0]
                departures.append(f"{name}: gone, succeeded by {chosen[name].name}")
        still_missing = [name for name in missing if name not in chosen]
        if still_missing == missing:
            raise AssemblyError(
                f"the archive's {lock.suite} no longer has {', '.join(missing)}, nor a successor"
            )
        missing = still_missing
    return Selection(list(chosen.values()), departures)


def verify(files: Iterable[Path], offers: Iterable[Offer]) -> None:
    """Checks that each offer has come, with the hash that was promised.

    Raises:
        AssemblyError: names the first file that is missing or differs.
    """
    by_name = {file.name.partition("_")[0]: file for file in files}
    for offer in offers:
        file = by_name.get(offer.name)
        if file is None:
            raise AssemblyError(f"the archive did not send {offer.name} {offer.version}")
        actual = hashlib.sha256(file.read_bytes()).hexdigest()
        if actual != offer.sha256:
            raise AssemblyError(
                f"{file.name} is not what was promised: sha256 {actual}, expected {offer.sha256}"
            )


def _pinned_or_first(name: str, pin: Pin, offers: list[Offer]) -> Offer:
    for offer in offers:
        if offer.version == pin.version:
            if offer.sha256 != pin.sha256:
                raise AssemblyError(
                    f"{name} {pin.version} of the archive is not the one that was pinned: "
                    f"sha256 {offer.sha256}, expected {pin.sha256}"
                )
            return offer
    return offers[0]


def _check_series(lock: Lock, chosen: dict[str, Offer]) -> None:
    series = lock.bazel.rpartition(".")[0]
    version = chosen[BAZEL_PACKAGE].version if BAZEL_PACKAGE in chosen else "no Bazel at all"
    if not version.startswith(f"{series}."):
        raise AssemblyError(
            f"the archive's {lock.suite} now offers {version}; Bazel {series} is needed"
        )


def _successors(missing: list[str], chosen: dict[str, Offer]) -> dict[str, str]:
    """Maps missing packages to those which others depend on and that differ in the soversion."""
    depends = {dependency for offer in chosen.values() for dependency in offer.depends}
    by_stem = {_stem(name): name for name in sorted(depends - {o.name for o in chosen.values()})}
    return {name: by_stem[_stem(name)] for name in missing if _stem(name) in by_stem}


def _stem(package: str) -> str:
    """Strips the soversion: libabsl20260526 and libgrpc29t64 become libabsl and libgrpc."""
    return re.sub(r"[\d.]+(t64)?$", "", package)
