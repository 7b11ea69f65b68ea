# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes an editable installation from the manifest of the wheel.

A folder of links stands for the package: Python sources lead to the tree, so that an edit shows at
once; the extension and the kernels lead to Bazel's outputs, so that the next build shows at once.
The folder goes on `sys.path`, and the tree does not: what the wheel lacks cannot be imported.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wheel_archive import record, write_archive

_OUTPUTS = "bazel-out/"
# Tells the file from the real wheel's.
_BUILD_TAG = "0editable"


def write_editable_wheel(
    *, wheel: Path, manifest: Path, sources: Path, outputs: Path, links: Path, directory: Path
) -> Path:
    """Makes the folder of links, and a wheel that puts it on `sys.path`.

    Args:
        wheel: the wheel whose editable form this is.
        manifest: its manifest.
        sources: the tree, from where paths of sources in the manifest start.
        outputs: Bazel's execution root, from where paths of outputs start.
        links: the folder of links, made anew.
        directory: where to write the editable wheel.

    Returns:
        The path of the editable wheel.
    """
    link_members(json.loads(manifest.read_text(encoding="utf-8")), sources, outputs, links)
    distribution, version, *tags = wheel.stem.split("-")
    contents = {f"_{distribution}_editable.pth": f"{links}\n".encode()}
    with zipfile.ZipFile(wheel) as archive:
        record_path = f"{distribution}-{version}.dist-info/RECORD"
        for name in archive.namelist():
            if name.startswith(record_path.removesuffix("RECORD")) and name != record_path:
                contents[name] = archive.read(name)
    contents[record_path] = record(contents, record_path)
    editable = directory / f"{'-'.join([distribution, version, _BUILD_TAG, *tags])}.whl"
    write_archive(editable, contents)
    return editable


def link_members(manifest: Mapping[str, Any], sources: Path, outputs: Path, links: Path) -> None:
    """Makes the folder of links, whatever was there before."""
    unfinished = links.with_name(f".{links.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for member in manifest["members"]:
        if member["component"] != "metadata":
            file = member["file"]
            link = unfinished / member["path"]
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to((outputs if file.startswith(_OUTPUTS) else sources) / file)
    shutil.rmtree(links, ignore_errors=True)
    unfinished.rename(links)
