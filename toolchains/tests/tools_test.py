# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Every tool of the distribution runs and is of the pinned LLVM."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

VERSION = os.environ["LLVM_VERSION"]
TOOLS = [Path(tool).absolute() for tool in os.environ["TOOLS"].split()]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_tool_tells_the_pinned_version(tool: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        [tool, "--version"], cwd=tmp_path, env={}, capture_output=True, text=True, check=True
    )

    assert VERSION in result.stdout
