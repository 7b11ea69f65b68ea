# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the runner on small test files, as Bazel would."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

FOUR_TESTS = """
import pytest

@pytest.mark.parametrize("number", range(4))
def test_number(number):
    assert number < 4
"""


@pytest.fixture
def run_tests(tmp_path: Path):
    """Runs the runner on a test file of the given text and returns exit code and report."""

    def run(text: str, **environment: str) -> tuple[int, ElementTree.Element]:
        test_file = tmp_path / "sample_test.py"
        test_file.write_text(text)
        report = tmp_path / "report.xml"
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("TEST", "XML"))}
        bazels = {"XML_OUTPUT_FILE": str(report), "TEST_TMPDIR": str(tmp_path)}
        process = subprocess.run(
            [sys.executable, "tools/pytest/main.py", str(test_file), "--confcutdir", str(tmp_path)],
            env=inherited | bazels | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        print(process.stdout, process.stderr)
        return process.returncode, ElementTree.parse(report).getroot()

    return run


def names(report: ElementTree.Element) -> list[str]:
    return [case.attrib["name"] for case in report.iter("testcase")]


def test_report_names_each_test(run_tests) -> None:
    code, report = run_tests(FOUR_TESTS)

    assert code == 0
    assert names(report) == [f"test_number[{number}]" for number in range(4)]


def test_failing_test_fails_the_target(run_tests) -> None:
    code, report = run_tests("def test_wrong():\n    assert 1 == 2\n")

    assert code == pytest.ExitCode.TESTS_FAILED
    assert report.find(".//failure") is not None


def test_file_without_tests_fails_the_target(run_tests) -> None:
    code, _ = run_tests("")

    assert code == pytest.ExitCode.NO_TESTS_COLLECTED


def test_warning_is_an_error(run_tests) -> None:
    code, _ = run_tests("import warnings\n\ndef test_old():\n    warnings.warn('old')\n")

    assert code == pytest.ExitCode.TESTS_FAILED


def test_filter_selects_by_expression(run_tests) -> None:
    code, report = run_tests(FOUR_TESTS, TESTBRIDGE_TEST_ONLY="test_number and (1 or 3)")

    assert code == 0
    assert names(report) == ["test_number[1]", "test_number[3]"]


def test_shards_split_the_tests_without_overlap(run_tests, tmp_path: Path) -> None:
    status = tmp_path / "shards"
    shards = []
    for index in range(3):
        _, report = run_tests(
            FOUR_TESTS,
            TEST_TOTAL_SHARDS="3",
            TEST_SHARD_INDEX=str(index),
            TEST_SHARD_STATUS_FILE=str(status),
        )
        shards.append(names(report))

    assert [len(shard) for shard in shards] == [2, 1, 1]
    assert sorted(itertools.chain.from_iterable(shards)) == [
        f"test_number[{number}]" for number in range(4)
    ]
    assert status.exists()
