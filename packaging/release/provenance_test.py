# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import dataclasses
import json
import os
import re
from datetime import datetime, timezone
from pathlib import Path

import pytest
from google.protobuf import json_format
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from release.locks import LockedFile, read_lock
from release.provenance import Build, make_statement

COMMIT = "0123456789abcdef0123456789abcdef01234567"
BUILD = Build(
    version="0.1.0",
    targets=("//:wheels",),
    revision=COMMIT,
    missing=(),
    bazel_version="7.7.1",
    started=datetime(2026, 1, 1, tzinfo=timezone.utc),
    finished=datetime(2026, 1, 2, tzinfo=timezone.utc),
)
LOCKED = [LockedFile("pkg:pypi/numpy@2.4.6", "b" * 64)]
LOCKS = [Path(name) for name in os.environ["LOCKS"].split()]


def test_statement_is_valid_by_the_schemas_of_in_toto_and_slsa() -> None:
    text = make_statement(BUILD, {"a.whl": "a" * 64}, LOCKED)

    # Parsing refuses every field that the schema does not know.
    Statement.copy_from_pb(json_format.Parse(text, statement_pb2.Statement())).validate()
    statement = json.loads(text)
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert statement["predicateType"] == "https://slsa.dev/provenance/v1"
    assert statement["subject"] == [{"name": "a.whl", "digest": {"sha256": "a" * 64}}]
    provenance = json_format.ParseDict(statement["predicate"], provenance_pb2.Provenance())
    definition = provenance.build_definition
    assert definition.external_parameters["targets"] == ["//:wheels"]
    source, numpy = definition.resolved_dependencies
    assert source.digest == {"gitCommit": COMMIT}
    assert (numpy.uri, numpy.digest) == (LOCKED[0].uri, {"sha256": LOCKED[0].sha256})
    # What SLSA requires of every provenance.
    assert re.match(r"\w+:", definition.build_type)
    assert re.match(r"\w+:", provenance.run_details.builder.id)
    assert provenance.run_details.metadata.finished_on.seconds > 0


@pytest.mark.parametrize("revision", [f"{COMMIT}-modified", "unknown"])
def test_no_digest_stands_for_sources_that_no_commit_has(revision: str) -> None:
    build = dataclasses.replace(BUILD, revision=revision)

    definition = json.loads(make_statement(build, {"a": "a" * 64}, []))["predicate"][
        "buildDefinition"
    ]

    assert definition["resolvedDependencies"] == [{"name": "source"}]
    assert definition["externalParameters"]["revision"] == revision


def test_a_statement_about_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="At least one subject required"):
        make_statement(BUILD, {}, LOCKED)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_digest_of_a_lock_is_listed(lock: Path) -> None:
    files = read_lock(lock)

    digests = set(re.findall(r"\b[0-9a-f]{64}\b", lock.read_text(encoding="utf-8")))
    assert {file.sha256 for file in files} == digests


def test_no_lock_of_the_tree_is_forgotten() -> None:
    tracked = json.loads(Path(os.environ["TRACKED_FILES"]).read_text(encoding="utf-8"))
    locks = {file["path"] for file in tracked if file["path"].endswith((".lock", ".lock.json"))}

    assert locks, "the tree has locks"
    assert locks <= set(map(str, LOCKS)), "to be added to _LOCKS of packaging/release/BUILD.bazel"


def test_what_the_build_compiles_with_is_among_the_dependencies() -> None:
    uris = {file.uri.split("@")[0] for lock in LOCKS for file in read_lock(lock)}

    assert {"pkg:pypi/ziglang", "pkg:pypi/pybind11", "pkg:deb/debian/bazel-bootstrap"} <= uris


def test_a_lock_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.lock").write_text("[[package]]\n", encoding="utf-8")
    (tmp_path / "a.toml").touch()

    with pytest.raises(ValueError, match=r"a\.lock locks nothing"):
        read_lock(tmp_path / "a.lock")
    with pytest.raises(ValueError, match=r"no reader for a lock that ends in '\.toml'"):
        read_lock(tmp_path / "a.toml")
