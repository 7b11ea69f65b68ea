# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What is said of where the package comes from, and how to mend that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ttnn.diagnosis.finding import Finding
from ttnn.diagnosis.installation import installation_findings
from ttnn.made_installation import install


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an installed distribution, the only one on the path."""
    monkeypatch.setattr("sys.path", [str(tmp_path / "site")])
    return install(tmp_path / "site").parent


def finding_of(site: Path, topic: str, *, is_last: bool = False) -> Finding:
    """What is said of a topic, of the package in a folder."""
    found = [finding for finding in installation_findings(site / "ttnn") if finding.topic == topic]
    return found[-1 if is_last else 0]


def test_a_whole_installation_gives_no_advice(site: Path) -> None:
    assert all(f.status == "ok" and not f.advice for f in installation_findings(site / "ttnn"))


@pytest.mark.parametrize(
    ("content", "revision"),
    [
        (b'{"source_revision": "0123456789abcdef"}', ", built from 0123456789ab"),
        (b'{"source_revision": 7}', ""),
        (b"[]", ""),
        (b"\xff", ""),
    ],
)
def test_the_revision_is_told_if_it_is_known(site: Path, content: bytes, revision: str) -> None:
    (site / "ttnn-9.9.dist-info/build_info.json").write_bytes(content)

    assert finding_of(site, "installed").fact == f"ttnn 9.9 from a wheel{revision}"


def test_an_unknown_version_is_told(site: Path) -> None:
    (site / "ttnn-9.9.dist-info/METADATA").unlink()

    assert "ttnn of unknown version" in finding_of(site, "installed").fact


def test_changed_files_are_mended_by_force(site: Path) -> None:
    url = "file:///ttnn-9.9.whl"
    (site / "ttnn-9.9.dist-info/direct_url.json").write_text(json.dumps({"url": url}))
    (site / "ttnn/kernels/add.elf").write_bytes(b"elf")

    finding = finding_of(site, "files")

    assert finding.status == "problem"
    assert finding.advice.endswith(f"python -m pip install --force-reinstall --no-deps {url}")


def test_extra_files_are_not_mended_by_pip(site: Path) -> None:
    (site / "ttnn/stale.py").touch()

    finding = finding_of(site, "files")

    assert finding.status == "problem"
    assert "delete what is extra" in finding.advice
    assert "pip install" not in finding.advice


def test_what_pip_cannot_uninstall_is_installed_over(site: Path) -> None:
    (site / "ttnn-9.9.dist-info/RECORD").unlink()

    finding = finding_of(site, "files")

    assert finding.status == "problem"
    assert finding.advice == "python -m pip install --ignore-installed --no-deps ttnn==9.9"


@pytest.mark.parametrize(
    ("place", "status"), [("before", "problem"), ("site", "problem"), ("behind", "warning")]
)
def test_a_second_installation_matters_unless_it_is_behind(
    site: Path, place: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(site.with_name(place), version="1.0", files={})
    order = [str(site.with_name(name)) for name in ("before", "site", "behind")]
    monkeypatch.setattr("sys.path", order)

    finding = finding_of(site, "installed", is_last=True)

    assert (finding.status, finding.fact[:9]) == (status, "ttnn 1.0 ")
    assert str(site.with_name(place)) in finding.fact
    assert "uninstall" in finding.advice


def test_links_of_an_editable_installation_that_lead_nowhere_are_a_problem(
    site: Path, tmp_path: Path
) -> None:
    url = "file:///a%20tree"
    direct_url = {"url": url, "dir_info": {"editable": True}}
    (site / "ttnn-9.9.dist-info/direct_url.json").write_text(json.dumps(direct_url))
    links = tmp_path / ".editable/ttnn"
    (links / "kernels").mkdir(parents=True)
    (links / "__init__.py").symlink_to(site / "ttnn/__init__.py")
    assert [f.status for f in installation_findings(links)] == ["ok", "ok"]
    (links / "kernels/add.elf").symlink_to(tmp_path / "outputs/add.elf")

    finding = next(f for f in installation_findings(links) if f.status == "problem")

    assert finding.fact == "1 links lead nowhere, like kernels/add.elf"
    assert finding.advice == f"python -m pip install -e {url} makes them anew"


def test_without_init_py_it_is_still_the_installation(site: Path) -> None:
    (site / "ttnn/__init__.py").unlink()

    assert finding_of(site, "files").fact == "1 missing"


def test_of_a_source_tree_an_installation_is_worth_a_warning(site: Path, tmp_path: Path) -> None:
    assert finding_of(tmp_path / "tree", "installed", is_last=True).status == "warning"
