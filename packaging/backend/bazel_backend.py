# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Build backend of PEP 517 and PEP 660: asks Bazel for what pip, build or uv want.

What they get is what Bazel makes, byte for byte. Needs the standard library alone, so a front end
has nothing to download. `config_settings`: `bazel` holds flags for Bazel's build, and
`bazel-startup` its startup options, as in `pip install . -C bazel="--jobs=4 --config=remote"`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from bazel_command import Bazel, Settings
from editable_wheel import write_editable_wheel
from interpreter import running_tag, wheel_target
from untracked_files import warn_of_untracked_files

ROOT = Path(__file__).resolve().parents[2]


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """Returns nothing: Bazel brings by hash what it needs."""
    return []


get_requires_for_build_sdist = get_requires_for_build_wheel
get_requires_for_build_editable = get_requires_for_build_wheel


def prepare_metadata_for_build_wheel(
    metadata_directory: str, config_settings: Settings = None
) -> str:
    """Writes METADATA of the wheel, for which nothing has to be compiled."""
    with Bazel(ROOT, config_settings) as bazel:
        target = wheel_target(bazel, running_tag())
        (metadata,) = bazel.build(target, output_group="metadata")
        fields = _fields(metadata)
        dist_info = f"{fields['Name']}-{fields['Version']}.dist-info"
        Path(metadata_directory, dist_info).mkdir()
        shutil.copyfile(metadata, Path(metadata_directory, dist_info, "METADATA"))
    return dist_info


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


def build_wheel(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Builds the wheel of the Python that runs this."""
    warn_of_untracked_files(ROOT)
    with Bazel(ROOT, config_settings) as bazel:
        (wheel,) = bazel.build(wheel_target(bazel, running_tag()))
        return _hand_over(wheel, wheel_directory)


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """Builds the source distribution."""
    warn_of_untracked_files(ROOT)
    with Bazel(ROOT, config_settings) as bazel:
        (sdist,) = bazel.build("//:sdist")
        return _hand_over(sdist, sdist_directory)


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Builds a wheel that puts a folder of links to the package's files on the path."""
    tag = running_tag()
    with Bazel(ROOT, config_settings, lasting=True) as bazel:
        target = wheel_target(bazel, tag)
        (wheel,) = bazel.build(target)
        (manifest,) = bazel.build(target, output_group="manifest")
        # What a cache knows is not here until somebody wants it.
        bazel.build(target, output_group="members")
        return write_editable_wheel(
            wheel=wheel,
            manifest=manifest,
            sources=ROOT,
            outputs=bazel.execution_root(),
            links=ROOT / ".editable" / tag,
            directory=Path(wheel_directory),
        ).name


def _fields(metadata: Path) -> Mapping[str, str]:
    """Returns the single-valued fields of core metadata."""
    header = metadata.read_text(encoding="utf-8").partition("\n\n")[0]
    return dict(line.split(": ", 1) for line in header.splitlines() if ": " in line)


def _hand_over(file: Path, directory: str) -> str:
    """Copies an output of Bazel, which is read-only, to where the front end wants it."""
    shutil.copyfile(file, Path(directory, file.name))
    return file.name
