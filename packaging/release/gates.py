# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What has to hold before a release: the gates, all of them, for all interpreters."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

from release.refusal import ReleaseRefused

GATES = "//packaging/..."

# Bazel's own word for a target that something makes impossible on this machine.
_SKIPPED = "str(target.label) if 'IncompatiblePlatformProvider' in providers(target) else ''"


def run_bazel(tree: Path, failure: str, *words: str, capture: bool = False) -> str:
    """Runs Bazel on the tree, its output shown but for what is captured, which is returned.

    Raises:
      ReleaseRefused: with `failure` and the command, if Bazel fails.
    """
    command = ["./bazelw", *words]
    stdout = subprocess.PIPE if capture else None
    outcome = subprocess.run(command, cwd=tree, stdout=stdout, text=True, check=False)
    if outcome.returncode:
        raise ReleaseRefused(f"{failure} (see above). Again: `{shlex.join(command)}`")
    return outcome.stdout or ""


def find_missing(tree: Path, missing_wheels: Path) -> list[str]:
    """Returns a line for each wheel that this machine cannot build, and each gate that it skips.

    Args:
      tree: the sources.
      missing_wheels: JSON, reasons by Python tag.

    Raises:
      ReleaseRefused: Bazel cannot analyse the gates.
    """
    reasons = json.loads(missing_wheels.read_text(encoding="utf-8"))
    labels = run_bazel(
        tree,
        "the gates cannot be analysed",
        *("cquery", "--noshow_progress", f"tests({GATES})"),
        *("--output=starlark", f"--starlark:expr={_SKIPPED}"),
        capture=True,
    ).split()
    return [f"no wheel for {tag}: {reason}" for tag, reason in sorted(reasons.items())] + [
        f"gate skipped: {label.removeprefix('@@').removeprefix('@')}; "
        "`./bazelw build` of it says what it lacks"
        for label in sorted(labels)
    ]


def require_complete(missing: list[str]) -> None:
    """Lets nothing be released that was not built or not tested in full.

    Raises:
      ReleaseRefused: something is missing.
    """
    if missing:
        raise ReleaseRefused(
            "this machine cannot make the whole release.\n  "
            + "\n  ".join(missing)
            + "\nProvide what is missing, or pass --allow-missing, which the provenance then says."
        )
