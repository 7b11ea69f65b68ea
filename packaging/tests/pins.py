# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What in the tree names something external, and whether version and content are fixed there."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

_SHA256 = re.compile(r"\b[0-9a-f]{64}\b")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_INTEGRITY = re.compile(r"sha(256|384|512)-[\w+/]{43,}={0,2}")
_EXACT = re.compile(r"^[\w.-]+(\[[\w,-]+\])?==[\w.+!-]+\s*(;|$)")
_LOOSE_REQUIREMENT = re.compile(r"^[\w.-]+\s*([<>]=?|~=|!=)\s*\d[\w.+-]*$")
_PINNED_REQUIREMENT = re.compile(r"^[\w.-]+==\d[\w.+-]*$")
# Calls by which Bazel fetches, and what must be among their arguments.
_FETCHES = {
    "archive_override": ("integrity",),
    "bazel_dep": ("version",),
    "download": ("sha256", "integrity"),
    "download_and_extract": ("sha256", "integrity"),
    "git_override": ("commit",),
    "git_repository": ("commit",),
    "http_archive": ("sha256", "integrity"),
    "http_file": ("sha256", "integrity"),
    "http_jar": ("sha256", "integrity"),
}


def _requirements_lock(text: str) -> Iterator[str]:
    for line in text.replace("\\\n", " ").splitlines():
        requirement = line.partition("#")[0].strip()
        if not requirement:
            continue
        name, *hashes = requirement.split("--hash=sha256:")
        if not _EXACT.match(name.strip()):
            yield f"`{name.strip()}` is not pinned with =="
        if not hashes or not all(_SHA256.fullmatch(value.strip()) for value in hashes):
            yield f"`{name.strip()}` has no sha256"


def _json_lock(node: Any, where: str = "") -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _json_lock(item, where)
    if isinstance(node, dict):
        if "version" in node and not _SHA256.fullmatch(str(node.get("sha256", ""))):
            yield f"`{where}` has a version and no sha256"
        if not node.get("version", True):
            yield f"`{where}` has an empty version"
        for key, value in node.items():
            yield from _json_lock(value, key)


def _name_of_call(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _values_called_sha256(node: ast.AST) -> Iterator[ast.expr]:
    """Yields what an assignment, an argument or an entry of a dictionary calls a sha256."""
    if isinstance(node, ast.Assign):
        named = [(getattr(target, "id", ""), node.value) for target in node.targets]
    elif isinstance(node, ast.keyword):
        named = [(node.arg or "", node.value)]
    elif isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        named = [(str(getattr(key, "value", "")), value) for key, value in pairs]
    else:
        named = []
    yield from (value for name, value in named if name.lower().strip("_").endswith("sha256"))


def _broken_hashes(tree: ast.AST) -> Iterator[str]:
    """Bazel takes an empty hash for none, and downloads whatever there is."""
    for node in ast.walk(tree):
        for value in _values_called_sha256(node):
            literals = value.elts if isinstance(value, ast.List) else [value]
            for literal in literals:
                is_literal = isinstance(literal, ast.Constant)
                if is_literal and not _SHA256.fullmatch(str(literal.value)):
                    yield f"line {literal.lineno}: {literal.value!r} is no sha256"
            if isinstance(value, ast.List) and not literals:
                yield f"line {value.lineno}: no sha256 in the list"


def _open_ends(name: str, literal: ast.Constant) -> Iterator[str]:
    """A branch or an empty word in the place of what fixes something."""
    wanted = {"commit": _COMMIT, "integrity": _INTEGRITY, "version": re.compile(".+")}.get(name)
    if wanted and not wanted.fullmatch(str(literal.value or "")):
        yield f"line {literal.lineno}: {literal.value!r} is no {name}"


def _starlark(text: str) -> Iterator[str]:
    """Starlark is a part of Python's grammar."""
    yield from _broken_hashes(ast.parse(text))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _name_of_call(node) in _FETCHES:
            wanted = _FETCHES[_name_of_call(node)]
            if not {keyword.arg for keyword in node.keywords} & set(wanted):
                yield f"line {node.lineno}: {_name_of_call(node)} without {' or '.join(wanted)}"
        if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant):
            yield from _open_ends(node.arg or "", node.value)
        if isinstance(node, ast.Constant) and _LOOSE_REQUIREMENT.match(str(node.value)):
            yield f"line {node.lineno}: `{node.value}` is not pinned with =="
    yield from _code(text)


def _code(text: str) -> Iterator[str]:
    """A file that pins versions of packages holds their hashes too."""
    for node in ast.walk(ast.parse(text)):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and _PINNED_REQUIREMENT.match(node.value) and not _SHA256.search(text):
            yield f"line {node.lineno}: `{node.value}` has no sha256 in this file"


def is_lock(path: PurePosixPath) -> bool:
    """Whether the file is a list of external things and nothing else."""
    return path.suffix == ".lock" or path.name.endswith((".lock.json", "-lock.json"))


def unpinned(path: PurePosixPath, text: str) -> Iterator[str]:
    """Yields what the file leaves open.

    Raises:
        ValueError: a lock in a format that nobody has taught this gate.
    """
    if path.suffix == ".json" and is_lock(path):
        findings = _json_lock(json.loads(text))
    elif path.name.startswith("requirements") and is_lock(path):
        findings = _requirements_lock(text)
    elif is_lock(path):
        raise ValueError(
            f"{path}: unknown format of a lock; teach packaging/tests/pins.py to read it"
        )
    elif path.suffix == ".bzl" or path.name.endswith(".bazel"):
        findings = _starlark(text)
    elif path.suffix == ".py" and not path.stem.endswith("_test"):
        findings = _code(text)
    else:
        findings = iter(())
    for finding in findings:
        yield f"{path}: {finding}"
