# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The rules hold in the tree, and each notices when it is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import pytest

from tools.lint import tree_rules
from tools.source_tree import source_tree
from tools.source_tree.source_tree import Kind

Rule = Callable[[PurePosixPath, str, Kind], Iterator[str]]

RELATIVE_LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)")
LICENSE_TEXT = "".join(f"# {line}\n" for line in tree_rules.LICENSE_LINES)


def texts_of_tree() -> Iterator[tuple[PurePosixPath, str, Kind]]:
    root = source_tree.workspace_root()
    for kind, paths in source_tree.files_by_kind(root).items():
        for path in paths:
            data = (root / path).read_bytes()
            if b"\0" not in data:
                yield path, data.decode("utf-8"), kind


@pytest.mark.parametrize("rule", tree_rules.RULES, ids=lambda rule: rule.__name__)
def test_tree_keeps_the_rule(rule: Rule) -> None:
    findings = [finding for text in texts_of_tree() for finding in rule(*text)]

    assert findings == [], "\n".join(findings)


def test_links_in_documents_lead_to_files() -> None:
    root = source_tree.workspace_root()

    dead = [
        f"{path}: {target}"
        for path, text, _ in texts_of_tree()
        if path.suffix == ".md"
        for target in RELATIVE_LINK.findall(text)
        if not (root / path.parent / target).exists()
    ]

    assert dead == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (tree_rules.check_license, "a.py", "import os\n"),
        (tree_rules.check_license, "a.py", "\n" * 9 + LICENSE_TEXT),
        (tree_rules.check_length, "a.py", LICENSE_TEXT + "pass\n" * tree_rules.MAX_LINES),
        (tree_rules.check_names, "tt_metal/utils/a.py", LICENSE_TEXT),
        (tree_rules.check_machine_paths, "a.py", "open('/" + "home/somebody/data')\n"),
        (tree_rules.check_machine_paths, "a.py", "open('/" + "root/data')\n"),
        (tree_rules.check_hosts, "a.py", "url = 'https://packages.example." + "org/simple'\n"),
        (tree_rules.check_hosts, "README.md", "see files.example." + "com for it\n"),
        (tree_rules.check_hosts, "a.bzl", 'registry = "https:' + '//registry.bazel.build/"\n'),
        (tree_rules.check_hosts, "a.bzl", 'registry = "https:' + '//user:word@registry/"\n'),
        (tree_rules.check_hosts, "Dockerfile", "FROM images." + "io/debian\n"),
    ],
)
def test_broken_rule_is_found(rule: Rule, path: str, text: str) -> None:
    findings = list(rule(PurePosixPath(path), text, Kind.PYTHON))

    assert findings
    assert all(finding.startswith(path) for finding in findings)


@pytest.mark.parametrize("rule", tree_rules.RULES, ids=lambda rule: rule.__name__)
def test_clean_file_has_no_findings(rule: Rule) -> None:
    text = LICENSE_TEXT + '"""Reads /proc/self/maps and self.network.com()."""\n'
    text += (
        "# http://127.0.0.1:80, file:///a.b, grpc://localhost, https://a.example/b, cmake.build\n"
    )

    assert list(rule(PurePosixPath("tools/a.py"), text, Kind.PYTHON)) == []


def test_long_file_with_a_reason_is_accepted() -> None:
    reason = f"# {tree_rules.LONG_FILE_REASON} one table of the instruction set\n"
    text = LICENSE_TEXT + reason + "pass\n" * tree_rules.MAX_LINES

    assert list(tree_rules.check_length(PurePosixPath("a.py"), text, Kind.PYTHON)) == []
