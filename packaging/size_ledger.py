# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Says how large each component of the wheel is, against its budget and against the last release.

Sizes are those in the archive, which users download, unless a column says otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tomli
from rich.console import Console
from rich.table import Table


@dataclass
class Size:
    """Sums over the files of a component, in bytes."""

    files: int = 0
    archived: int = 0
    installed: int = 0


def component_sizes(wheel: Path, manifest: Mapping[str, Any]) -> dict[str, Size]:
    """Returns the size of each component, in order of their names.

    Raises:
        KeyError: the archive holds a file that the manifest does not know.
    """
    components = {member["path"]: member["component"] for member in manifest["members"]}
    sizes = {name: Size() for name in sorted(set(components.values()))}
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            size = sizes[components[info.filename]]
            size.files += 1
            size.archived += info.compress_size
            size.installed += info.file_size
    return sizes


def over_budget(sizes: Mapping[str, Size], budget: Mapping[str, int]) -> list[str]:
    """Returns a line for each component that is larger than its budget, or has none."""
    problems = []
    for name, size in sizes.items():
        if name not in budget:
            problems.append(f"{name}: no budget; give it a line in packaging/size_budget.toml")
        elif size.archived > budget[name]:
            problems.append(
                f"{name}: {size.archived:,} bytes in the archive, {budget[name]:,} allowed"
            )
    return problems


def ledger(sizes: Mapping[str, Size], budget: Mapping[str, int], last: Mapping[str, Any]) -> Table:
    """Returns the table for people."""
    since = f"since {last['version']}" if last else "no release yet"
    table = Table(title="Size of the wheel, in bytes")
    table.add_column("component", no_wrap=True)
    for column in ["files", "installed", "archived", since, "budget", "used"]:
        table.add_column(column, justify="right")
    for name, size in sizes.items():
        before = last.get("components", {}).get(name, {}).get("archived", 0)
        change = f"{size.archived - before:+,}" if last else "-"
        allowed = budget.get(name, 0)
        used = f"{size.archived / allowed:.0%}" if allowed else "no budget"
        cells = [size.files, size.installed, size.archived, change, allowed, used]
        table.add_row(name, *(f"{c:,}" if isinstance(c, int) else c for c in cells))
    return table


def read_budget(file: Path) -> dict[str, int]:
    """Reads the allowed bytes of each component."""
    return tomli.loads(file.read_text(encoding="utf-8"))["archived_bytes"]


def record(file: Path, version: str, sizes: Mapping[str, Size]) -> None:
    """Writes the sizes of a release, for the next to be compared with."""
    components = {name: asdict(size) for name, size in sizes.items()}
    text = json.dumps({"version": version, "components": components}, indent=2)
    file.write_text(text + "\n", encoding="utf-8")


def main(arguments: Iterable[str] | None = None) -> int:
    """Prints the ledger; fails, and records nothing, if a component is over its budget."""
    parser = argparse.ArgumentParser(prog="size_ledger", description=__doc__)
    parser.add_argument("--record", action="store_true", help="make this the last release")
    record_it = parser.parse_args(arguments).record

    wheel, manifest_file, budget_file, last_file = (
        Path(os.environ[name]) for name in ["WHEEL", "MANIFEST", "BUDGET", "LAST_RELEASE"]
    )
    manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
    sizes = component_sizes(wheel, manifest)
    budget = read_budget(budget_file)
    Console().print(ledger(sizes, budget, json.loads(last_file.read_text(encoding="utf-8"))))
    problems = over_budget(sizes, budget)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    if record_it:
        tree = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
        record(tree / "packaging/last_release.json", manifest["version"], sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
