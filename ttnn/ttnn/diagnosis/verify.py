# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn verify`: are the installed files those of the wheel?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from ttnn.diagnosis.installation import (
    PACKAGE,
    Differences,
    all_installations,
    compare_with_record,
    own_installation,
)

SCHEMA = 1
_NO_RECORD = (
    f"{PACKAGE} was not installed from a wheel (it is a source tree, an editable installation or "
    "an unpacked wheel), so there is no RECORD to compare it with. "
    "Verify an installation made with `python -m pip install <wheel>`"
)


def as_text(version: str, differences: Differences) -> str:
    """Returns the report for people."""
    lines = [
        f"{kind:<8} {path}"
        for kind in ("missing", "changed", "extra")
        for path in getattr(differences, kind)
    ]
    if lines:
        lines.append(
            "ttnn is not as its wheel brought it: python -m pip install --force-reinstall it"
        )
    else:
        lines.append(
            f"ttnn {version}: {differences.num_checked} files are as the wheel brought them"
        )
    return "\n".join(lines)


def as_json(version: str, differences: Differences) -> str:
    """Returns the report for programs: version, number of files hashed, paths that differ."""
    report = {"schema": SCHEMA, "version": version, "intact": not differences}
    return json.dumps({**report, **asdict(differences)}, indent=2)


def main(json_wanted: bool) -> int:
    """Prints the report; returns 0 if nothing differs, and 1 if something does or may do."""
    installation = own_installation(all_installations())
    if installation is None:
        print(_NO_RECORD, file=sys.stderr)
        return 1
    differences = compare_with_record(installation)
    report = as_json if json_wanted else as_text
    print(report(installation.version, differences))
    return 1 if differences else 0
