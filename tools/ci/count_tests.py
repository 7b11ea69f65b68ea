# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Counts the tests of a Bazel run from its build event file and prints one plain line.

Usage: count_tests.py EVENTS_JSON. A test target counts once. One that Bazel skipped, because what
it needs is not to be had on this machine, is named and counted as skipped. Exits 1 if no test ran.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

PASSED = {"PASSED", "FLAKY"}


@dataclass
class Counts:
    """Labels of the test targets of one run, by outcome."""

    passed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)

    def line(self) -> str:
        """Returns the closing line, e.g. `12 passed, 0 failed`."""
        line = f"{len(self.passed)} passed, {len(self.failed)} failed"
        return f"{line}, {len(self.skipped)} skipped" if self.skipped else line


def count(lines: Iterable[str]) -> Counts:
    """Reads build events, one JSON object a line.

    A test target is announced as one when it is configured and ends with a `testSummary`, or
    without: `SKIPPED` when it is incompatible with the platform, not completed when it or what it
    needs could not be built.
    """
    counts = Counts()
    tests: set[str] = set()
    for line in lines:
        event = json.loads(line)
        identity = event["id"]
        if "targetConfigured" in identity:
            if event.get("configured", {}).get("targetKind", "").endswith("_test rule"):
                tests.add(identity["targetConfigured"]["label"])
        elif "testSummary" in identity:
            label = identity["testSummary"]["label"]
            status = event.get("testSummary", {}).get("overallStatus", "NO_STATUS")
            (counts.passed if status in PASSED else counts.failed).add(label)
        elif identity.get("targetCompleted", {}).get("label") in tests:
            label = identity["targetCompleted"]["label"]
            if event.get("aborted", {}).get("reason") == "SKIPPED":
                counts.skipped.add(label)
            elif not event.get("completed", {}).get("success", False):
                counts.failed.add(label)
    return counts


def main() -> int:
    """Prints the counts; 1 when there was no test."""
    with open(sys.argv[1], encoding="utf-8") as events:
        counts = count(events)
    for label in sorted(counts.skipped):
        print(f"skipped: {label}")
    for label in sorted(counts.failed):
        print(f"failed: {label}")
    print(counts.line())
    return 0 if counts.passed else 1


if __name__ == "__main__":
    sys.exit(main())
