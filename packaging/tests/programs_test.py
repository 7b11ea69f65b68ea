# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Unit tests of the programs around the wheel."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import description
import pytest
import size_ledger
import why_in_wheel
import write_build_info
from rich.console import Console

MEMBERS = [
    {
        "path": "ttnn/kernels/matmul/reader.brisc.elf",
        "component": "kernels",
        "target": "//k:reader",
    },
    {
        "path": "ttnn/kernels/matmul/writer.ncrisc.elf",
        "component": "kernels",
        "target": "//k:writer",
    },
    {"path": "ttnn/types.py", "component": "python", "target": "//ttnn:types.py"},
]


@pytest.fixture
def sizes(tmp_path: Path) -> dict[str, size_ledger.Size]:
    """Sizes of a small wheel with the members above."""
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for member in MEMBERS:
            archive.writestr(member["path"], b"1234567890")
    return size_ledger.component_sizes(wheel, {"members": MEMBERS})


def test_sizes_are_summed_by_component(sizes: dict[str, size_ledger.Size]) -> None:
    assert sizes["kernels"] == size_ledger.Size(files=2, archived=20, installed=20)
    assert sizes["python"].files == 1


def test_a_component_over_its_budget_is_named(sizes: dict[str, size_ledger.Size]) -> None:
    (problem,) = size_ledger.over_budget(sizes, {"kernels": 19, "python": 10})

    assert problem == "kernels: 20 bytes in the archive, 19 allowed"


def test_a_component_without_budget_is_named(sizes: dict[str, size_ledger.Size]) -> None:
    (problem,) = size_ledger.over_budget(sizes, {"kernels": 20})

    assert problem.startswith("python: no budget")


def test_the_ledger_shows_what_changed_since_the_last_release(
    sizes: dict[str, size_ledger.Size], tmp_path: Path
) -> None:
    last_release = tmp_path / "last_release.json"
    size_ledger.record(last_release, "0.0.9", {"kernels": size_ledger.Size(archived=13)})
    console = Console(width=120, record=True)

    console.print(size_ledger.ledger(sizes, {}, json.loads(last_release.read_text())))

    text = console.export_text()
    assert "since 0.0.9" in text
    assert "+7" in text, "the growth of the kernels"


def test_sizes_over_budget_are_not_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_release = tmp_path / "packaging/last_release.json"
    last_release.parent.mkdir()
    files = {
        "LAST_RELEASE": "{}",
        "MANIFEST": json.dumps({"version": "1", "members": MEMBERS[:1]}),
        "BUDGET": "[archived_bytes]\nkernels = 9\n",
    }
    for variable, text in files.items():
        (tmp_path / variable).write_text(text)
        monkeypatch.setenv(variable, str(tmp_path / variable))
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr(MEMBERS[0]["path"], b"1234567890")
    monkeypatch.setenv("WHEEL", str(tmp_path / "a.whl"))
    monkeypatch.setenv("BUILD_WORKSPACE_DIRECTORY", str(tmp_path))

    assert size_ledger.main(["--record"]) == 1
    assert not last_release.exists()

    (tmp_path / "BUDGET").write_text("[archived_bytes]\nkernels = 10\n")
    assert size_ledger.main(["--record"]) == 0
    assert json.loads(last_release.read_text())["version"] == "1"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("see [the docs](docs/a.md), [`b/`](b/README.md)", "see the docs, `b/`"),
        ("[here](#place)", "here"),
        ("[elsewhere](https://a.example/)", "[elsewhere](https://a.example/)"),
    ],
)
def test_links_into_the_tree_become_words(markdown: str, text: str) -> None:
    assert description.without_relative_links(markdown) == text


@pytest.mark.parametrize("pattern", ["ttnn/types.py", "types.py", "*.py"])
def test_members_are_found_by_path_end_and_pattern(pattern: str) -> None:
    (member,) = why_in_wheel.find_members(MEMBERS, pattern)

    assert member["target"] == "//ttnn:types.py"


def test_an_unknown_path_suggests_near_ones() -> None:
    message = why_in_wheel.no_such_member(MEMBERS, "ttnn/type.py")

    assert "close: ttnn/types.py" in message


def test_a_status_without_revision_says_what_must_name_the_script() -> None:
    with pytest.raises(ValueError, match=r"\.bazelrc must name"):
        write_build_info.source_revision("BUILD_USER somebody\n")
