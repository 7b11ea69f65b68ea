# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Translates the environment in which Bazel starts a test into pytest's terms.

Source: Bazel's test encyclopedia (XML_OUTPUT_FILE, TESTBRIDGE_TEST_ONLY, TEST_TMPDIR,
TEST_TOTAL_SHARDS, TEST_SHARD_INDEX, TEST_SHARD_STATUS_FILE).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest


def pytest_arguments(environment: Mapping[str, str], arguments: Sequence[str]) -> list[str]:
    """The command line of pytest for the test files and options in `arguments`."""
    options = ["--config-file=pyproject.toml", "--rootdir=."]
    if "TEST_TMPDIR" in environment:
        options.append(f"--basetemp={environment['TEST_TMPDIR']}/pytest")
    if "XML_OUTPUT_FILE" in environment:
        options.append(f"--junit-xml={environment['XML_OUTPUT_FILE']}")
    if environment.get("TESTBRIDGE_TEST_ONLY"):
        options += ["-k", environment["TESTBRIDGE_TEST_ONLY"]]
    return [*options, *arguments]


class ShardPlugin:
    """Keeps every n-th test when Bazel splits a target into shards."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._total = int(environment.get("TEST_TOTAL_SHARDS", "1"))
        self._index = int(environment.get("TEST_SHARD_INDEX", "0"))
        if "TEST_SHARD_STATUS_FILE" in environment:
            # Tells Bazel that shards are understood.
            Path(environment["TEST_SHARD_STATUS_FILE"]).touch()

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Deselects the tests of the other shards."""
        kept = items[self._index :: self._total]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
