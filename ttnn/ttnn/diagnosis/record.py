# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Compares the files of an installation with its RECORD."""

from __future__ import annotations

import base64
import csv
import hashlib
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from pathlib import Path

from ttnn.diagnosis.distribution import PACKAGE, place


class RecordError(Exception):
    """There is no RECORD to compare with; the message says where."""


@dataclass
class Differences:
    """Paths in which an installation differs from its RECORD, relative to site-packages."""

    num_checked: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return any(self.by_kind().values())

    def by_kind(self) -> dict[str, list[str]]:
        """The paths, without kinds of which there are none."""
        kinds = {
            "missing": self.missing,
            "changed": self.changed,
            "unreadable": self.unreadable,
            "extra": self.extra,
        }
        return {kind: paths for kind, paths in kinds.items() if paths}


def compare_with_record(installation: Distribution, package: Path = PACKAGE) -> Differences:
    """Hashes every file that RECORD names, and looks for others in the package's folder.

    Raises:
        RecordError: RECORD is missing or damaged.
    """
    differences = Differences()
    known = set()
    for path, digest in _read_record(installation):
        file = Path(str(installation.locate_file(path)))
        known.add(file.resolve())
        if _is_unhashed(path):
            continue
        differences.num_checked += 1
        try:
            if digest != _sha256(file):
                differences.changed.append(path)
        except (FileNotFoundError, NotADirectoryError):
            differences.missing.append(path)
        except OSError:
            differences.unreadable.append(path)
    for file in sorted(package.rglob("*")):
        if file.is_file() and not _is_byte_code(file) and file.resolve() not in known:
            differences.extra.append(str(Path("ttnn", file.relative_to(package))))
    return differences


def _read_record(installation: Distribution) -> list[tuple[str, str]]:
    """Returns path and digest of each row."""
    try:
        # Not Distribution.files, which since Python 3.12 leaves out what is missing.
        text = installation.read_text("RECORD")
        rows = [(path, digest) for path, digest, _ in csv.reader((text or "").splitlines())]
    except (OSError, ValueError, csv.Error) as error:
        raise RecordError(f"RECORD of ttnn in {place(installation)} is damaged: {error}") from error
    if not rows:
        raise RecordError(f"ttnn in {place(installation)} has no RECORD")
    return rows


def _is_unhashed(path: str) -> bool:
    """Whether a row of RECORD has no hash by its nature: itself, and what Python compiled."""
    return path.endswith(".dist-info/RECORD") or _is_byte_code(Path(path))


def _is_byte_code(file: Path) -> bool:
    return file.suffix == ".pyc" and file.parent.name == "__pycache__"


def _sha256(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
