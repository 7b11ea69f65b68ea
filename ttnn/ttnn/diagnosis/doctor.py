# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn doctor`: everything at once, for people and for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from ttnn._output import print_report
from ttnn.diagnosis.distribution import PACKAGE
from ttnn.diagnosis.environment import environment_findings
from ttnn.diagnosis.finding import Finding
from ttnn.diagnosis.installation import installation_findings
from ttnn.diagnosis.isolation import isolated
from ttnn.diagnosis.libraries import library_findings
from ttnn.diagnosis.runtime import runtime_findings
from ttnn.diagnosis.system import system_findings

SCHEMA = 1
_MARKS = {"ok": " ", "warning": "!", "problem": "X"}


def all_findings() -> Iterator[Finding]:
    """Looks at everything, from the machine to a sum on the device."""
    yield from system_findings()
    yield from installation_findings()
    yield from environment_findings(os.environ, sys.path, PACKAGE)
    yield from isolated(library_findings)
    yield from isolated(runtime_findings)


def is_healthy(findings: Sequence[Finding]) -> bool:
    """Whether nothing is wrong; warnings do not count."""
    return all(finding.status != "problem" for finding in findings)


def as_text(findings: Sequence[Finding]) -> str:
    """Returns the report for people: a line for each finding, what to do below it."""
    lines = []
    for finding in findings:
        lines.append(f"{_MARKS[finding.status]} {finding.topic:<14}{finding.fact}")
        if finding.advice:
            lines.append(f"{'':<16}-> {finding.advice}")
    problems = sum(finding.status == "problem" for finding in findings)
    warnings = sum(finding.status == "warning" for finding in findings)
    verdict = f"{problems} problem(s)" if problems else "ttnn works here"
    lines.append(verdict + (f", {warnings} warning(s)" if warnings else ""))
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> str:
    """Returns the report for programs.

    `{"schema": 1, "healthy": bool, "findings": [{"topic", "fact", "status", "advice"}]}`, with a
    status of "ok", "warning" or "problem". A later schema may add keys; it removes none.
    """
    report: dict[str, Any] = {
        "schema": SCHEMA,
        "healthy": is_healthy(findings),
        "findings": [asdict(finding) for finding in findings],
    }
    return json.dumps(report, indent=2)


def main(json_wanted: bool) -> int:
    """Prints the report; returns 0 if nothing is wrong and 1 if something is."""
    findings = list(all_findings())
    print_report(as_json(findings) if json_wanted else as_text(findings))
    return 0 if is_healthy(findings) else 1
