# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Installations that are made for a test, to be broken by it."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import ttnn

PACKAGE = Path(ttnn.__file__).parent
FILES = {"ttnn/__init__.py": b"", "ttnn/kernels/add.elf": b"ELF"}


def install(site: Path, version: str = "9.9", files: Mapping[str, bytes] = FILES) -> Path:
    """Writes files into a folder as an installer does, and returns their dist-info folder."""
    dist_info = site / f"ttnn-{version}.dist-info"
    dist_info.mkdir(parents=True)
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    rows = [f"{path},{_digest(content)},{len(content)}\n" for path, content in files.items()]
    (dist_info / "RECORD").write_text("".join([*rows, f"{dist_info.name}/RECORD,,\n"]))
    metadata = f"Metadata-Version: 2.1\nName: ttnn\nVersion: {version}\n"
    (dist_info / "METADATA").write_text(metadata)
    return dist_info


def _digest(content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return "sha256=" + digest.rstrip(b"=").decode()


def copy_package(site: Path) -> Path:
    """Copies the package under test into a folder, without its tests."""
    shutil.copytree(PACKAGE, site / "ttnn", ignore=shutil.ignore_patterns("*_test.py"))
    return site / "ttnn"


def environment_for(site: Path) -> dict[str, str]:
    """The variables that put a folder, or an archive, in front of the test's own path."""
    rest = [entry for entry in sys.path if entry and Path(entry) != PACKAGE.parent]
    return {"PYTHONPATH": os.pathsep.join([str(site), *rest])}


def run_python(site: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with what is installed in a folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=site.parent,
        env=environment_for(site) | variables,
        capture_output=True,
        text=True,
        check=False,
    )
