# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which installation the running package belongs to, and whether its files are whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution
from pathlib import Path

from ttnn.diagnosis.distribution import (
    PACKAGE,
    all_installations,
    is_editable,
    origin,
    own_installation,
    place,
    read_object,
    version_of,
)
from ttnn.diagnosis.finding import Finding
from ttnn.diagnosis.record import Differences, RecordError, compare_with_record


def installation_findings(package: Path = PACKAGE) -> Iterator[Finding]:
    """Looks at where the package comes from."""
    installations = all_installations()
    own = own_installation(installations, package)
    yield Finding("package", str(package))
    if own:
        yield Finding("installed", f"{_name(own)} from a wheel{_revision(own)}")
        yield _integrity(own, package)
    elif editable := next(filter(is_editable, installations), None):
        yield Finding("installed", "editable: the files are those of a source tree")
        yield from _dangling_links(editable, package)
    else:
        yield Finding("installed", "not at all: this is a source tree or an unpacked wheel")
    yield from _others(installations, own)


def _name(installation: Distribution) -> str:
    return f"ttnn {version_of(installation) or 'of unknown version'}"


def _revision(installation: Distribution) -> str:
    revision = read_object(installation, "build_info.json").get("source_revision")
    return f", built from {revision[:12]}" if isinstance(revision, str) else ""


def _integrity(installation: Distribution, package: Path) -> Finding:
    try:
        differences = compare_with_record(installation, package)
    except RecordError as error:
        return Finding("files", str(error), "problem", replacement(installation))
    if not differences:
        return Finding("files", f"{differences.num_checked} are as the wheel brought them")
    counts = [f"{len(paths)} {kind}" for kind, paths in differences.by_kind().items()]
    advice = f"`python -m ttnn verify` names them; {repair(installation, differences)}"
    return Finding("files", ", ".join(counts), "problem", advice)


def _dangling_links(installation: Distribution, package: Path) -> Iterator[Finding]:
    dangling = [file for file in package.rglob("*") if file.is_symlink() and not file.exists()]
    if dangling:
        fact = f"{len(dangling)} links lead nowhere, like {min(dangling).relative_to(package)}"
        advice = f"python -m pip install -e {origin(installation)} makes them anew"
        yield Finding("files", fact, "problem", advice)


def _others(installations: Sequence[Distribution], own: Distribution | None) -> Iterator[Finding]:
    """Yields those which are not the package's own: in its way, or behind it and without effect."""
    is_behind = False
    for other in installations:
        if other is own:
            is_behind = True
        elif not is_editable(other):
            fact = f"{_name(other)} in {place(other)} as well"
            if own is None:
                advice = "it is not the one that runs here: leave this folder to use it"
                yield Finding("installed", fact, "warning", advice)
            elif is_behind and place(other) != place(own):
                advice = "uninstall or delete it if nothing else uses it"
                yield Finding("installed", f"{fact}, without effect", "warning", advice)
            else:
                advice = (
                    "keep one: python -m pip uninstall ttnn, until none is left, then install again"
                )
                yield Finding("installed", fact, "problem", advice)


def repair(installation: Distribution, differences: Differences) -> str:
    """Says what brings back the files of the wheel."""
    steps = []
    if differences.unreadable:
        steps.append("give yourself permission to read what is unreadable")
    if differences.missing or differences.changed:
        # Without the first option pip would be content with what is there.
        steps.append(f"python -m pip install --force-reinstall --no-deps {origin(installation)}")
    if differences.extra:
        steps.append("delete what is extra, which pip leaves alone")
    return "; ".join(steps)


def replacement(installation: Distribution) -> str:
    """Says how to install anew over an installation that pip cannot uninstall."""
    return f"python -m pip install --ignore-installed --no-deps {origin(installation)}"
