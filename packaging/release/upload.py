# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Hands the distributions to an index, by twine, each once.

Indexes differ in what they say of a file that they have already, and twine's `--skip-existing`
neither works with all of them nor compares bytes. So the folder of the release notes what the index
has taken, and an upload that is made again leaves that out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from release.dist_folder import checksum_line, copy_into, sha256_of
from release.refusal import ReleaseRefused

LEDGER = "UPLOADED"


def read_uploaded(folder: Path) -> dict[str, str]:
    """Returns the digest of each file, by its name, that was uploaded from a folder."""
    ledger = folder / LEDGER
    lines = ledger.read_text(encoding="utf-8").splitlines() if ledger.is_file() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def check_uploaded(uploaded: Mapping[str, str], folder: Path) -> None:
    """Makes sure that a folder has what the index has, byte for byte.

    Raises:
      ReleaseRefused: a file is missing or differs.
    """
    for name, digest in uploaded.items():
        if not (folder / name).is_file() or sha256_of(folder / name) != digest:
            raise ReleaseRefused(
                f"{name} was uploaded before, and is now missing or has other bytes. Release the "
                "sources of that time, or raise VERSION in packaging/version.bzl."
            )


def carry_ledger(old: Path, new: Path) -> None:
    """Copies the ledger to the folder that takes the place of another one."""
    if (old / LEDGER).is_file():
        copy_into(new, [old / LEDGER])


def upload(files: list[Path], repository_url: str | None) -> None:
    """Uploads wheels and source archive; user and password reach twine by its file or variables.

    Args:
      files: what is uploaded, in one folder, whose ledger is read and written.
      repository_url: the index; None for that of twine's own configuration.

    Raises:
      ReleaseRefused: twine failed.
    """
    folder = files[0].parent
    command = [sys.executable, "-m", "twine", "upload", "--disable-progress-bar"]
    if repository_url:
        command += ["--repository-url", repository_url]
    uploaded = read_uploaded(folder)
    for file in files:
        if file.name in uploaded:
            print(f"release: {file.name} was uploaded before", flush=True)
            continue
        if subprocess.run([*command, str(file)], check=False).returncode:
            raise ReleaseRefused(
                f"twine did not upload {file.name} (its own words are above). {folder} is "
                "complete: when the cause is gone, run this command again with --replace, and "
                "what the index has taken is left out."
            )
        with (folder / LEDGER).open("a", encoding="utf-8") as ledger:
            ledger.write(checksum_line(file))
