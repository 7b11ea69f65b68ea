# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn verify`: are the installed files those of the wheel?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from ttnn._output import print_report
from ttnn.diagnosis.distribution import (
    PACKAGE,
    all_installations,
    own_installation,
    version_of,
)
from ttnn.diagnosis.installation import repair, replacement
from ttnn.diagnosis.record import Differences, RecordError, compare_with_record

SCHEMA = 1
_NO_INSTALLATION = (
    f"{PACKAGE} was not installed from a wheel (it is a source tree, an editable installation or "
    "an unpacked wheel), so there is no RECORD to compare it with. "
    "Verify an installation made with `python -m pip install <wheel>`"
)


def as_text(version: str, differences: Differences, advice: str) -> str:
    """Returns the report for people."""
    lines = [f"{kind:<11}{path}" for kind, paths in differences.by_kind().items() for path in paths]
    if not lines:
        return f"ttnn {version}: {differences.num_checked} files are as the wheel brought them"
    return "\n".join([*lines, f"ttnn is not as its wheel brought it: {advice}"])


def as_json(version: str, differences: Differences, error: str = "") -> str:
    """Returns the report for programs.

    `{"schema": 1, "version", "intact": bool, "error", "num_checked", "missing", "changed",
    "unreadable", "extra"}`: paths that differ, or an error for which nothing could be compared. A
    later schema may add keys; it removes none.
    """
    intact = not differences and not error
    report = {"schema": SCHEMA, "version": version, "intact": intact, "error": error}
    return json.dumps({**report, **asdict(differences)}, indent=2)


def main(json_wanted: bool) -> int:
    """Prints the report; returns 0 if nothing differs, and 1 if something does or may do."""
    installation = own_installation(all_installations())
    if installation is None:
        return _fail(_NO_INSTALLATION, "", json_wanted)
    version = version_of(installation)
    try:
        differences = compare_with_record(installation)
    except RecordError as error:
        return _fail(f"{error}: {replacement(installation)}", version, json_wanted)
    advice = repair(installation, differences)
    print_report(
        as_json(version, differences) if json_wanted else as_text(version, differences, advice)
    )
    return 1 if differences else 0


def _fail(error: str, version: str, json_wanted: bool) -> int:
    """Reports that nothing could be compared."""
    if json_wanted:
        print_report(as_json(version, Differences(), error))
    else:
        print(error, file=sys.stderr)
    return 1
