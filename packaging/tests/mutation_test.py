# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 7: the others can go red. One member of each kind is broken, and a named gate notices."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import broken_wheel
import member_classes
import pytest
from broken_wheel import replaced

from tools.pytest import bazel_protocol

HERE = Path("packaging/tests")
RECORD = "archive_test.py::test_record_names_every_member_with_its_hash_and_size"
MANIFEST = "contents_test.py::test_members_are_those_of_the_manifest"
KINDS = "contents_test.py::test_every_kind_of_member_is_approved"
GRAPH = "contents_test.py::test_members_are_the_files_of_the_graph"
METADATA = "archive_test.py::test_metadata_is_version_2_4_and_names_its_licence_files"
TAGS = "archive_test.py::test_tags_in_the_file_name_and_in_the_wheel_agree"
REVISION = "build_info_test.py::test_the_revision_is_a_commit_or_known_to_be_none"
COMPRESSOR = "build_info_test.py::test_the_zlib_that_compressed_the_wheel_is_named"
CONTRACT = "binary_contract_test.py::test_contract_is_the_approved_one"
VERSIONS = "binary_contract_test.py::test_no_symbol_is_newer_than_the_tag"
EXPRESSION = "licences_test.py::test_the_expression_is_of_ours_and_of_every_linked_component"
TEXTS = "licences_test.py::test_every_linked_component_has_its_text"
BILL_SCHEMA = "sbom_test.py::test_it_follows_the_official_schema"
BILL_MEMBERS = "sbom_test.py::test_every_member_belongs_to_one_component"
BILL_DIGESTS = "sbom_test.py::test_digests_are_those_of_the_members"
BILL_LINKED = "sbom_test.py::test_what_is_linked_is_what_the_build_says"
COMPILES = "kernel_sources_test.py::test_source_compiles_from_the_wheel_alone"
PATHS = "binary_contract_test.py::test_no_path_of_the_build_is_left_in_any_member"

# Each is one wrong content, with a RECORD that agrees. A kind of member that the wheel's writer
# makes needs a row: the graph has no file to compare it with.
CONTENT_MUTATIONS = [
    ("*.dist-info/METADATA", replaced(b"Version: 2.4", b"Version: 2.3"), METADATA),
    ("*.dist-info/METADATA", replaced(b"License-Expression", b"X-Expression"), METADATA),
    ("*.dist-info/METADATA", replaced(b" AND MIT", b""), EXPRESSION),
    ("*.dist-info/METADATA", replaced(b"File: pybind11/", b"File: pybind12/"), TEXTS),
    ("*.dist-info/sboms/*", replaced(b'"specVersion"', b'"specVersiom"'), BILL_SCHEMA),
    ("*.dist-info/sboms/*", replaced(b'"ttnn/py.typed"', b'"ttnn/py.type"'), BILL_MEMBERS),
    ("*.dist-info/sboms/*", replaced(b'"linked:pybind11"', b'"unlinked"'), BILL_LINKED),
    ("ttnn/*.py", broken_wheel.flip_byte, BILL_DIGESTS),
    ("*.dist-info/WHEEL", replaced(b"manylinux", b"musllinux"), TAGS),
    ("*.dist-info/build_info.json", replaced(b'revision": "', b'revision": "x'), REVISION),
    ("*.dist-info/build_info.json", replaced(b'"zlib": "', b'"zlib": "x'), COMPRESSOR),
    ("*.dist-info/RECORD", broken_wheel.flip_byte, RECORD),
    ("ttnn/_ttnn.so", broken_wheel.export_another_symbol, CONTRACT),
    ("ttnn/_ttnn.so", broken_wheel.set_run_path, CONTRACT),
    ("ttnn/_ttnn.so", broken_wheel.make_stack_executable, CONTRACT),
    ("ttnn/_ttnn.so", broken_wheel.drop_control_flow_guards, CONTRACT),
    ("ttnn/_ttnn.so", broken_wheel.plant_newer_instruction, CONTRACT),
    ("ttnn/_ttnn.so", replaced(b"GLIBC_2.16", b"GLIBC_2.99"), VERSIONS),
    ("ttnn/_ttnn.so", replaced(b"GLIBC_2.16", b"CXXABI_1.3"), VERSIONS),
    ("ttnn/_ttnn.so", replaced(b"libm.so.6", b"libz.so.1"), CONTRACT),
    ("ttnn/_ttnn.so", replaced(b"GLOBAL__N_14avx2", b"GLOBAL__N_14avx0"), CONTRACT),
    ("ttnn/kernels/**/*.elf", broken_wheel.allow_compressed_instructions, CONTRACT),
    ("ttnn/kernels/**/*.elf", lambda content: content + b"/" + b"home/somebody/kernel.cpp", PATHS),
]  # fmt: skip


def kinds() -> list[str]:
    """The kinds of members that somebody has approved."""
    text = Path(os.environ["MEMBER_CLASSES"]).read_text(encoding="utf-8")
    return [line.partition(": ")[2] for line in text.splitlines()]


def is_made_by_the_writer(kind: str) -> bool:
    return ".dist-info/" in kind and "/licenses/" not in kind


class Outcome:
    """Collects what pytest says of the tests that it runs."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notes the outcome of a test's call, and errors around it."""
        if report.failed:
            self.failed.append(report.nodeid)
        elif report.when == "call":
            self.passed.append(report.nodeid)


def run_gates(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, gates: list[str], options: Sequence[str] = ()
) -> Outcome:
    """Runs gates on a wheel, in this process, with options of pytest."""
    monkeypatch.setenv("WHEEL", str(wheel))
    outcome = Outcome()
    nodes = [str(HERE / gate) for gate in gates]
    pytest.main(bazel_protocol.pytest_arguments({}, ["-q", *options, *nodes]), plugins=[outcome])
    assert outcome.passed or outcome.failed, f"no test is called {gates}"
    return outcome


def member_of(wheel: Path, kind: str) -> tuple[str, bytes]:
    """Name and content of a member of that kind."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if member_classes.class_of(n) == kind)
        return name, archive.read(name)


@pytest.fixture
def broken(tmp_path: Path, wheel: Path) -> Path:
    """Where to write a broken wheel."""
    return tmp_path / wheel.name


def test_whole_wheel_passes_every_gate_that_is_used_here(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, broken: Path
) -> None:
    broken_wheel.rewrite(wheel, broken, change={})
    gates = {RECORD, MANIFEST, KINDS, GRAPH, *(gate for _, _, gate in CONTENT_MUTATIONS)}

    outcome = run_gates(monkeypatch, broken, sorted(gates))

    assert outcome.failed == []
    assert len(outcome.passed) == len(gates)


@pytest.mark.parametrize("gate", [MANIFEST, RECORD, GRAPH])
@pytest.mark.parametrize("kind", kinds())
def test_gate_notices_the_broken_member(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, broken: Path, kind: str, gate: str
) -> None:
    """A member that is missing, one byte that RECORD contradicts, one byte that it confirms."""
    if gate is GRAPH and is_made_by_the_writer(kind):
        assert kind in {row[0] for row in CONTENT_MUTATIONS}, "give it a row in CONTENT_MUTATIONS"
        return
    name, content = member_of(wheel, kind)
    change = {name: None if gate is MANIFEST else broken_wheel.flip_byte(content)}
    broken_wheel.rewrite(wheel, broken, change=change, keep_record=gate is RECORD)

    assert run_gates(monkeypatch, broken, [gate]).failed


@pytest.mark.parametrize(("kind", "edit", "gate"), CONTENT_MUTATIONS)
def test_gate_notices_the_wrong_content(
    monkeypatch: pytest.MonkeyPatch,
    wheel: Path,
    broken: Path,
    kind: str,
    edit: broken_wheel.Edit,
    gate: str,
) -> None:
    name, content = member_of(wheel, kind)
    broken_wheel.rewrite(wheel, broken, change={name: edit(content)})

    assert run_gates(monkeypatch, broken, [gate]).failed


def test_gate_notices_a_header_that_a_kernel_lacks(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, broken: Path
) -> None:
    name, content = member_of(wheel, "ttnn/ttnn/**/*.cpp")
    included = re.findall(rb'#include "(.+)"', content)[0].decode()
    with zipfile.ZipFile(wheel) as archive:
        (header,) = (member for member in archive.namelist() if member.endswith(f"/{included}"))
    only_this = ["-k", Path(name).name]

    broken_wheel.rewrite(wheel, broken, change={})
    assert not run_gates(monkeypatch, broken, [COMPILES], only_this).failed

    broken_wheel.rewrite(wheel, broken, change={header: None})
    assert run_gates(monkeypatch, broken, [COMPILES], only_this).failed


def test_gate_notices_a_member_of_a_new_kind(
    monkeypatch: pytest.MonkeyPatch, wheel: Path, broken: Path
) -> None:
    broken_wheel.rewrite(wheel, broken, change={})
    with zipfile.ZipFile(broken, "a") as archive:
        archive.writestr("ttnn/descriptors/chip.yaml", "cores: 1\n")

    assert run_gates(monkeypatch, broken, [KINDS]).failed
    assert run_gates(monkeypatch, broken, [MANIFEST]).failed
