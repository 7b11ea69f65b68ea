# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Resolves requirements*.in into locks with hashes that hold for every supported Python.

Asks the indexes that pip is configured with. Arguments go to the resolver: `-- --upgrade` takes
newer versions, `-- --upgrade-package numpy` those of one package.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# (requirements, lock, oldest Python, constraints)
# torch has a lock of its own, as not every machine can get it; so has the remote execution engine,
# as its dozens of dependencies are nothing that the product or its tests may meet.
LOCKS = (
    ("requirements.in", "requirements.lock", "3.10", None),
    ("requirements_remote.in", "requirements_remote.lock", "3.11", None),
    ("requirements_torch.in", "requirements_torch.lock", "3.11", "requirements.lock"),
)


def parse_pip_config(listing: str) -> dict[str, str]:
    """Settings of `pip config list` by bare name; as in pip, the environment wins over files."""
    settings = re.findall(r"^(\S*)\.([\w-]+)='(.*)'$", listing, flags=re.MULTILINE)
    settings.sort(key=lambda setting: setting[0] == ":env:")
    return {name: value for _, name, value in settings}


def index_arguments(settings: Mapping[str, str]) -> list[str]:
    """The resolver's arguments for pip's index settings."""
    arguments = []
    if "index-url" in settings:
        arguments += ["--default-index", settings["index-url"]]
    for url in re.split(r"\s+|\\n", settings.get("extra-index-url", "")):
        if url.startswith("http"):  # the resolver reads no index from a folder
            arguments += ["--index", url]
    for place in re.split(r"\s+|\\n", settings.get("find-links", "")):
        if place:
            arguments += ["--find-links", place]
    return arguments


def machine_python() -> str:
    """The interpreter outside the toolchain's virtual environment, whose pip is configured."""
    return os.path.realpath(sys.executable)


def resolve(uv: Path, folder: Path, extra_arguments: list[str]) -> None:
    """Writes each lock of `folder`."""
    list_config = [machine_python(), "-m", "pip", "config", "list"]
    listing = subprocess.run(list_config, check=True, capture_output=True, text=True)
    settings = parse_pip_config(listing.stdout)
    environment = dict(os.environ)
    if "cert" in settings:
        environment["SSL_CERT_FILE"] = settings["cert"]
    for source, lock, oldest_python, constraints in LOCKS:
        command = [str(uv), "pip", "compile", source, "--output-file", lock, "--quiet"]
        command += ["--universal", "--python-version", oldest_python, "--no-python-downloads"]
        command += ["--generate-hashes", "--no-strip-extras", "--no-header"]
        command += ["--python", machine_python()]
        command += ["--index-strategy", "unsafe-best-match"]
        command += index_arguments(settings) + extra_arguments
        if constraints:
            command += ["--constraints", constraints]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        print(f"wrote {lock}")


def main() -> int:
    """Entry point of `bazel run //tools:update_lock`."""
    workspace = os.environ.get("BUILD_WORKSPACE_DIRECTORY")
    if workspace is None:
        print("run this as: ./bazelw run //tools:update_lock", file=sys.stderr)
        return 1
    uv = Path(sys.argv[1]).absolute()
    try:
        resolve(uv, Path(workspace) / "third_party" / "python", sys.argv[2:])
    except subprocess.CalledProcessError as error:
        print(f"lock not updated: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
