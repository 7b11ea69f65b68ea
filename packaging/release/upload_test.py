# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""An upload that broke off goes on where it was; twine is a script that notes what it was given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from release.refusal import ReleaseRefused
from release.upload import carry_ledger, check_uploaded, read_uploaded, upload

TWINE = """\
#!/bin/sh
for file; do :; done
[ ! -e "$file.refused" ] || exit 1
echo "$file" >>"${0%/*}/taken"
"""


class Index:
    """What twine brings somewhere."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = folder / "python"
        program.write_text(TWINE)
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        self._taken = folder / "taken"

    def taken(self) -> list[str]:
        """Names of the files, in order."""
        return [Path(line).name for line in self._taken.read_text().splitlines()]


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    return Index(tmp_path, monkeypatch)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "dist"
    folder.mkdir()
    for name in ("a.whl", "b.whl", "c.whl"):
        (folder / name).write_text(name)
    return sorted(folder.iterdir())


def test_second_upload_leaves_out_what_the_index_has_taken(index: Index, files: list[Path]) -> None:
    refused = Path(f"{files[1]}.refused")
    refused.touch()

    with pytest.raises(ReleaseRefused, match=r"b\.whl .*--replace"):
        upload(files, None)
    assert index.taken() == ["a.whl"]
    refused.unlink()
    upload(files, None)

    assert index.taken() == ["a.whl", "b.whl", "c.whl"]
    assert list(read_uploaded(files[0].parent)) == ["a.whl", "b.whl", "c.whl"]


def test_ledger_goes_over_to_the_folder_that_replaces_another(
    index: Index, files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    upload(files, None)

    carry_ledger(files[0].parent, tmp_path / "new")

    assert read_uploaded(tmp_path / "new") == read_uploaded(files[0].parent)


@pytest.mark.parametrize("text", ["other", None], ids=["other bytes", "missing"])
def test_folder_without_what_the_index_has_is_refused(
    index: Index, files: list[Path], text: str | None
) -> None:
    folder = files[0].parent
    upload(files, None)
    check_uploaded(read_uploaded(folder), folder)

    files[2].write_text(text) if text else files[2].unlink()

    with pytest.raises(ReleaseRefused, match=r"c\.whl was uploaded before"):
        check_uploaded(read_uploaded(folder), folder)
