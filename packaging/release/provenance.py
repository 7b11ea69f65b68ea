# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Says how the release was made: an in-toto Statement v1 with the predicate SLSA Provenance v1.

The statement is not signed: who signs wraps it with a key that no build knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from google.protobuf import json_format
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.v1.resource_descriptor import ResourceDescriptor
from in_toto_attestation.v1.statement import Statement
from release.locks import LockedFile

PREDICATE_TYPE = "https://slsa.dev/provenance/v1"
# Names, no addresses: `bazel run //packaging:release` on whichever machine, and what it does.
BUILDER_ID = "urn:tt-nn:packaging:release"
BUILD_TYPE = "urn:tt-nn:packaging:bazel-build:v1"

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True)
class Build:
    """What was built, from what, when."""

    version: str
    # Labels of the targets.
    targets: tuple[str, ...]
    # As in the wheels' build info.
    revision: str
    # A line for each wheel and each gate that this machine had to leave out.
    missing: tuple[str, ...]
    bazel_version: str
    started: datetime
    finished: datetime


def _source(build: Build) -> ResourceDescriptor:
    # Only a bare commit is a digest of the sources: an edited tree is not what it stands for.
    digest = {"gitCommit": build.revision} if _COMMIT.fullmatch(build.revision) else None
    return ResourceDescriptor(name="source", digest=digest)


def _predicate(build: Build, locked: Iterable[LockedFile]) -> dict:
    predicate = provenance_pb2.Provenance()
    definition = predicate.build_definition
    definition.build_type = BUILD_TYPE
    definition.external_parameters.update(
        {
            "version": build.version,
            "targets": list(build.targets),
            "revision": build.revision,
            "missing": list(build.missing),
        }
    )
    definition.internal_parameters.update({"bazel": build.bazel_version})
    definition.resolved_dependencies.append(_source(build).pb)
    for file in locked:
        descriptor = ResourceDescriptor(uri=file.uri, digest={"sha256": file.sha256})
        definition.resolved_dependencies.append(descriptor.pb)
    predicate.run_details.builder.id = BUILDER_ID
    predicate.run_details.metadata.started_on.FromDatetime(build.started)
    predicate.run_details.metadata.finished_on.FromDatetime(build.finished)
    return json_format.MessageToDict(predicate)


def make_statement(build: Build, sha256: Mapping[str, str], locked: Iterable[LockedFile]) -> str:
    """Returns the statement as JSON.

    Args:
      build: the run.
      sha256: digest of each released file by its name.
      locked: what the locks admit.

    Raises:
      ValueError: the statement would be invalid, as one about no file is.
    """
    subjects = [
        ResourceDescriptor(name=name, digest={"sha256": digest}).pb
        for name, digest in sorted(sha256.items())
    ]
    statement = Statement(subjects, PREDICATE_TYPE, _predicate(build, locked))
    statement.validate()
    return json_format.MessageToJson(statement.pb, sort_keys=True) + "\n"
