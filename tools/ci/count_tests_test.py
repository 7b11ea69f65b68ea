# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tests of the count that closes a run of continuous integration."""

from __future__ import annotations

import json

from tools.ci.count_tests import count


def summary(label: str, status: str) -> str:
    return json.dumps(
        {"id": {"testSummary": {"label": label}}, "testSummary": {"overallStatus": status}}
    )


def configured(label: str, kind: str) -> str:
    return json.dumps(
        {"id": {"targetConfigured": {"label": label}}, "configured": {"targetKind": kind}}
    )


def completed(label: str, **event: object) -> str:
    return json.dumps({"id": {"targetCompleted": {"label": label}}, **event})


def test_each_outcome_is_counted_once() -> None:
    counts = count(
        [
            configured("//a:torch_test", "py_test rule"),
            configured("//a:x_test", "cc_test rule"),
            completed("//a:x_test", completed={"success": True}),
            summary("//a:x_test", "PASSED"),
            summary("//a:y_test", "FAILED"),
            summary("//a:z_test", "TIMEOUT"),
            completed("//a:torch_test", aborted={"reason": "SKIPPED"}),
        ]
    )

    assert counts.line() == "1 passed, 2 failed, 1 skipped"


def test_a_test_that_cannot_be_built_has_failed() -> None:
    counts = count(
        [
            configured("//a:x_test", "cc_test rule"),
            completed("//a:x_test", completed={}),
            summary("//a:x_test", "NO_STATUS"),
        ]
    )

    assert counts.line() == "0 passed, 1 failed"


def test_a_library_is_no_test() -> None:
    counts = count([configured("//a:library", "cc_library rule"), completed("//a:library")])

    assert counts.line() == "0 passed, 0 failed"
