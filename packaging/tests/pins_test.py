# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 8: nothing external is unpinned, unhashed or of a licence that nobody has approved.

That no registry host and no path of one machine is in the tree is //tools/lint:tree_rules_test.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import pins
import pytest

from tools.source_tree import source_tree

SHA256 = "0" * 64


def test_everything_external_is_pinned_by_version_and_hash() -> None:
    root = source_tree.workspace_root()
    findings = [
        finding
        for path in source_tree.list_files(root)
        if path.suffix in {".bazel", ".bzl", ".json", ".lock", ".py"}
        for finding in pins.unpinned(path, (root / path).read_text(encoding="utf-8"))
    ]

    assert findings == [], "\n".join(findings)


def test_locks_are_found() -> None:
    locks = list(filter(pins.is_lock, source_tree.list_files(source_tree.workspace_root())))

    assert {".lock", ".json"} <= {path.suffix for path in locks}


def test_every_requirements_file_has_its_lock() -> None:
    files = source_tree.list_files(source_tree.workspace_root())

    for path in files:
        if path.suffix == ".in" and path.name.startswith("requirements"):
            assert path.with_suffix(".lock") in files, path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("requirements.lock", f"numpy>=2 --hash=sha256:{SHA256}\n"),
        ("requirements.lock", "numpy==2.0\n"),
        ("requirements.lock", "numpy==2.0 --hash=sha256:00\n"),
        ("packages.lock.json", '{"packages": {"zlib": {"version": "1.3"}}}'),
        ("a.bzl", "def f(ctx):\n    ctx.download(url = [])\n"),
        ("a.bzl", 'http_archive(name = "x", urls = [])\n'),
        ("packages.lock.json", f'{{"zlib": {{"version": "", "sha256": "{SHA256}"}}}}'),
        ("a.bzl", '_SHA256 = ""\n'),
        ("a.bzl", f'_PIN = ["numpy>=2.0", "{SHA256}"]\n'),
        ("MODULE.bazel", 'bazel_dep(name = "rules_cc", version = "")\n'),
        ("a.bzl", "DISTRIBUTIONS = struct(sha256 = [])\n"),
        ("a.bzl", f'DISTRIBUTIONS = struct(sha256 = ["{SHA256}", "00"])\n'),
        ("a.bzl", 'PINS = {"sha256": ""}\n'),
        ("MODULE.bazel", 'bazel_dep(name = "rules_cc")\n'),
        ("MODULE.bazel", 'git_override(module_name = "rules_cc", branch = "main")\n'),
        ("MODULE.bazel", 'git_override(module_name = "rules_cc", commit = "main")\n'),
        ("MODULE.bazel", 'archive_override(module_name = "rules_cc", integrity = "sha256-")\n'),
        ("MODULE.bazel", 'archive_override(module_name = "rules_cc", integrity = None)\n'),
        ("a.bzl", 'PACKAGE = "numpy==2.0"\n'),
        ("a.py", 'PACKAGE = "numpy==2.0"\n'),
    ],
)
def test_open_end_is_found(path: str, text: str) -> None:
    assert list(pins.unpinned(PurePosixPath(path), text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("requirements.lock", f"numpy==2.0 ; python_version < '3.11' --hash=sha256:{SHA256}\n"),
        ("packages.lock.json", f'{{"zlib": {{"version": "1.3", "sha256": "{SHA256}"}}}}'),
        ("a.bzl", f'def f(ctx):\n    ctx.download(url = [], sha256 = "{SHA256}")\n'),
        ("a.bzl", f'_SHA256 = "{SHA256}"\ndownload(url = [], sha256 = _SHA256)\n'),
        ("a.bzl", 'ATTRS = {"sha256": attr.string(mandatory = True)}\n'),
        ("a.py", f'PACKAGE = ("numpy==2.0", "{SHA256}")\n'),
    ],
)
def test_pin_is_accepted(path: str, text: str) -> None:
    assert list(pins.unpinned(PurePosixPath(path), text)) == []


def test_lock_of_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="teach"):
        list(pins.unpinned(PurePosixPath("Cargo.lock"), ""))
