# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Runs pytest on the files given as arguments, under Bazel's rules for tests."""

from __future__ import annotations

import os
import sys

import pytest

from tools.pytest import bazel_protocol

if __name__ == "__main__":
    arguments = bazel_protocol.pytest_arguments(os.environ, sys.argv[1:])
    sys.exit(pytest.main(arguments, plugins=[bazel_protocol.ShardPlugin(os.environ)]))
