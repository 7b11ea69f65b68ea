# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes the bill of materials of a wheel, CycloneDX 1.6, from its manifest and the locks.

Each member of the archive is a file below the component that it belongs to, with its digest. RECORD
cannot be among them, as it holds the digest of the bill; WHEEL is written with the
archive and stands without digest. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.model.tool import ToolRepository
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

# A bill tells when it was made; this one, as the members of the archive, tells nothing.
FIXED_TIME = datetime.datetime(1980, 1, 1, tzinfo=datetime.timezone.utc)


def locked_distribution(lock: str, name: str) -> tuple[str, list[str]]:
    """Returns version and sha256 digests of a distribution in a lock of pip's format.

    Raises:
        ValueError: the lock lacks the distribution.
    """
    for entry in lock.replace("\\\n", " ").splitlines():
        requirement, *digests = entry.split(" --hash=sha256:")
        if digests and Requirement(requirement).name == name:
            (specifier,) = Requirement(requirement).specifier
            return specifier.version, [digest.strip() for digest in digests]
    raise ValueError(f"{name} is in no lock; add it to third_party/python/requirements.in")


def sha256(digest: str) -> HashType:
    """Returns a digest as the standard writes it."""
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)


def distribution_of(linked: Mapping[str, Any], lock: str) -> tuple[str, str, list[str]]:
    """Returns name, version and digests of the distribution that brings a linked component."""
    name, _, version = linked["requirement"].partition("==")
    return (
        (name, version, linked["sha256"]) if version else (name, *locked_distribution(lock, name))
    )


def linked_component(linked: Mapping[str, Any], lock: str) -> Component:
    """Returns a library of others that is in the wheel."""
    name, version, digests = distribution_of(linked, lock)
    return Component(
        type=ComponentType.LIBRARY,
        name=linked["name"],
        bom_ref=f"linked:{linked['name']}",
        version=linked["version"] or version,
        licenses=[LicenseExpression(linked["license"])],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.SOURCE_DISTRIBUTION,
                url=XsUri(PackageURL("pypi", None, name, version).to_string()),
                hashes=[sha256(digest) for digest in digests],
            )
        ],
    )


def file_component(member: Mapping[str, str]) -> Component:
    """Returns a member of the archive."""
    digests = (
        [hashlib.sha256(Path(member["file"]).read_bytes()).hexdigest()] if member["file"] else []
    )
    return Component(
        type=ComponentType.FILE,
        name=member["path"],
        bom_ref=f"file:{member['path']}",
        description=f"made by {member['target']}",
        hashes=[sha256(digest) for digest in digests],
    )


def own_components(manifest: Mapping[str, Any], sbom_path: str) -> Iterator[Component]:
    """Yields each component of ours, its files inside."""
    members = defaultdict(list)
    for member in manifest["members"]:
        if member["path"] != sbom_path and not member["path"].endswith(".dist-info/RECORD"):
            members[member["component"]].append(member)
    for name, files in sorted(members.items()):
        yield Component(
            type=ComponentType.LIBRARY,
            name=f"{manifest['distribution']}:{name}",
            bom_ref=f"component:{name}",
            version=manifest["version"],
            components=[file_component(file) for file in files],
        )


def toolchain(linked: Iterable[Mapping[str, Any]], lock: str) -> Iterator[Component]:
    """Yields the distributions that brought the compiler and the libraries."""
    for name, version, digests in {
        (name, version, tuple(digests))
        for name, version, digests in (distribution_of(entry, lock) for entry in linked)
    }:
        yield Component(
            type=ComponentType.APPLICATION,
            name=name,
            version=version,
            bom_ref=f"tool:{name}",
            purl=PackageURL("pypi", None, name, version),
            hashes=[sha256(digest) for digest in digests],
        )


def bill_of_materials(manifest: Mapping[str, Any], sbom_path: str, lock: str) -> Bom:
    """Returns the bill, its serial number not yet set."""
    wheel = Component(
        type=ComponentType.LIBRARY,
        name=manifest["distribution"],
        bom_ref="wheel",
        version=manifest["version"],
        licenses=[LicenseExpression(manifest["license"])],
        purl=PackageURL("pypi", None, manifest["distribution"], manifest["version"]),
    )
    own = list(own_components(manifest, sbom_path))
    linked = {entry["name"]: linked_component(entry, lock) for entry in manifest["linked"]}
    bom = Bom(
        components=[*own, *linked.values()],
        serial_number=uuid.UUID(int=0),
        metadata=BomMetaData(
            component=wheel,
            timestamp=FIXED_TIME,
            tools=ToolRepository(components=toolchain(manifest["linked"], lock)),
        ),
    )
    bom.register_dependency(wheel, own)
    for component in own:
        part = component.name.partition(":")[2]
        behind = [linked[e["name"]] for e in manifest["linked"] if part in e["parts"]]
        bom.register_dependency(component, behind)
    return bom


def main() -> None:
    """Writes one bill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--path", required=True, help="where the bill lies in the wheel")
    parser.add_argument("--lock", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()

    manifest = json.loads(arguments.manifest.read_text(encoding="utf-8"))
    bom = bill_of_materials(manifest, arguments.path, arguments.lock.read_text(encoding="utf-8"))
    # Two bills of one number are the same bill.
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, JsonV1Dot6(bom).output_as_string())
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    arguments.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
