# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which installation the running package belongs to, and whether its files are whole."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from ttnn.diagnosis.finding import Finding

PACKAGE = Path(__file__).parents[1]


@dataclass
class Differences:
    """Paths in which an installation differs from its RECORD, relative to site-packages."""

    num_checked: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.missing or self.changed or self.extra)


def all_installations() -> list[Distribution]:
    """Every installed distribution called ttnn that Python finds, the first in effect."""
    return list(distributions(name="ttnn"))


def own_installation(
    installations: Iterable[Distribution], package: Path = PACKAGE
) -> Distribution | None:
    """Returns the one whose files the package is made of; none for sources and links to them."""
    for installation in installations:
        if is_editable(installation):
            continue
        init = Path(str(installation.locate_file("ttnn/__init__.py")))
        if init.is_file() and init.resolve() == (package / "__init__.py").resolve():
            return installation
    return None


def is_editable(installation: Distribution) -> bool:
    """Whether the installation only points to a source tree."""
    origin = json.loads(installation.read_text("direct_url.json") or "{}")
    return bool(origin.get("dir_info", {}).get("editable"))


def compare_with_record(installation: Distribution, package: Path = PACKAGE) -> Differences:
    """Hashes every file that RECORD names, and looks for others in the package's folder."""
    differences = Differences()
    known = set()
    # Not Distribution.files, which since Python 3.12 leaves out what is missing.
    for path, digest, _ in csv.reader((installation.read_text("RECORD") or "").splitlines()):
        file = Path(str(installation.locate_file(path)))
        known.add(file.resolve())
        if _is_unhashed(path):
            continue
        differences.num_checked += 1
        if not file.is_file():
            differences.missing.append(path)
        elif digest != _sha256(file):
            differences.changed.append(path)
    for file in sorted(package.rglob("*")):
        if file.is_file() and not _is_byte_code(file) and file.resolve() not in known:
            differences.extra.append(str(Path("ttnn", file.relative_to(package))))
    return differences


def _is_unhashed(path: str) -> bool:
    """Whether a row of RECORD has no hash by its nature: itself, and what Python compiled."""
    return path.endswith(".dist-info/RECORD") or _is_byte_code(Path(path))


def _is_byte_code(file: Path) -> bool:
    return file.suffix == ".pyc" and file.parent.name == "__pycache__"


def _sha256(file: Path) -> str:
    digest = hashlib.sha256(file.read_bytes()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def installation_findings(package: Path = PACKAGE) -> Iterator[Finding]:
    """Looks at where the package comes from."""
    installations = all_installations()
    own = own_installation(installations, package)
    yield Finding("package", str(package))
    if own:
        yield Finding("installed", f"ttnn {own.version} from a wheel{_revision(own)}")
        yield _integrity(compare_with_record(own, package))
    elif any(is_editable(each) for each in installations):
        yield Finding("installed", "editable: the files are those of a source tree")
    else:
        yield Finding("installed", "not at all: this is a source tree or an unpacked wheel")
    others = [each for each in installations if each is not own and not is_editable(each)]
    for other in others:
        fact = f"ttnn {other.version} in {other.locate_file('')} as well"
        advice = "keep one: python -m pip uninstall ttnn, until none is left, then install again"
        yield Finding("installed", fact, "problem" if own else "warning", advice)


def _revision(installation: Distribution) -> str:
    info = json.loads(installation.read_text("build_info.json") or "{}")
    return f", built from {info['source_revision'][:12]}" if "source_revision" in info else ""


def _integrity(differences: Differences) -> Finding:
    if not differences:
        return Finding("files", f"{differences.num_checked} are as the wheel brought them")
    counts = [
        f"{len(paths)} {kind}"
        for kind in ("missing", "changed", "extra")
        if (paths := getattr(differences, kind))
    ]
    advice = (
        "`python -m ttnn verify` names them; python -m pip install --force-reinstall mends them"
    )
    return Finding("files", ", ".join(counts), "problem", advice)
